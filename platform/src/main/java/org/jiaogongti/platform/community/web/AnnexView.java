package org.jiaogongti.platform.community.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jiaogongti.platform.community.Body;
import org.jiaogongti.platform.community.Personnel.Somebody;
import org.jiaogongti.platform.community.Roster;
import org.jiaogongti.platform.community.Seat;
import org.jiaogongti.platform.school.School;
import org.jiaogongti.platform.shell.Messages;
import org.jiaogongti.platform.shell.OfficialDocument;
import org.jiaogongti.platform.shell.OfficialDocument.Block;
import org.jiaogongti.platform.shell.OfficialDocument.Heading;
import org.jiaogongti.platform.shell.OfficialDocument.Paragraph;
import org.jiaogongti.platform.shell.OfficialDocument.Signature;
import org.jiaogongti.platform.shell.OfficialDocument.Table;
import org.jiaogongti.platform.shell.TableFile;
import org.jspecify.annotations.Nullable;

/**
 * The notice's attachment 1 on a day: liaisons of every community and leaders of its subject guidance groups.
 *
 * @param query what a link adds to stay on the day, empty on the business date
 */
public record AnnexView(String on, boolean today, String query, List<Part> parts) {

    private static final String DIGITS = "一二三四五六七八九";
    private static final List<Integer> SHARES = List.of(3, 4, 5, 4, 6);

    /** A community; its address is the page of its groups. */
    public record Part(String href, String name, String liaisons, List<Line> leaders) {}

    /**
     * A subject's leader.
     *
     * @param state done, late or waived
     * @param leader in words where there is none
     * @param school empty where there is no leader
     */
    public record Line(String subject, String state, String leader, String school, String by, String document) {}

    static AnnexView of(List<Roster> rosters, LocalDate day, LocalDate today, Messages m) {
        String query = day.equals(today) ? "" : "?on=" + day;
        return new AnnexView(day.toString(), day.equals(today), query, rosters.stream()
                .map(roster -> new Part("/groups/" + roster.community().key() + query, roster.community().name(),
                        liaisons(roster, m),
                        roster.subjects().stream().map(subject -> line(roster, subject, m)).toList()))
                .toList());
    }

    private static String liaisons(Roster roster, Messages m) {
        List<String> names = roster.of(Body.LIAISONS).stream().map(seat -> roster.name(seat.person())).toList();
        return names.isEmpty()
                ? m.t("community.annex.liaisons.none")
                : m.t("community.annex.liaisons", String.join(m.t("community.and"), names));
    }

    private static Line line(Roster roster, String subject, Messages m) {
        Seat leader = roster.leader(subject).orElse(null);
        if (leader == null) {
            boolean free = roster.free(subject);
            return new Line(subject, free ? "waived" : "late",
                    m.t(free ? "community.cell.free" : "community.annex.unappointed"), "", "", "");
        }
        String by = roster.name(leader.appointedBy());
        String document = leader.document() == null ? "" : leader.document();
        return new Line(subject, by.isEmpty() || document.isEmpty() ? "late" : "done", roster.name(leader.person()),
                roster.school(leader.school()).map(School::name).orElse(""),
                by.isEmpty()
                        ? m.t("community.annex.unappointed")
                        : m.t("community.annex.by.on", by, leader.from()),
                document);
    }

    /** As the document to be stamped. */
    OfficialDocument document(String district, Messages m) {
        List<Block> blocks = new ArrayList<>();
        for (Part part : parts) {
            blocks.add(new Heading(1,
                    m.t("community.annex.heading", numeral(parts.indexOf(part) + 1), part.name())));
            blocks.add(new Paragraph(part.liaisons()));
            blocks.add(new Table(SHARES,
                    List.of(m.t("community.few.subject"), m.t("community.office.GUIDANCE_GROUP.HEAD"),
                            m.t("community.school"), m.t("community.annex.by"), m.t("community.annex.document")),
                    part.leaders().stream().map(line -> List.of(line.subject(), line.leader(), line.school(),
                            line.by(), line.document())).toList()));
        }
        blocks.add(new Signature(m.t("community.annex.bureau", district), LocalDate.parse(on)));
        return new OfficialDocument(m.t("community.annex.file", on), m.t("community.annex"),
                m.t("community.annex.title"), blocks);
    }

    /** As rows that the table of seats takes in again. */
    static TableFile table(List<Roster> rosters, LocalDate day, Messages m) {
        List<List<String>> rows = new ArrayList<>();
        for (Roster roster : rosters) {
            roster.of(Body.LIAISONS).forEach(seat -> rows.add(row(roster, seat, "LIAISON", m)));
            roster.subjects().forEach(subject -> roster.leader(subject)
                    .ifPresent(seat -> rows.add(row(roster, seat, "LEADER", m))));
        }
        return new TableFile(m.t("community.annex.file", day),
                List.of(m.t("community.community"), m.t("community.annex.place"), m.t("community.few.subject"),
                        m.t("community.annex.number"), m.t("community.annex.name"), m.t("community.school"),
                        m.t("community.annex.from"), m.t("community.annex.by"), m.t("community.annex.document")),
                rows);
    }

    private static List<String> row(Roster roster, Seat seat, String place, Messages m) {
        Somebody person = roster.people().get(seat.person());
        return List.of(roster.community().name(), m.t("community.place." + place), text(seat.subject()),
                person == null ? "" : text(person.number()), roster.name(seat.person()),
                roster.school(seat.school()).map(School::name).orElse(""), seat.from().toString(),
                roster.name(seat.appointedBy()), text(seat.document()));
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    /** 一 to 九十九. */
    private static String numeral(int number) {
        int tens = number / 10;
        String units = number % 10 == 0 ? "" : DIGITS.substring(number % 10 - 1, number % 10);
        return (tens > 1 ? DIGITS.substring(tens - 1, tens) : "") + (tens > 0 ? "十" : "") + units;
    }
}
