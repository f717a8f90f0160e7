package org.jiaogongti.platform.head.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Heads that were given out, and who is told of them. */
@Repository
public class HeadStore {

    private static final String SHEETS = "select number, day, lines, text, filed_at from head.sheet ";

    private final JdbcClient jdbc;

    HeadStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * As it is kept.
     *
     * @param filed whether it lies in the folder
     */
    public record Kept(long number, LocalDate day, long lines, String text, boolean filed) {}

    public Optional<Kept> last() {
        return jdbc.sql(SHEETS + "order by number desc limit 1").query(HeadStore::kept).optional();
    }

    public Optional<Kept> find(LocalDate day) {
        return jdbc.sql(SHEETS + "where day = :day").param("day", day).query(HeadStore::kept).optional();
    }

    /** Newest first, from a day back. */
    public List<Kept> until(LocalDate day, int most) {
        return jdbc.sql(SHEETS + "where day <= :day order by number desc limit :most").param("day", day)
                .param("most", most).query(HeadStore::kept).list();
    }

    /** False where somebody else was first that day. */
    public boolean add(long number, LocalDate day, long lines, String text) {
        return jdbc.sql("""
                insert into head.sheet (number, day, lines, text) values (:number, :day, :lines, :text)
                on conflict do nothing
                """).param("number", number).param("day", day).param("lines", lines).param("text", text).update() == 1;
    }

    public List<Kept> unfiled(int most) {
        return jdbc.sql(SHEETS + "where filed_at is null order by number limit :most").param("most", most)
                .query(HeadStore::kept).list();
    }

    public int waiting() {
        return jdbc.sql("select count(*)::int from head.sheet where filed_at is null").query(Integer.class).single();
    }

    public void filed(long number, Instant now) {
        jdbc.sql("update head.sheet set filed_at = :now where number = :number").param("now", at(now))
                .param("number", number).update();
    }

    public List<UUID> recipients() {
        return jdbc.sql("select account from head.recipient order by account")
                .query((row, n) -> row.getObject(1, UUID.class)).list();
    }

    public boolean addRecipient(UUID account) {
        return jdbc.sql("insert into head.recipient (account) values (:account) on conflict do nothing")
                .param("account", account).update() == 1;
    }

    public boolean dropRecipient(UUID account) {
        return jdbc.sql("delete from head.recipient where account = :account").param("account", account)
                .update() == 1;
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static Kept kept(ResultSet row, int n) throws SQLException {
        return new Kept(row.getLong("number"), row.getObject("day", LocalDate.class), row.getLong("lines"),
                row.getString("text"), row.getObject("filed_at") != null);
    }
}
