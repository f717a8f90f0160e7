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
import org.jiaogongti.platform.inspection.Inspection;
import org.jiaogongti.platform.inspection.InspectionRule;
import org.jiaogongti.platform.inspection.Point;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rules of the year, visits and checklists. A visit's state and day follow its steps; all other rows are never changed. */
@Repository
public class InspectionStore {

    private static final String INSPECTION = """
            select i.id, i.school, i.year, i.day, i.kind, i.state, i.about, i.over, i.inspector, i.inspector_name, i.on_day
            from inspection.inspection i
            """;

    private final JdbcClient jdbc;

    InspectionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What was set last for a year. */
    public Optional<InspectionRule> rule(String year) {
        return jdbc.sql("""
                select year, ceiling, rectify_days, dispute_days, reply_days, decision_days, appeal_days, ruling_days,
                    document, actor, actor_name, on_day
                from inspection.rule where year = :year order by id desc limit 1
                """).param("year", year).query((row, n) -> new InspectionRule(row.getString("year"),
                row.getInt("ceiling"), new InspectionRule.Limits(row.getInt("rectify_days"), row.getInt("dispute_days"),
                        row.getInt("reply_days"), row.getInt("decision_days"), row.getInt("appeal_days"),
                        row.getInt("ruling_days")),
                row.getString("document"), Rows.by(row))).optional();
    }

    public void setRule(UUID id, InspectionRule rule) {
        InspectionRule.Limits limits = rule.limits();
        Rows.by(jdbc.sql("""
                insert into inspection.rule (id, year, ceiling, rectify_days, dispute_days, reply_days, decision_days,
                    appeal_days, ruling_days, document, actor, actor_name, on_day)
                select :id, :year, :ceiling, :rectify, :dispute, :reply, :decision, :appeal, :ruling, :document, given.*
                from unnest(%s) as given
                """.formatted(BY)), List.of(rule), each -> java.util.Objects.requireNonNull(each.by()))
                .param("id", id).param("year", rule.year()).param("ceiling", rule.ceiling())
                .param("rectify", limits.rectify()).param("dispute", limits.dispute()).param("reply", limits.reply())
                .param("decision", limits.decision()).param("appeal", limits.appeal())
                .param("ruling", limits.ruling()).param("document", rule.document()).update();
    }

    /** Until the end of the transaction nobody else plans visits of this year, so that two at once keep the ceiling. */
    public void lockYear(String year) {
        jdbc.sql(
                """
                        select pg_advisory_xact_lock(hashtextextended('inspections ' || current_setting('jgt.district') || :year, 0))
                        """)
                .param("year", year).query(rows -> {});
    }

    /** How many visits of a year stand at each school; a school without one is left out. */
    public Map<UUID, Integer> counts(String year) {
        Map<UUID, Integer> counts = new HashMap<>();
        jdbc.sql("""
                select school, count(*) as visits from inspection.inspection
                where year = :year and state <> 'CANCELLED' group by school
                """).param("year", year).query(row -> {
            counts.put(Rows.id(row, "school"), row.getInt("visits"));
        });
        return counts;
    }

    /** Whose visits are listed: all, or those of some schools that these may know of. */
    public record Seen(@Nullable Collection<UUID> schools, LocalDate today) {}

    /** A page by day, after the last one of the page before. */
    public List<Inspection> page(String year, @Nullable UUID school, Seen seen, @Nullable UUID after, int limit) {
        StringBuilder sql = new StringBuilder(INSPECTION).append(" where i.year = :year");
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("year", year);
        visible(sql, values, seen);
        if (school != null) {
            sql.append(" and i.school = :school");
            values.put("school", school);
        }
        if (after != null) {
            sql.append(" and (i.day, i.id) > (select l.day, l.id from inspection.inspection l where l.id = :after)");
            values.put("after", after);
        }
        values.put("limit", limit);
        return jdbc.sql(sql.append(" order by i.day, i.id limit :limit").toString()).params(values)
                .query(InspectionStore::inspection).list();
    }

    private static void visible(StringBuilder sql, Map<String, @Nullable Object> values, Seen seen) {
        Collection<UUID> schools = seen.schools();
        if (schools != null) {
            sql.append("""
                     and i.school = any(:schools::uuid[])
                     and (i.kind = 'SCHEDULED' or i.state = 'HELD' or (i.state = 'PLANNED' and i.day <= :today))
                    """);
            values.put("schools", Rows.ids(schools));
            values.put("today", seen.today());
        }
    }

    public Optional<Inspection> find(UUID id) {
        return jdbc.sql(INSPECTION + " where i.id = :id").param("id", id).query(InspectionStore::inspection)
                .optional();
    }

    /** The same, and until the end of the transaction nobody else says anything of it. */
    public Optional<Inspection> lock(UUID id) {
        return jdbc.sql(INSPECTION + " where i.id = :id for update").param("id", id)
                .query(InspectionStore::inspection).optional();
    }

    private static Inspection inspection(ResultSet row, int number) throws SQLException {
        return new Inspection(Rows.id(row, "id"), Rows.id(row, "school"), row.getString("year"), Rows.day(row, "day"),
                Inspection.Kind.valueOf(row.getString("kind")), Inspection.State.valueOf(row.getString("state")),
                row.getString("about"), row.getString("over"), Rows.by(row, "inspector", "inspector_name"));
    }

    public void add(Collection<Inspection> rows) {
        Rows.by(jdbc.sql("""
                insert into inspection.inspection (id, school, year, day, kind, state, about, over, inspector,
                    inspector_name, on_day)
                select * from unnest(:ids::uuid[], :schools::uuid[], :years::text[], :visits::date[], :kinds::text[],
                    :states::text[], :abouts::text[], :overs::text[], %s)
                """.formatted(BY)), rows, Inspection::by).param("ids", texts(rows, Inspection::id))
                .param("schools", texts(rows, Inspection::school)).param("years", texts(rows, Inspection::year))
                .param("visits", texts(rows, Inspection::day)).param("kinds", texts(rows, Inspection::kind))
                .param("states", texts(rows, Inspection::state)).param("abouts", texts(rows, Inspection::about))
                .param("overs", texts(rows, Inspection::over)).update();
    }

    /** The state, the day and its school year, as the last step leaves them. */
    public void move(UUID id, Inspection.State state, LocalDate day, String year) {
        jdbc.sql("update inspection.inspection set state = :state, day = :day, year = :year where id = :id")
                .param("state", state.name()).param("day", day).param("year", year).param("id", id).update();
    }

    /** Oldest first. */
    public List<Inspection.Step> steps(UUID inspection) {
        return jdbc.sql("""
                select id, inspection, what, words, day, actor, actor_name, on_day from inspection.inspection_step
                where inspection = :inspection order by id
                """).param("inspection", inspection).query((row, n) -> new Inspection.Step(Rows.id(row, "id"),
                Rows.id(row, "inspection"), Inspection.What.valueOf(row.getString("what")), row.getString("words"),
                row.getObject("day", LocalDate.class), Rows.by(row))).list();
    }

    public void addSteps(Collection<Inspection.Step> rows) {
        Rows.by(jdbc.sql("""
                insert into inspection.inspection_step (id, inspection, what, words, day, actor, actor_name, on_day)
                select * from unnest(:ids::uuid[], :inspections::uuid[], :whats::text[], :words::text[], :moved::date[],
                    %s)
                """.formatted(BY)), rows, Inspection.Step::by).param("ids", texts(rows, Inspection.Step::id))
                .param("inspections", texts(rows, Inspection.Step::inspection))
                .param("whats", texts(rows, Inspection.Step::what)).param("words", texts(rows, Inspection.Step::words))
                .param("moved", texts(rows, Inspection.Step::day)).update();
    }

    /** A visit's checklist in its order, with what was found last at each line: one select. */
    public List<Point> points(UUID inspection) {
        return points("p.inspection = :id order by p.position", inspection);
    }

    public Optional<Point> point(UUID id) {
        return points("p.id = :id", id).stream().findFirst();
    }

    private List<Point> points(String where, UUID id) {
        return jdbc.sql("""
                select p.id, p.inspection, p.position, p.clause, p.duty, p.name, r.id as said, r.result, r.note,
                    r.counted, r.target, r.actor, r.actor_name, r.on_day
                from inspection.point p left join lateral (
                    select * from inspection.point_result s where s.district = p.district and s.point = p.id
                    order by s.id desc limit 1) r on true
                where
                """ + where).param("id", id).query(InspectionStore::point).list();
    }

    private static Point point(ResultSet row, int number) throws SQLException {
        UUID id = Rows.id(row, "id");
        UUID said = row.getObject("said", UUID.class);
        Integer counted = row.getObject("counted", Integer.class);
        Integer target = row.getObject("target", Integer.class);
        return new Point(id, Rows.id(row, "inspection"), row.getInt("position"), row.getString("clause"),
                row.getString("duty"), row.getString("name"),
                said == null
                        ? null
                        : new Point.Said(said, id, Point.Result.valueOf(row.getString("result")), row.getString("note"),
                                counted == null || target == null ? null : new Point.Known(counted, target),
                                Rows.by(row)));
    }

    public void addPoints(Collection<Point> rows) {
        jdbc.sql("""
                insert into inspection.point (id, inspection, position, clause, duty, name)
                select * from unnest(:ids::uuid[], :inspections::uuid[], :positions::int[], :clauses::text[],
                    :duties::text[], :names::text[])
                """).param("ids", texts(rows, Point::id)).param("inspections", texts(rows, Point::inspection))
                .param("positions", texts(rows, Point::position)).param("clauses", texts(rows, Point::clause))
                .param("duties", texts(rows, Point::duty)).param("names", texts(rows, Point::name)).update();
    }

    public void addResults(Collection<Point.Said> rows) {
        Rows.by(jdbc
                .sql("""
                        insert into inspection.point_result (id, point, result, note, counted, target, actor, actor_name, on_day)
                        select * from unnest(:ids::uuid[], :points::uuid[], :results::text[], :notes::text[], :counted::int[],
                            :targets::int[], %s)
                        """
                        .formatted(BY)),
                rows, Point.Said::by).param("ids", texts(rows, Point.Said::id))
                .param("points", texts(rows, Point.Said::point)).param("results", texts(rows, Point.Said::result))
                .param("notes", texts(rows, Point.Said::note))
                .param("counted", texts(rows, row -> row.known() == null ? null : row.known().counted()))
                .param("targets", texts(rows, row -> row.known() == null ? null : row.known().target())).update();
    }
}
