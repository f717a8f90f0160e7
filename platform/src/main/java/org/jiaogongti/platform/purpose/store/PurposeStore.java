package org.jiaogongti.platform.purpose.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jiaogongti.platform.access.Role;
import org.jiaogongti.platform.purpose.Category;
import org.jiaogongti.platform.purpose.Ground;
import org.jiaogongti.platform.purpose.Purpose;
import org.jiaogongti.platform.purpose.Purpose.Decision;
import org.jiaogongti.platform.purpose.Purpose.Outcome;
import org.jiaogongti.platform.purpose.Purpose.Stop;
import org.jiaogongti.platform.purpose.Terms;
import org.jiaogongti.platform.purpose.Terms.Basis;
import org.jiaogongti.platform.purpose.Terms.Keeping;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The register of purposes. */
@Repository
public class PurposeStore {

    private static final String SELECT = """
            select p.id, p.title, p.wording, p.categories, p.ground, p.clause, p.roles, p.days, p.event, p.assessment,
                p.assessed_on, p.notice, p.decided_by as decider, p.from_day, p.to_day, p.entered_by, p.entered_at,
                d.outcome, d.reason, d.decided_by, d.decided_on, s.stopped_on, s.reason as stop_reason, s.stopped_by
            from purpose.purpose p left join purpose.decision d on d.purpose = p.id
                left join purpose.stop s on s.purpose = p.id
            """;

    private final JdbcClient jdbc;

    PurposeStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Newest first. */
    public List<Purpose> all() {
        return jdbc.sql(SELECT + " order by p.id desc").query(PurposeStore::purpose).list();
    }

    public Optional<Purpose> find(UUID id) {
        return jdbc.sql(SELECT + " where p.id = :id").param("id", id).query(PurposeStore::purpose).optional();
    }

    public void insert(Purpose purpose) {
        Terms terms = purpose.terms();
        jdbc.sql(
                """
                        insert into purpose.purpose (id, title, wording, categories, ground, clause, roles, days, event, assessment,
                            assessed_on, notice, decided_by, from_day, to_day, entered_by, entered_at)
                        values (:id, :title, :wording, :categories::text[], :ground, :clause, :roles::text[], :days, :event,
                            :assessment, :assessedOn, :notice, :decider, :from, :to, :by, :at)
                        """)
                .param("id", purpose.id()).param("title", terms.title()).param("wording", terms.text())
                .param("categories", names(terms.categories())).param("ground", terms.basis().ground().name())
                .param("clause", terms.basis().clause()).param("roles", names(terms.roles()))
                .param("days", terms.keeping().days()).param("event", terms.keeping().event())
                .param("assessment", terms.basis().assessment()).param("assessedOn", terms.basis().assessedOn())
                .param("notice", terms.notice()).param("decider", terms.basis().decidedBy())
                .param("from", terms.from()).param("to", terms.to(), Types.DATE).param("by", purpose.enteredBy())
                .param("at", purpose.enteredAt().atOffset(ZoneOffset.UTC)).update();
    }

    /** False where it was decided in the meantime. */
    public boolean decide(Purpose purpose, Decision decision, Instant at) {
        return jdbc.sql("""
                insert into purpose.decision (purpose, outcome, reason, entered_by, decided_by, decided_on, decided_at)
                values (:purpose, :outcome, :reason, :enteredBy, :by, :on, :at)
                on conflict (district, purpose) do nothing
                """).param("purpose", purpose.id()).param("outcome", decision.outcome().name())
                .param("reason", decision.reason()).param("enteredBy", purpose.enteredBy())
                .param("by", decision.by()).param("on", decision.on()).param("at", at.atOffset(ZoneOffset.UTC))
                .update() == 1;
    }

    /** False where it is stopped already. */
    public boolean stop(UUID purpose, Stop stop, Instant at) {
        return jdbc.sql("""
                insert into purpose.stop (purpose, stopped_on, reason, stopped_by, stopped_at)
                values (:purpose, :on, :reason, :by, :at)
                on conflict (district, purpose) do nothing
                """).param("purpose", purpose).param("on", stop.on()).param("reason", stop.reason())
                .param("by", stop.by()).param("at", at.atOffset(ZoneOffset.UTC)).update() == 1;
    }

    private static String[] names(Collection<? extends Enum<?>> values) {
        return values.stream().map(Enum::name).sorted().toArray(String[]::new);
    }

    private static <E> Set<E> values(ResultSet row, String column, Function<String, E> of) throws SQLException {
        return Arrays.stream((String[]) row.getArray(column).getArray()).map(of).collect(Collectors.toSet());
    }

    private static Purpose purpose(ResultSet row, int n) throws SQLException {
        Basis basis = new Basis(Ground.valueOf(row.getString("ground")), row.getString("clause"),
                row.getString("assessment"), row.getObject("assessed_on", LocalDate.class), row.getString("decider"));
        Terms terms = new Terms(row.getString("title"), row.getString("wording"),
                values(row, "categories", Category::valueOf), basis, values(row, "roles", Role::valueOf),
                new Keeping(row.getInt("days"), row.getString("event")), row.getString("notice"),
                row.getObject("from_day", LocalDate.class), row.getObject("to_day", LocalDate.class));
        String outcome = row.getString("outcome");
        Decision decision = outcome == null
                ? null
                : new Decision(Outcome.valueOf(outcome), row.getString("reason"),
                        row.getObject("decided_by", UUID.class), row.getObject("decided_on", LocalDate.class));
        LocalDate stopped = row.getObject("stopped_on", LocalDate.class);
        Stop stop = stopped == null
                ? null
                : new Stop(stopped, row.getString("stop_reason"), row.getObject("stopped_by", UUID.class));
        return new Purpose(row.getObject("id", UUID.class), terms, row.getObject("entered_by", UUID.class),
                row.getObject("entered_at", OffsetDateTime.class).toInstant(), decision, stop);
    }
}
