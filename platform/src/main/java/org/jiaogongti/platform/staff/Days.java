package org.jiaogongti.platform.staff;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Where a stretch of days lies, seen from one day. */
public enum Days {
    COMING, NOW, ENDED;

    /**
     * @param to the last day, or null while it lasts
     */
    public static Days of(LocalDate from, @Nullable LocalDate to, LocalDate day) {
        if (day.isBefore(from)) {
            return COMING;
        }
        return to != null && day.isAfter(to) ? ENDED : NOW;
    }
}
