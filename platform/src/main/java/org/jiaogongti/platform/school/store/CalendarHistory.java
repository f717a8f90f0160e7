package org.jiaogongti.platform.school.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jiaogongti.platform.school.CalendarChange;
import org.jiaogongti.platform.school.CalendarLine;
import org.jiaogongti.platform.school.CalendarLine.Days;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Changes of the calendar with what they changed. */
@Repository
public class CalendarHistory {

    private final JdbcClient jdbc;

    CalendarHistory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void add(CalendarChange change, Instant at) {
        List<CalendarLine> lines = change.lines();
        jdbc.sql("""
                with made as (
                    insert into school.calendar_change (id, actor, actor_name, on_day, at, how, reason, takes_back)
                    values (:id, :actor, :name, :on, :at, :how, :reason, :takesBack) returning district, id)
                insert into school.calendar_line (change, position, what, kind_of, name, first_before, last_before,
                    midterm_before, first_after, last_after, midterm_after)
                select made.id, line.position, line.what, line.kind_of, line.name, line.first_before, line.last_before,
                    line.midterm_before, line.first_after, line.last_after, line.midterm_after
                from made, unnest(:whats::text[], :ofs::text[], :names::text[], :firstsBefore::date[],
                    :lastsBefore::date[], :midtermsBefore::date[], :firstsAfter::date[], :lastsAfter::date[],
                    :midtermsAfter::date[]) with ordinality as line (what, kind_of, name, first_before, last_before,
                    midterm_before, first_after, last_after, midterm_after, position)
                """).param("id", change.id()).param("actor", change.actor()).param("name", change.actorName())
                .param("on", change.on()).param("at", at.atOffset(ZoneOffset.UTC)).param("how", change.how().name())
                .param("reason", change.reason()).param("takesBack", change.takesBack(), Types.OTHER)
                .param("whats", texts(lines, line -> line.what().name())).param("ofs", texts(lines, CalendarLine::of))
                .param("names", texts(lines, CalendarLine::name))
                .param("firstsBefore", texts(lines, line -> text(line.before(), Days::first)))
                .param("lastsBefore", texts(lines, line -> text(line.before(), Days::last)))
                .param("midtermsBefore", texts(lines, line -> text(line.before(), Days::midterm)))
                .param("firstsAfter", texts(lines, line -> text(line.after(), Days::first)))
                .param("lastsAfter", texts(lines, line -> text(line.after(), Days::last)))
                .param("midtermsAfter", texts(lines, line -> text(line.after(), Days::midterm))).update();
    }

    /** Newest first. */
    public List<CalendarChange> latest(int limit) {
        Map<UUID, CalendarChange> changes = new LinkedHashMap<>();
        Map<UUID, List<CalendarLine>> lines = new LinkedHashMap<>();
        jdbc.sql("""
                select c.id, c.actor, c.actor_name, c.on_day, c.how, c.reason, c.takes_back, l.what, l.kind_of, l.name,
                    l.first_before, l.last_before, l.midterm_before, l.first_after, l.last_after, l.midterm_after
                from (select * from school.calendar_change order by at desc, id desc limit :limit) c
                join school.calendar_line l on l.district = c.district and l.change = c.id
                order by c.at desc, c.id desc, l.position
                """).param("limit", limit).query(row -> {
            CalendarChange change = change(row);
            changes.putIfAbsent(change.id(), change);
            lines.computeIfAbsent(change.id(), _ -> new ArrayList<>()).add(line(row));
        });
        return changes.values().stream().map(each -> new CalendarChange(each.id(), each.actor(), each.actorName(),
                each.on(), each.how(), each.reason(), each.takesBack(), lines.getOrDefault(each.id(), List.of())))
                .toList();
    }

    private static CalendarChange change(ResultSet row) throws SQLException {
        return new CalendarChange(row.getObject("id", UUID.class), row.getObject("actor", UUID.class),
                row.getString("actor_name"), row.getObject("on_day", LocalDate.class),
                CalendarChange.How.valueOf(row.getString("how")), row.getString("reason"),
                row.getObject("takes_back", UUID.class), List.of());
    }

    private static CalendarLine line(ResultSet row) throws SQLException {
        return new CalendarLine(CalendarLine.What.valueOf(row.getString("what")), row.getString("kind_of"),
                row.getString("name"), days(row, "before"), days(row, "after"));
    }

    private static @Nullable Days days(ResultSet row, String when) throws SQLException {
        LocalDate first = row.getObject("first_" + when, LocalDate.class);
        return first == null
                ? null
                : new Days(first, row.getObject("last_" + when, LocalDate.class),
                        row.getObject("midterm_" + when, LocalDate.class));
    }

    private static @Nullable String[] texts(List<CalendarLine> lines, Function<CalendarLine, @Nullable String> text) {
        return lines.stream().map(text).toArray(String[]::new);
    }

    private static @Nullable String text(@Nullable Days days, Function<Days, @Nullable LocalDate> day) {
        LocalDate found = days == null ? null : day.apply(days);
        return found == null ? null : found.toString();
    }
}
