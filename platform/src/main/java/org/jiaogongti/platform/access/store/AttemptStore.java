package org.jiaogongti.platform.access.store;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.jiaogongti.platform.access.District;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** SQL of failed attempts and one-time links. */
@Repository
public class AttemptStore {

    private final JdbcClient jdbc;

    AttemptStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Until when attempts of this account from this address are refused; empty when they are not. */
    public Optional<Instant> blockedUntil(byte[] login, String address, Instant now) {
        return jdbc.sql("""
                SELECT blocked_until FROM access.sign_in_failure
                WHERE login_hash = :login AND address = :address AND blocked_until > :now
                """).param("login", login).param("address", address).param("now", AccountStore.at(now))
                .query(OffsetDateTime.class).optional().map(OffsetDateTime::toInstant);
    }

    /** Counts one more failure and returns how many there are in a row; a day without one begins anew. */
    public int failed(District district, byte[] login, String address, Instant now) {
        jdbc.sql("DELETE FROM access.sign_in_failure WHERE last_at < :old")
                .param("old", AccountStore.at(now.minusSeconds(86_400))).update();
        return jdbc.sql("""
                INSERT INTO access.sign_in_failure AS f (district, login_hash, address, failures, last_at)
                VALUES (:district, :login, :address, 1, :now)
                ON CONFLICT (district, login_hash, address)
                DO UPDATE SET failures = f.failures + 1, last_at = excluded.last_at
                RETURNING failures
                """).param("district", district.code()).param("login", login).param("address", address)
                .param("now", AccountStore.at(now)).query(Integer.class).single();
    }

    public void block(byte[] login, String address, Instant until) {
        jdbc.sql("""
                UPDATE access.sign_in_failure SET blocked_until = :until
                WHERE login_hash = :login AND address = :address
                """).param("login", login).param("address", address).param("until", AccountStore.at(until)).update();
    }

    public void passed(byte[] login, String address) {
        jdbc.sql("DELETE FROM access.sign_in_failure WHERE login_hash = :login AND address = :address")
                .param("login", login).param("address", address).update();
    }

    /** An open link. */
    public record LinkRow(UUID account, String purpose) {}

    public void insertLink(District district, byte[] hash, LinkRow link, UUID by, Instant now, Instant expires) {
        jdbc.sql("""
                INSERT INTO access.link (district, token_hash, account_id, purpose, created_at, created_by, expires_at)
                VALUES (:district, :hash, :account, :purpose, :now, :by, :expires)
                """).param("district", district.code()).param("hash", hash).param("account", link.account())
                .param("purpose", link.purpose()).param("now", AccountStore.at(now)).param("by", by)
                .param("expires", AccountStore.at(expires)).update();
    }

    public Optional<LinkRow> openLink(byte[] hash, Instant now) {
        return jdbc.sql("""
                SELECT account_id, purpose FROM access.link
                WHERE token_hash = :hash AND used_at IS NULL AND expires_at > :now
                """).param("hash", hash).param("now", AccountStore.at(now))
                .query((rows, number) -> new LinkRow(rows.getObject(1, UUID.class), rows.getString(2))).optional();
    }

    /** Returns false when somebody else was quicker. */
    public boolean useLink(byte[] hash, Instant now) {
        return jdbc.sql("""
                UPDATE access.link SET used_at = :now
                WHERE token_hash = :hash AND used_at IS NULL AND expires_at > :now
                """).param("hash", hash).param("now", AccountStore.at(now)).update() == 1;
    }

    /** Every other open link of the account is void from now on. */
    public void voidLinks(UUID account, Instant now) {
        jdbc.sql("UPDATE access.link SET used_at = :now WHERE account_id = :account AND used_at IS NULL")
                .param("account", account).param("now", AccountStore.at(now)).update();
    }
}
