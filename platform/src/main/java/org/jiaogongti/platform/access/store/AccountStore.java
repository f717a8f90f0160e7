package org.jiaogongti.platform.access.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jiaogongti.platform.access.District;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** SQL of accounts. */
@Repository
public class AccountStore {

    private static final String COLUMNS = """
            id, login, name, person_id, password_hash, epoch, created_at, disabled_at, type_size,
            EXISTS (SELECT FROM access.second_factor f
                    WHERE f.account_id = account.id AND f.confirmed_at IS NOT NULL) AS second_factor,
            EXISTS (SELECT FROM access.passkey p WHERE p.account_id = account.id AND p.ended_at IS NULL) AS passkey
            """;

    private final JdbcClient jdbc;

    AccountStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A new account as it is stored. */
    public record NewRow(UUID id, String login, String loginKey, String name, @Nullable UUID personId,
            @Nullable String passwordHash, @Nullable Integer sampleOrder) {}

    /** Returns false when the login is taken. */
    public boolean insert(District district, NewRow row, UUID by, Instant now) {
        return jdbc
                .sql("""
                        INSERT INTO access.account (district, id, login, login_key, name, person_id, password_hash, sample_order,
                                                    created_at, created_by)
                        VALUES (:district, :id, :login, :key, :name, :person, :hash, :sample, :now, :by)
                        ON CONFLICT (district, login_key) DO NOTHING
                        """)
                .param("district", district.code()).param("id", row.id()).param("login", row.login())
                .param("key", row.loginKey()).param("name", row.name()).param("person", row.personId())
                .param("hash", row.passwordHash()).param("sample", row.sampleOrder()).param("now", at(now))
                .param("by", by).update() == 1;
    }

    public Optional<AccountRow> byId(UUID id) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM access.account WHERE id = :id").param("id", id)
                .query(AccountStore::row).optional();
    }

    public Optional<AccountRow> byLogin(String loginKey) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM access.account WHERE login_key = :key").param("key", loginKey)
                .query(AccountStore::row).optional();
    }

    /** One page in the order of names, from after the given account on; rows whose name or login contains the text. */
    public List<AccountRow> page(String containing, @Nullable UUID after, int size) {
        return jdbc.sql("SELECT " + COLUMNS + """
                FROM access.account
                WHERE (strpos(name, :text) > 0 OR strpos(login_key, lower(:text)) > 0)
                  AND (:after::uuid IS NULL
                       OR (name, id) > (SELECT name, id FROM access.account WHERE id = :after::uuid))
                ORDER BY name, id
                LIMIT :size
                """).param("text", containing).param("after", after).param("size", size).query(AccountStore::row)
                .list();
    }

    /** The one-click accounts of a demo, in their order. */
    public List<AccountRow> samples() {
        return jdbc.sql("SELECT " + COLUMNS + """
                FROM access.account WHERE sample_order IS NOT NULL AND disabled_at IS NULL ORDER BY sample_order, name
                """).query(AccountStore::row).list();
    }

    public boolean sample(UUID id) {
        return jdbc.sql("SELECT count(*) FROM access.account WHERE id = :id AND sample_order IS NOT NULL")
                .param("id", id).query(Long.class).single() == 1;
    }

    /** Whether a session on a remembered device still counts. */
    public boolean remembers(UUID id, UUID device, Instant now) {
        return jdbc.sql("""
                SELECT count(*) FROM access.device
                WHERE account_id = :id AND id = :device AND revoked_at IS NULL AND expires_at > :now
                """).param("id", id).param("device", device).param("now", at(now)).query(Long.class).single() == 1;
    }

    /** Ends every session. */
    public void endSessions(UUID id) {
        jdbc.sql("UPDATE access.account SET epoch = epoch + 1 WHERE id = :id").param("id", id).update();
    }

    /** A new password ends every session. */
    public void setPassword(UUID id, String hash) {
        jdbc.sql("UPDATE access.account SET password_hash = :hash, epoch = epoch + 1 WHERE id = :id").param("id", id)
                .param("hash", hash).update();
    }

    public void setTypeSize(UUID id, @Nullable String size) {
        jdbc.sql("UPDATE access.account SET type_size = :size WHERE id = :id").param("id", id).param("size", size)
                .update();
    }

    /** Returns false when it was disabled already. */
    public boolean disable(UUID id, UUID by, Instant now) {
        return jdbc.sql("""
                UPDATE access.account SET disabled_at = :now, disabled_by = :by, epoch = epoch + 1
                WHERE id = :id AND disabled_at IS NULL
                """).param("id", id).param("by", by).param("now", at(now)).update() == 1;
    }

    public boolean enable(UUID id) {
        return jdbc.sql("""
                UPDATE access.account SET disabled_at = NULL, disabled_by = NULL
                WHERE id = :id AND disabled_at IS NOT NULL
                """).param("id", id).update() == 1;
    }

    static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static AccountRow row(ResultSet rows, int number) throws SQLException {
        OffsetDateTime disabled = rows.getObject("disabled_at", OffsetDateTime.class);
        return new AccountRow(rows.getObject("id", UUID.class), rows.getString("login"), rows.getString("name"),
                rows.getObject("person_id", UUID.class), rows.getString("password_hash"), rows.getInt("epoch"),
                rows.getObject("created_at", OffsetDateTime.class).toInstant(),
                disabled == null ? null : disabled.toInstant(), rows.getBoolean("second_factor"),
                rows.getBoolean("passkey"), rows.getString("type_size"));
    }

    /** Names of two characters and more that a text contains. */
    public Set<String> namedIn(String text) {
        return Set.copyOf(jdbc.sql("select distinct name from access.account where char_length(name) > 1"
                + " and strpos(:text, name) > 0").param("text", text).query(String.class).list());
    }
}
