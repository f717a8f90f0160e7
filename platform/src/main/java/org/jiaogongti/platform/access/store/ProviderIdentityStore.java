package org.jiaogongti.platform.access.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.jiaogongti.platform.access.District;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** SQL of the ties between accounts and people of the identity provider. */
@Repository
public class ProviderIdentityStore {

    private static final String COLUMNS = "SELECT id, account_id, subject, linked_at FROM access.provider_identity ";

    private final JdbcClient jdbc;

    ProviderIdentityStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A tie that counts. */
    public record Row(UUID id, UUID account, String subject, Instant at) {}

    /** Returns false when the person or the account is tied already. */
    public boolean insert(District district, String issuer, Row row, UUID by) {
        return jdbc.sql("""
                INSERT INTO access.provider_identity (district, id, account_id, issuer, subject, linked_at, linked_by)
                VALUES (:district, :id, :account, :issuer, :subject, :at, :by) ON CONFLICT DO NOTHING
                """).param("district", district.code()).param("id", row.id()).param("account", row.account())
                .param("issuer", issuer).param("subject", row.subject()).param("at", AccountStore.at(row.at()))
                .param("by", by).update() == 1;
    }

    public Optional<Row> bySubject(String issuer, String subject) {
        return jdbc.sql(COLUMNS + "WHERE issuer = :issuer AND subject = :subject AND ended_at IS NULL")
                .param("issuer", issuer).param("subject", subject).query(ProviderIdentityStore::row).optional();
    }

    public Optional<Row> of(String issuer, UUID account) {
        return jdbc.sql(COLUMNS + "WHERE issuer = :issuer AND account_id = :account AND ended_at IS NULL")
                .param("issuer", issuer).param("account", account).query(ProviderIdentityStore::row).optional();
    }

    /** Returns false when there is none. */
    public boolean end(String issuer, UUID account, UUID by, Instant now) {
        return jdbc.sql("""
                UPDATE access.provider_identity SET ended_at = :now, ended_by = :by
                 WHERE issuer = :issuer AND account_id = :account AND ended_at IS NULL
                """).param("issuer", issuer).param("account", account).param("by", by)
                .param("now", AccountStore.at(now)).update() == 1;
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(row.getObject("id", UUID.class), row.getObject("account_id", UUID.class),
                row.getString("subject"), row.getObject("linked_at", OffsetDateTime.class).toInstant());
    }
}
