package org.jiaogongti.platform.agenda;

import java.util.List;
import org.jiaogongti.platform.activity.OccasionDays.Dated;
import org.jiaogongti.platform.school.Bell;
import org.jiaogongti.platform.school.Lesson;
import org.jspecify.annotations.Nullable;

/**
 * A plan with all that is in its way.
 *
 * @param free periods of its day in which it would be in nobody's way
 */
public record ClashNote(Dated plan, List<Obstacle> obstacles, List<Bell> free) {

    public ClashNote {
        obstacles = List.copyOf(obstacles);
        free = List.copyOf(free);
    }

    /** What wants the same at the same time. */
    public sealed interface Obstacle {

        Wanted wanted();

        /** Another occasion, which the reader may not be allowed to open. */
        record Other(Wanted wanted, Dated occasion) implements Obstacle {}

        /**
         * A lesson of the timetable.
         *
         * @param lesson null where the reader may not look at that timetable
         * @param place short name of the school or name of the campus
         */
        record Taught(Wanted wanted, @Nullable Lesson lesson, String place) implements Obstacle {}
    }

    /**
     * Who or what is wanted twice.
     *
     * @param name of the person, the class or the room
     */
    public record Wanted(Kind kind, String name) {

        /** What it is. */
        public enum Kind {
            PERSON, PUPILS, ROOM
        }
    }
}
