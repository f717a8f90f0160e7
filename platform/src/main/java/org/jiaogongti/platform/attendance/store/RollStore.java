package org.jiaogongti.platform.attendance.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jiaogongti.platform.attendance.HeldTime;
import org.jiaogongti.platform.attendance.Roll;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rolls and remembered phones. */
@Repository
public class RollStore {

    private static final String SELECT = "SELECT occasion, on_day, secret, opened_at, opened_by_name, closed_at, closed_by,"
            + " closed_by_name, began, ended FROM attendance.roll";

    private final JdbcClient jdbc;

    RollStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A roll with its secret as it is sealed. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Sealed(Roll roll, byte[] secret) {}

    public Optional<Sealed> find(UUID occasion) {
        return jdbc.sql(SELECT + " WHERE occasion = :occasion").param("occasion", occasion).query(RollStore::sealed)
                .optional();
    }

    /** The same, and nobody else changes who is on it until the transaction ends. */
    public Optional<Sealed> lock(UUID occasion) {
        return jdbc.sql(SELECT + " WHERE occasion = :occasion FOR UPDATE").param("occasion", occasion)
                .query(RollStore::sealed).optional();
    }

    /** Those that take phones on a day. */
    public List<Sealed> open(LocalDate day) {
        return jdbc.sql(SELECT + " WHERE on_day = :day AND closed_at IS NULL ORDER BY opened_at, occasion")
                .param("day", day).query(RollStore::sealed).list();
    }

    /** Opened for the first time, or again; the secret that is there stays. */
    public void open(UUID occasion, LocalDate day, byte[] secret, Instant at, UUID by, String name) {
        jdbc.sql("""
                INSERT INTO attendance.roll AS r (occasion, on_day, secret, opened_at, opened_by, opened_by_name)
                VALUES (:occasion, :day, :secret, :at, :by, :name)
                ON CONFLICT (district, occasion) DO UPDATE
                   SET on_day = excluded.on_day, closed_at = NULL, closed_by = NULL, closed_by_name = NULL
                """).param("occasion", occasion).param("day", day).param("secret", secret)
                .param("at", at.atOffset(ZoneOffset.UTC)).param("by", by).param("name", name).update();
    }

    public void close(UUID occasion, Roll.Closed closed) {
        jdbc.sql("""
                UPDATE attendance.roll SET closed_at = greatest(opened_at, :at), closed_by = :by, closed_by_name = :name
                 WHERE occasion = :occasion
                """).param("at", closed.at().atOffset(ZoneOffset.UTC)).param("by", closed.by())
                .param("name", closed.name()).param("occasion", occasion).update();
    }

    /** Whose phone it is, as long as it is remembered. */
    public Optional<UUID> personOf(byte[] phone, LocalDate today) {
        return jdbc.sql("SELECT person FROM attendance.phone WHERE hash = :hash AND last_day >= :today")
                .param("hash", phone).param("today", today).query(UUID.class).optional();
    }

    public void remember(byte[] phone, UUID person, LocalDate last) {
        jdbc.sql("""
                INSERT INTO attendance.phone (hash, person, last_day) VALUES (:hash, :person, :last)
                ON CONFLICT (district, hash) DO UPDATE SET person = excluded.person, last_day = excluded.last_day
                """).param("hash", phone).param("person", person).param("last", last).update();
    }

    public void forget(byte[] phone) {
        jdbc.sql("DELETE FROM attendance.phone WHERE hash = :hash").param("hash", phone).update();
    }

    /** Phones whose term is over. */
    public void forgetOver(LocalDate today) {
        jdbc.sql("DELETE FROM attendance.phone WHERE last_day < :today").param("today", today).update();
    }

    private static @Nullable HeldTime held(ResultSet row) throws SQLException {
        LocalTime began = row.getObject("began", LocalTime.class);
        return began == null ? null : new HeldTime(began, row.getObject("ended", LocalTime.class));
    }

    /** Those of days before this one that nobody closed. */
    public List<UUID> forgotten(LocalDate today) {
        return jdbc.sql(
                "SELECT occasion FROM attendance.roll WHERE on_day < :today AND closed_at IS NULL ORDER BY on_day, occasion")
                .param("today", today).query((row, _) -> row.getObject("occasion", UUID.class)).list();
    }

    /** From when to when it really was; null for what nobody says. */
    public void held(UUID occasion, @Nullable HeldTime time) {
        jdbc.sql("UPDATE attendance.roll SET began = :began, ended = :ended WHERE occasion = :occasion")
                .param("began", time == null ? null : time.began(), Types.TIME)
                .param("ended", time == null ? null : time.ended(), Types.TIME).param("occasion", occasion).update();
    }

    /** The times of those of some occasions that have one. */
    public Map<UUID, HeldTime> times(Collection<UUID> occasions) {
        Map<UUID, HeldTime> times = new HashMap<>();
        jdbc.sql("""
                SELECT occasion, began, ended FROM attendance.roll
                 WHERE occasion = ANY (:occasions::uuid[]) AND began IS NOT NULL
                """).param("occasions", occasions.stream().map(UUID::toString).toArray(String[]::new)).query(row -> {
            times.put(row.getObject("occasion", UUID.class),
                    new HeldTime(row.getObject("began", LocalTime.class), row.getObject("ended", LocalTime.class)));
        });
        return times;
    }

    private static Sealed sealed(ResultSet row, int n) throws SQLException {
        OffsetDateTime closedAt = row.getObject("closed_at", OffsetDateTime.class);
        Roll.@Nullable Closed closed = closedAt == null
                ? null
                : new Roll.Closed(closedAt.toInstant(), row.getObject("closed_by", UUID.class),
                        row.getString("closed_by_name"));
        return new Sealed(new Roll(row.getObject("occasion", UUID.class), row.getObject("on_day", LocalDate.class),
                row.getObject("opened_at", OffsetDateTime.class).toInstant(), row.getString("opened_by_name"), closed,
                held(row)),
                row.getBytes("secret"));
    }
}
