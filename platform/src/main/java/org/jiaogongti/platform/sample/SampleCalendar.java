package org.jiaogongti.platform.sample;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jiaogongti.charter.calendar.DateRange;
import org.jiaogongti.charter.calendar.Period;
import org.jiaogongti.charter.calendar.PeriodKind;

/** Terms, school years, calendar years and rounds from 2019 to 2025, and the days without school. */
final class SampleCalendar {

    static final LocalDate FIRST_DAY = LocalDate.of(2019, 9, 2);
    static final LocalDate LAST_DAY = LocalDate.of(2025, 8, 31);

    /** The term of the pictures; its first half is told row by row. */
    static final String CURRENT = "2024-2025-1";

    /** The day of the pictures. */
    static final LocalDate TODAY = LocalDate.of(2024, 11, 20);

    private static final List<SampleTerm> TERMS = List.of(term("2019-2020-1", "2019-09-02", "2020-01-17", "2019-11-11"),
            // The epidemic: schools opened nine weeks late.
            term("2019-2020-2", "2020-04-20", "2020-07-17", "2020-06-01"),
            term("2020-2021-1", "2020-09-01", "2021-01-29", "2020-11-09"),
            term("2020-2021-2", "2021-03-01", "2021-07-02", "2021-04-26"),
            term("2021-2022-1", "2021-09-01", "2022-01-21", "2021-11-08"),
            term("2021-2022-2", "2022-02-14", "2022-06-30", "2022-04-18"),
            term("2022-2023-1", "2022-09-01", "2023-01-13", "2022-11-07"),
            term("2022-2023-2", "2023-02-06", "2023-06-30", "2023-04-17"),
            term("2023-2024-1", "2023-09-01", "2024-01-23", "2023-11-06"),
            term("2023-2024-2", "2024-02-26", "2024-06-28", "2024-04-22"),
            term("2024-2025-1", "2024-09-02", "2025-01-22", "2024-11-11"),
            term("2024-2025-2", "2025-02-17", "2025-06-27", "2025-04-14"));

    private static final List<DateRange> HOLIDAYS = List.of(off("2019-09-13", 1), off("2019-10-01", 7),
            off("2020-01-01", 1), off("2020-05-01", 5), off("2020-06-25", 2), off("2020-10-01", 8),
            off("2021-01-01", 1), off("2021-04-05", 1), off("2021-05-01", 5), off("2021-06-14", 1),
            off("2021-09-20", 2), off("2021-10-01", 7), off("2022-01-03", 1), off("2022-04-04", 2),
            off("2022-05-01", 4), off("2022-06-03", 1), off("2022-09-12", 1), off("2022-10-01", 7),
            off("2023-01-02", 1), off("2023-04-05", 1), off("2023-04-29", 5), off("2023-06-22", 2),
            off("2023-09-29", 8), off("2024-01-01", 1), off("2024-04-04", 2), off("2024-05-01", 5),
            off("2024-06-10", 1), off("2024-09-16", 2), off("2024-10-01", 7), off("2025-01-01", 1),
            off("2025-04-04", 1), off("2025-05-01", 5), off("2025-06-02", 1));

    private SampleCalendar() {}

    static List<SampleTerm> terms() {
        return TERMS;
    }

    static List<DateRange> holidays() {
        return HOLIDAYS;
    }

    static boolean isSchoolDay(LocalDate day) {
        DayOfWeek weekday = day.getDayOfWeek();
        return weekday != DayOfWeek.SATURDAY && weekday != DayOfWeek.SUNDAY
                && HOLIDAYS.stream().noneMatch(holiday -> holiday.contains(day));
    }

    static List<LocalDate> schoolDays(LocalDate from, LocalDate to) {
        return from.datesUntil(to.plusDays(1)).filter(SampleCalendar::isSchoolDay).toList();
    }

    static LocalDate schoolDayFrom(LocalDate day) {
        LocalDate found = day;
        while (!isSchoolDay(found)) {
            found = found.plusDays(1);
        }
        return found;
    }

    /** The calendar as it was known on a day: every school year that has begun, the round it lies in. */
    static List<Period> periodsKnownOn(LocalDate date) {
        List<Period> periods = new ArrayList<>();
        for (int year = 2019; year <= 2024; year++) {
            LocalDate begin = LocalDate.of(year, 9, 1);
            if (begin.isAfter(date)) {
                break;
            }
            String name = year + "-" + (year + 1);
            periods.add(new Period(name, PeriodKind.SCHOOL_YEAR,
                    new DateRange(begin, LocalDate.of(year + 1, 8, 31)), null));
            for (SampleTerm term : TERMS) {
                if (term.schoolYear().equals(name)) {
                    periods.add(new Period(term.name(), PeriodKind.TERM, new DateRange(term.first(), term.last()),
                            term.midterm()));
                }
            }
        }
        for (int year = 2019; year <= date.getYear(); year++) {
            periods.add(new Period(Integer.toString(year), PeriodKind.CALENDAR_YEAR,
                    new DateRange(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31)), null));
        }
        for (int year = 2019; year <= date.getYear() && year <= 2022; year += 3) {
            LocalDate begin = LocalDate.of(year, 9, 1);
            if (!begin.isAfter(date)) {
                periods.add(new Period(year + "-" + (year + 3), PeriodKind.ROUND,
                        new DateRange(begin, LocalDate.of(year + 3, 8, 31)), null));
            }
        }
        return List.copyOf(periods);
    }

    private static SampleTerm term(String name, String first, String last, String midterm) {
        return new SampleTerm(name, LocalDate.parse(first), LocalDate.parse(last), LocalDate.parse(midterm));
    }

    private static DateRange off(String first, int days) {
        LocalDate begin = LocalDate.parse(first);
        return new DateRange(begin, begin.plusDays(days - 1L));
    }
}
