package org.jiaogongti.platform.filing.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jiaogongti.platform.activity.ActivityKind.Gate;
import org.jiaogongti.platform.filing.Filing;
import org.jiaogongti.platform.filing.Filing.Approval;
import org.jiaogongti.platform.filing.Filing.State;
import org.jiaogongti.platform.filing.FilingStep;
import org.jiaogongti.platform.filing.FilingStep.What;
import org.jiaogongti.platform.filing.PlanText;
import org.jiaogongti.platform.filing.PlanVersion;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Filings with their versions and steps; each method is one statement. */
@Repository
public class FilingStore {

    private static final String WAITING = " WHERE f.state IN ('CHECKING', 'RETURNED', 'FILED', 'ASKED', 'ANSWERED')";

    static final String FILING = """
            SELECT f.id, f.occasion, f.gate, f.state, f.title, f.community, f.school, f.subject, f.held_on, f.submitter,
                   f.submitter_name, f.latest, f.filed_on, f.approved_on, f.approved, f.approved_hash
              FROM filing.filing f
            """;

    private final JdbcClient jdbc;

    FilingStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<Filing> find(UUID id) {
        return jdbc.sql(FILING + " WHERE f.id = :id").param("id", id).query(FilingStore::filing).optional();
    }

    /** Locked until the transaction ends, so that two who decide come one after the other. */
    public Optional<Filing> lock(UUID id) {
        return jdbc.sql(FILING + " WHERE f.id = :id FOR UPDATE").param("id", id).query(FilingStore::filing)
                .optional();
    }

    /** Those that wait for somebody and are of activities held in a range of days. */
    public List<Filing> waiting(LocalDate first, LocalDate last) {
        return jdbc.sql(FILING + WAITING + " AND f.held_on BETWEEN :first AND :last ORDER BY f.held_on, f.id")
                .param("first", first).param("last", last).query(FilingStore::filing).list();
    }

    /** Those of some that wait for somebody. */
    public List<Filing> waiting(Collection<UUID> ids) {
        return jdbc.sql(FILING + WAITING + " AND f.id IN (:ids)").param("ids", ids).query(FilingStore::filing).list();
    }

    public Optional<Filing> ofOccasion(UUID occasion) {
        return jdbc.sql(FILING + " WHERE f.occasion = :occasion").param("occasion", occasion)
                .query(FilingStore::filing).optional();
    }

    /** The filing that a form has already become. */
    public Optional<UUID> byToken(UUID token) {
        return jdbc.sql("SELECT f.id FROM filing.filing f WHERE f.token = :token").param("token", token)
                .query(UUID.class).optional();
    }

    /** False where the form was sent already, or something was handed in about the occasion: nothing is written then. */
    public boolean insert(Filing filing, UUID token, Instant at) {
        return jdbc
                .sql("""
                        INSERT INTO filing.filing (id, token, occasion, gate, state, title, community, school, subject, held_on, submitter,
                            submitter_name, latest, filed_on, moved_at)
                        VALUES (:id, :token, :occasion, :gate, :state, :title, :community, :school, :subject, :heldOn, :submitter,
                            :submitterName, :latest, :filedOn, :at)
                        ON CONFLICT DO NOTHING
                        """)
                .param("id", filing.id()).param("token", token).param("occasion", filing.occasion())
                .param("gate", filing.gate().name()).param("state", filing.state().name())
                .param("title", filing.title()).param("community", filing.community()).param("school", filing.school())
                .param("subject", filing.subject(), Types.VARCHAR).param("heldOn", filing.heldOn())
                .param("submitter", filing.submitter()).param("submitterName", filing.submitterName())
                .param("latest", filing.latest()).param("filedOn", filing.filedOn(), Types.DATE)
                .param("at", at.atOffset(ZoneOffset.UTC)).update() == 1;
    }

    /**
     * Another state; false where it is no longer in the state, or at the version, from which it is moved: of two who decide at
     * once, one.
     */
    public boolean move(Filing before, Filing after, Instant at) {
        Approval approval = after.approval();
        return jdbc.sql("""
                UPDATE filing.filing SET state = :state, title = :title, latest = :latest, filed_on = :filedOn,
                       approved_on = :approvedOn, approved = :approved, approved_hash = :hash, gate = :gate,
                       community = :community, school = :school, subject = :subject, held_on = :heldOn, moved_at = :at
                 WHERE id = :id AND state = :before AND latest = :seen
                """).param("state", after.state().name()).param("title", after.title())
                .param("latest", after.latest()).param("filedOn", after.filedOn(), Types.DATE)
                .param("approvedOn", approval == null ? null : approval.on(), Types.DATE)
                .param("approved", approval == null ? null : approval.version(), Types.INTEGER)
                .param("hash", approval == null ? null : approval.hash(), Types.VARCHAR)
                .param("gate", after.gate().name()).param("community", after.community())
                .param("school", after.school()).param("subject", after.subject(), Types.VARCHAR)
                .param("heldOn", after.heldOn()).param("at", at.atOffset(ZoneOffset.UTC)).param("id", after.id())
                .param("before", before.state().name()).param("seen", before.latest()).update() == 1;
    }

    public void version(UUID filing, PlanVersion version) {
        PlanText text = version.text();
        jdbc.sql(
                """
                        INSERT INTO filing.version (filing, number, title, time_place, theme, agenda, people, hash, author, author_name,
                            on_day, at)
                        VALUES (:filing, :number, :title, :timePlace, :theme, :agenda, :people, :hash, :author, :authorName, :on, :at)
                        """)
                .param("filing", filing).param("number", version.number()).param("title", text.title())
                .param("timePlace", text.timePlace()).param("theme", text.theme()).param("agenda", text.agenda())
                .param("people", text.people()).param("hash", text.hash()).param("author", version.author())
                .param("authorName", version.authorName()).param("on", version.on())
                .param("at", version.at().atOffset(ZoneOffset.UTC)).update();
    }

    public void step(UUID id, UUID filing, FilingStep step) {
        jdbc.sql("""
                INSERT INTO filing.step (id, filing, number, what, words, actor, actor_name, on_day, at)
                VALUES (:id, :filing, :number, :what, :words, :actor, :name, :on, :at)
                """).param("id", id).param("filing", filing).param("number", step.number())
                .param("what", step.what().name()).param("words", step.words()).param("actor", step.actor())
                .param("name", step.actorName()).param("on", step.on())
                .param("at", step.at().atOffset(ZoneOffset.UTC)).update();
    }

    /** Oldest first. */
    public List<PlanVersion> versions(UUID filing) {
        return jdbc
                .sql("""
                        SELECT number, title, time_place, theme, agenda, people, author, author_name, on_day, at FROM filing.version
                         WHERE filing = :filing ORDER BY number
                        """)
                .param("filing", filing).query(FilingStore::version).list();
    }

    /** Oldest first. */
    public List<FilingStep> steps(UUID filing) {
        return jdbc.sql("""
                SELECT what, number, words, actor, actor_name, on_day, at FROM filing.step
                 WHERE filing = :filing ORDER BY at, id
                """).param("filing", filing).query(FilingStore::step).list();
    }

    static Filing filing(ResultSet row, int n) throws SQLException {
        return new Filing(row.getObject("id", UUID.class), row.getObject("occasion", UUID.class),
                Gate.valueOf(row.getString("gate")), State.valueOf(row.getString("state")), row.getString("title"),
                row.getObject("community", UUID.class), row.getObject("school", UUID.class), row.getString("subject"),
                row.getObject("held_on", LocalDate.class), row.getObject("submitter", UUID.class),
                row.getString("submitter_name"), row.getInt("latest"), row.getObject("filed_on", LocalDate.class),
                approval(row));
    }

    private static @Nullable Approval approval(ResultSet row) throws SQLException {
        LocalDate on = row.getObject("approved_on", LocalDate.class);
        return on == null ? null : new Approval(on, row.getInt("approved"), row.getString("approved_hash"));
    }

    private static PlanVersion version(ResultSet row, int n) throws SQLException {
        return new PlanVersion(row.getInt("number"),
                new PlanText(row.getString("title"), row.getString("time_place"), row.getString("theme"),
                        row.getString("agenda"), row.getString("people")),
                row.getObject("author", UUID.class), row.getString("author_name"),
                row.getObject("on_day", LocalDate.class), row.getTimestamp("at").toInstant());
    }

    private static FilingStep step(ResultSet row, int n) throws SQLException {
        return new FilingStep(What.valueOf(row.getString("what")), row.getInt("number"), row.getString("words"),
                row.getObject("actor", UUID.class), row.getString("actor_name"),
                row.getObject("on_day", LocalDate.class), row.getTimestamp("at").toInstant());
    }
}
