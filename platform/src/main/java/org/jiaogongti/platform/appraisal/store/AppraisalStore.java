package org.jiaogongti.platform.appraisal.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jiaogongti.platform.appraisal.Appraisals.Held;
import org.jiaogongti.platform.appraisal.Author;
import org.jiaogongti.platform.appraisal.Run;
import org.jiaogongti.platform.appraisal.Run.Kind;
import org.jiaogongti.platform.appraisal.Run.Step;
import org.jiaogongti.platform.appraisal.Run.Version;
import org.jiaogongti.platform.appraisal.Run.What;
import org.jiaogongti.platform.appraisal.SheetPlaces.Place;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Appraisals of years: their versions with archives, their steps. Rows are added only. */
@Repository
public class AppraisalStore {

    private final JdbcClient jdbc;

    AppraisalStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The appraisal of a year; empty while it is not frozen. */
    public Optional<Run> find(String year) {
        return jdbc.sql("select id, year, edition, self_until from appraisal.run where year = :year")
                .param("year", year).query(this::run).optional();
    }

    /** The same, and until the end of the transaction nobody else brings it on. */
    public Optional<Run> lock(String year) {
        return jdbc.sql("select id, year, edition, self_until from appraisal.run where year = :year for update")
                .param("year", year).query(this::run).optional();
    }

    /** Until the end of the transaction nobody else freezes this year, which has no row yet that could be locked. */
    public void alone(String year) {
        jdbc.sql(
                """
                        select pg_advisory_xact_lock(hashtextextended('appraisal ' || current_setting('jgt.district') || :year, 0))
                        """)
                .param("year", year).query(rows -> {});
    }

    private Run run(ResultSet row, int n) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        return new Run(id, row.getString("year"), row.getObject("edition", UUID.class),
                row.getObject("self_until", LocalDate.class), versions(id), steps(id));
    }

    private List<Version> versions(UUID run) {
        return jdbc.sql("""
                select id, number, kind, sha256, code, journal_head, program, on_day, actor_name, words, proposer_name
                from appraisal.version where run = :run order by number
                """).param("run", run)
                .query((row, n) -> new Version(row.getObject("id", UUID.class), row.getInt("number"),
                        Kind.valueOf(row.getString("kind")), row.getString("sha256"), row.getString("code"),
                        row.getString("journal_head"), row.getString("program"),
                        row.getObject("on_day", LocalDate.class), row.getString("actor_name"), row.getString("words"),
                        row.getString("proposer_name")))
                .list();
    }

    private List<Step> steps(UUID run) {
        List<Step> steps = new ArrayList<>(jdbc.sql("""
                select id, what, null::uuid as version, null::date as until_day, words, actor, actor_name, on_day
                from appraisal.step where run = :run
                union all
                select id, 'PROPOSED', version, until_day, words, actor, actor_name, on_day
                from appraisal.proposal where run = :run
                """).param("run", run)
                .query((row, n) -> new Step(row.getObject("id", UUID.class), What.valueOf(row.getString("what")),
                        row.getObject("version", UUID.class), row.getObject("until_day", LocalDate.class),
                        row.getString("words"), row.getObject("actor", UUID.class), row.getString("actor_name"),
                        row.getObject("on_day", LocalDate.class)))
                .list());
        steps.sort(Comparator.comparing(Step::what));
        return steps;
    }

    /**
     * A decided year.
     *
     * @param version number of its last result
     * @param on the day of the decision
     */
    public record DecidedYear(String year, int version, LocalDate on) {}

    /** All decided years, the one decided last first; one select. */
    public List<DecidedYear> decided() {
        return jdbc.sql("""
                select r.year, max(v.number) as version, min(s.on_day) as on_day
                from appraisal.run r join appraisal.step s on s.run = r.id and s.what = 'FINAL'
                join appraisal.version v on v.run = r.id
                group by r.year order by min(s.on_day) desc, r.year desc
                """).query((row, n) -> new DecidedYear(row.getString("year"), row.getInt("version"),
                row.getObject("on_day", LocalDate.class))).list();
    }

    /** When each year's appraisal was frozen and decided. */
    public List<Held> held() {
        return jdbc.sql("""
                select r.year, min(v.on_day) as frozen, min(s.on_day) as decided
                from appraisal.run r join appraisal.version v on v.run = r.id
                left join appraisal.step s on s.run = r.id and s.what = 'FINAL'
                group by r.year
                """).query((row, n) -> new Held(row.getString("year"), row.getObject("frozen", LocalDate.class),
                row.getObject("decided", LocalDate.class))).list();
    }

    /**
     * A result that was proposed and is not decided.
     *
     * @param until the last day of the hearing
     */
    public record Proposed(UUID run, String year, LocalDate until, String by) {}

    /** Results that are proposed and not decided. */
    public List<Proposed> proposed() {
        return jdbc.sql("""
                select r.id, r.year, p.until_day, p.actor_name
                from appraisal.run r join lateral (select until_day, actor_name from appraisal.proposal p
                    where p.run = r.id order by p.id desc limit 1) p on true
                where not exists (select from appraisal.step s where s.run = r.id and s.what = 'FINAL') order by r.year
                """).query((row, n) -> new Proposed(row.getObject("id", UUID.class), row.getString("year"),
                row.getObject("until_day", LocalDate.class), row.getString("actor_name"))).list();
    }

    public byte[] archive(UUID version) {
        return jdbc.sql("select archive from appraisal.version where id = :id").param("id", version)
                .query((row, n) -> row.getBytes("archive")).single();
    }

    /** Schools and communities by the names that the archives know. */
    public List<Place> places(UUID run) {
        return jdbc.sql("select id, name from appraisal.place where run = :run").param("run", run)
                .query((row, n) -> new Place(row.getObject("id", UUID.class), row.getString("name"))).list();
    }

    public void add(UUID id, String year, UUID edition, LocalDate selfUntil, Author author) {
        Signed.by(author, jdbc.sql("""
                insert into appraisal.run (id, year, edition, self_until, actor, actor_name, on_day, at)
                values (:id, :year, :edition, :until, :actor, :actorName, :day, :at)
                """).param("id", id).param("year", year).param("edition", edition).param("until", selfUntil)).update();
    }

    public void addPlaces(UUID run, Collection<Place> places) {
        jdbc.sql("""
                insert into appraisal.place (run, id, name)
                select :run, id, name from unnest(:ids::uuid[], :names::text[]) as given (id, name)
                """).param("run", run)
                .param("ids", places.stream().map(place -> place.id().toString()).toArray(String[]::new))
                .param("names", places.stream().map(Place::name).toArray(String[]::new)).update();
    }

    /**
     * Keeps a version.
     *
     * @param proposer of a correction, or null
     */
    public void add(UUID run, Version version, byte[] archive, @Nullable UUID proposer, Author author) {
        Signed.by(author, jdbc
                .sql("""
                        insert into appraisal.version (id, run, number, kind, archive, sha256, code, journal_head, program, words,
                            proposer, proposer_name, actor, actor_name, on_day, at)
                        values (:id, :run, :number, :kind, :archive, :sha256, :code, :head, :program, :words, :proposer,
                            :proposerName, :actor, :actorName, :day, :at)
                        """)
                .param("id", version.id()).param("run", run).param("number", version.number())
                .param("kind", version.kind().name()).param("archive", archive).param("sha256", version.sha256())
                .param("code", version.code()).param("head", version.journalHead())
                .param("program", version.program()).param("words", version.words()).param("proposer", proposer)
                .param("proposerName", version.proposer())).update();
    }

    public void propose(UUID id, UUID run, UUID version, LocalDate until, String words, Author author) {
        Signed.by(author, jdbc.sql("""
                insert into appraisal.proposal (id, run, version, until_day, words, actor, actor_name, on_day, at)
                values (:id, :run, :version, :until, :words, :actor, :actorName, :day, :at)
                """).param("id", id).param("run", run).param("version", version).param("until", until)
                .param("words", words)).update();
    }

    /**
     * A step that is no proposal.
     *
     * @param proposal what is decided, for the decision only
     */
    public void step(UUID id, UUID run, What what, @Nullable Step proposal, String words, Author author) {
        Signed.by(author, jdbc.sql("""
                insert into appraisal.step (id, run, what, words, proposal, proposer, actor, actor_name, on_day, at)
                values (:id, :run, :what, :words, :proposal, :proposer, :actor, :actorName, :day, :at)
                """).param("id", id).param("run", run).param("what", what.name()).param("words", words)
                .param("proposal", proposal == null ? null : proposal.id())
                .param("proposer", proposal == null ? null : proposal.actor())).update();
    }
}
