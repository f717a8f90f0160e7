package org.jiaogongti.platform.school;

import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/**
 * When a period begins and ends at a place, from a day to a day (作息时间).
 *
 * @param to the last day, or null while it lasts
 */
public record Bell(Site site, int period, LocalDate from, @Nullable LocalDate to, LocalTime starts, LocalTime ends) {

    public boolean holdsOn(LocalDate day) {
        return !day.isBefore(from) && (to == null || !day.isAfter(to));
    }
}
