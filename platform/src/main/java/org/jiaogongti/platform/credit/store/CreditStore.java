package org.jiaogongti.platform.credit.store;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jiaogongti.platform.credit.CreditColumn;
import org.jiaogongti.platform.credit.CreditRule;
import org.jiaogongti.platform.credit.Showing;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the bureau changed, whom records are shown to, and who looked. */
@Repository
public class CreditStore {

    private static final String SHOWING = """
            select s.*, array(select l.at from credit.look l where l.district = s.district and l.showing = s.id
                order by l.at desc limit 20) as looks
            from credit.showing s
            """;

    private final JdbcClient jdbc;

    CreditStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<CreditRule> rules() {
        return jdbc.sql("select kind, category, hours, per from credit.rule order by kind")
                .query((row, n) -> new CreditRule(row.getString("kind"), row.getString("category"),
                        row.getBigDecimal("hours"), CreditRule.Per.valueOf(row.getString("per"))))
                .list();
    }

    public List<CreditColumn> columns() {
        return jdbc.sql("select heading, field from credit.export_column order by position")
                .query((row, n) -> new CreditColumn(row.getString("heading"),
                        CreditColumn.Field.valueOf(row.getString("field"))))
                .list();
    }

    /** Both in the place of what was there. */
    public void put(List<CreditRule> rules, List<CreditColumn> columns) {
        jdbc.sql("delete from credit.rule").update();
        jdbc.sql("delete from credit.export_column").update();
        jdbc.sql("""
                insert into credit.rule (kind, category, hours, per)
                select * from unnest(:kinds::text[], :categories::text[], :hours::numeric[], :pers::text[])
                """).param("kinds", rules.stream().map(CreditRule::kind).toArray(String[]::new))
                .param("categories", rules.stream().map(CreditRule::category).toArray(String[]::new))
                .param("hours", rules.stream().map(rule -> rule.hours().toPlainString()).toArray(String[]::new))
                .param("pers", rules.stream().map(rule -> rule.per().name()).toArray(String[]::new)).update();
        jdbc.sql("""
                insert into credit.export_column (position, heading, field)
                select c.position, c.heading, c.field
                from unnest(:headings::text[], :fields::text[]) with ordinality as c (heading, field, position)
                """).param("headings", columns.stream().map(CreditColumn::heading).toArray(String[]::new))
                .param("fields", columns.stream().map(column -> column.field().name()).toArray(String[]::new)).update();
    }

    public void insert(Showing showing, byte @Nullable [] hash) {
        Instant ended = showing.endedAt();
        jdbc.sql("""
                insert into credit.showing (id, owner, owner_name, reader, reader_name, made_on, last_day, ended_at,
                                            token_hash)
                values (:id, :owner, :ownerName, :reader, :readerName, :on, :last, :ended::timestamptz, :hash)
                """).param("id", showing.id()).param("owner", showing.owner()).param("ownerName", showing.ownerName())
                .param("reader", showing.reader(), Types.OTHER).param("hash", hash, Types.BINARY)
                .param("readerName", showing.readerName())
                .param("on", showing.madeOn()).param("last", showing.lastDay())
                .param("ended", ended == null ? null : ended.toString()).update();
    }

    public Optional<Showing> find(UUID id) {
        return jdbc.sql(SHOWING + " where s.id = :id").param("id", id).query(CreditStore::showing).optional();
    }

    public Optional<Showing> byHash(byte[] hash) {
        return jdbc.sql(SHOWING + " where s.token_hash = :hash").param("hash", hash).query(CreditStore::showing)
                .optional();
    }

    /** Those that somebody made, the latest first. */
    public List<Showing> by(UUID owner, int limit) {
        return jdbc.sql(SHOWING + " where s.owner = :owner order by s.made_on desc, s.id desc limit :limit")
                .param("owner", owner).param("limit", limit).query(CreditStore::showing).list();
    }

    /** Those that are open to somebody on a day. */
    public List<Showing> to(UUID reader, LocalDate today) {
        return jdbc.sql(SHOWING + """
                 where s.reader = :reader and s.ended_at is null and s.last_day >= :today order by s.owner_name, s.id
                """).param("reader", reader).param("today", today).query(CreditStore::showing).list();
    }

    public boolean end(UUID id, Instant at) {
        return jdbc.sql("update credit.showing set ended_at = :at where id = :id and ended_at is null")
                .param("at", at.atOffset(ZoneOffset.UTC)).param("id", id).update() == 1;
    }

    public void look(UUID id, UUID showing, LocalDate on, Instant at) {
        jdbc.sql("insert into credit.look (id, showing, on_day, at) values (:id, :showing, :on, :at)").param("id", id)
                .param("showing", showing).param("on", on).param("at", at.atOffset(ZoneOffset.UTC)).update();
    }

    private static Showing showing(ResultSet row, int number) throws SQLException {
        Timestamp ended = row.getTimestamp("ended_at");
        return new Showing(row.getObject("id", UUID.class), row.getObject("owner", UUID.class),
                row.getString("owner_name"), row.getObject("reader", UUID.class), row.getString("reader_name"),
                row.getObject("made_on", LocalDate.class), row.getObject("last_day", LocalDate.class),
                ended == null ? null : ended.toInstant(), instants(row.getArray("looks")));
    }

    private static List<Instant> instants(Array array) throws SQLException {
        List<Instant> instants = new ArrayList<>();
        for (Timestamp each : (Timestamp[]) array.getArray()) {
            instants.add(each.toInstant());
        }
        return instants;
    }
}
