package org.jiaogongti.platform.activity;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened to an occasion.
 *
 * @param school the school that speaks, only with answers
 * @param words a reason or a word, may be empty
 * @param on the business day
 */
public record Step(What what, @Nullable UUID school, String words, UUID actor, String actorName, LocalDate on,
        Instant at) {

    /** What may happen. */
    public enum What {
        RECORDED,
        /** Something changed that duties are counted from: the other school looks again. */
        CHANGED,
        /** Only words changed. */
        AMENDED, HELD, CANCELLED, WITHDRAWN,
        /** Taken back by the recorder within ten minutes. */
        UNDONE,
        /** 来过. */
        CAME,
        /** 不对. */
        NOT_SO,
        /** The bureau decides that it counts. */
        STANDS,
        /** The bureau decides that it does not. */
        FALLS, REOPENED, JOINED, PARTED,
        /** 公布, for the first time or on other terms. */
        ANNOUNCED,
        /** The announcement was taken back. */
        UNANNOUNCED,
        /** 改期. */
        MOVED,
        /** A text of the minutes was written. */
        MINUTED,
        /** The minutes are settled. */
        CLOSED,
        /** Brought back from the bin. */
        RESTORED
    }
}
