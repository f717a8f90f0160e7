package org.jiaogongti.platform.register;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that is to be done about an entry.
 *
 * @param person who answers for it, or null where nobody is named
 * @param until the last day
 * @param setOn the day on which it was entered
 */
public record Measure(UUID id, WeakKey entry, String words, @Nullable UUID person, LocalDate until,
        LocalDate setOn, List<Step> steps) {

    public static final int LONGEST = 200;

    public Measure {
        steps = List.copyOf(steps);
    }

    /** What was said of a measure. */
    public record Step(UUID id, UUID measure, What what, String words, LocalDate on, String actorName) {}

    /** What may be said of one. */
    public enum What {
        STARTED, DONE, DROPPED,
        /** Takes back what was said last. */
        TAKEN_BACK
    }

    /** How it stands. */
    public enum State {
        SET, STARTED, LATE, DONE, DROPPED
    }
}
