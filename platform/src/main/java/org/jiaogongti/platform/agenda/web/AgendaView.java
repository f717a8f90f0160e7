package org.jiaogongti.platform.agenda.web;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jiaogongti.charter.calendar.DateRange;
import org.jiaogongti.charter.calendar.Period;
import org.jiaogongti.platform.activity.OccasionDays.Dated;
import org.jiaogongti.platform.activity.SchoolHomes.Findable;
import org.jiaogongti.platform.agenda.Agenda;
import org.jiaogongti.platform.agenda.AgendaQuery.Of;
import org.jiaogongti.platform.agenda.AgendaQuery.View;
import org.jiaogongti.platform.agenda.Due;
import org.jiaogongti.platform.agenda.model.Span;
import org.jiaogongti.platform.community.Community;
import org.jiaogongti.platform.school.ClosedDay;
import org.jiaogongti.platform.school.SchoolCalendar;
import org.jiaogongti.platform.shell.Messages;
import org.jspecify.annotations.Nullable;

/**
 * A calendar as its page shows it.
 *
 * @param self whether the visitor has a calendar of their own
 */
public record AgendaView(Agenda agenda, boolean self, Words words) {

    /** A cell of a month shows so many; the others are one click away. */
    private static final int IN_MONTH = 3;
    private static final int IN_TERM = 5;
    private static final int DUES = 6;

    /**
     * A day.
     *
     * @param rest name of the holiday, or empty
     * @param shown whether it belongs to the month on show
     */
    public record Day(LocalDate date, List<Dated> occasions, String rest, boolean school, boolean shown) {

        public boolean weekend() {
            return date.getDayOfWeek().getValue() >= DayOfWeek.SATURDAY.getValue();
        }
    }

    /**
     * A week.
     *
     * @param number of the term; 0 outside of terms
     */
    public record Week(int number, List<Day> days) {

        public LocalDate monday() {
            return days.getFirst().date();
        }

        public LocalDate sunday() {
            return days.getLast().date();
        }

        public List<Dated> occasions() {
            return days.stream().flatMap(day -> day.occasions().stream()).toList();
        }

        public boolean holds(LocalDate date) {
            return !date.isBefore(monday()) && !date.isAfter(sunday());
        }
    }

    private Messages m() {
        return words.m();
    }

    public LocalDate today() {
        return agenda.choices().today();
    }

    public String title() {
        String whose = agenda.own()
                ? m().t("agenda.title.own")
                : agenda.name().isEmpty() ? m().t("agenda.title.all") : m().t("agenda.title.of", agenda.name());
        return agenda.of().subject().isEmpty() ? whose : m().t("agenda.title.subject", whose, agenda.of().subject());
    }

    /** The days on show, in words. */
    public String span() {
        LocalDate day = agenda.day();
        return switch (agenda.view()) {
            case DAY -> m().t("agenda.span.day", String.valueOf(day.getYear()), words.longDay(day));
            case WEEK -> m().t("agenda.span.week", String.valueOf(agenda.days().first().getYear()),
                    words.longDay(agenda.days().first()), words.longDay(agenda.days().last()));
            case MONTH -> m().t("agenda.span.month", String.valueOf(day.getYear()), day.getMonthValue());
            case TERM -> agenda.term() == null ? "" : term(agenda.term().name());
        };
    }

    private String term(String name) {
        int dash = name.lastIndexOf('-');
        return dash < 9 || !m().has("school.calendar.term." + name.substring(dash + 1))
                ? name
                : m().t("school.calendar.term." + name.substring(dash + 1), name.substring(0, 4));
    }

    /** 第12周, where the days lie in one week of a term. */
    public String week() {
        boolean one = agenda.view() == View.DAY || agenda.view() == View.WEEK;
        int number = one ? number(agenda.days().first()) : 0;
        return number == 0 ? "" : m().t("agenda.week", number);
    }

    /** Week of the term a week's Monday lies in; 0 outside of terms. */
    private int number(LocalDate day) {
        LocalDate sunday = SchoolCalendar.monday(day).plusDays(6);
        return agenda.choices().calendar().terms().stream()
                .filter(term -> !sunday.isBefore(term.days().first())
                        && !SchoolCalendar.monday(day).isAfter(term.days().last()))
                .findFirst().map(term -> SchoolCalendar.weekOf(term, day)).orElse(0);
    }

    public List<Week> weeks() {
        Map<LocalDate, List<Dated>> byDay = agenda.occasions().stream().collect(Collectors.groupingBy(Dated::day));
        Map<LocalDate, String> closed = new HashMap<>();
        for (ClosedDay each : agenda.choices().calendar().closedDays()) {
            closed.put(each.day(), each.name());
        }
        List<DateRange> terms = agenda.choices().calendar().terms().stream().map(Period::days).toList();
        List<Week> weeks = new ArrayList<>();
        List<Day> week = new ArrayList<>();
        for (LocalDate date = agenda.days().first(); !date.isAfter(agenda.days().last()); date = date.plusDays(1)) {
            LocalDate at = date;
            boolean shown = agenda.view() != View.MONTH || date.getMonth() == agenda.day().getMonth();
            boolean school = date.getDayOfWeek().getValue() < DayOfWeek.SATURDAY.getValue()
                    && !closed.containsKey(date) && terms.stream().anyMatch(days -> days.contains(at));
            week.add(new Day(date, byDay.getOrDefault(date, List.of()), closed.getOrDefault(date, ""), school, shown));
            if (date.getDayOfWeek() == DayOfWeek.SUNDAY || date.equals(agenda.days().last())) {
                weeks.add(new Week(number(date), List.copyOf(week)));
                week.clear();
            }
        }
        return weeks;
    }

    /** The holidays of a week, each with its days: 周二–周日 国庆节. */
    public List<String> rests(Week week) {
        List<String> rests = new ArrayList<>();
        LocalDate first = week.monday();
        for (Day day : week.days()) {
            boolean goesOn = day.date().isAfter(first) && same(week, day.date().minusDays(1), day.rest());
            first = goesOn ? first : day.date();
            if (!day.rest().isEmpty() && !same(week, day.date().plusDays(1), day.rest())) {
                rests.add(first.equals(day.date())
                        ? m().t("agenda.rest", words.weekday(first), day.rest())
                        : m().t("agenda.rest.days", words.weekday(first), words.weekday(day.date()), day.rest()));
            }
        }
        return rests;
    }

    private static boolean same(Week week, LocalDate date, String rest) {
        return week.days().stream().anyMatch(day -> day.date().equals(date) && day.rest().equals(rest));
    }

    public boolean empty() {
        return agenda.occasions().stream().noneMatch(
                each -> agenda.view() != View.MONTH || each.day().getMonth() == agenda.day().getMonth());
    }

    /** The first of a day's, so that every cell stays small. */
    public List<Dated> first(Day day) {
        return day.occasions().stream().limit(day.occasions().size() == IN_MONTH + 1 ? IN_MONTH + 1 : IN_MONTH)
                .toList();
    }

    public List<Dated> first(Week week) {
        return week.occasions().stream().limit(IN_TERM).toList();
    }

    public @Nullable Span time(Dated dated) {
        return agenda.times().get(dated.id());
    }

    public String begin(Dated dated) {
        return words.begin(dated, time(dated));
    }

    public String when(Dated dated) {
        return words.time(dated, time(dated));
    }

    public String shape(Dated dated) {
        return Words.shape(dated, today());
    }

    /** Plans with something in their way. */
    public boolean clashes(Dated dated) {
        return clashing().contains(dated.id());
    }

    /** Whether few days are on show, so that all about them can be open. */
    public boolean near() {
        return agenda.view() == View.DAY || agenda.view() == View.WEEK;
    }

    private Set<UUID> clashing() {
        return agenda.clashes().stream().map(note -> note.plan().id()).collect(Collectors.toSet());
    }

    // ---- where to go from here

    public String at(View view, LocalDate day) {
        return Addressing.agenda(view, day, agenda.of(), agenda.own());
    }

    public String at(View view) {
        return at(view, agenda.day());
    }

    public String now() {
        return at(agenda.view(), today());
    }

    /** The page before, or null where there is none. */
    public @Nullable String before() {
        return step(-1);
    }

    public @Nullable String after() {
        return step(1);
    }

    private @Nullable String step(int steps) {
        LocalDate day = agenda.day();
        return switch (agenda.view()) {
            case DAY -> at(View.DAY, day.plusDays(steps));
            case WEEK -> at(View.WEEK, day.plusWeeks(steps));
            case MONTH -> at(View.MONTH, day.withDayOfMonth(1).plusMonths(steps));
            case TERM -> otherTerm(steps).map(term -> at(View.TERM, term.days().first())).orElse(null);
        };
    }

    private Optional<Period> otherTerm(int steps) {
        List<Period> terms = agenda.choices().calendar().terms();
        int at = terms.indexOf(agenda.term()) + steps;
        return agenda.term() == null || at < 0 || at >= terms.size() ? Optional.empty() : Optional.of(terms.get(at));
    }

    /** The day to plan something on: none that is over. */
    public boolean plannable(LocalDate day) {
        return !day.isBefore(today());
    }

    public String feeds() {
        return Addressing.feeds(agenda.of(), agenda.own());
    }

    // ---- whose

    public String of() {
        return Addressing.of(agenda.of(), agenda.own());
    }

    public String person(UUID id) {
        return "person:" + id;
    }

    public String school(Findable found) {
        return "school:" + found.school().id();
    }

    public String community(Community found) {
        return "community:" + found.id();
    }

    /** A person of no list is chosen all the same. */
    public boolean someone() {
        Of of = agenda.of();
        return of.person() != null && !agenda.own();
    }

    // ---- what duties ask for

    public List<Due> dues() {
        return agenda.dues().stream().limit(DUES).toList();
    }

    public int moreDues() {
        return Math.max(0, agenda.dues().size() - DUES);
    }

    public String due(Due due) {
        return switch (due.kind()) {
            case WINDOW -> m().t("agenda.due.window", due.name(), Words.day(due.first()), Words.day(due.last()),
                    due.left(), due.unit());
            case LAST_DAY -> m().t("agenda.due.last", due.name(), Words.day(due.last()), due.left(), due.unit());
            case USUAL -> m().t("agenda.due.usual", due.name(), due.left(), due.unit());
        };
    }

    /** How near its end is: what cannot wait is marked. */
    public String shape(Due due) {
        long left = ChronoUnit.DAYS.between(today(), due.last());
        return due.kind() != Due.Kind.USUAL && left >= 0 && left <= 21 ? "soon" : "todo";
    }
}
