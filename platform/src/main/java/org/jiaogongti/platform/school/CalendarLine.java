package org.jiaogongti.platform.school;

import java.time.LocalDate;
import java.util.stream.Stream;
import org.jiaogongti.charter.calendar.DateRange;
import org.jspecify.annotations.Nullable;

/**
 * One thing in the calendar that comes, goes or moves.
 *
 * @param of a period's kind, a phase's round, else empty
 * @param before null where it comes
 * @param after null where it goes
 */
public record CalendarLine(What what, String of, String name, @Nullable Days before, @Nullable Days after) {

    /** What stands in a calendar. */
    public enum What {
        PERIOD, PHASE, CLOSED
    }

    /** @param midterm the Monday of a term's mid-term week */
    public record Days(LocalDate first, LocalDate last, @Nullable LocalDate midterm) {

        public DateRange range() {
            return new DateRange(first, last);
        }
    }

    /** The other way round, for taking it back. */
    public CalendarLine reversed() {
        return new CalendarLine(what, of, name, after, before);
    }

    public boolean comes() {
        return before == null;
    }

    public boolean goes() {
        return after == null;
    }

    /** The days it had and will have. */
    public Stream<Days> days() {
        return Stream.of(before, after).flatMap(Stream::ofNullable);
    }
}
