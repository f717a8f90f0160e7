package org.jiaogongti.platform.register;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which entries a list shows.
 *
 * @param subject empty for all
 */
public record WeakFilter(@Nullable UUID community, @Nullable UUID school, String subject, Show show, LocalDate on) {

    /** By how they stand on the day. */
    public enum Show {
        /** What is on the list. */
        NOW,
        /** Of these, what waits for something: a review, a measure, a ground. */
        WAITING, COMING, CLOSED, ALL
    }
}
