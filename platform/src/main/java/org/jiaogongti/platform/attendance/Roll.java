package org.jiaogongti.platform.attendance;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * 签到 of one occasion.
 *
 * @param onDay the occasion's day when it was opened; on this day its codes are good
 * @param closed when and by whom, or null while it is open
 * @param held from when to when it really was, or null where nobody said so
 */
public record Roll(UUID occasion, LocalDate onDay, Instant openedAt, String openedBy, @Nullable Closed closed,
        @Nullable HeldTime held) {

    /**
     * Who closed it; what comes later is counted in their name.
     *
     * @param name empty where the night did, since nobody had
     */
    public record Closed(Instant at, UUID by, String name) {

        public boolean byItself() {
            return name.isEmpty();
        }
    }

    public boolean isOpen() {
        return closed == null;
    }

    /** Whether phones may sign in: open, and on its day. */
    public boolean takes(LocalDate today) {
        return isOpen() && onDay.equals(today);
    }
}
