package org.jiaogongti.charter.calendar;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** Days from first to last, both included. */
public record DateRange(LocalDate first, LocalDate last) {

    public DateRange {
        if (last.isBefore(first)) {
            throw new IllegalArgumentException("The last day (%s) is before the first (%s).".formatted(last, first));
        }
    }

    public boolean contains(LocalDate day) {
        return !day.isBefore(first) && !day.isAfter(last);
    }

    /** The number of its days, 1 or more. */
    public long length() {
        return ChronoUnit.DAYS.between(first, last) + 1;
    }
}
