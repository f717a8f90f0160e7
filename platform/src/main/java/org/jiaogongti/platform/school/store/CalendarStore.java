package org.jiaogongti.platform.school.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jiaogongti.charter.calendar.DateRange;
import org.jiaogongti.charter.calendar.Period;
import org.jiaogongti.charter.calendar.PeriodKind;
import org.jiaogongti.platform.school.CalendarLine;
import org.jiaogongti.platform.school.CalendarLine.What;
import org.jiaogongti.platform.school.ClosedDay;
import org.jiaogongti.platform.school.Phase;
import org.jiaogongti.platform.school.SchoolCalendar;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The school calendar. */
@Repository
public class CalendarStore {

    private final JdbcClient jdbc;

    CalendarStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One select, so that reading the calendar costs the same whatever it holds. */
    public SchoolCalendar read() {
        List<Line> lines = jdbc.sql("""
                select 'period' as what, kind as of, name, first_day, last_day, midterm_monday from school.period
                union all
                select 'phase', round, name, first_day, last_day, null from school.phase
                union all
                select 'closed', '', name, day, day, null from school.closed_day
                order by first_day, last_day desc, name
                """).query(CalendarStore::line).list();
        return new SchoolCalendar(
                lines.stream().filter(line -> line.what().equals("period")).map(Line::period).toList(),
                lines.stream().filter(line -> line.what().equals("phase"))
                        .map(line -> new Phase(line.of(), line.name(), line.days())).toList(),
                lines.stream().filter(line -> line.what().equals("closed"))
                        .map(line -> new ClosedDay(line.days().first(), line.name())).toList());
    }

    /** Waits for whoever changes the calendar at the same time. */
    public void hold() {
        jdbc.sql("select name from school.period order by name for update").query(String.class).list();
    }

    /**
     * Brings the tables in line with a calendar.
     *
     * @param lines what differs from it
     */
    public void apply(SchoolCalendar after, List<CalendarLine> lines) {
        Map<What, List<CalendarLine>> gone = lines.stream().filter(CalendarLine::goes)
                .collect(Collectors.groupingBy(CalendarLine::what));
        removePhases(gone.getOrDefault(What.PHASE, List.of()));
        removePeriods(gone.getOrDefault(What.PERIOD, List.of()).stream().map(CalendarLine::name).toList());
        removeClosedDays(gone.getOrDefault(What.CLOSED, List.of()).stream().flatMap(CalendarLine::days)
                .map(days -> days.first().toString()).toList());
        Set<String> put = lines.stream().filter(line -> !line.goes())
                .map(line -> key(line.what(), line.of(), line.name()))
                .collect(Collectors.toSet());
        putPeriods(after.periods().stream()
                .filter(each -> put.contains(key(What.PERIOD, each.kind().name(), each.name()))).toList());
        putPhases(after.phases().stream().filter(each -> put.contains(key(What.PHASE, each.round(), each.name())))
                .toList());
        putClosedDays(after.closedDays().stream().filter(each -> put.contains(key(What.CLOSED, "", each.name())))
                .toList());
    }

    private static String key(What what, String of, String name) {
        return what + "/" + of + "/" + name;
    }

    private void putPeriods(List<Period> periods) {
        jdbc.sql("""
                insert into school.period (name, kind, first_day, last_day, midterm_monday)
                select * from unnest(:names::text[], :kinds::text[], :firsts::date[], :lasts::date[], :midterms::date[])
                on conflict (district, name) do update set kind = excluded.kind, first_day = excluded.first_day,
                    last_day = excluded.last_day, midterm_monday = excluded.midterm_monday
                """).param("names", periods.stream().map(Period::name).toArray(String[]::new))
                .param("kinds", periods.stream().map(period -> period.kind().name()).toArray(String[]::new))
                .param("firsts", periods.stream().map(period -> text(period.days().first())).toArray(String[]::new))
                .param("lasts", periods.stream().map(period -> text(period.days().last())).toArray(String[]::new))
                .param("midterms", periods.stream().map(period -> text(period.midtermWeek())).toArray(String[]::new))
                .update();
    }

    private void putPhases(List<Phase> phases) {
        jdbc.sql("""
                insert into school.phase (round, name, first_day, last_day)
                select * from unnest(:rounds::text[], :names::text[], :firsts::date[], :lasts::date[])
                on conflict (district, round, name) do update set first_day = excluded.first_day,
                    last_day = excluded.last_day
                """).param("rounds", phases.stream().map(Phase::round).toArray(String[]::new))
                .param("names", phases.stream().map(Phase::name).toArray(String[]::new))
                .param("firsts", phases.stream().map(phase -> text(phase.days().first())).toArray(String[]::new))
                .param("lasts", phases.stream().map(phase -> text(phase.days().last())).toArray(String[]::new))
                .update();
    }

    private void putClosedDays(List<ClosedDay> days) {
        jdbc.sql("""
                insert into school.closed_day (day, name) select * from unnest(:days::date[], :names::text[])
                on conflict (district, day) do update set name = excluded.name
                """).param("days", days.stream().map(day -> text(day.day())).toArray(String[]::new))
                .param("names", days.stream().map(ClosedDay::name).toArray(String[]::new)).update();
    }

    private void removePhases(List<CalendarLine> phases) {
        jdbc.sql("""
                delete from school.phase p using unnest(:rounds::text[], :names::text[]) as gone (round, name)
                where p.round = gone.round and p.name = gone.name
                """).param("rounds", phases.stream().map(CalendarLine::of).toArray(String[]::new))
                .param("names", phases.stream().map(CalendarLine::name).toArray(String[]::new)).update();
    }

    private void removePeriods(List<String> names) {
        jdbc.sql("delete from school.period where name = any (:names::text[])")
                .param("names", names.toArray(String[]::new)).update();
    }

    private void removeClosedDays(List<String> days) {
        jdbc.sql("delete from school.closed_day where day = any (:days::date[])")
                .param("days", days.toArray(String[]::new)).update();
    }

    private static @Nullable String text(@Nullable LocalDate day) {
        return day == null ? null : day.toString();
    }

    private static Line line(ResultSet row, int n) throws SQLException {
        return new Line(row.getString("what"), row.getString("of"), row.getString("name"),
                new DateRange(row.getObject("first_day", LocalDate.class), row.getObject("last_day", LocalDate.class)),
                row.getObject("midterm_monday", LocalDate.class));
    }

    private record Line(String what, String of, String name, DateRange days, @Nullable LocalDate midterm) {

        Period period() {
            return new Period(name, PeriodKind.valueOf(of), days, midterm);
        }
    }
}
