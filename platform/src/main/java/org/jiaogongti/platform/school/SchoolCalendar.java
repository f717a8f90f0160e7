package org.jiaogongti.platform.school;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
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

    /** With these in the place of those of the same name or day. */
    public SchoolCalendar with(SchoolCalendar part) {
        List<Period> allPeriods = new ArrayList<>(periods);
        allPeriods.removeIf(each -> part.find(each.name()).isPresent());
        allPeriods.addAll(part.periods());
        List<Phase> allPhases = new ArrayList<>(phases);
        allPhases.removeIf(each -> part.phases().stream()
                .anyMatch(other -> other.round().equals(each.round()) && other.name().equals(each.name())));
        allPhases.addAll(part.phases());
        List<ClosedDay> allClosed = new ArrayList<>(closedDays);
        allClosed.removeIf(each -> part.closedDays().stream().anyMatch(other -> other.day().equals(each.day())));
        allClosed.addAll(part.closedDays());
        return new SchoolCalendar(allPeriods, allPhases, allClosed);
    }

    /** Without periods of these names, with their phases. */
    public SchoolCalendar without(Collection<String> names) {
        return new SchoolCalendar(periods.stream().filter(each -> !names.contains(each.name())).toList(),
                phases.stream().filter(each -> !names.contains(each.round())).toList(), closedDays);
    }

    /** Without these closed days. */
    public SchoolCalendar open(Collection<LocalDate> days) {
        return new SchoolCalendar(periods, phases,
                closedDays.stream().filter(each -> !days.contains(each.day())).toList());
    }

    /** The same for calendars that say the same, so that a form knows whether it is out of date. */
    public String mark() {
        return Integer.toHexString(Stream.of(periods, phases, closedDays).flatMap(List::stream)
                .map(Object::toString).sorted().toList().hashCode());
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

    /** The Monday of a day's week. */
    public static LocalDate monday(LocalDate day) {
        return day.minusDays(day.getDayOfWeek().getValue() - 1L);
    }
}
