package org.jiaogongti.platform.obligation.model;

import java.util.ArrayList;
import java.util.List;
import org.jiaogongti.charter.Fact;
import org.jiaogongti.charter.OccasionPart;
import org.jiaogongti.charter.OccasionState;
import org.jiaogongti.charter.Placement;
import org.jiaogongti.charter.counting.Contribution;
import org.jiaogongti.charter.counting.Instance;
import org.jspecify.annotations.Nullable;

/**
 * What the facts of one record are worth. A planned or disputed record is judged as if it were held, and its lines are
 * kept apart, so that the same rules say what is planned and what hangs on a dispute.
 *
 * @param derived instances that exist only because of the record
 */
public record Reckoning(List<Line> lines, List<Instance> derived) {

    public Reckoning {
        lines = List.copyOf(lines);
        derived = List.copyOf(derived);
    }

    public static Reckoning of(Rules rules, List<? extends Fact> facts) {
        List<Line> lines = new ArrayList<>();
        for (Footing footing : Footing.values()) {
            List<Fact> asHeld = new ArrayList<>();
            facts.forEach(fact -> collect(fact, footing, asHeld));
            if (asHeld.isEmpty()) {
                continue;
            }
            for (Contribution contribution : rules.contributions(asHeld)) {
                Footing stands = footing(rules, contribution, footing);
                if (contribution.amount() != 0 && stands != null) {
                    lines.add(new Line(contribution.part(), contribution.key(), stands, contribution.amount(),
                            contribution.countsOn()));
                }
            }
        }
        return new Reckoning(lines, rules.derived(facts));
    }

    /** A paper counts from its day on, also for what is only planned; what is disputed owes none. */
    private static @Nullable Footing footing(Rules rules, Contribution contribution, Footing asked) {
        if (!rules.eachTime(contribution.key().duty())) {
            return asked;
        }
        return asked == Footing.DISPUTED ? null : Footing.HELD;
    }

    private static void collect(Fact fact, Footing footing, List<Fact> asHeld) {
        switch (fact) {
            case Placement placement -> {
                if (footing == Footing.HELD) {
                    asHeld.add(placement);
                }
            }
            case OccasionPart part -> {
                if (footing(part.state()) == footing && part.state() != OccasionState.CANCELLED) {
                    asHeld.add(part.as(OccasionState.HELD));
                }
            }
        }
    }

    private static Footing footing(OccasionState state) {
        return switch (state) {
            case HELD, CANCELLED -> Footing.HELD;
            case PLANNED -> Footing.PLANNED;
            case DISPUTED -> Footing.DISPUTED;
        };
    }
}
