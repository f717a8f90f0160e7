package org.jiaogongti.platform.staff;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A title (称号) that a teacher bears, such as 骨干教师 or 名师.
 *
 * @param document what it was given by, or null
 * @param to the last day, or null while it lasts
 */
public record PersonTitle(UUID person, String name, Level level, @Nullable String document, LocalDate from,
        @Nullable LocalDate to) {

    /** Who gave it. */
    public enum Level {
        SCHOOL, DISTRICT, CITY, PROVINCE, NATION;

        /** Whether its bearer is a 名优骨干教师 in the notice's sense: lists of schools are no list of the bureau. */
        public boolean distinguished() {
            return this != SCHOOL;
        }
    }
}
