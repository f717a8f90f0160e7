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
import org.jiaogongti.platform.inspection.AccountabilityAction;
import org.jiaogongti.platform.inspection.Proceeding;
import org.jiaogongti.platform.inspection.Proceedings.Asked;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Proceedings, the findings they rest on, and what was said in them. */
@Repository
public class ProceedingStore {

    private static final String PROCEEDING = """
            select p.id, p.school, p.year, p.reason, p.facts, p.clause, p.proposed, p.state, p.reply_by, p.due, p.opener,
                p.opener_name, p.on_day
            from inspection.proceeding p
            """;

    private final JdbcClient jdbc;

    ProceedingStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The latest first, after the last one of the page before. */
    public List<Proceeding> page(@Nullable Collection<UUID> schools, Asked asked, @Nullable UUID after, int limit) {
        StringBuilder sql = new StringBuilder(PROCEEDING).append(" where true");
        Map<String, @Nullable Object> values = new HashMap<>();
        if (schools != null) {
            sql.append(" and p.school = any(:schools::uuid[])");
            values.put("schools", Rows.ids(schools));
        }
        if (asked.school() != null) {
            sql.append(" and p.school = :school");
            values.put("school", asked.school());
        }
        if (asked.running()) {
            sql.append(" and p.state in ('NOTICED', 'HEARD', 'DECIDED', 'APPEALED')");
        }
        if (after != null) {
            sql.append(" and p.id < :after");
            values.put("after", after);
        }
        values.put("limit", limit);
        return jdbc.sql(sql.append(" order by p.id desc limit :limit").toString()).params(values)
                .query(ProceedingStore::proceeding).list();
    }

    public List<Proceeding> all(Collection<UUID> ids) {
        return ids.isEmpty()
                ? List.of()
                : jdbc.sql(PROCEEDING + " where p.id = any(:ids::uuid[])").param("ids", Rows.ids(ids))
                        .query(ProceedingStore::proceeding).list();
    }

    public Optional<Proceeding> find(UUID id) {
        return all(List.of(id)).stream().findFirst();
    }

    /** The same, and until the end of the transaction nobody else says anything in it. */
    public Optional<Proceeding> lock(UUID id) {
        return jdbc.sql(PROCEEDING + " where p.id = :id for update").param("id", id)
                .query(ProceedingStore::proceeding).optional();
    }

    /** In which somebody has to act, with a limit in some days. */
    public List<Proceeding> waiting(LocalDate first, LocalDate last) {
        return jdbc.sql(PROCEEDING + """
                 where p.state in ('NOTICED', 'HEARD', 'DECIDED', 'APPEALED') and p.due between :first and :last
                 order by p.due, p.id
                """).param("first", first).param("last", last).query(ProceedingStore::proceeding).list();
    }

    /** Until the end of the transaction nobody else opens a proceeding about this finding. */
    public void lockFinding(UUID finding) {
        jdbc.sql("select id from inspection.finding where id = :id for update").param("id", finding)
                .query(UUID.class).optional();
    }

    /** What was opened in some days. */
    public List<Proceeding> opened(DateRange days) {
        return jdbc.sql(PROCEEDING + " where p.on_day between :first and :last order by p.id")
                .param("first", days.first()).param("last", days.last()).query(ProceedingStore::proceeding).list();
    }

    /** The proceedings that rest on a finding. */
    public List<Proceeding> ofFinding(UUID finding) {
        return jdbc.sql(PROCEEDING + """
                 join inspection.proceeding_finding c on c.district = p.district and c.proceeding = p.id
                 where c.finding = :finding order by p.id
                """).param("finding", finding).query(ProceedingStore::proceeding).list();
    }

    private static Proceeding proceeding(ResultSet row, int number) throws SQLException {
        return new Proceeding(Rows.id(row, "id"), Rows.id(row, "school"), row.getString("year"),
                Proceeding.Reason.valueOf(row.getString("reason")), row.getString("facts"), row.getString("clause"),
                AccountabilityAction.valueOf(row.getString("proposed")),
                Proceeding.State.valueOf(row.getString("state")), Rows.day(row, "reply_by"),
                row.getObject("due", LocalDate.class),
                Rows.by(row, "opener", "opener_name"));
    }

    public void add(Collection<Proceeding> rows) {
        Rows.by(jdbc
                .sql("""
                        insert into inspection.proceeding (id, school, year, reason, facts, clause, proposed, state, reply_by, due, opener,
                            opener_name, on_day)
                        select * from unnest(:ids::uuid[], :schools::uuid[], :years::text[], :reasons::text[], :facts::text[],
                            :clauses::text[], :proposed::text[], :states::text[], :replies::date[], :dues::date[], %s)
                        """
                        .formatted(BY)),
                rows, Proceeding::by).param("ids", texts(rows, Proceeding::id))
                .param("schools", texts(rows, Proceeding::school)).param("years", texts(rows, Proceeding::year))
                .param("reasons", texts(rows, Proceeding::reason)).param("facts", texts(rows, Proceeding::facts))
                .param("clauses", texts(rows, Proceeding::clause))
                .param("proposed", texts(rows, Proceeding::proposed)).param("states", texts(rows, Proceeding::state))
                .param("replies", texts(rows, Proceeding::replyBy)).param("dues", texts(rows, Proceeding::due))
                .update();
    }

    public void rest(UUID proceeding, Collection<UUID> findings) {
        jdbc.sql("""
                insert into inspection.proceeding_finding (proceeding, finding)
                select :proceeding, given from unnest(:findings::uuid[]) as given
                """).param("proceeding", proceeding).param("findings", Rows.ids(findings)).update();
    }

    public List<UUID> findings(UUID proceeding) {
        return jdbc.sql("select finding from inspection.proceeding_finding where proceeding = :id order by finding")
                .param("id", proceeding).query((row, n) -> Rows.id(row, "finding")).list();
    }

    public void move(UUID id, Proceeding.State state, @Nullable LocalDate due) {
        jdbc.sql("update inspection.proceeding set state = :state, due = :due::date where id = :id")
                .param("state", state.name()).param("due", due == null ? null : due.toString(), java.sql.Types.VARCHAR)
                .param("id", id).update();
    }

    /** Oldest first. */
    public List<Proceeding.Step> steps(Collection<UUID> proceedings) {
        return proceedings.isEmpty() ? List.of() : jdbc.sql("""
                select id, proceeding, what, measure, words, due, actor, actor_name, on_day
                from inspection.proceeding_step where proceeding = any(:ids::uuid[]) order by id
                """).param("ids", Rows.ids(proceedings)).query((row, n) -> {
            String measure = row.getString("measure");
            return new Proceeding.Step(Rows.id(row, "id"), Rows.id(row, "proceeding"),
                    Proceeding.What.valueOf(row.getString("what")),
                    measure == null ? null : AccountabilityAction.valueOf(measure), row.getString("words"),
                    row.getObject("due", LocalDate.class), Rows.by(row));
        }).list();
    }

    /** The proceeding of a step, for who asks for its files. */
    public Optional<UUID> ofStep(UUID step) {
        return jdbc.sql("select proceeding from inspection.proceeding_step where id = :id").param("id", step)
                .query(UUID.class).optional();
    }

    public void addSteps(Collection<Proceeding.Step> rows) {
        Rows.by(jdbc.sql("""
                insert into inspection.proceeding_step (id, proceeding, what, measure, words, due, actor, actor_name,
                    on_day)
                select * from unnest(:ids::uuid[], :proceedings::uuid[], :whats::text[], :measures::text[],
                    :words::text[], :dues::date[], %s)
                """.formatted(BY)), rows, Proceeding.Step::by).param("ids", texts(rows, Proceeding.Step::id))
                .param("proceedings", texts(rows, Proceeding.Step::proceeding))
                .param("whats", texts(rows, Proceeding.Step::what))
                .param("measures", texts(rows, Proceeding.Step::measure))
                .param("words", texts(rows, Proceeding.Step::words)).param("dues", texts(rows, Proceeding.Step::due))
                .update();
    }
}
