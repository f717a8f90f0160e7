package org.jiaogongti.charter.calendar;

import java.time.LocalDate;

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
}
