package org.jiaogongti.platform.school.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jiaogongti.charter.calendar.DateRange;
import org.jiaogongti.charter.calendar.Period;
import org.jiaogongti.charter.calendar.PeriodKind;
import org.jiaogongti.platform.school.CalendarLine;
import org.jiaogongti.platform.school.CalendarLine.Days;
import org.jiaogongti.platform.school.CalendarLine.What;
import org.jiaogongti.platform.school.ClosedDay;
import org.jiaogongti.platform.school.Phase;
import org.jiaogongti.platform.school.SchoolCalendar;

/** From one calendar to another. */
public final class Differences {

    /** @param day tells closed days of one name apart; the first of all days elsewhere */
    private record Key(What what, String of, String name, LocalDate day) {}

    private Differences() {}

    /** What comes, goes and moves; in the order of what is there, then of what comes. */
    public static List<CalendarLine> of(SchoolCalendar before, SchoolCalendar after) {
        Map<Key, Days> was = entries(before);
        Map<Key, Days> is = entries(after);
        Set<Key> all = new LinkedHashSet<>(was.keySet());
        all.addAll(is.keySet());
        List<CalendarLine> lines = new ArrayList<>();
        for (Key key : all) {
            Days then = was.get(key);
            Days now = is.get(key);
            if (then == null || !then.equals(now)) {
                lines.add(new CalendarLine(key.what(), key.of(), key.name(), then, now));
            }
        }
        return lines;
    }

    private static Map<Key, Days> entries(SchoolCalendar calendar) {
        Map<Key, Days> entries = new LinkedHashMap<>();
        calendar.periods().forEach(each -> entries.put(
                new Key(What.PERIOD, each.kind().name(), each.name(), LocalDate.MIN),
                new Days(each.days().first(), each.days().last(), each.midtermWeek())));
        calendar.phases().forEach(each -> entries.put(new Key(What.PHASE, each.round(), each.name(), LocalDate.MIN),
                new Days(each.days().first(), each.days().last(), null)));
        calendar.closedDays().forEach(each -> entries.put(new Key(What.CLOSED, "", each.name(), each.day()),
                new Days(each.day(), each.day(), null)));
        return entries;
    }

    /** The calendar after some lines. */
    public static SchoolCalendar applied(SchoolCalendar calendar, List<CalendarLine> lines) {
        Map<Key, Days> entries = entries(calendar);
        for (CalendarLine line : lines) {
            Days after = line.after();
            if (after == null) {
                entries.remove(key(line));
            } else {
                entries.put(key(line), after);
            }
        }
        List<Period> periods = new ArrayList<>();
        List<Phase> phases = new ArrayList<>();
        List<ClosedDay> closed = new ArrayList<>();
        entries.forEach((key, days) -> {
            switch (key.what()) {
                case PERIOD -> periods
                        .add(new Period(key.name(), PeriodKind.valueOf(key.of()), days.range(), days.midterm()));
                case PHASE -> phases.add(new Phase(key.of(), key.name(), days.range()));
                case CLOSED -> closed.add(new ClosedDay(days.first(), key.name()));
            }
        });
        return new SchoolCalendar(periods, phases, closed);
    }

    private static Key key(CalendarLine line) {
        LocalDate day = line.days().findFirst().map(Days::first).orElseThrow();
        return new Key(line.what(), line.of(), line.name(), line.what() == What.CLOSED ? day : LocalDate.MIN);
    }

    /** Whether the calendar is still as these lines left it. */
    public static boolean stand(SchoolCalendar calendar, List<CalendarLine> lines) {
        Map<Key, Days> entries = entries(calendar);
        return lines.stream()
                .allMatch(
                        line -> Optional.ofNullable(entries.get(key(line))).equals(Optional.ofNullable(line.after())));
    }

    /** The days of everything that duties are owed in; empty where only phases and closed days move. */
    public static Optional<DateRange> reach(List<CalendarLine> lines) {
        List<Days> days = lines.stream().filter(line -> line.what() == What.PERIOD).flatMap(CalendarLine::days)
                .toList();
        return days.stream().map(Days::first).min(LocalDate::compareTo).flatMap(
                first -> days.stream().map(Days::last).max(LocalDate::compareTo)
                        .map(last -> new DateRange(first, last)));
    }

    /** Whether something that is over changes: a period or phase that has ended, or a closed day in an ended term. */
    public static boolean touchEnded(SchoolCalendar before, List<CalendarLine> lines, LocalDate today) {
        return lines.stream().anyMatch(line -> switch (line.what()) {
            case PERIOD, PHASE -> line.days().anyMatch(days -> days.last().isBefore(today));
            case CLOSED -> line.days().anyMatch(days -> before.terms().stream().anyMatch(
                    term -> term.days().contains(days.first()) && term.days().last().isBefore(today)));
        });
    }
}
