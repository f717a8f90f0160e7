package org.jiaogongti.platform.agenda.model;

import java.time.LocalTime;

/**
 * When on a day something is.
 *
 * @param to the first moment after it
 * @param told whether bells say so; otherwise it is the usual time of that part of the day, good enough to compare
 */
public record Span(LocalTime from, LocalTime to, boolean told) {

    /** One that ends when the other begins is not in its way. */
    public boolean overlaps(Span other) {
        return from.isBefore(other.to) && other.from.isBefore(to);
    }
}
