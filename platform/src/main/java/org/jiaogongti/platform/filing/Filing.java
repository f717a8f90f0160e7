package org.jiaogongti.platform.filing;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jiaogongti.platform.activity.ActivityKind.Gate;
import org.jspecify.annotations.Nullable;

/**
 * What was handed in about one occasion, as it stands.
 *
 * @param gate whether it is filed only, or checked first
 * @param heldOn the day of the occasion
 * @param latest number of the latest version of its text
 */
public record Filing(UUID id, UUID occasion, Gate gate, State state, String title, UUID community, UUID school,
        @Nullable String subject, LocalDate heldOn, UUID submitter, String submitterName, int latest,
        @Nullable LocalDate filedOn, @Nullable Approval approval) {

    /** Where it stands, and whose turn it is. */
    public enum State {
        CHECKING(Turn.RESEARCHER), RETURNED(Turn.SUBMITTER), FILED(Turn.DEPARTMENT), ASKED(Turn.SUBMITTER), ANSWERED(
                Turn.DEPARTMENT), ACCEPTED(Turn.NOBODY), TAKEN_BACK(Turn.NOBODY);

        private final Turn turn;

        State(Turn turn) {
            this.turn = turn;
        }

        public Turn turn() {
            return turn;
        }
    }

    /** For whom it waits. */
    public enum Turn {
        SUBMITTER, RESEARCHER, DEPARTMENT, NOBODY
    }

    /**
     * What exactly was approved.
     *
     * @param version the version of the text
     * @param hash SHA-256 of that text, in hexadecimal
     */
    public record Approval(LocalDate on, int version, String hash) {}

    /** Days between filing and the day of the occasion where it was filed after it (迟报); 0 otherwise. */
    public long lateDays() {
        return lateDays(filedOn, heldOn);
    }

    static long lateDays(@Nullable LocalDate filed, LocalDate held) {
        return filed == null ? 0 : Math.max(0, ChronoUnit.DAYS.between(held, filed));
    }

    public boolean plan() {
        return gate == Gate.CHECKED_AND_FILED;
    }
}
