package org.jiaogongti.platform.school;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jiaogongti.charter.calendar.Period;
import org.jiaogongti.charter.calendar.PeriodKind;

/**
 * The district's calendar.
 *
 * @param periods terms, school years, calendar years and rounds
 */
public record SchoolCalendar(List<Period> periods, List<Phase> phases, List<ClosedDay> closedDays) {

    public SchoolCalendar {
        periods = List.copyOf(periods);
        phases = List.copyOf(phases);
        closedDays = List.copyOf(closedDays);
    }

    /** Terms, oldest first. */
    public List<Period> terms() {
        return periods.stream().filter(period -> period.kind() == PeriodKind.TERM)
                .sorted(Comparator.comparing(period -> period.days().first())).toList();
    }

    public Optional<Period> find(String name) {
        return periods.stream().filter(period -> period.name().equals(name)).findFirst();
    }

    /** The term a day belongs to for those who look at the board: the one it lies in, else the one that ended last. */
    public Optional<Period> termAt(LocalDate day) {
        return terms().stream().filter(term -> !term.days().first().isAfter(day))
                .reduce((earlier, later) -> later);
    }

    public Optional<Period> schoolYearAt(LocalDate day) {
        return at(PeriodKind.SCHOOL_YEAR, day);
    }

    public Optional<Period> roundAt(LocalDate day) {
        return at(PeriodKind.ROUND, day);
    }

    /** The week of the term a day lies in, from 1; weeks begin on Monday. */
    public static int weekOf(Period term, LocalDate day) {
        return (int) ChronoUnit.WEEKS.between(monday(term.days().first()), monday(day)) + 1;
    }

    /** How many weeks the term has, begun ones included. */
    public static int weeks(Period term) {
        return weekOf(term, term.days().last());
    }

    private Optional<Period> at(PeriodKind kind, LocalDate day) {
        return periods.stream().filter(period -> period.kind() == kind && period.days().contains(day)).findFirst();
    }

    private static LocalDate monday(LocalDate day) {
        return day.minusDays(day.getDayOfWeek().getValue() - 1L);
    }
}
