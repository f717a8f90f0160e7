package org.jiaogongti.platform.school.model;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Year;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import org.jiaogongti.charter.calendar.DateRange;
import org.jiaogongti.charter.calendar.Period;
import org.jiaogongti.charter.calendar.PeriodKind;
import org.jiaogongti.platform.school.ClosedDay;
import org.jiaogongti.platform.school.SchoolCalendar;
import org.jiaogongti.platform.school.model.Festivals.Festival;

/**
 * A school year as it usually is, to be checked and changed before it is kept. The winter holidays lie around Spring
 * Festival as in the district's last years; without any, by what is usual.
 *
 * @param grounds from what it was made
 */
public record NextYear(Period year, List<Period> terms, List<ClosedDay> closedDays, Grounds grounds) {

    private static final int YEARS = 5;
    private static final int USUAL_BEFORE = 10;
    private static final int USUAL_AFTER = 16;
    private static final int USUAL_SUMMER = 63;

    public NextYear {
        terms = List.copyOf(terms);
        closedDays = List.copyOf(closedDays);
    }

    /**
     * @param years how many earlier school years were looked at
     * @param before days from the end of the autumn term to Spring Festival, their median
     * @param after days from Spring Festival to the spring term, their median
     */
    public record Grounds(int years, LocalDate springFestival, long before, long after) {}

    /** The one after the last in the calendar; the one of the day where there is none. */
    public static NextYear after(SchoolCalendar calendar, LocalDate today) {
        int start = calendar.periods().stream().filter(period -> period.kind() == PeriodKind.SCHOOL_YEAR)
                .map(period -> period.days().last().getYear()).max(Comparator.naturalOrder())
                .orElse(today.getMonthValue() < 7 ? today.getYear() - 1 : today.getYear());
        return of(start, calendar);
    }

    static NextYear of(int start, SchoolCalendar calendar) {
        List<Period> autumns = latest(calendar, true);
        List<Period> springs = latest(calendar, false);
        long before = median(autumns, term -> ChronoUnit.DAYS.between(term.days().last(), festival(term)),
                USUAL_BEFORE);
        long after = median(springs, term -> ChronoUnit.DAYS.between(festival(term), term.days().first()),
                USUAL_AFTER);
        long summer = median(springs, term -> ChronoUnit.DAYS.between(term.days().last(),
                LocalDate.of(term.days().last().getYear(), 9, 1)), USUAL_SUMMER);
        LocalDate festival = Festivals.springFestival(start + 1);
        LocalDate first = schoolDay(LocalDate.of(start, 9, 1));
        DateRange autumn = new DateRange(first, friday(festival.minusDays(before)));
        DateRange spring = new DateRange(nearestMonday(festival.plusDays(after)),
                friday(LocalDate.of(start + 1, 9, 1).minusDays(summer)));
        List<ClosedDay> closed = new ArrayList<>();
        closed.addAll(within(autumn, start));
        closed.addAll(within(spring, start + 1));
        closed.addAll(within(autumn, start + 1));
        closed.sort(Comparator.comparing(ClosedDay::day));
        String name = start + "-" + (start + 1);
        return new NextYear(
                new Period(name, PeriodKind.SCHOOL_YEAR,
                        new DateRange(LocalDate.of(start, 9, 1), LocalDate.of(start + 1, 8, 31)), null),
                List.of(term(name + "-1", autumn, closed), term(name + "-2", spring, closed)), closed,
                new Grounds(autumns.size(), festival, before, after));
    }

    private static List<ClosedDay> within(DateRange term, int year) {
        List<ClosedDay> closed = new ArrayList<>();
        for (Festival festival : Festivals.of(Year.of(year))) {
            festival.first().datesUntil(festival.last().plusDays(1)).filter(term::contains)
                    .forEach(day -> closed.add(new ClosedDay(day, festival.name())));
        }
        return closed;
    }

    private static Period term(String name, DateRange days, List<ClosedDay> closed) {
        Period bare = new Period(name, PeriodKind.TERM, days, null);
        return new Period(name, PeriodKind.TERM, days, midterm(bare, closed));
    }

    /** The middle week; where a holiday lies in it, the nearest one without, a later one first. */
    static LocalDate midterm(Period term, List<ClosedDay> closed) {
        int middle = (SchoolCalendar.weeks(term) + 1) / 2;
        LocalDate monday = SchoolCalendar.monday(term.days().first()).plusWeeks(middle - 1L);
        return IntStream.of(0, 1, -1, 2, -2).mapToObj(monday::plusWeeks)
                .filter(week -> term.days().contains(week) && whole(week, closed)).findFirst().orElse(monday);
    }

    private static boolean whole(LocalDate monday, List<ClosedDay> closed) {
        DateRange week = new DateRange(monday, monday.plusDays(4));
        return closed.stream().noneMatch(day -> week.contains(day.day()));
    }

    /** The last years' autumn or spring terms; one begins before the turn of the year, the other after it. */
    private static List<Period> latest(SchoolCalendar calendar, boolean autumn) {
        return calendar.terms().stream().filter(term -> term.days().first().getMonthValue() >= 7 == autumn)
                .sorted(Comparator.comparing((Period term) -> term.days().first()).reversed()).limit(YEARS).toList();
    }

    private static LocalDate festival(Period term) {
        return Festivals.springFestival(term.days().last().getYear());
    }

    private static long median(List<Period> terms, ToLongFunction<Period> days, long usual) {
        long[] sorted = terms.stream().mapToLong(days).sorted().toArray();
        return sorted.length == 0 ? usual : sorted[(sorted.length - 1) / 2];
    }

    private static LocalDate schoolDay(LocalDate day) {
        return day.getDayOfWeek().getValue() >= DayOfWeek.SATURDAY.getValue()
                ? day.with(TemporalAdjusters.next(DayOfWeek.MONDAY))
                : day;
    }

    private static LocalDate friday(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.FRIDAY));
    }

    private static LocalDate nearestMonday(LocalDate day) {
        return day.plusDays(3).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }
}
