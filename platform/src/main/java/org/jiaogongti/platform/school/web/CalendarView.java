package org.jiaogongti.platform.school.web;

import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jiaogongti.charter.Window;
import org.jiaogongti.charter.calendar.DateRange;
import org.jiaogongti.charter.calendar.Period;
import org.jiaogongti.charter.calendar.PeriodKind;
import org.jiaogongti.platform.school.CalendarChange;
import org.jiaogongti.platform.school.CalendarLine;
import org.jiaogongti.platform.school.ClosedDay;
import org.jiaogongti.platform.school.SchoolCalendar;
import org.jiaogongti.platform.shell.Messages;
import org.jspecify.annotations.Nullable;

/**
 * A school year week by week, with the rounds and the latest changes.
 *
 * @param year the name of the year that is shown; empty where there is none
 * @param takeBack the change that can be taken back, or null
 */
public record CalendarView(List<Tab> tabs, String year, String days, List<TermView> terms,
        List<YearPlan.Holiday> holidays, List<Round> rounds, List<Told> changes, @Nullable String takeBack) {

    private static final Pattern TERM = Pattern.compile("(\\d{4})-\\d{4}-([12])");

    /** A school year to choose. */
    public record Tab(String name, boolean chosen) {}

    /** A term with its weeks. */
    public record TermView(String title, String days, int weeks, int schoolDays, String midterm, List<Week> weekRows) {}

    /**
     * @param number from 1; 0 before the term
     * @param marks what is special in it
     * @param css a class, or empty
     */
    public record Week(int number, List<Day> days, List<String> marks, String css) {}

    /**
     * @param text the day of the month, with the month where it changes
     * @param mark a word beside it, or empty
     */
    public record Day(String date, String text, String mark, String css) {}

    /** A round with its phases. */
    public record Round(String name, String days, List<String> phases) {}

    /** A change in words. */
    public record Told(String on, String who, String how, String reason, List<String> lines) {}

    static CalendarView of(SchoolCalendar calendar, String asked, Map<String, Set<Month>> usual,
            List<CalendarChange> changes, LocalDate today, Messages m) {
        List<Period> years = calendar.periods().stream().filter(period -> period.kind() == PeriodKind.SCHOOL_YEAR)
                .sorted(Comparator.comparing(period -> period.days().first())).toList();
        Optional<Period> shown = years.stream().filter(year -> year.name().equals(asked)).findFirst()
                .or(() -> calendar.schoolYearAt(today)).or(() -> years.reversed().stream().findFirst());
        List<TermView> terms = shown.map(year -> calendar.terms().stream()
                .filter(term -> year.days().contains(term.days().first()))
                .map(term -> term(calendar, term, usual, today, m)).toList()).orElse(List.of());
        return new CalendarView(
                years.stream().map(year -> new Tab(year.name(), shown.filter(year::equals).isPresent())).toList(),
                shown.map(Period::name).orElse(""), shown.map(year -> span(year.days(), m)).orElse(""), terms,
                shown.map(year -> YearPlan.holidays(calendar, year.days())).orElse(List.of()),
                RoundPlan.rounds(calendar).reversed().stream()
                        .map(round -> new Round(round.name(), span(round.days(), m), phases(calendar, round, m)))
                        .toList(),
                changes.stream().map(change -> told(change, m)).toList(),
                changes.stream().findFirst().filter(change -> change.how() != CalendarChange.How.TAKEN_BACK)
                        .map(change -> change.id().toString()).orElse(null));
    }

    private static List<String> phases(SchoolCalendar calendar, Period round, Messages m) {
        return calendar.phases().stream().filter(phase -> phase.round().equals(round.name()))
                .sorted(Comparator.comparing(phase -> phase.days().first()))
                .map(phase -> m.t("school.calendar.phase", phase.name(), span(phase.days(), m))).toList();
    }

    /** {@code 2024学年第一学期}; its own name where it is named otherwise. */
    static String title(String term, Messages m) {
        Matcher name = TERM.matcher(term);
        return name.matches() ? m.t("school.calendar.term." + name.group(2), name.group(1)) : term;
    }

    static String span(DateRange days, Messages m) {
        return m.t("school.calendar.span", days.first().toString(), days.last().toString());
    }

    private static TermView term(SchoolCalendar calendar, Period term, Map<String, Set<Month>> usual, LocalDate today,
            Messages m) {
        DateRange before = Window.WEEK_BEFORE_TERM.in(term).orElseThrow();
        List<Week> weeks = new ArrayList<>();
        weeks.add(week(calendar, term, before.first(), 0, List.of(m.t("school.calendar.before")), "pre", today, m));
        LocalDate monday = SchoolCalendar.monday(term.days().first());
        int all = SchoolCalendar.weeks(term);
        for (int number = 1; number <= all; number++) {
            LocalDate start = monday.plusWeeks(number - 1L);
            boolean midterm = start.equals(term.midtermWeek());
            List<String> marks = new ArrayList<>();
            if (midterm) {
                marks.add(m.t("school.calendar.midterm"));
            }
            usual.forEach((duty, months) -> {
                if (months.contains(start.plusDays(3).getMonth())) {
                    marks.add(m.t("school.calendar.usual", duty));
                }
            });
            weeks.add(week(calendar, term, start, number, marks, midterm ? "mid" : "", today, m));
        }
        int open = (int) term.days().first().datesUntil(term.days().last().plusDays(1))
                .filter(day -> day.getDayOfWeek().getValue() <= 5 && closed(calendar, day).isEmpty()).count();
        LocalDate midterm = term.midtermWeek();
        return new TermView(title(term.name(), m), span(term.days(), m), all, open, midterm == null
                ? m.t("school.calendar.midterm.none")
                : m.t("school.calendar.midterm.on", midterm.toString(), SchoolCalendar.weekOf(term, midterm)), weeks);
    }

    private static Optional<ClosedDay> closed(SchoolCalendar calendar, LocalDate day) {
        return calendar.closedDays().stream().filter(each -> each.day().equals(day)).findFirst();
    }

    private static Week week(SchoolCalendar calendar, Period term, LocalDate monday, int number, List<String> marks,
            String css, LocalDate today, Messages m) {
        List<Day> days = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            LocalDate day = monday.plusDays(i);
            boolean inside = term.days().contains(day);
            Optional<ClosedDay> closed = inside ? closed(calendar, day) : Optional.empty();
            String text = i == 0 || day.getDayOfMonth() == 1
                    ? m.t("school.calendar.day", Integer.toString(day.getMonthValue()),
                            Integer.toString(day.getDayOfMonth()))
                    : Integer.toString(day.getDayOfMonth());
            String look = closed.isPresent() ? "off" : inside ? i > 4 ? "we" : "in" : "out";
            days.add(new Day(day.toString(), text, closed.map(ClosedDay::name).orElse(""),
                    day.equals(today) ? look + " now" : look));
        }
        return new Week(number, days, marks, css);
    }

    private static Told told(CalendarChange change, Messages m) {
        return new Told(change.on().toString(), change.actorName(), m.t("school.calendar.how." + change.how().name()),
                change.reason(), lines(change.lines(), m));
    }

    /** What moves, from when to when; the days of one holiday on one line. */
    static List<String> lines(List<CalendarLine> lines, Messages m) {
        List<String> told = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            CalendarLine line = lines.get(i);
            int run = i;
            while (line.what() == CalendarLine.What.CLOSED && run + 1 < lines.size() && follows(lines, run)) {
                run++;
            }
            told.add(run == i ? line(line, m) : run(line, lines.get(run), m));
            i = run;
        }
        return told;
    }

    private static boolean follows(List<CalendarLine> lines, int at) {
        CalendarLine one = lines.get(at);
        CalendarLine next = lines.get(at + 1);
        return next.what() == CalendarLine.What.CLOSED && one.name().equals(next.name()) && one.comes() == next.comes()
                && day(one).plusDays(1).equals(day(next));
    }

    private static LocalDate day(CalendarLine line) {
        return line.days().findFirst().orElseThrow().first();
    }

    private static String run(CalendarLine first, CalendarLine last, Messages m) {
        return m.t(first.comes() ? "school.calendar.line.comes" : "school.calendar.line.goes", first.name(),
                span(new DateRange(day(first), day(last)), m));
    }

    private static String line(CalendarLine line, Messages m) {
        String name = title(line.name(), m);
        CalendarLine.Days before = line.before();
        CalendarLine.Days after = line.after();
        if (before == null || after == null) {
            CalendarLine.Days days = before == null ? after : before;
            return m.t(before == null ? "school.calendar.line.comes" : "school.calendar.line.goes", name,
                    days == null ? "" : words(days, m));
        }
        return m.t("school.calendar.line.moves", name, words(before, m), words(after, m));
    }

    private static String words(CalendarLine.Days days, Messages m) {
        String span = days.first().equals(days.last()) ? days.first().toString() : span(days.range(), m);
        LocalDate midterm = days.midterm();
        return midterm == null ? span : m.t("school.calendar.line.midterm", span, midterm.toString());
    }
}
