package org.jiaogongti.platform.filing.model;

import java.util.Optional;
import org.jiaogongti.platform.activity.ActivityKind.Gate;
import org.jiaogongti.platform.filing.Filing.State;
import org.jiaogongti.platform.filing.FilingStep.What;

/** From which state a filing comes to which. */
public final class Moves {

    private Moves() {}

    /** Where the first text brings it: a plan waits to be checked, everything else is filed at once. */
    public static State first(Gate gate) {
        return gate == Gate.CHECKED_AND_FILED ? State.CHECKING : State.FILED;
    }

    /** Empty where this cannot be done any more, because something else was done before. */
    public static Optional<State> after(State now, Gate gate, What what) {
        return switch (what) {
            case SUBMITTED, FILED -> now == State.TAKEN_BACK ? Optional.of(first(gate)) : Optional.empty();
            case RESUBMITTED -> Optional.ofNullable(switch (now) {
                case TAKEN_BACK -> null;
                case ASKED -> gate == Gate.CHECKED_AND_FILED ? State.CHECKING : State.ANSWERED;
                case CHECKING, RETURNED, FILED, ANSWERED, ACCEPTED -> first(gate);
            });
            case APPROVED, ADVISED -> from(now, State.FILED, State.CHECKING);
            case RETURNED -> from(now, State.RETURNED, State.CHECKING);
            case ASKED -> from(now, State.ASKED, State.FILED, State.ANSWERED);
            case ANSWERED -> from(now, State.ANSWERED, State.ASKED);
            case ACCEPTED -> from(now, State.ACCEPTED, State.FILED, State.ANSWERED);
            case TAKEN_BACK, ENDED -> now == State.TAKEN_BACK ? Optional.empty() : Optional.of(State.TAKEN_BACK);
        };
    }

    private static Optional<State> from(State now, State to, State... allowed) {
        return java.util.Arrays.asList(allowed).contains(now) ? Optional.of(to) : Optional.empty();
    }
}
