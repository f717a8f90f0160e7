package org.jiaogongti.platform.inspection;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * 问责: the accountability of a unit, never of a person.
 *
 * @param proposed the heaviest action that may come of it, as the notice says
 * @param replyBy until when the school may reply, as the notice says
 * @param due until when the next step may or must come; null where none does
 * @param by who opened it
 */
public record Proceeding(UUID id, UUID school, String year, Reason reason, String facts, String clause,
        AccountabilityAction proposed, State state, LocalDate replyBy, @Nullable LocalDate due,
        By by) {

    public static final int LONGEST = 1000;
    public static final int MOST_FINDINGS = 20;

    /** 行动迟缓、工作不力. */
    public enum Reason {
        SLOW, INEFFECTIVE
    }

    public enum State {
        /** The notice (告知书) is there; the school may reply. */
        NOTICED,
        /** It has replied, or will not. */
        HEARD,
        /** Decided; the school may appeal. */
        DECIDED, APPEALED,
        /** Ruled on, or the appeal was taken back. */
        FINAL,
        /** The decision was revoked on appeal. */
        REVOKED,
        /** Decided that nothing follows. */
        DROPPED,
        /** The notice was withdrawn. */
        WITHDRAWN;

        public boolean running() {
            return this == NOTICED || this == HEARD || this == DECIDED || this == APPEALED;
        }
    }

    public enum What {
        REPLIED, REPLY_WAIVED, DECIDED, DROPPED, WITHDRAWN, APPEALED, APPEAL_TAKEN_BACK, UPHELD, LIGHTENED, REVOKED
    }

    /** Who says it: the school, whoever opened it, or whoever decides. */
    public enum Side {
        SCHOOL, OPENER, DECIDER
    }

    /**
     * Something said in it.
     *
     * @param measure the action decided on, only with what decides one
     * @param due until when the next step may or must come, or null
     */
    public record Step(UUID id, UUID proceeding, What what, @Nullable AccountabilityAction measure, String words,
            @Nullable LocalDate due, By by) {}
}
