package org.jiaogongti.platform.round.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jiaogongti.charter.counting.InstanceKey;
import org.jiaogongti.charter.counting.Status;
import org.jiaogongti.charter.whatif.RoundTrial.Result;
import org.jiaogongti.platform.round.Trial;
import org.jiaogongti.platform.round.Trial.Failing;
import org.jiaogongti.platform.round.Trial.Line;
import org.jiaogongti.platform.round.Trial.Shift;
import org.jiaogongti.platform.round.Trial.Side;
import org.jiaogongti.platform.round.Trial.State;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Trials, what they found by duty and community, and the instances that come out otherwise. */
@Repository
public class TrialStore {

    private static final String TRIAL = """
            select t.id, t.draft, t.state, t.print, t.as_of, t.done, t.total, t.ordered_by, t.ordered_name, t.ordered_on
            from round.trial t
            """;

    private final JdbcClient jdbc;

    TrialStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** After all others of its plan, which the caller holds. */
    public void insert(Trial trial, Instant at) {
        jdbc.sql("""
                insert into round.trial (id, draft, turn, state, print, as_of, done, total, ordered_by, ordered_name,
                    ordered_on, beat_at)
                select :id, mine.id, coalesce((select max(t.turn) from round.trial t
                        join round.draft d on d.id = t.draft where d.plan = mine.plan), 0) + 1,
                    :state, :print, :asOf, :done, :total, :by, :name, :on, :at
                from round.draft mine where mine.id = :draft
                """).param("id", trial.id()).param("draft", trial.draft()).param("state", trial.state().name())
                .param("print", trial.print()).param("asOf", trial.asOf()).param("done", trial.done())
                .param("total", trial.total()).param("by", trial.by().account()).param("name", trial.by().name())
                .param("on", trial.by().on()).param("at", at.atOffset(ZoneOffset.UTC)).update();
    }

    public Optional<Trial> find(UUID id) {
        return jdbc.sql(TRIAL + " where t.id = :id").param("id", id).query(TrialStore::trial).optional();
    }

    /** The newest of a plan. */
    public Optional<Trial> latest(UUID plan) {
        return jdbc
                .sql(TRIAL + " join round.draft d on d.id = t.draft where d.plan = :plan order by t.turn desc limit 1")
                .param("plan", plan).query(TrialStore::trial).optional();
    }

    /** The newest of a plan that came to an end. */
    public Optional<Trial> done(UUID plan) {
        return jdbc
                .sql(TRIAL
                        + """
                                 join round.draft d on d.id = t.draft where d.plan = :plan and t.state = 'DONE' order by t.turn desc limit 1
                                """)
                .param("plan", plan).query(TrialStore::trial).optional();
    }

    /** Those that wait, or whose maker fell silent. */
    public List<UUID> waiting(Instant silentSince) {
        return jdbc
                .sql("""
                        select id from round.trial where state = 'WAITING' or (state = 'RUNNING' and beat_at < :since) order by turn
                        """)
                .param("since", silentSince.atOffset(ZoneOffset.UTC)).query((row, n) -> row.getObject("id", UUID.class))
                .list();
    }

    /** Takes one to be made, from its beginning; false where another has it. */
    public boolean claim(UUID id, String print, LocalDate asOf, int total, Instant now, Instant silentSince) {
        jdbc.sql("delete from round.line where trial = :id and exists (select from round.trial where id = :id "
                + "and (state = 'WAITING' or beat_at < :since))").param("id", id)
                .param("since", silentSince.atOffset(ZoneOffset.UTC)).update();
        jdbc.sql("delete from round.shift where trial = :id and exists (select from round.trial where id = :id "
                + "and (state = 'WAITING' or beat_at < :since))").param("id", id)
                .param("since", silentSince.atOffset(ZoneOffset.UTC)).update();
        return jdbc
                .sql("""
                        update round.trial set state = 'RUNNING', print = :print, as_of = :asOf, done = 0, total = :total, beat_at = :now
                        where id = :id and (state = 'WAITING' or (state = 'RUNNING' and beat_at < :since))
                        """)
                .param("id", id).param("print", print).param("asOf", asOf).param("total", total)
                .param("now", now.atOffset(ZoneOffset.UTC)).param("since", silentSince.atOffset(ZoneOffset.UTC))
                .update() == 1;
    }

    public void beat(UUID id, int done, Instant now) {
        jdbc.sql("update round.trial set done = :done, beat_at = :now where id = :id").param("done", done)
                .param("now", now.atOffset(ZoneOffset.UTC)).param("id", id).update();
    }

    public void end(UUID id, State state) {
        jdbc.sql("update round.trial set state = :state where id = :id and state in ('WAITING', 'RUNNING')")
                .param("state", state.name()).param("id", id).update();
    }

    /** What earlier trials of the plan found is not needed any more. */
    public void clearBefore(UUID trial) {
        for (String table : List.of("line", "shift")) {
            jdbc.sql("""
                    delete from round.%s where trial in (select o.id from round.trial o
                        join round.draft d on d.id = o.draft
                        join round.draft mine on mine.plan = d.plan
                        join round.trial t on t.draft = mine.id and t.id = :trial
                        where o.turn < t.turn)
                    """.formatted(table)).param("trial", trial).update();
        }
    }

    public void add(UUID trial, List<Line> lines) {
        jdbc.sql("""
                insert into round.line (trial, duty, community, was, would)
                select :trial, duty, community, string_to_array(was, ' ')::int[], string_to_array(would, ' ')::int[]
                from unnest(:duties::text[], :communities::text[], :was::text[], :would::text[])
                    as given (duty, community, was, would)
                """).param("trial", trial).param("duties", texts(lines, Line::duty))
                .param("communities", texts(lines, Line::community))
                .param("was", texts(lines, line -> told(line.now())))
                .param("would", texts(lines, line -> told(line.then()))).update();
    }

    public void addShifts(UUID trial, List<Shift> shifts) {
        jdbc.sql("""
                insert into round.shift (trial, duty, bearer, counterpart, period, community, was_status, was_counted,
                    was_target, would_status, would_counted, would_target, fails)
                select :trial, * from unnest(:duties::text[], :bearers::text[], :counterparts::text[], :periods::text[],
                    :communities::text[], :was::text[], :counted::int[], :targets::int[], :would::text[],
                    :wouldCounted::int[], :wouldTargets::int[], :fails::bool[])
                """).param("trial", trial).param("duties", texts(shifts, each -> each.key().duty()))
                .param("bearers", texts(shifts, each -> each.key().bearer()))
                .param("counterparts", texts(shifts, each -> each.key().counterpart()))
                .param("periods", texts(shifts, each -> each.key().period()))
                .param("communities", texts(shifts, Shift::community))
                .param("was", texts(shifts, each -> status(each.was())))
                .param("counted", texts(shifts, each -> figure(each.was(), Side::counted)))
                .param("targets", texts(shifts, each -> figure(each.was(), Side::target)))
                .param("would", texts(shifts, each -> status(each.would())))
                .param("wouldCounted", texts(shifts, each -> figure(each.would(), Side::counted)))
                .param("wouldTargets", texts(shifts, each -> figure(each.would(), Side::target)))
                .param("fails", texts(shifts, each -> String.valueOf(each.fails()))).update();
    }

    public List<Line> lines(UUID trial) {
        return jdbc
                .sql("select duty, community, was, would from round.line where trial = :trial order by duty, community")
                .param("trial", trial).query((row, n) -> new Line(row.getString("duty"), row.getString("community"),
                        result(row, "was"), result(row, "would")))
                .list();
    }

    /** A page of instances of a duty that come out otherwise, those that newly fall short first. */
    public List<Shift> shifts(UUID trial, String duty, String community, int offset, int limit) {
        return jdbc.sql("""
                select duty, bearer, counterpart, period, community, was_status, was_counted, was_target, would_status,
                    would_counted, would_target, fails
                from round.shift where trial = :trial and duty = :duty and (:community = '' or community = :community)
                order by fails desc, period, bearer, counterpart offset :offset limit :limit
                """).param("trial", trial).param("duty", duty).param("community", community).param("offset", offset)
                .param("limit", limit).query(TrialStore::shift).list();
    }

    /** How many instances newly fall short, by duty and community. */
    public List<Failing> failing(UUID trial) {
        return jdbc.sql("""
                select duty, community, count(*) filter (where fails) as fails, count(*) as shifts
                from round.shift where trial = :trial group by duty, community
                """).param("trial", trial).query((row, n) -> new Failing(row.getString("duty"),
                row.getString("community"), row.getInt("fails"), row.getInt("shifts"))).list();
    }

    private static Shift shift(ResultSet row, int n) throws SQLException {
        return new Shift(
                new InstanceKey(row.getString("duty"), row.getString("bearer"), row.getString("counterpart"),
                        row.getString("period")),
                row.getString("community"), side(row, "was"), side(row, "would"), row.getBoolean("fails"));
    }

    private static @Nullable Side side(ResultSet row, String side) throws SQLException {
        String status = row.getString(side + "_status");
        return status == null
                ? null
                : new Side(Status.valueOf(status), row.getInt(side + "_counted"), row.getInt(side + "_target"));
    }

    private static @Nullable String status(@Nullable Side side) {
        return side == null ? null : side.status().name();
    }

    private static @Nullable String figure(@Nullable Side side, Function<Side, Integer> figure) {
        return side == null ? null : figure.apply(side).toString();
    }

    private static String told(Result result) {
        return "%d %d %d %d %d %d %d %d %d".formatted(result.met(), result.open(), result.missed(), result.waived(),
                result.suspended(), result.optional(), result.disputed(), result.owed(), result.left());
    }

    private static Result result(ResultSet row, String side) throws SQLException {
        int[] is = Arrays.stream((Integer[]) row.getArray(side).getArray()).mapToInt(Integer::intValue).toArray();
        return new Result(is[0], is[1], is[2], is[3], is[4], is[5], is[6], is[7], is[8]);
    }

    private static Trial trial(ResultSet row, int n) throws SQLException {
        return new Trial(row.getObject("id", UUID.class), row.getObject("draft", UUID.class),
                State.valueOf(row.getString("state")), row.getString("print"), row.getObject("as_of", LocalDate.class),
                row.getInt("done"), row.getInt("total"), PlanStore.by(row, "ordered"));
    }

    private static <T> @Nullable String[] texts(Collection<T> rows, Function<T, @Nullable String> value) {
        return rows.stream().map(value).toArray(String[]::new);
    }
}
