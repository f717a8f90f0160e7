package org.jiaogongti.charter.goals;

import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jiaogongti.charter.Decision;
import org.jspecify.annotations.Nullable;

/**
 * 预期目标: what a goal means in one round.
 *
 * @param round the round's name
 * @param expected what is to be reached at the round's end
 * @param years what is to be reached on the way, by year
 * @param redrawn what was decided about it since, the oldest first
 * @param added the decision that made it a goal of this round, where it was none; else null
 * @param ended the decision after which it is no goal of this round any more; else null
 */
public record ExpectedOutcome(String round, Baseline baseline, Target expected, List<AnnualTarget> years,
        List<DatedAim> redrawn, @Nullable Decision added, @Nullable Decision ended) {

    public ExpectedOutcome {
        years = List.copyOf(years);
        redrawn = List.copyOf(redrawn);
    }

    /** The target of a year; empty where that year has none of its own. */
    public Optional<Target> target(Year year) {
        return years.stream().filter(each -> each.year().equals(year)).map(AnnualTarget::target).findFirst();
    }

    /**
     * As everything that was decided leaves it. Each decision takes the place of what stood there; years that had ended
     * before one keep their targets, for no decision can name them. A goal that has ended asks for nothing in the years
     * after.
     */
    public ExpectedOutcome inForce() {
        ExpectedOutcome now = this;
        for (DatedAim aim : redrawn) {
            now = now.with(aim);
        }
        return ended == null ? now : now.until(ended);
    }

    /** With one decision in the place of what stood there. */
    public ExpectedOutcome with(DatedAim aim) {
        List<AnnualTarget> targets = new ArrayList<>(years);
        for (AnnualTarget other : aim.years()) {
            targets.removeIf(each -> each.year().equals(other.year()));
            targets.add(other);
        }
        targets.sort(Comparator.comparing(AnnualTarget::year));
        return new ExpectedOutcome(round, aim.baseline() == null ? baseline : aim.baseline(),
                aim.expected() == null ? expected : aim.expected(), targets, redrawn, added, ended);
    }

    private ExpectedOutcome until(Decision end) {
        return new ExpectedOutcome(round, baseline, expected,
                years.stream().filter(each -> lastDay(each.year()).isBefore(end.from())).toList(), redrawn, added,
                ended);
    }

    private static LocalDate lastDay(Year year) {
        return year.atDay(year.length());
    }
}
