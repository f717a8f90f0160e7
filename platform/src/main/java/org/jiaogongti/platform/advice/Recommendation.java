package org.jiaogongti.platform.advice;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One piece of advice (建议) and where it stands.
 *
 * @param school to which school, or null where it is to the community, for which its lead school answers
 * @param answerBy by when an answer is asked
 */
public record Recommendation(UUID id, UUID visit, UUID community, @Nullable UUID school, String words,
        LocalDate givenOn, LocalDate answerBy, Standing standing) {

    public static final int LONGEST = 500;
    /** For an answer, where the adviser asks for no other day. */
    public static final int DAYS = 30;
    public static final int MOST_DAYS = 366;

    /** What was last said to it. */
    public enum Standing {
        GIVEN, ADOPTED, PARTLY, DECLINED, DONE
    }

    /** As a list shows it on a day. */
    public enum State {
        OPEN, LATE, ADOPTED, PARTLY, DECLINED, DONE
    }

    public State state(LocalDate today) {
        return switch (standing) {
            case GIVEN -> today.isAfter(answerBy) ? State.LATE : State.OPEN;
            case ADOPTED -> State.ADOPTED;
            case PARTLY -> State.PARTLY;
            case DECLINED -> State.DECLINED;
            case DONE -> State.DONE;
        };
    }

    Recommendation with(Standing other) {
        return new Recommendation(id, visit, community, school, words, givenOn, answerBy, other);
    }
}
