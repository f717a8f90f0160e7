package org.jiaogongti.platform.school.model;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jiaogongti.charter.calendar.Period;
import org.jiaogongti.charter.calendar.PeriodKind;
import org.jiaogongti.platform.school.CalendarProblem;
import org.jiaogongti.platform.school.ClosedDay;
import org.jiaogongti.platform.school.Phase;
import org.jiaogongti.platform.school.SchoolCalendar;

/** Whether a calendar makes sense as a whole. */
public final class CalendarCheck {

    private CalendarCheck() {}

    public static List<CalendarProblem> problems(SchoolCalendar calendar) {
        List<CalendarProblem> problems = new ArrayList<>();
        for (PeriodKind kind : PeriodKind.values()) {
            crossing(calendar.periods().stream().filter(period -> period.kind() == kind)
                    .sorted(Comparator.comparing(period -> period.days().first())).toList(), problems);
        }
        calendar.terms().forEach(term -> term(calendar, term, problems));
        calendar.phases().forEach(phase -> phase(calendar, phase, problems));
        phases(calendar.phases(), problems);
        Set<LocalDate> days = new HashSet<>();
        for (ClosedDay closed : calendar.closedDays()) {
            if (!days.add(closed.day())) {
                problems.add(CalendarProblem.of("school.calendar.bad.twice", closed.day()));
            }
        }
        return problems;
    }

    private static void crossing(List<Period> sorted, List<CalendarProblem> problems) {
        for (int i = 1; i < sorted.size(); i++) {
            Period earlier = sorted.get(i - 1);
            Period later = sorted.get(i);
            if (!later.days().first().isAfter(earlier.days().last())) {
                problems.add(CalendarProblem.of("school.calendar.bad.crossing", earlier.name(), later.name(),
                        later.days().first()));
            }
        }
    }

    private static void term(SchoolCalendar calendar, Period term, List<CalendarProblem> problems) {
        boolean inside = calendar.periods().stream().anyMatch(year -> year.kind() == PeriodKind.SCHOOL_YEAR
                && year.days().contains(term.days().first()) && year.days().contains(term.days().last()));
        if (!inside) {
            problems.add(CalendarProblem.of("school.calendar.bad.outside", term.name(), term.days().first(),
                    term.days().last()));
        }
        LocalDate midterm = term.midtermWeek();
        if (midterm != null && (midterm.getDayOfWeek() != DayOfWeek.MONDAY || !term.days().contains(midterm))) {
            problems.add(CalendarProblem.of("school.calendar.bad.midterm", term.name(), midterm));
        }
    }

    /** The notice's phases begin in their round, and the last of them ends some months after it. */
    private static void phase(SchoolCalendar calendar, Phase phase, List<CalendarProblem> problems) {
        boolean inside = calendar.periods().stream()
                .anyMatch(round -> round.kind() == PeriodKind.ROUND && round.name().equals(phase.round())
                        && !phase.days().first().isBefore(round.days().first())
                        && !phase.days().last().isAfter(round.days().last().plusYears(1)));
        if (!inside) {
            problems.add(CalendarProblem.of("school.calendar.bad.phase", phase.name(), phase.round()));
        }
    }

    /** Two neighbouring phases of the notice share a day; more than one is a mistake. */
    private static void phases(List<Phase> all, List<CalendarProblem> problems) {
        for (Phase one : all) {
            for (Phase other : all) {
                if (one.round().equals(other.round()) && one.days().first().isBefore(other.days().first())
                        && one.days().last().isAfter(other.days().first())) {
                    problems.add(CalendarProblem.of("school.calendar.bad.phases", one.name(), other.name(),
                            other.days().first()));
                }
            }
        }
    }
}
