package org.jiaogongti.platform.register;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * What the lead school requires of a member school in the graduation year.
 *
 * @param year the school year in which it is due
 * @param due the last day for it
 * @param steps what was said of it, oldest first
 */
public record Requirement(UUID id, UUID community, String year, UUID school, String words, LocalDate due, LocalDate on,
        String actorName, List<Step> steps) {

    public static final int LONGEST = 400;
    public static final int LONGEST_ANSWER = 200;

    public Requirement {
        steps = List.copyOf(steps);
    }

    /**
     * What was said of one.
     *
     * @param day the day that an answer speaks of
     */
    public record Step(UUID id, UUID requirement, What what, String words, LocalDate day, LocalDate on,
            String actorName) {}

    /** Who may say something. */
    public enum Side {
        MEMBER, LEAD
    }

    /** What may be said: the member school answers, the lead school finds what became of it or withdraws it. */
    public enum What {
        DONE(Side.MEMBER), PARTLY(Side.MEMBER), NOT_DONE(Side.MEMBER), MET(Side.LEAD), PARTLY_MET(Side.LEAD), NOT_MET(
                Side.LEAD), WITHDRAWN(Side.LEAD);

        private final Side side;

        What(Side side) {
            this.side = side;
        }

        public Side side() {
            return side;
        }

        /** Only that it is met needs no words. */
        public boolean needsWords() {
            return this != MET;
        }
    }

    /** How it stands. */
    public enum State {
        OPEN, LATE, ANSWERED, MET, PARTLY_MET, NOT_MET,
        /** The member school says that it is done, the lead school does not find it met. */
        DISPUTED, WITHDRAWN
    }
}
