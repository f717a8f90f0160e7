package org.jiaogongti.platform.access.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jiaogongti.platform.access.District;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** SQL of second factors and recovery codes. */
@Repository
public class SecondFactorStore {

    private final JdbcClient jdbc;

    SecondFactorStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A second factor with its sealed secret; unconfirmed while no right code has come. */
    @SuppressWarnings("ArrayRecordComponent") // read once, never compared
    public record FactorRow(byte[] secret, boolean confirmed) {}

    public Optional<FactorRow> of(UUID account) {
        return jdbc.sql("""
                SELECT secret, confirmed_at IS NOT NULL FROM access.second_factor WHERE account_id = :account
                """).param("account", account)
                .query((rows, number) -> new FactorRow(rows.getBytes(1), rows.getBoolean(2))).optional();
    }

    /** A secret as it lay here before secrets were sealed. */
    @SuppressWarnings("ArrayRecordComponent") // read once, never compared
    public record UnsealedRow(UUID account, byte[] secret) {}

    public List<UnsealedRow> unsealed() {
        return jdbc.sql("SELECT account_id, unsealed FROM access.second_factor WHERE unsealed IS NOT NULL")
                .query((rows, number) -> new UnsealedRow(rows.getObject(1, UUID.class), rows.getBytes(2))).list();
    }

    public void seal(UUID account, byte[] secret) {
        jdbc.sql("""
                UPDATE access.second_factor SET secret = :secret, unsealed = NULL WHERE account_id = :account
                """).param("secret", secret).param("account", account).update();
    }

    /** Returns false when a confirmed one is there already; an unconfirmed one gets the new secret. */
    public boolean begin(District district, UUID account, byte[] secret, Instant now) {
        return jdbc.sql("""
                INSERT INTO access.second_factor AS f (district, account_id, secret, begun_at)
                VALUES (:district, :account, :secret, :now)
                ON CONFLICT (district, account_id) DO UPDATE SET secret = excluded.secret, begun_at = excluded.begun_at
                WHERE f.confirmed_at IS NULL
                """).param("district", district.code()).param("account", account).param("secret", secret)
                .param("now", AccountStore.at(now)).update() == 1;
    }

    /** Returns false when it was confirmed already. */
    public boolean confirm(UUID account, long step, Instant now) {
        return jdbc.sql("""
                UPDATE access.second_factor SET confirmed_at = :now, last_step = :step
                WHERE account_id = :account AND confirmed_at IS NULL
                """).param("account", account).param("step", step).param("now", AccountStore.at(now)).update() == 1;
    }

    /** Takes a step's code; returns false when it, or a later one, was taken before. Of two at once one wins. */
    public boolean take(UUID account, long step) {
        return jdbc.sql("""
                UPDATE access.second_factor SET last_step = :step
                WHERE account_id = :account AND confirmed_at IS NOT NULL AND last_step < :step
                """).param("account", account).param("step", step).update() == 1;
    }

    /** Returns false when there was none. */
    public boolean remove(UUID account) {
        return jdbc.sql("DELETE FROM access.second_factor WHERE account_id = :account").param("account", account)
                .update() == 1;
    }

    /** New codes; earlier ones are gone. */
    public void putCodes(District district, UUID account, List<byte[]> hashes) {
        jdbc.sql("DELETE FROM access.recovery_code WHERE account_id = :account").param("account", account).update();
        hashes.forEach(hash -> jdbc
                .sql("INSERT INTO access.recovery_code (district, account_id, code_hash) VALUES (:district, :account, :hash)")
                .param("district", district.code()).param("account", account).param("hash", hash).update());
    }

    /** Returns false when there is no such code, or it was used before. */
    public boolean useCode(UUID account, byte[] hash, Instant now) {
        return jdbc.sql("""
                UPDATE access.recovery_code SET used_at = :now
                WHERE account_id = :account AND code_hash = :hash AND used_at IS NULL
                """).param("account", account).param("hash", hash).param("now", AccountStore.at(now)).update() == 1;
    }

    public int codesLeft(UUID account) {
        return jdbc.sql("SELECT count(*) FROM access.recovery_code WHERE account_id = :account AND used_at IS NULL")
                .param("account", account).query(Integer.class).single();
    }
}
