package org.jiaogongti.platform.inspection;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * 问题: something that a school has to put right.
 *
 * @param origin where it was found
 * @param community of the school on the day it was found
 * @param firstDeadline the last day to put it right, as it was set with the finding
 * @param deadline the same as it stands now
 * @param disputeBy the last day to object to it
 * @param by who found it
 */
public record Finding(UUID id, Origin origin, UUID school, @Nullable UUID community, String clause, String duty,
        String words, State state, LocalDate firstDeadline, LocalDate deadline, LocalDate disputeBy, By by) {

    public static final int LONGEST = 300;
    public static final int LONGEST_WORDS = 1000;

    /** At a visit, at a line of its checklist, at a drawn record; all null where it came to light otherwise. */
    public record Origin(@Nullable UUID inspection, @Nullable UUID point, @Nullable UUID drawn) {

        public static final Origin NONE = new Origin(null, null, null);
    }

    /** To be put right, put right and to be looked at again, objected to, closed (销号), withdrawn. */
    public enum State {
        OPEN, RECTIFIED, DISPUTED, CLOSED, WITHDRAWN;

        /** Whether the school has something against it that is not done. */
        public boolean open() {
            return this != CLOSED && this != WITHDRAWN;
        }
    }

    /** What is said of a finding. */
    public enum What {
        RECTIFIED, DISPUTED, TAKEN_BACK, CLOSED, RETURNED, EXTENDED, WITHDRAWN, UPHELD, ACCEPTED, REOPENED
    }

    /** Who says it: the school, whoever inspects, or somebody who did not find it and decides about an objection. */
    public enum Side {
        SCHOOL, INSPECTOR, RULING
    }

    /**
     * Something said of it.
     *
     * @param deadline the new one, only with what gives one
     */
    public record Step(UUID id, UUID finding, What what, String words, @Nullable LocalDate deadline, By by) {}

    /** Open and past its deadline with nothing handed in. */
    public boolean overdue(LocalDate day) {
        return state == State.OPEN && deadline.isBefore(day);
    }
}
