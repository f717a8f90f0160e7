package org.jiaogongti.charter.whatif;

import java.time.Year;
import java.util.ArrayList;
import java.util.List;
import org.jiaogongti.charter.Charter;
import org.jiaogongti.charter.goals.AnnualTarget;
import org.jiaogongti.charter.goals.ExpectedOutcome;
import org.jiaogongti.charter.goals.Goal;
import org.jiaogongti.charter.goals.Target;
import org.jiaogongti.charter.revising.Difference;
import org.jiaogongti.charter.revising.Revision;
import org.jspecify.annotations.Nullable;

/**
 * A target that a difference changes, to be tried on what the round before came to: the value measured last is put against the
 * target as it is and as it would be ({@link org.jiaogongti.charter.goals.Attainment}).
 *
 * @param goal after the difference
 * @param year null for what is to be reached at the round's end
 * @param now null where nothing was aimed at
 * @param then null where nothing would be aimed at any more
 */
public record AimTrial(Goal goal, @Nullable Year year, @Nullable Target now, @Nullable Target then) {

    /** Every target that comes out otherwise, in the order of the goals; the round's end before its years. */
    public static List<AimTrial> of(Charter before, Charter after, Difference difference) {
        List<AimTrial> trials = new ArrayList<>();
        for (Goal goal : after.goals()) {
            ExpectedOutcome was = before.goal(goal.id()).flatMap(each -> each.in(difference.round())).orElse(null);
            ExpectedOutcome is = goal.in(difference.round()).orElse(null);
            if (is == null) {
                continue;
            }
            for (Revision revision : difference.revisions()) {
                if (revision.subject().equals(goal.id())) {
                    switch (revision) {
                        case Revision.Aimed aimed -> add(trials, goal, was, aimed.expected(), aimed.years());
                        case Revision.Striven _ -> add(trials, goal, null, is.expected(), is.years());
                        case Revision.Ended _ ->
                            trials.add(new AimTrial(goal, null, was == null ? null : was.expected(), null));
                        case Revision.Renumbered _,Revision.Restated _,Revision.Dropped _,Revision.Added _,Revision.ReadAs _ -> {
                            // Of a duty or an open point.
                        }
                    }
                }
            }
        }
        return trials;
    }

    private static void add(List<AimTrial> trials, Goal goal, @Nullable ExpectedOutcome was,
            @Nullable Target expected, List<AnnualTarget> years) {
        if (expected != null) {
            trials.add(new AimTrial(goal, null, was == null ? null : was.expected(), expected));
        }
        for (AnnualTarget each : years) {
            trials.add(new AimTrial(goal, each.year(), was == null ? null : was.target(each.year()).orElse(null),
                    each.target()));
        }
    }
}
