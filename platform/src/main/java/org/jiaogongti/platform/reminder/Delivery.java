package org.jiaogongti.platform.reminder;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A letter or a robot's message of a day.
 *
 * @param target an account, or a robot
 * @param due when it is sent next; null once it is over
 * @param outcome of the last try; null before the first
 * @param detail what the other side answered, in its own words
 */
public record Delivery(UUID id, Way way, UUID target, LocalDate day, Instant made, int tries, @Nullable Instant due,
        @Nullable Outcome outcome, String detail) {

    /** By which way. */
    public enum Way {
        /** The day's letter. */
        MAIL,
        /** A letter with news alone. */
        NEWS, ROBOT
    }

    /** What came of a try. */
    public enum Outcome {
        SENT,
        /** All of it was done meanwhile. */
        NOTHING,
        /** The other side said no. */
        REFUSED,
        /** It did not answer. */
        SILENT,
        /** Its address is not one this server may call. */
        FORBIDDEN,
        /** There is no mail server any more, or no address. */
        UNSET
    }

    public boolean failed() {
        return outcome != null && outcome != Outcome.SENT && outcome != Outcome.NOTHING;
    }

    public boolean givenUp() {
        return failed() && due == null;
    }
}
