package org.jiaogongti.platform.staff;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A pair of the 青蓝工程: somebody guides a younger colleague by an agreement.
 *
 * @param to the last day as agreed, or null while none is
 * @param ending when and why it ended before its time, or null
 */
public record MentoringPair(UUID id, Two two, Agreement agreement, LocalDate from, @Nullable LocalDate to,
        @Nullable Ending ending) {

    /** Who guides whom, with the schools they were in post at when they agreed. */
    public record Two(UUID mentor, UUID mentee, UUID mentorSchool, UUID menteeSchool) {}

    /**
     * What was signed.
     *
     * @param document name or number of the paper
     * @param weeks between two meetings at most, or null where it does not say
     */
    public record Agreement(String document, LocalDate on, @Nullable Integer weeks) {

        public static final int MOST_WEEKS = 26;
    }

    /** The last day of a pair that ended before its time. */
    public record Ending(LocalDate on, String reason) {}

    /** How a pair stands on a day. */
    public enum State {
        COMING,
        /** It has met within the agreed time, or at all where none is agreed. */
        MET,
        /** It has not met yet, and the agreed time has not passed. */
        NOT_YET,
        /** The agreed time has passed without a meeting. */
        LATE, ENDED
    }

    /** The last day, agreed or since then; null while it goes on. */
    public @Nullable LocalDate last() {
        return ending == null ? to : ending.on();
    }

    public Days days(LocalDate day) {
        return Days.of(from, last(), day);
    }

    /**
     * @param met the last meeting up to the day, or null
     */
    public State state(LocalDate day, @Nullable LocalDate met) {
        return switch (days(day)) {
            case COMING -> State.COMING;
            case ENDED -> State.ENDED;
            case NOW -> {
                Integer weeks = agreement.weeks();
                if (weeks != null && weeksSince(day, met) >= weeks + 1) {
                    yield State.LATE;
                }
                yield met == null ? State.NOT_YET : State.MET;
            }
        };
    }

    /** Whole weeks since they last met, or since they began. */
    public int weeksSince(LocalDate day, @Nullable LocalDate met) {
        return (int) ChronoUnit.WEEKS.between(met == null ? from : met, day);
    }

    MentoringPair with(@Nullable Ending other) {
        return new MentoringPair(id, two, agreement, from, to, other);
    }

    boolean crosses(MentoringPair other) {
        return two.mentor().equals(other.two().mentor()) && two.mentee().equals(other.two().mentee())
                && !id.equals(other.id()) && RegisterChanges.overlaps(from, last(), other.from(), other.last());
    }
}
