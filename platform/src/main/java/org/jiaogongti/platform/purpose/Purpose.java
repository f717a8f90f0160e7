package org.jiaogongti.platform.purpose;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One line of the register.
 *
 * @param decision null while it waits for a second person
 * @param stop null unless it was stopped
 */
public record Purpose(UUID id, Terms terms, UUID enteredBy, Instant enteredAt, @Nullable Decision decision,
        @Nullable Stop stop) {

    /** What became of it. */
    public enum Outcome {
        CONFIRMED, REFUSED, WITHDRAWN
    }

    /** Who decided it, and the day on which. */
    public record Decision(Outcome outcome, String reason, UUID by, LocalDate on) {}

    /** From this day on it is used no more. */
    public record Stop(LocalDate on, String reason, UUID by) {}

    /** Where it stands on a day. */
    public enum State {
        WAITING, REFUSED, WITHDRAWN, TO_COME, IN_FORCE, OVER
    }

    public State state(LocalDate day) {
        Decision decided = decision;
        if (decided == null) {
            return State.WAITING;
        }
        return switch (decided.outcome()) {
            case REFUSED -> State.REFUSED;
            case WITHDRAWN -> State.WITHDRAWN;
            case CONFIRMED -> {
                LocalDate to = terms.to();
                boolean over = (to != null && day.isAfter(to)) || (stop != null && !day.isBefore(stop.on()));
                yield over
                        ? State.OVER
                        : day.isBefore(terms.from()) || day.isBefore(decided.on()) ? State.TO_COME : State.IN_FORCE;
            }
        };
    }

    public boolean inForce(LocalDate day) {
        return state(day) == State.IN_FORCE;
    }

    /** Whether it was confirmed, whatever came later. */
    public boolean confirmed() {
        return decision != null && decision.outcome() == Outcome.CONFIRMED;
    }
}
