package org.jiaogongti.platform.inspection.store;

import static org.jiaogongti.platform.inspection.store.Rows.BY;
import static org.jiaogongti.platform.inspection.store.Rows.texts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jiaogongti.charter.calendar.DateRange;
import org.jiaogongti.platform.inspection.Finding;
import org.jiaogongti.platform.inspection.FindingFilter;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Findings and what was said of them. A finding's state and deadline follow its steps; steps are added and never changed. */
@Repository
public class FindingStore {

    private static final String FINDING = """
            select f.id, f.inspection, f.point, f.drawn, f.school, f.community, f.clause, f.duty, f.words, f.state,
                f.first_deadline, f.deadline, f.dispute_by, f.inspector, f.inspector_name, f.on_day
            from inspection.finding f
            """;

    private final JdbcClient jdbc;

    FindingStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A page by deadline, after the last one of the page before. */
    public List<Finding> page(FindingFilter filter, @Nullable Collection<UUID> schools, @Nullable UUID after,
            int limit, LocalDate today) {
        StringBuilder sql = new StringBuilder(FINDING).append(" where true");
        Map<String, @Nullable Object> values = new HashMap<>();
        narrow(sql, values, filter, schools, today);
        if (after != null) {
            sql.append(
                    " and (f.deadline, f.id) > (select l.deadline, l.id from inspection.finding l where l.id = :after)");
            values.put("after", after);
        }
        values.put("limit", limit);
        return jdbc.sql(sql.append(" order by f.deadline, f.id limit :limit").toString()).params(values)
                .query(FindingStore::finding).list();
    }

    /**
     * How many the filter finds, and how many of these are past their deadline.
     *
     * @param late open, with nothing handed in
     */
    public record Counted(int all, int late) {}

    public Counted count(FindingFilter filter, @Nullable Collection<UUID> schools, LocalDate today) {
        StringBuilder sql = new StringBuilder("""
                select count(*) as found, count(*) filter (where f.state = 'OPEN' and f.deadline < :today) as late
                from inspection.finding f where true
                """);
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("today", today);
        narrow(sql, values, filter, schools, today);
        return jdbc.sql(sql.toString()).params(values)
                .query((row, n) -> new Counted(row.getInt("found"), row.getInt("late"))).single();
    }

    /** Findings by duty, of what was found in a range of days. */
    public Map<String, Integer> perDuty(LocalDate first, LocalDate last) {
        Map<String, Integer> found = new HashMap<>();
        jdbc.sql("""
                select duty, count(*) as found from inspection.finding
                where duty <> '' and on_day between :first and :last group by duty
                """).param("first", first).param("last", last).query(row -> {
            found.put(row.getString("duty"), row.getInt("found"));
        });
        return found;
    }

    private static void narrow(StringBuilder sql, Map<String, @Nullable Object> values, FindingFilter filter,
            @Nullable Collection<UUID> schools, LocalDate today) {
        if (schools != null) {
            sql.append(" and f.school = any(:schools::uuid[])");
            values.put("schools", Rows.ids(schools));
        }
        if (filter.school() != null) {
            sql.append(" and f.school = :school");
            values.put("school", filter.school());
        }
        if (filter.community() != null) {
            sql.append(" and f.community = :community");
            values.put("community", filter.community());
        }
        DateRange days = filter.days();
        if (days != null) {
            sql.append(" and f.on_day between :first and :last");
            values.put("first", days.first());
            values.put("last", days.last());
        }
        sql.append(switch (filter.show()) {
            case ALL -> "";
            case NOW -> " and f.state in ('OPEN', 'RECTIFIED', 'DISPUTED')";
            case LATE -> " and f.state = 'OPEN' and f.deadline < :today";
            case WAITING -> " and f.state in ('RECTIFIED', 'DISPUTED')";
            case DONE -> " and f.state in ('CLOSED', 'WITHDRAWN')";
        });
        values.put("today", today);
    }

    /** What was found in some days at some schools, or at all of them; for whoever reckons with it. */
    public List<Finding> found(@Nullable Collection<UUID> schools, DateRange days) {
        return jdbc.sql(FINDING + """
                 where f.on_day between :first and :last and (:everywhere or f.school = any(:schools::uuid[]))
                 order by f.school, f.on_day, f.id
                """).param("first", days.first()).param("last", days.last()).param("everywhere", schools == null)
                .param("schools", Rows.ids(schools == null ? List.of() : schools)).query(FindingStore::finding).list();
    }

    public List<Finding> ofInspection(UUID inspection) {
        return jdbc.sql(FINDING + " where f.inspection = :inspection order by f.id").param("inspection", inspection)
                .query(FindingStore::finding).list();
    }

    public List<Finding> ofDrawn(Collection<UUID> drawn) {
        return jdbc.sql(FINDING + " where f.drawn = any(:drawn::uuid[]) order by f.id").param("drawn", Rows.ids(drawn))
                .query(FindingStore::finding).list();
    }

    public List<Finding> all(Collection<UUID> ids) {
        return ids.isEmpty()
                ? List.of()
                : jdbc.sql(FINDING + " where f.id = any(:ids::uuid[]) order by f.id").param("ids", Rows.ids(ids))
                        .query(FindingStore::finding).list();
    }

    /** What somebody has to act on, with a deadline in some days. */
    public List<Finding> waiting(LocalDate first, LocalDate last) {
        return jdbc.sql(FINDING + """
                 where f.state in ('OPEN', 'RECTIFIED', 'DISPUTED') and f.deadline between :first and :last
                 order by f.deadline, f.id
                """).param("first", first).param("last", last).query(FindingStore::finding).list();
    }

    public Optional<Finding> find(UUID id) {
        return all(List.of(id)).stream().findFirst();
    }

    /** The same, and until the end of the transaction nobody else says anything of it. */
    public Optional<Finding> lock(UUID id) {
        return jdbc.sql(FINDING + " where f.id = :id for update").param("id", id).query(FindingStore::finding)
                .optional();
    }

    private static Finding finding(ResultSet row, int number) throws SQLException {
        return new Finding(Rows.id(row, "id"),
                new Finding.Origin(row.getObject("inspection", UUID.class), row.getObject("point", UUID.class),
                        row.getObject("drawn", UUID.class)),
                Rows.id(row, "school"), row.getObject("community", UUID.class), row.getString("clause"),
                row.getString("duty"), row.getString("words"), Finding.State.valueOf(row.getString("state")),
                Rows.day(row, "first_deadline"), Rows.day(row, "deadline"), Rows.day(row, "dispute_by"),
                Rows.by(row, "inspector", "inspector_name"));
    }

    public void add(Collection<Finding> rows) {
        Rows.by(jdbc.sql("""
                insert into inspection.finding (id, inspection, point, drawn, school, community, clause, duty, words,
                    state, first_deadline, deadline, dispute_by, inspector, inspector_name, on_day)
                select * from unnest(:ids::uuid[], :inspections::uuid[], :points::uuid[], :drawn::uuid[],
                    :schools::uuid[], :communities::uuid[], :clauses::text[], :duties::text[], :words::text[],
                    :states::text[], :firsts::date[], :deadlines::date[], :disputes::date[], %s)
                """.formatted(BY)), rows, Finding::by).param("ids", texts(rows, Finding::id))
                .param("inspections", texts(rows, row -> row.origin().inspection()))
                .param("points", texts(rows, row -> row.origin().point()))
                .param("drawn", texts(rows, row -> row.origin().drawn()))
                .param("schools", texts(rows, Finding::school)).param("communities", texts(rows, Finding::community))
                .param("clauses", texts(rows, Finding::clause)).param("duties", texts(rows, Finding::duty))
                .param("words", texts(rows, Finding::words)).param("states", texts(rows, Finding::state))
                .param("firsts", texts(rows, Finding::firstDeadline)).param("deadlines", texts(rows, Finding::deadline))
                .param("disputes", texts(rows, Finding::disputeBy)).update();
    }

    public void move(UUID id, Finding.State state, LocalDate deadline) {
        jdbc.sql("update inspection.finding set state = :state, deadline = :deadline where id = :id")
                .param("state", state.name()).param("deadline", deadline).param("id", id).update();
    }

    /** Oldest first. */
    public List<Finding.Step> steps(Collection<UUID> findings) {
        return findings.isEmpty()
                ? List.of()
                : jdbc.sql(
                        """
                                select id, finding, what, words, deadline, actor, actor_name, on_day from inspection.finding_step
                                where finding = any(:findings::uuid[]) order by id
                                """)
                        .param("findings", Rows.ids(findings)).query((row, n) -> new Finding.Step(Rows.id(row, "id"),
                                Rows.id(row, "finding"), Finding.What.valueOf(row.getString("what")),
                                row.getString("words"),
                                row.getObject("deadline", LocalDate.class), Rows.by(row)))
                        .list();
    }

    /** The finding of a step, for who asks for its files. */
    public Optional<UUID> ofStep(UUID step) {
        return jdbc.sql("select finding from inspection.finding_step where id = :id").param("id", step)
                .query(UUID.class).optional();
    }

    public void addSteps(Collection<Finding.Step> rows) {
        Rows.by(jdbc
                .sql("""
                        insert into inspection.finding_step (id, finding, what, words, deadline, actor, actor_name, on_day)
                        select * from unnest(:ids::uuid[], :findings::uuid[], :whats::text[], :words::text[], :deadlines::date[],
                            %s)
                        """
                        .formatted(BY)),
                rows, Finding.Step::by).param("ids", texts(rows, Finding.Step::id))
                .param("findings", texts(rows, Finding.Step::finding)).param("whats", texts(rows, Finding.Step::what))
                .param("words", texts(rows, Finding.Step::words))
                .param("deadlines", texts(rows, Finding.Step::deadline)).update();
    }
}
