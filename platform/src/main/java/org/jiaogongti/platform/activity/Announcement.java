package org.jiaogongti.platform.activity;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How a planned occasion was announced (公布), or that this was taken back.
 *
 * @param number rises with every announcement of the same occasion
 * @param places for those who sign up, or null where there is no end of them
 * @param until the last day of signing up
 * @param words what there is to know, or why it was taken back
 */
public record Announcement(int number, What what, Entry entry, Audience audience, @Nullable Integer places,
        LocalDate until, String words, UUID actor, String actorName, LocalDate on, Instant at) {

    /** What was done. */
    public enum What {
        ANNOUNCED, TAKEN_BACK
    }

    /** Who may come. */
    public enum Entry {
        /** Whoever signs up. */
        OPEN,
        /** Only the invited; the others are told. */
        INVITED
    }

    /** Whom it concerns. */
    public enum Audience {
        /** All teachers of the communities it belongs to. */
        COMMUNITY,
        /** Of those the ones who teach the subject. */
        SUBJECT
    }

    public boolean holds() {
        return what == What.ANNOUNCED;
    }
}
