package org.jiaogongti.platform.school.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jiaogongti.charter.calendar.DateRange;
import org.jiaogongti.charter.calendar.Period;
import org.jiaogongti.charter.calendar.PeriodKind;
import org.jiaogongti.platform.school.ClosedDay;
import org.jiaogongti.platform.school.SchoolCalendar;
import org.jspecify.annotations.Nullable;

/** One school year with its two terms and its closed days, to and from the fields of its form. */
public final class YearPlan {

    /** Rows for closed days; some are always offered empty, and looking at it first offers more. */
    static final int ROWS = 8;
    private static final int EMPTY = 4;

    private static final int LONGEST_HOLIDAY = 60;
    private static final String[] TERMS = {"autumn", "spring"};

    private YearPlan() {}

    /** The form filled with what a calendar has of a year. */
    static CalendarForm form(SchoolCalendar calendar, Period year, String seen) {
        CalendarForm form = new CalendarForm(new LinkedHashMap<>(), new LinkedHashMap<>());
        form.put("seen", seen);
        form.put("year", year.name());
        form.put("first", year.days().first());
        form.put("last", year.days().last());
        for (int i = 0; i < TERMS.length; i++) {
            Optional<Period> term = calendar.find(year.name() + "-" + (i + 1));
            form.put(TERMS[i] + "First", term.map(each -> each.days().first()).orElse(null));
            form.put(TERMS[i] + "Last", term.map(each -> each.days().last()).orElse(null));
            form.put(TERMS[i] + "Mid", term.map(Period::midtermWeek).orElse(null));
        }
        int row = 0;
        for (Holiday holiday : holidays(calendar, year.days())) {
            form.put("keep" + row, "on");
            form.put("name" + row, holiday.name());
            form.put("from" + row, holiday.days().first());
            form.put("to" + row, holiday.days().last());
            row++;
        }
        return form;
    }

    /** Neighbouring days of one name. */
    public record Holiday(String name, DateRange days) {}

    static List<Holiday> holidays(SchoolCalendar calendar, DateRange days) {
        List<Holiday> holidays = new ArrayList<>();
        calendar.closedDays().stream().filter(closed -> days.contains(closed.day()))
                .sorted(Comparator.comparing(ClosedDay::day)).forEach(closed -> {
                    Holiday last = holidays.isEmpty() ? null : holidays.getLast();
                    if (last != null && last.name().equals(closed.name())
                            && last.days().last().plusDays(1).equals(closed.day())) {
                        holidays.set(holidays.size() - 1,
                                new Holiday(last.name(), new DateRange(last.days().first(), closed.day())));
                    } else {
                        holidays.add(new Holiday(closed.name(), new DateRange(closed.day(), closed.day())));
                    }
                });
        return holidays;
    }

    /** How many rows a form shows: those filled and some empty ones. */
    static List<Integer> rows(CalendarForm form) {
        int filled = IntStream.range(0, 400).filter(row -> form.has("name" + row) || form.has("from" + row)).max()
                .orElse(-1) + 1;
        return IntStream.range(0, Math.max(ROWS, filled + EMPTY)).boxed().toList();
    }

    /** The whole calendar as the form wants it; empty where the form is wrong. */
    static Optional<SchoolCalendar> wanted(SchoolCalendar calendar, CalendarForm form) {
        String name = form.value("year");
        DateRange days = range(form, "first", "last");
        List<Period> periods = new ArrayList<>();
        for (int i = 0; i < TERMS.length; i++) {
            String term = TERMS[i];
            if (i == 0 || form.has(term + "First") || form.has(term + "Last")) {
                LocalDate midterm = form.day(term + "Mid").orElse(null);
                DateRange range = range(form, term + "First", term + "Last");
                if (range != null) {
                    periods.add(new Period(name + "-" + (i + 1), PeriodKind.TERM, range, midterm));
                }
            }
        }
        List<ClosedDay> closed = closed(form);
        form.reason();
        if (days == null || !form.good()) {
            return Optional.empty();
        }
        periods.add(new Period(name, PeriodKind.SCHOOL_YEAR, days, null));
        years(calendar, days, periods);
        DateRange old = calendar.find(name).map(Period::days).orElse(days);
        SchoolCalendar kept = calendar.without(List.of(name, name + "-1", name + "-2")).open(
                calendar.closedDays().stream().map(ClosedDay::day)
                        .filter(day -> days.contains(day) || old.contains(day)).toList());
        return Optional.of(kept.with(new SchoolCalendar(periods, List.of(), closed)));
    }

    /** The calendar years in which a school year lies are owed in as well. */
    private static void years(SchoolCalendar calendar, DateRange days, List<Period> periods) {
        for (int year = days.first().getYear(); year <= days.last().getYear(); year++) {
            String name = Integer.toString(year);
            if (calendar.find(name).isEmpty()) {
                periods.add(new Period(name, PeriodKind.CALENDAR_YEAR,
                        new DateRange(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31)), null));
            }
        }
    }

    private static @Nullable DateRange range(CalendarForm form, String first, String last) {
        Optional<LocalDate> from = form.needed(first);
        Optional<LocalDate> to = form.needed(last);
        if (from.isEmpty() || to.isEmpty()) {
            return null;
        }
        if (to.get().isBefore(from.get())) {
            form.but(last, "school.sheet.last-before-first");
            return null;
        }
        return new DateRange(from.get(), to.get());
    }

    private static List<ClosedDay> closed(CalendarForm form) {
        Map<LocalDate, ClosedDay> closed = new LinkedHashMap<>();
        for (int row : rows(form)) {
            boolean asked = form.has("keep" + row) && (form.has("name" + row) || form.has("from" + row));
            if (asked) {
                String name = form.name("name" + row);
                if (!form.has("to" + row)) {
                    form.put("to" + row, form.value("from" + row));
                }
                DateRange days = range(form, "from" + row, "to" + row);
                if (days != null && days.last().isAfter(days.first().plusDays(LONGEST_HOLIDAY))) {
                    form.but("to" + row, "school.calendar.typed.holiday");
                } else if (days != null) {
                    days.first().datesUntil(days.last().plusDays(1)).forEach(day -> {
                        if (closed.put(day, new ClosedDay(day, name)) != null) {
                            form.but("from" + row, "school.calendar.typed.twice");
                        }
                    });
                }
            }
        }
        return List.copyOf(closed.values());
    }
}
