package org.jiaogongti.charter.goals;

import java.time.Year;
import java.util.List;
import java.util.Optional;

/**
 * 预期目标: what a goal means in one round.
 *
 * @param round the round's name
 * @param expected what is to be reached at the round's end
 * @param years what is to be reached on the way, by year
 */
public record ExpectedOutcome(String round, Baseline baseline, Target expected, List<AnnualTarget> years) {

    public ExpectedOutcome {
        years = List.copyOf(years);
    }

    /** The target of a year; empty where that year has none of its own. */
    public Optional<Target> target(Year year) {
        return years.stream().filter(each -> each.year().equals(year)).map(AnnualTarget::target).findFirst();
    }
}
