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

/** SQL of passkeys. */
@Repository
public class PasskeyStore {

    private static final String COLUMNS = """
            SELECT id, account_id, name, host, credential_id, key, sign_count, synced, made_at, last_used_at
              FROM access.passkey
            """;

    private final JdbcClient jdbc;

    PasskeyStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A passkey that counts. */
    @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
    public record Row(UUID id, UUID account, String name, String host, byte[] credential, byte[] key, long count,
            boolean synced, Instant madeAt, @Nullable Instant lastUsedAt) {}

    /** Returns false when this credential is known already. */
    public boolean insert(District district, Row row) {
        return jdbc
                .sql("""
                        INSERT INTO access.passkey (district, id, account_id, name, host, credential_id, key, sign_count, synced, made_at)
                        VALUES (:district, :id, :account, :name, :host, :credential, :key, :count, :synced, :made)
                        ON CONFLICT (district, credential_id) DO NOTHING
                        """)
                .param("district", district.code()).param("id", row.id()).param("account", row.account())
                .param("name", row.name()).param("host", row.host()).param("credential", row.credential())
                .param("key", row.key()).param("count", row.count()).param("synced", row.synced())
                .param("made", AccountStore.at(row.madeAt())).update() == 1;
    }

    /** The newest first. */
    public List<Row> of(UUID account) {
        return jdbc.sql(COLUMNS + " WHERE account_id = :account AND ended_at IS NULL ORDER BY made_at DESC, id")
                .param("account", account).query(PasskeyStore::row).list();
    }

    public Optional<Row> byCredential(byte[] credential) {
        return jdbc.sql(COLUMNS + " WHERE credential_id = :credential AND ended_at IS NULL")
                .param("credential", credential).query(PasskeyStore::row).optional();
    }

    /**
     * Notes a use. Returns false when the same answer was used before, or a later one: of two at once one wins. Devices that do not
     * count say 0 every time.
     */
    public boolean use(UUID id, long count, byte[] challengeHash, Instant now) {
        return jdbc.sql("""
                UPDATE access.passkey SET sign_count = :count, last_challenge = :challenge, last_used_at = :now
                 WHERE id = :id AND ended_at IS NULL AND last_challenge IS DISTINCT FROM :challenge
                   AND (sign_count < :count OR (sign_count = 0 AND :count = 0))
                """).param("id", id).param("count", count).param("challenge", challengeHash)
                .param("now", AccountStore.at(now)).update() == 1;
    }

    /** Returns false when it is another account's, or counts no more. */
    public boolean end(UUID account, UUID id, Instant now) {
        return jdbc.sql("""
                UPDATE access.passkey SET ended_at = :now WHERE account_id = :account AND id = :id AND ended_at IS NULL
                """).param("account", account).param("id", id).param("now", AccountStore.at(now)).update() == 1;
    }

    /** Returns how many there were. */
    public int endAll(UUID account, Instant now) {
        return jdbc.sql("UPDATE access.passkey SET ended_at = :now WHERE account_id = :account AND ended_at IS NULL")
                .param("account", account).param("now", AccountStore.at(now)).update();
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        OffsetDateTime used = row.getObject("last_used_at", OffsetDateTime.class);
        return new Row(row.getObject("id", UUID.class), row.getObject("account_id", UUID.class), row.getString("name"),
                row.getString("host"), row.getBytes("credential_id"), row.getBytes("key"), row.getLong("sign_count"),
                row.getBoolean("synced"), row.getObject("made_at", OffsetDateTime.class).toInstant(),
                used == null ? null : used.toInstant());
    }
}
