package org.jiaogongti.platform.school;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A change of the calendar as it was made.
 *
 * @param on the business day
 * @param reason may be empty
 * @param takesBack the change that it takes back, or null
 */
public record CalendarChange(UUID id, UUID actor, String actorName, LocalDate on, How how, String reason,
        @Nullable UUID takesBack, List<CalendarLine> lines) {

    public CalendarChange {
        lines = List.copyOf(lines);
    }

    /** By which way it came. */
    public enum How {
        PAGE, TABLE, TAKEN_BACK
    }
}
