package org.jiaogongti.charter.revising;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.jiaogongti.charter.Changes;
import org.jiaogongti.charter.Charter;
import org.jiaogongti.charter.DatedQuantity;
import org.jiaogongti.charter.DatedRule;
import org.jiaogongti.charter.Decision;
import org.jiaogongti.charter.Obligation;
import org.jiaogongti.charter.Reading;
import org.jiaogongti.charter.Rule;
import org.jiaogongti.charter.explaining.Wording;
import org.jspecify.annotations.Nullable;

/**
 * What was decided about a duty since the notice, one line each, with what stood there before.
 *
 * @param part the charter file's word for what changed: 至少, 多久, 每个, 窗口, 只数, 新增, 不再要求, or the open point's name
 * @param before empty where nothing stood there
 * @param after empty where nothing is left
 * @param words the document's own words, where it brought the duty; else empty
 */
public record Revised(String part, String before, String after, LocalDate from, Grounds grounds, String words) {

    /** Of one duty, oldest first. */
    public static List<Revised> of(Charter charter, Obligation duty) {
        List<Revised> revised = new ArrayList<>();
        if (duty instanceof Obligation.Counted counted) {
            String unit = duty.head().unit();
            DatedQuantity last = null;
            for (DatedQuantity quantity : counted.quantities()) {
                if (last != null && !quantity.decidedBy().isEmpty()) {
                    revised.add(new Revised("至少", last.quantity().target() + " " + unit,
                            quantity.quantity().target() + " " + unit, quantity.from(),
                            Grounds.of(quantity.decidedBy(), quantity.basis()), ""));
                }
                last = quantity;
            }
            rules(counted, revised);
            decisions(counted.changes(), duty.head().name(), revised);
        }
        duty.head().readings().forEach(name -> charter.reading(name).ifPresent(reading -> readings(reading, revised)));
        revised.sort(Comparator.comparing(Revised::from));
        return List.copyOf(revised);
    }

    /** Of an open point, oldest first. */
    public static List<Revised> of(Reading reading) {
        List<Revised> revised = new ArrayList<>();
        readings(reading, revised);
        return List.copyOf(revised);
    }

    private static void rules(Obligation.Counted duty, List<Revised> into) {
        Rule rule = duty.base();
        for (DatedRule dated : duty.changes().rules()) {
            Rule next = dated.applyTo(rule);
            Grounds grounds = Grounds.of(dated.decidedBy(), dated.basis());
            part(into, "多久", rule.recurrence().word(), next.recurrence().word(), dated, grounds);
            part(into, "每个", rule.each().word(), next.each().word(), dated, grounds);
            part(into, "窗口", rule.window().word(), next.window().word(), dated, grounds);
            part(into, "只数", conditions(rule), conditions(next), dated, grounds);
            rule = next;
        }
    }

    private static void part(List<Revised> into, String part, String before, String after, DatedRule dated,
            Grounds grounds) {
        if (!before.equals(after)) {
            into.add(new Revised(part, before, after, dated.from(), grounds, ""));
        }
    }

    private static String conditions(Rule rule) {
        return rule.conditions().stream().map(Wording::of).collect(Collectors.joining("；"));
    }

    private static void decisions(Changes changes, String name, List<Revised> into) {
        decision(into, "新增", "", name, changes.added());
        decision(into, "不再要求", name, "", changes.dropped());
    }

    private static void decision(List<Revised> into, String part, String before, String after,
            @Nullable Decision decision) {
        if (decision != null) {
            into.add(new Revised(part, before, after, decision.from(),
                    Grounds.of(decision.decidedBy(), decision.basis()), decision.words()));
        }
    }

    private static void readings(Reading reading, List<Revised> into) {
        Reading.Choice last = null;
        for (Reading.Choice choice : reading.choices()) {
            if (last != null && !last.alternative().equals(choice.alternative())) {
                into.add(new Revised(reading.name(), last.alternative(), choice.alternative(), choice.from(),
                        Grounds.of(choice.decidedBy(), choice.basis()), ""));
            }
            last = choice;
        }
    }
}
