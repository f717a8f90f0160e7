package org.jiaogongti.platform.agenda.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jiaogongti.platform.agenda.AgendaQuery.Of;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Calendars for programs, by the hash of their address. */
@Repository
public class FeedStore {

    private static final String SELECT = "select id, account, person, school, community, subject, made_at, used_at from agenda.feed";

    private final JdbcClient jdbc;

    FeedStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One that was not revoked.
     *
     * @param account whose rights it has
     */
    public record Row(UUID id, UUID account, Of of, Instant made, @Nullable Instant used) {}

    public void insert(Row row, byte[] hash) {
        jdbc.sql("""
                insert into agenda.feed (id, account, token_hash, person, school, community, subject, made_at)
                values (:id, :account, :hash, :person, :school, :community, :subject, :made)
                """).param("id", row.id()).param("account", row.account()).param("hash", hash)
                .param("person", row.of().person(), Types.OTHER).param("school", row.of().school(), Types.OTHER)
                .param("community", row.of().community(), Types.OTHER).param("subject", row.of().subject())
                .param("made", at(row.made())).update();
    }

    /** Somebody's, the newest first. */
    public List<Row> of(UUID account) {
        return jdbc.sql(SELECT + " where account = :account and revoked_at is null order by made_at desc, id desc")
                .param("account", account).query(FeedStore::row).list();
    }

    public Optional<Row> byHash(byte[] hash) {
        return jdbc.sql(SELECT + " where token_hash = :hash and revoked_at is null").param("hash", hash)
                .query(FeedStore::row).optional();
    }

    public void used(UUID id, Instant now) {
        jdbc.sql("update agenda.feed set used_at = :now where id = :id").param("id", id).param("now", at(now))
                .update();
    }

    /** False when it is another account's, or revoked already. */
    public boolean revoke(UUID account, UUID id, Instant now) {
        return jdbc.sql("""
                update agenda.feed set revoked_at = :now where id = :id and account = :account and revoked_at is null
                """).param("id", id).param("account", account).param("now", at(now)).update() == 1;
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        UUID person = row.getObject("person", UUID.class);
        UUID school = row.getObject("school", UUID.class);
        UUID community = row.getObject("community", UUID.class);
        OffsetDateTime used = row.getObject("used_at", OffsetDateTime.class);
        return new Row(row.getObject("id", UUID.class), row.getObject("account", UUID.class),
                new Of(person, school, community, row.getString("subject"),
                        person == null && school == null && community == null),
                row.getObject("made_at", OffsetDateTime.class).toInstant(), used == null ? null : used.toInstant());
    }
}
