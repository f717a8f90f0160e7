package org.jiaogongti.platform.goal;

import java.time.Year;
import java.util.List;
import java.util.Optional;
import org.jiaogongti.charter.goals.Attainment;
import org.jiaogongti.charter.goals.Baseline;
import org.jiaogongti.charter.goals.Change;
import org.jiaogongti.charter.goals.ExpectedOutcome;
import org.jiaogongti.charter.goals.Goal;
import org.jiaogongti.charter.goals.Measured;
import org.jiaogongti.charter.goals.Target;
import org.jspecify.annotations.Nullable;

/**
 * One goal of one place in one round.
 *
 * @param years of the round, with what was to be reached and what is known
 */
public record GoalLine(Goal goal, Place place, ExpectedOutcome outcome, List<InYear> years) {

    public GoalLine {
        years = List.copyOf(years);
    }

    /**
     * One year.
     *
     * @param begun whether its first day has come
     * @param over whether the year, or the round in it, has ended
     * @param target null where the year has none of its own
     * @param told null where nothing is known
     */
    public record InYear(Year year, boolean begun, boolean over, @Nullable Target target, @Nullable Told told) {

        /** Empty where the year has no target of its own, or has not begun. */
        public Optional<Attainment> attainment() {
            Target aimed = target;
            Told known = told;
            return aimed == null || !begun
                    ? Optional.empty()
                    : Optional.of(known == null ? Attainment.none() : known.against(aimed));
        }
    }

    /** What is known last in the round; empty where nothing is. */
    public Optional<Told> last() {
        return years.reversed().stream().flatMap(each -> Optional.ofNullable(each.told()).stream()).findFirst();
    }

    /** Against what is to be reached at the round's end. */
    public Attainment attainment() {
        return last().map(told -> told.against(outcome.expected())).orElseGet(Attainment::none);
    }

    /** How far it has come from the baseline; empty where either is not known. The baseline is the district's. */
    public Optional<Change> change() {
        Measured measured = last().map(Told::measured).orElse(null);
        return measured != null && place.district() && outcome.baseline() instanceof Baseline.Known known
                ? Optional.of(Change.of(measured, known, goal.indicator().direction()))
                : Optional.empty();
    }
}
