package org.jiaogongti.platform.school;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A township or a former cooperation zone that a school belongs to from a day to a day.
 *
 * @param to the last day, or null while it lasts
 */
public record SchoolArea(UUID school, Kind kind, String area, LocalDate from, @Nullable LocalDate to) {

    /** What binds the schools of an area. */
    public enum Kind {
        /** 镇、街道. */
        TOWNSHIP,
        /** 原协作区. */
        ZONE
    }

    public boolean holdsOn(LocalDate day) {
        return !day.isBefore(from) && (to == null || !day.isAfter(to));
    }
}
