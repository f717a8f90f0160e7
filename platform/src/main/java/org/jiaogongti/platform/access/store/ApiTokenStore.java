package org.jiaogongti.platform.access.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jiaogongti.platform.access.District;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** SQL of the tokens for programs. */
@Repository
public class ApiTokenStore {

    private static final String COLUMNS = """
            SELECT id, account_id, name, may_write, made_at, expires_at, last_used_at FROM access.api_token
            """;

    private final JdbcClient jdbc;

    ApiTokenStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A token that counts, or counted. */
    public record Row(UUID id, UUID account, String name, boolean mayWrite, Instant madeAt, Instant expiresAt,
            @Nullable Instant lastUsedAt) {}

    public void insert(District district, Row row, byte[] hash) {
        jdbc.sql(
                """
                        INSERT INTO access.api_token (district, id, account_id, name, token_hash, may_write, made_at, expires_at)
                        VALUES (:district, :id, :account, :name, :hash, :write, :made, :expires)
                        """)
                .param("district", district.code()).param("id", row.id()).param("account", row.account())
                .param("name", row.name()).param("hash", hash).param("write", row.mayWrite())
                .param("made", AccountStore.at(row.madeAt())).param("expires", AccountStore.at(row.expiresAt()))
                .update();
    }

    /** Those that count, the newest first. */
    public List<Row> of(UUID account, Instant now) {
        return jdbc.sql(COLUMNS + """
                 WHERE account_id = :account AND ended_at IS NULL AND expires_at > :now ORDER BY made_at DESC, id
                """).param("account", account).param("now", AccountStore.at(now)).query(ApiTokenStore::row).list();
    }

    public Optional<Row> byHash(byte[] hash, Instant now) {
        return jdbc.sql(COLUMNS + " WHERE token_hash = :hash AND ended_at IS NULL AND expires_at > :now")
                .param("hash", hash).param("now", AccountStore.at(now)).query(ApiTokenStore::row).optional();
    }

    public void used(UUID id, Instant now) {
        jdbc.sql("UPDATE access.api_token SET last_used_at = :now WHERE id = :id").param("id", id)
                .param("now", AccountStore.at(now)).update();
    }

    /** False when it is another account's, or counts no more. */
    public boolean end(UUID account, UUID id, Instant now) {
        return jdbc.sql("""
                UPDATE access.api_token SET ended_at = :now
                 WHERE account_id = :account AND id = :id AND ended_at IS NULL AND expires_at > :now
                """).param("account", account).param("id", id).param("now", AccountStore.at(now)).update() == 1;
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        OffsetDateTime used = row.getObject("last_used_at", OffsetDateTime.class);
        return new Row(row.getObject("id", UUID.class), row.getObject("account_id", UUID.class), row.getString("name"),
                row.getBoolean("may_write"), row.getObject("made_at", OffsetDateTime.class).toInstant(),
                row.getObject("expires_at", OffsetDateTime.class).toInstant(), used == null ? null : used.toInstant());
    }
}
