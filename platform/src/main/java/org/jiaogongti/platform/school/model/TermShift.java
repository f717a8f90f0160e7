package org.jiaogongti.platform.school.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jiaogongti.charter.calendar.DateRange;
import org.jiaogongti.charter.calendar.Period;
import org.jiaogongti.platform.school.SchoolCalendar;

/** The days that lie in another term, or in none, after a change. */
public final class TermShift {

    private TermShift() {}

    /** In order; neighbouring days together. */
    public static List<DateRange> days(SchoolCalendar before, SchoolCalendar after) {
        SortedSet<LocalDate> edges = new TreeSet<>();
        for (SchoolCalendar calendar : List.of(before, after)) {
            for (Period term : calendar.terms()) {
                edges.add(term.days().first());
                edges.add(term.days().last().plusDays(1));
            }
        }
        List<DateRange> moved = new ArrayList<>();
        LocalDate from = null;
        for (LocalDate edge : edges) {
            if (from != null && !termOn(before, from).equals(termOn(after, from))) {
                add(moved, from, edge.minusDays(1));
            }
            from = edge;
        }
        return moved;
    }

    private static void add(List<DateRange> moved, LocalDate first, LocalDate last) {
        if (!moved.isEmpty() && moved.getLast().last().plusDays(1).equals(first)) {
            moved.set(moved.size() - 1, new DateRange(moved.getLast().first(), last));
        } else {
            moved.add(new DateRange(first, last));
        }
    }

    private static Optional<String> termOn(SchoolCalendar calendar, LocalDate day) {
        return calendar.terms().stream().filter(term -> term.days().contains(day)).map(Period::name).findFirst();
    }
}
