package org.jiaogongti.platform.ledger.store;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jiaogongti.charter.calendar.DateRange;
import org.jiaogongti.platform.ledger.Folder;
import org.jiaogongti.platform.ledger.Folder.By;
import org.jiaogongti.platform.ledger.Folder.Made;
import org.jiaogongti.platform.ledger.Folder.Order;
import org.jiaogongti.platform.ledger.Folder.State;
import org.jiaogongti.platform.ledger.LedgerAsked;
import org.jiaogongti.platform.ledger.LedgerPurpose;
import org.jiaogongti.platform.obligation.Span.Width;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of folders. */
@Repository
public class FolderStore {

    private static final String SELECT = "select * from ledger.folder";

    private final JdbcClient jdbc;

    FolderStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void insert(Folder folder) {
        LedgerAsked asked = folder.order().asked();
        DateRange days = asked.days();
        jdbc.sql(
                """
                        insert into ledger.folder (id, title, duties, term, width, first_day, last_day, community, school, purpose,
                            small, language, account, name, on_day, at, state, done, total, expires_on)
                        values (:id, :title, :duties::text[], :term, :width, :first::date, :last::date, :community, :school, :purpose,
                            :small, :language, :account, :name, :on, :at, :state, :done, :total, :expires)
                        """)
                .param("id", folder.id()).param("title", folder.title())
                .param("duties", asked.duties().toArray(String[]::new)).param("term", asked.term())
                .param("width", asked.width().name()).param("first", days == null ? null : days.first().toString())
                .param("last", days == null ? null : days.last().toString()).param("community", asked.community())
                .param("school", asked.one()).param("purpose", folder.order().purpose().name())
                .param("small", folder.order().small()).param("language", folder.order().language())
                .param("account", folder.by().account()).param("name", folder.by().name())
                .param("on", folder.by().on()).param("at", folder.by().at().atOffset(ZoneOffset.UTC))
                .param("state", folder.state().name()).param("done", folder.made().done())
                .param("total", folder.made().total()).param("expires", folder.expiresOn()).update();
    }

    public Optional<Folder> find(UUID id) {
        return jdbc.sql(SELECT + " where id = :id").param("id", id).query(FolderStore::folder).optional();
    }

    /** The latest of one account, or of all accounts. */
    public List<Folder> latest(@Nullable UUID account, int limit) {
        return jdbc
                .sql(SELECT + " where :account::uuid is null or account = :account::uuid order by at desc limit :limit")
                .param("account", account == null ? null : account.toString()).param("limit", limit)
                .query(FolderStore::folder).list();
    }

    /** How many of an account are waiting or being made; other orders of the account wait until this transaction ends. */
    public int going(UUID account) {
        return jdbc.sql("""
                select count(f.id) from (select pg_advisory_xact_lock(hashtextextended(:account::text, 50))) as locked
                    left join ledger.folder f on f.account = :account::uuid and f.state in ('WAITING', 'RUNNING')
                """).param("account", account.toString()).query(Integer.class).single();
    }

    /** Those that wait, or whose maker fell silent. */
    public List<UUID> waiting(Instant silentSince) {
        return jdbc
                .sql("""
                        select id from ledger.folder where state = 'WAITING' or (state = 'RUNNING' and beat_at < :since) order by at
                        """)
                .param("since", silentSince.atOffset(ZoneOffset.UTC)).query(FolderStore::id).list();
    }

    /** Takes one to be made; false where another has it or it is not wanted any more. */
    public boolean claim(UUID id, Instant now, Instant silentSince) {
        return jdbc.sql("""
                update ledger.folder set state = 'RUNNING', beat_at = :now, done = 0, files = 0, missing = 0, bytes = 0
                where id = :id and (state = 'WAITING' or (state = 'RUNNING' and beat_at < :since))
                """).param("id", id).param("now", now.atOffset(ZoneOffset.UTC))
                .param("since", silentSince.atOffset(ZoneOffset.UTC)).update() == 1;
    }

    /** Says how far it is; false where it is not wanted any more. */
    public boolean progress(UUID id, Made made, Instant now) {
        return jdbc
                .sql("""
                        update ledger.folder set done = :done, total = :total, files = :files, missing = :missing, bytes = :bytes,
                            beat_at = :now where id = :id and state = 'RUNNING'
                        """)
                .param("done", made.done()).param("total", made.total()).param("files", made.files())
                .param("missing", made.missing()).param("bytes", made.bytes())
                .param("now", now.atOffset(ZoneOffset.UTC)).param("id", id).update() == 1;
    }

    public boolean finish(UUID id, Made made) {
        return jdbc
                .sql("""
                        update ledger.folder set state = 'DONE', done = :done, total = :total, files = :files, missing = :missing,
                            bytes = :bytes, sha256 = :sha256 where id = :id and state = 'RUNNING'
                        """)
                .param("done", made.done()).param("total", made.total()).param("files", made.files())
                .param("missing", made.missing()).param("bytes", made.bytes()).param("sha256", made.sha256())
                .param("id", id).update() == 1;
    }

    /** Waiting or being made is over, without a file. */
    public boolean end(UUID id, State state) {
        return jdbc.sql("update ledger.folder set state = :state where id = :id and state in ('WAITING', 'RUNNING')")
                .param("state", state.name()).param("id", id).update() == 1;
    }

    /** Those whose time is over are marked as gone. */
    public List<UUID> expire(LocalDate today) {
        return jdbc.sql(
                "update ledger.folder set state = 'GONE' where state = 'DONE' and expires_on < :today returning id")
                .param("today", today).query(FolderStore::id).list();
    }

    private static UUID id(ResultSet row, int number) throws SQLException {
        return row.getObject("id", UUID.class);
    }

    private static Folder folder(ResultSet row, int number) throws SQLException {
        LocalDate first = row.getObject("first_day", LocalDate.class);
        DateRange days = first == null ? null : new DateRange(first, row.getObject("last_day", LocalDate.class));
        LedgerAsked asked = new LedgerAsked(texts(row.getArray("duties")), row.getString("term"),
                Width.valueOf(row.getString("width")), days, row.getString("community"), row.getString("school"));
        return new Folder(row.getObject("id", UUID.class),
                new Order(asked, LedgerPurpose.valueOf(row.getString("purpose")), row.getBoolean("small"),
                        row.getString("language")),
                row.getString("title"),
                new By(row.getObject("account", UUID.class), row.getString("name"),
                        row.getObject("on_day", LocalDate.class), row.getTimestamp("at").toInstant()),
                State.valueOf(row.getString("state")),
                new Made(row.getInt("done"), row.getInt("total"), row.getInt("files"), row.getInt("missing"),
                        row.getLong("bytes"), row.getString("sha256")),
                row.getObject("expires_on", LocalDate.class));
    }

    private static List<String> texts(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }
}
