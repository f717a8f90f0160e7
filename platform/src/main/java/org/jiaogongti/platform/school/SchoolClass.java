package org.jiaogongti.platform.school;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A class of a place from a day to a day.
 *
 * @param size how many it has, or null where nobody has said; a number and nothing about anybody
 * @param to the last day, or null while it lasts
 */
public record SchoolClass(Site site, ClassName name, LocalDate from, @Nullable LocalDate to, @Nullable Integer size) {

    public boolean holdsOn(LocalDate day) {
        return !day.isBefore(from) && (to == null || !day.isAfter(to));
    }
}
