package org.jiaogongti.platform.filing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * One thing that happened to a filing.
 *
 * @param number the version it was about
 * @param words advice, a reason, a question or an answer; may be empty
 */
public record FilingStep(What what, int number, String words, UUID actor, String actorName, LocalDate on, Instant at) {

    /** What may happen. */
    public enum What {
        /** A plan was handed in for checking. */
        SUBMITTED,
        /** 报备: it counts from this day on. */
        FILED,
        /** Another version. */
        RESUBMITTED, APPROVED,
        /** 同意，附意见. */
        ADVISED,
        /** 退回修改. */
        RETURNED,
        /** The training department asks back. */
        ASKED, ANSWERED,
        /** 收下. */
        ACCEPTED, TAKEN_BACK,
        /** The occasion was called off or taken back. */
        ENDED;

        /** A word of the one whose task it was. */
        public boolean decides() {
            return this == APPROVED || this == ADVISED || this == RETURNED || this == ASKED || this == ACCEPTED;
        }
    }
}
