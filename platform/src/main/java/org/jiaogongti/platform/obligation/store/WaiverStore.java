package org.jiaogongti.platform.obligation.store;

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
import org.jiaogongti.charter.counting.InstanceKey;
import org.jiaogongti.platform.obligation.WaiverDecision;
import org.jiaogongti.platform.obligation.WaiverOrder;
import org.jiaogongti.platform.obligation.WaiverOrder.BearerKind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Decisions that lower or lift duties. */
@Repository
public class WaiverStore {

    private static final String SELECT = """
            select w.id, w.duties, w.bearer_kind, w.bearers, w.first_day, w.last_day, w.target, w.reason, w.document,
                w.decided_by, w.decided_on, r.revoked_on, r.reason as revocation_reason,
                (select count(*) from obligation.waiver_line line where line.waiver = w.id) as lines
            from obligation.waiver w left join obligation.waiver_revocation r on r.waiver = w.id
            """;

    private final JdbcClient jdbc;

    WaiverStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Newest first. */
    public List<WaiverDecision> all() {
        return jdbc.sql(SELECT + " order by w.decided_on desc, w.id desc").query(WaiverStore::decision).list();
    }

    public Optional<WaiverDecision> find(UUID id) {
        return jdbc.sql(SELECT + " where w.id = :id").param("id", id).query(WaiverStore::decision).optional();
    }

    public void insert(UUID id, WaiverOrder order, UUID recordedBy, Instant recordedAt) {
        jdbc.sql("""
                insert into obligation.waiver (id, duties, bearer_kind, bearers, first_day, last_day, target, reason,
                    document, decided_by, decided_on, recorded_by, recorded_at)
                values (:id, :duties::text[], :kind, :bearers::text[], :first, :last, :target, :reason, :document,
                    :decidedBy, :decidedOn, :by, :at)
                """).param("id", id).param("duties", order.duties().toArray(String[]::new))
                .param("kind", order.bearerKind().name()).param("bearers", order.bearers().toArray(String[]::new))
                .param("first", order.firstDay()).param("last", order.lastDay())
                .param("target", order.target(), Types.INTEGER).param("reason", order.reason())
                .param("document", order.document()).param("decidedBy", order.decidedBy())
                .param("decidedOn", order.decidedOn()).param("by", recordedBy)
                .param("at", recordedAt.atOffset(ZoneOffset.UTC)).update();
    }

    public void insertLines(UUID waiver, Collection<InstanceKey> keys) {
        jdbc.sql("""
                insert into obligation.waiver_line (waiver, duty, bearer, counterpart, period)
                select :waiver, duty, bearer, counterpart, period
                from unnest(:duties::text[], :bearers::text[], :counterparts::text[], :periods::text[])
                    as given (duty, bearer, counterpart, period)
                """).param("waiver", waiver).param("duties", Rows.texts(keys, InstanceKey::duty))
                .param("bearers", Rows.texts(keys, InstanceKey::bearer))
                .param("counterparts", Rows.texts(keys, InstanceKey::counterpart))
                .param("periods", Rows.texts(keys, InstanceKey::period)).update();
    }

    /** The instances a decision was resolved into. */
    public List<InstanceKey> lines(UUID waiver) {
        return jdbc.sql("""
                select duty, bearer, counterpart, period from obligation.waiver_line where waiver = :waiver
                order by duty, bearer, counterpart, period
                """).param("waiver", waiver).query((row, n) -> new InstanceKey(row.getString("duty"),
                row.getString("bearer"), row.getString("counterpart"), row.getString("period"))).list();
    }

    /** False where it is taken back already. */
    public boolean revoke(UUID waiver, String reason, LocalDate on, UUID by, Instant at) {
        return jdbc.sql("""
                insert into obligation.waiver_revocation (waiver, reason, revoked_on, recorded_by, recorded_at)
                values (:waiver, :reason, :on, :by, :at)
                on conflict (district, waiver) do nothing
                """).param("waiver", waiver).param("reason", reason).param("on", on).param("by", by)
                .param("at", at.atOffset(ZoneOffset.UTC)).update() == 1;
    }

    private static WaiverDecision decision(ResultSet row, int n) throws SQLException {
        WaiverOrder order = new WaiverOrder(texts(row, "duties"), BearerKind.valueOf(row.getString("bearer_kind")),
                texts(row, "bearers"), row.getObject("first_day", LocalDate.class),
                row.getObject("last_day", LocalDate.class), row.getObject("target", Integer.class),
                row.getString("reason"), row.getString("document"), row.getString("decided_by"),
                row.getObject("decided_on", LocalDate.class));
        return new WaiverDecision(row.getObject("id", UUID.class), order, row.getInt("lines"),
                row.getObject("revoked_on", LocalDate.class), row.getString("revocation_reason"));
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }

    /** How many decisions there are and how many were taken back: another figure after any change. */
    public String print() {
        return jdbc.sql("select (select count(*) from obligation.waiver) || ' ' "
                + "|| (select count(*) from obligation.waiver_revocation)").query(String.class).single();
    }
}
