package org.jiaogongti.platform.reminder.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jiaogongti.platform.reminder.Delivery;
import org.jiaogongti.platform.reminder.Delivery.Outcome;
import org.jiaogongti.platform.reminder.Delivery.Way;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What goes out. */
@Repository
public class OutboxStore {

    private static final String DELIVERIES = """
            select id, way, target, day, made_at, tries, due_at, outcome, detail from reminder.delivery
            """;

    private final JdbcClient jdbc;

    OutboxStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** False where the day has one already. */
    public boolean add(UUID id, Way way, UUID target, LocalDate day, Instant now) {
        return jdbc.sql("""
                insert into reminder.delivery (id, way, target, day, made_at, due_at)
                values (:id, :way, :target, :day, :now, :now) on conflict do nothing
                """).param("id", id).param("way", way.name()).param("target", target).param("day", day)
                .param("now", at(now)).update() == 1;
    }

    /** The last day for which each had one. */
    public Map<UUID, LocalDate> lastDays(Way way, LocalDate since) {
        Map<UUID, LocalDate> days = new HashMap<>();
        jdbc.sql("select target, max(day) from reminder.delivery where way = :way and day >= :since group by target")
                .param("way", way.name()).param("since", since).query(row -> {
                    days.put(row.getObject(1, UUID.class), row.getObject(2, LocalDate.class));
                });
        return days;
    }

    /** Those to be sent now, kept from other servers until a moment. */
    public List<Delivery> claim(Instant now, Instant until, int most) {
        return jdbc.sql("""
                update reminder.delivery set due_at = :until where id in (
                    select id from reminder.delivery where due_at <= :now order by due_at, id limit :most
                    for update skip locked)
                returning id, way, target, day, made_at, tries, due_at, outcome, detail
                """).param("until", at(until)).param("now", at(now)).param("most", most).query(OutboxStore::delivery)
                .list();
    }

    public void tried(UUID id, Outcome outcome, String detail, @Nullable Instant next) {
        jdbc.sql("""
                update reminder.delivery set tries = tries + 1, outcome = :outcome, detail = :detail, due_at = :next
                where id = :id
                """).param("outcome", outcome.name()).param("detail", detail)
                .param("next", next == null ? null : at(next), Types.TIMESTAMP_WITH_TIMEZONE).param("id", id).update();
    }

    public boolean again(UUID id, Instant now) {
        return jdbc.sql("""
                update reminder.delivery set tries = 0, due_at = :now
                where id = :id and due_at is null and outcome not in ('SENT', 'NOTHING')
                """).param("now", at(now)).param("id", id).update() == 1;
    }

    public List<Delivery> latest(int most) {
        return jdbc.sql(DELIVERIES + " order by made_at desc, id desc limit :most").param("most", most)
                .query(OutboxStore::delivery).list();
    }

    public void forget(LocalDate before) {
        jdbc.sql("delete from reminder.delivery where due_at is null and day < :before").param("before", before)
                .update();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static Delivery delivery(ResultSet row, int n) throws SQLException {
        OffsetDateTime due = row.getObject("due_at", OffsetDateTime.class);
        @Nullable
        String outcome = row.getString("outcome");
        return new Delivery(row.getObject("id", UUID.class), Way.valueOf(row.getString("way")),
                row.getObject("target", UUID.class), row.getObject("day", LocalDate.class),
                row.getObject("made_at", OffsetDateTime.class).toInstant(), row.getInt("tries"),
                due == null ? null : due.toInstant(), outcome == null ? null : Outcome.valueOf(outcome),
                row.getString("detail"));
    }
}
