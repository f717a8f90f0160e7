package org.jiaogongti.platform.inspection;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One visit of the bureau to a school.
 *
 * @param year the school year of its day, against whose ceiling it counts
 * @param about what it is about
 * @param over why it was planned above the ceiling; empty where it is not
 * @param by the inspector who answers for it, and the day it was planned
 */
public record Inspection(UUID id, UUID school, String year, LocalDate day, Kind kind, State state, String about,
        String over, By by) {

    public static final int LONGEST = 200;
    public static final int MOST_POINTS = 60;

    /** Whether the school is told beforehand. */
    public enum Kind {
        SCHEDULED, UNANNOUNCED
    }

    public enum State {
        PLANNED, HELD, CANCELLED
    }

    /** What is said of a visit. */
    public enum What {
        MOVED, HELD, CANCELLED, REOPENED
    }

    /**
     * Something said of it.
     *
     * @param day the new day, only where it was moved
     */
    public record Step(UUID id, UUID inspection, What what, String words, @Nullable LocalDate day, By by) {}

    /** An unannounced visit is hidden from the school until its day, and for good when it was called off. */
    public boolean visibleToSchool(LocalDate today) {
        return kind == Kind.SCHEDULED || state == State.HELD || (state == State.PLANNED && !day.isAfter(today));
    }
}
