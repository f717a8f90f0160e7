package org.jiaogongti.charter.reading;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jiaogongti.charter.DatedQuantity;
import org.jiaogongti.charter.Reading;
import org.jiaogongti.charter.revising.Difference;
import org.jiaogongti.charter.revising.Grounds;
import org.jiaogongti.charter.revising.Revision;

/**
 * A charter's files as they are written. A change adds a line where a clerk would add it; everything else, comments too,
 * stays to the character.
 *
 * @param charter the charter file
 * @param notice the notice it quotes
 */
public record CharterText(String charter, String notice) {

    /**
     * The same with one more decision about an open point, after those there are.
     *
     * @throws IllegalArgumentException where the file has no such open point
     */
    public CharterText with(String reading, Reading.Choice choice) {
        CharterEditing editing = new CharterEditing(charter);
        editing.decided(reading, "{ 自: %s, 读法: %s, 决定: %s, 依据: %s }".formatted(choice.from(),
                Flow.quoted(choice.alternative()), Flow.quoted(choice.decidedBy()), Flow.quoted(choice.basis())));
        return new CharterText(editing.text(), notice);
    }

    /**
     * The same with another number for a duty from a day on.
     *
     * @param notices the day from which the notice's own number holds; used where the file has a plain number so far
     * @throws IllegalArgumentException where the file has no such duty, or it has no 至少
     */
    public CharterText with(String duty, DatedQuantity number, LocalDate notices) {
        CharterEditing editing = new CharterEditing(charter);
        editing.numbered(duty, number(number.from(), number.quantity().target(),
                new Grounds(number.decidedBy(), number.basis(), "")), notices.toString());
        return new CharterText(editing.text(), notice);
    }

    /**
     * The same with everything that a difference changes, each from its day on; what was before stays.
     *
     * @param notices the day from which the notice's own numbers hold
     * @throws IllegalArgumentException where the file has not what is changed
     */
    public CharterText with(Difference difference, LocalDate notices) {
        CharterEditing editing = new CharterEditing(charter);
        Map<String, List<String>> rules = new LinkedHashMap<>();
        LocalDate from = difference.from();
        for (Revision revision : difference.revisions()) {
            String basis = basis(revision.grounds());
            switch (revision) {
                case Revision.Renumbered number when editing.plain(number) -> editing.numbered(number.subject(),
                        number(from, number.quantity().target(), number.grounds()), notices.toString());
                case Revision.Renumbered number -> rules.computeIfAbsent(number.subject(), _ -> new ArrayList<>())
                        .add("{ 自: %s, %s, %s }".formatted(from, Amounts.text(number.quantity()), basis));
                case Revision.ReadAs read -> editing.decided(read.subject(), "{ 自: %s, 读法: %s, %s }"
                        .formatted(from, Flow.quoted(read.alternative()), basis));
                case Revision.Restated restated -> rules.computeIfAbsent(restated.subject(), _ -> new ArrayList<>())
                        .add("{ 自: %s, %s, %s }".formatted(from, String.join(", ", parts(restated)), basis));
                case Revision.Dropped dropped ->
                    editing.entered(dropped.subject(), "不再要求", "{ 自: %s, %s }".formatted(from, basis));
                case Revision.Added _,Revision.Striven _ -> {
                    // After what stands inside of the last one there is.
                }
                case Revision.Aimed aimed -> aimed(editing, difference, aimed, basis);
                case Revision.Ended ended -> editing.ended(ended.subject(), difference.round(),
                        "{ 自: %s, %s }".formatted(from, basis));
            }
        }
        rules.forEach((duty, entries) -> editing.listed(duty, "改为", entries));
        for (Revision revision : difference.revisions()) {
            if (revision instanceof Revision.Added added) {
                editing.added("责任", added(added.entry(), from, basis(added.grounds()), added.words()));
            }
        }
        for (Revision revision : difference.revisions()) {
            if (revision instanceof Revision.Striven striven) {
                editing.added("目标", added(striven.entry(), from, basis(striven.grounds()), striven.words()));
            }
        }
        return new CharterText(editing.text(), notice);
    }

    private static String added(String entry, LocalDate from, String basis, String words) {
        return entry.substring(0, entry.length() - 2) + ", 新增: { 自: %s, %s%s } }".formatted(from, basis,
                words.isEmpty() ? "" : ", 原话: " + Flow.quoted(words));
    }

    private static void aimed(CharterEditing editing, Difference difference, Revision.Aimed aimed, String basis) {
        if (editing.aims(aimed.subject(), difference.round())) {
            editing.redrawn(aimed.subject(), difference.round(), "{ 自: %s, %s, %s }".formatted(difference.from(),
                    String.join(", ", AimText.parts(aimed)), basis));
        } else {
            editing.aimed(aimed.subject(), difference.round(), "{ %s, 新增: { 自: %s, %s } }".formatted(
                    String.join(", ", AimText.whole(aimed, aimed.grounds())), difference.from(), basis));
        }
    }

    /** What is said anew of a duty, in a charter's words. */
    static List<String> parts(Revision.Restated restated) {
        List<String> parts = new ArrayList<>();
        if (restated.recurrence() != null) {
            parts.add("多久: " + restated.recurrence().word());
        }
        if (restated.each() != null) {
            parts.add("每个: " + restated.each().word());
        }
        if (restated.window() != null) {
            parts.add("窗口: " + restated.window().word());
        }
        if (restated.conditions() != null) {
            parts.add("只数: " + restated.conditions().text());
        }
        return parts;
    }

    private static String number(LocalDate from, int number, Grounds grounds) {
        return "{ 自: %s, 数: %d, %s }".formatted(from, number, basis(grounds));
    }

    private static String basis(Grounds grounds) {
        return "决定: %s, 依据: %s".formatted(Flow.quoted(grounds.decidedBy()), Flow.quoted(grounds.basis()));
    }
}
