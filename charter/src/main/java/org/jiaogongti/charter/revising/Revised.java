package org.jiaogongti.charter.revising;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.jiaogongti.charter.Charter;
import org.jiaogongti.charter.DatedRule;
import org.jiaogongti.charter.Decision;
import org.jiaogongti.charter.Obligation;
import org.jiaogongti.charter.Reading;
import org.jiaogongti.charter.Rule;
import org.jiaogongti.charter.explaining.Wording;
import org.jiaogongti.charter.goals.AnnualTarget;
import org.jiaogongti.charter.goals.DatedAim;
import org.jiaogongti.charter.goals.ExpectedOutcome;
import org.jiaogongti.charter.goals.Goal;
import org.jspecify.annotations.Nullable;

/**
 * What was decided about a duty or goal since the notice, one line each, with what stood there before.
 *
 * @param part the charter file's word for what changed: 至少, 多久, 每个, 窗口, 只数, 基线, 预期, a year, 新增,
 *        不再要求, or the open point's name
 * @param before empty where nothing stood there
 * @param after empty where nothing is left
 * @param words the document's own words, where it brought the duty; else empty
 */
public record Revised(String part, String before, String after, LocalDate from, Grounds grounds, String words) {

    /** Of one duty, oldest first. */
    public static List<Revised> of(Charter charter, Obligation duty) {
        List<Revised> revised = new ArrayList<>();
        quantities(duty, revised);
        rules(duty, revised);
        decisions(duty.changes().added(), duty.changes().dropped(), duty.head().name(), revised);
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

    /** Of a goal in a round, oldest first. */
    public static List<Revised> of(Goal goal, String round) {
        List<Revised> revised = new ArrayList<>();
        ExpectedOutcome outcome = goal.rounds().stream().filter(each -> each.round().equals(round)).findFirst()
                .orElse(null);
        if (outcome == null) {
            return revised;
        }
        decisions(goal.added() == null ? outcome.added() : goal.added(), null, goal.name(), revised);
        String unit = goal.indicator().unit();
        ExpectedOutcome was = outcome;
        for (DatedAim aim : outcome.redrawn()) {
            ExpectedOutcome is = was.with(aim);
            Grounds grounds = Grounds.of(aim.decidedBy(), aim.basis());
            if (aim.baseline() != null) {
                revised.add(new Revised("基线", Wording.of(was.baseline(), unit), Wording.of(is.baseline(), unit),
                        aim.from(), grounds, ""));
            }
            if (aim.expected() != null) {
                revised.add(new Revised("预期", Wording.of(was.expected(), unit), Wording.of(is.expected(), unit),
                        aim.from(), grounds, ""));
            }
            for (AnnualTarget each : aim.years()) {
                revised.add(new Revised(each.year() + " 年",
                        was.target(each.year()).map(target -> Wording.of(target, unit)).orElse(""),
                        Wording.of(each.target(), unit), aim.from(), grounds, ""));
            }
            was = is;
        }
        decisions(null, outcome.ended(), goal.name(), revised);
        return List.copyOf(revised);
    }

    private static void quantities(Obligation duty, List<Revised> into) {
        List<Decided> decided = new ArrayList<>();
        if (duty instanceof Obligation.Counted counted) {
            counted.quantities().stream().filter(each -> !each.decidedBy().isEmpty()).forEach(each -> decided
                    .add(new Decided(each.from(), Grounds.of(each.decidedBy(), each.basis()))));
        }
        duty.changes().rules().stream().filter(rule -> rule.quantity() != null).forEach(rule -> decided
                .add(new Decided(rule.from(), Grounds.of(rule.decidedBy(), rule.basis()))));
        decided.sort(Comparator.comparing(Decided::from));
        for (Decided each : decided) {
            String unit = duty.head().unit();
            into.add(new Revised("至少", Wording.number(duty.quantityOn(each.from().minusDays(1)), unit),
                    Wording.number(duty.quantityOn(each.from()), unit), each.from(), each.grounds(), ""));
        }
    }

    private record Decided(LocalDate from, Grounds grounds) {}

    private static void rules(Obligation duty, List<Revised> into) {
        for (DatedRule dated : duty.changes().rules()) {
            Grounds grounds = Grounds.of(dated.decidedBy(), dated.basis());
            Stated was = stated(duty, dated.from().minusDays(1));
            Stated is = stated(duty, dated.from());
            part(into, "多久", was.often(), is.often(), dated, grounds);
            part(into, "每个", was.each(), is.each(), dated, grounds);
            part(into, "窗口", was.window(), is.window(), dated, grounds);
            part(into, "只数", was.conditions(), is.conditions(), dated, grounds);
        }
    }

    /** How it counts on a day, in words. */
    private record Stated(String often, String each, String window, String conditions) {}

    private static Stated stated(Obligation duty, LocalDate day) {
        return switch (duty) {
            case Obligation.Uncounted told -> new Stated(told.asked(day).recurrence().word(),
                    told.asked(day).each().word(), "", "");
            case Obligation.Counted counted -> {
                Rule rule = counted.base();
                for (DatedRule dated : counted.changes().rules()) {
                    rule = dated.from().isAfter(day) ? rule : dated.applyTo(rule);
                }
                yield new Stated(rule.recurrence().word(), rule.each().word(), rule.window().word(), conditions(rule));
            }
        };
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

    private static void decisions(@Nullable Decision added, @Nullable Decision dropped, String name,
            List<Revised> into) {
        decision(into, "新增", "", name, added);
        decision(into, "不再要求", name, "", dropped);
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
