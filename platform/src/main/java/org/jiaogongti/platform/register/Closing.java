package org.jiaogongti.platform.register;

import java.time.LocalDate;
import java.util.UUID;

/**
 * That an entry was closed, or that this was taken back.
 *
 * @param last the last day on the list
 * @param words the reason, or empty where it was taken back
 */
public record Closing(UUID id, WeakKey entry, What what, LocalDate last, String words, LocalDate on,
        String actorName) {

    public static final int LONGEST = 500;

    /** Which of the two. */
    public enum What {
        CLOSED, TAKEN_BACK
    }
}
