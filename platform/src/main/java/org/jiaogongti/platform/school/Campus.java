package org.jiaogongti.platform.school;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A place where a school teaches besides its main one, from a day to a day.
 *
 * @param name known by its name; a school of the same name is this place with a code of its own
 * @param school the school it belongs to: a point's central school
 * @param to the last day, or null while it lasts
 */
public record Campus(String name, UUID school, Kind kind, LocalDate from, @Nullable LocalDate to) {

    /** What the place is. */
    public enum Kind {
        /** 校区. */
        CAMPUS,
        /** 完小. */
        COMPLETE,
        /** 教学点. */
        TEACHING_POINT
    }

    public boolean holdsOn(LocalDate day) {
        return !day.isBefore(from) && (to == null || !day.isAfter(to));
    }
}
