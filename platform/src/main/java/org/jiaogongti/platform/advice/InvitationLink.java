package org.jiaogongti.platform.advice;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A one-time link for one purpose; what opens it is known to nobody but who got it.
 *
 * @param occasion what it opens, or null where it opens what became of the adviser's recommendations
 * @param last the last day on which it opens anything
 * @param openedAt when a device took it, or null
 */
public record InvitationLink(UUID id, UUID adviser, @Nullable UUID occasion, LocalDate last, String madeBy,
        LocalDate madeOn, @Nullable Instant openedAt, boolean revoked) {

    /** Longer is no visit any more. */
    public static final int LONGEST_DAYS = 60;
    /** For writing it up afterwards. */
    public static final int DAYS_AFTER = 7;

    /** Where it stands. */
    public enum State {
        WAITING, IN_USE, OVER, REVOKED
    }

    public State state(LocalDate today) {
        if (revoked) {
            return State.REVOKED;
        }
        if (today.isAfter(last)) {
            return State.OVER;
        }
        return openedAt == null ? State.WAITING : State.IN_USE;
    }

    public boolean opens(LocalDate today) {
        return !revoked && !today.isAfter(last);
    }
}
