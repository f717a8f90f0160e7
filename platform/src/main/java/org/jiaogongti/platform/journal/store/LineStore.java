package org.jiaogongti.platform.journal.store;

import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jiaogongti.platform.journal.ChainEnd;
import org.jiaogongti.platform.journal.Journal.Noted;
import org.jiaogongti.platform.journal.model.Digests;
import org.jiaogongti.platform.journal.model.Line;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Appends lines; the district is the transaction's. */
@Repository
public class LineStore {

    private static final String LOCK_HEAD = """
            SELECT district, number, sm3, sha256 FROM journal.head FOR UPDATE
            """;
    private static final String MAKE_HEAD = """
            INSERT INTO journal.head (district, number, sm3, sha256)
            VALUES (current_setting('jgt.district', true), 0, :sm3, :sha256)
            ON CONFLICT DO NOTHING
            """;
    private static final String APPEND = """
            WITH line AS (
                INSERT INTO journal.entry (district, number, at, account, action, object_kind, object_id, erases,
                                           payload_sm3, payload_sha256, previous_sm3, previous_sha256, sm3, sha256)
                VALUES (:district, :number, :at, :account, :action, :objectKind, :objectId, :erases,
                        :payloadSm3, :payloadSha256, :previousSm3, :previousSha256, :sm3, :sha256)
                RETURNING district, number),
            said AS (
                INSERT INTO journal.payload (district, number, salt, body)
                SELECT district, number, :salt, :body FROM line)
            UPDATE journal.head SET number = :number, sm3 = :sm3, sha256 = :sha256 WHERE district = :district
            """;

    private final JdbcClient jdbc;
    private final SecureRandom chance = new SecureRandom();

    @Autowired
    LineStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** For a command outside of the application, over a connection that works as it does. */
    public static LineStore over(DataSource connections) {
        return new LineStore(JdbcClient.create(connections));
    }

    public long last() {
        return jdbc.sql("SELECT coalesce(max(number), 0) FROM journal.entry").query(Long.class).single();
    }

    /** The SHA-256 of the last line in hex; empty where there is none. */
    public String headHash() {
        return jdbc.sql("SELECT encode(sha256, 'hex') FROM journal.head").query(String.class).optional().orElse("");
    }

    public Optional<ChainEnd> end() {
        return jdbc.sql("SELECT district, number, sm3, sha256 FROM journal.head WHERE number > 0")
                .query((row, n) -> LineReader.end(row)).optional();
    }

    public List<Noted> after(long number, long last, Collection<String> objectKinds) {
        return jdbc.sql("""
                SELECT number, at, action, object_kind, object_id FROM journal.entry
                WHERE number > :number AND number <= :last AND object_kind = ANY (:kinds::text[]) ORDER BY number
                """).param("number", number).param("last", last)
                .param("kinds", objectKinds.toArray(String[]::new))
                .query((row, n) -> new Noted(row.getLong("number"), row.getTimestamp("at").toInstant(),
                        row.getString("action"), row.getString("object_kind"), row.getObject("object_id", UUID.class)))
                .list();
    }

    public long append(UUID account, Instant now, Line.Deed deed, String body) {
        Head head = head();
        byte[] salt = new byte[16];
        chance.nextBytes(salt);
        Instant at = now.truncatedTo(ChronoUnit.MICROS);
        Line line = new Line(head.district(), head.number() + 1, at, account, deed, Line.payloadDigests(salt, body),
                head.digests());
        Digests digests = line.digests();
        jdbc.sql(APPEND).param("district", line.district()).param("number", line.number())
                .param("at", Timestamp.from(at)).param("account", account).param("action", deed.action())
                .param("objectKind", deed.objectKind()).param("objectId", deed.objectId().orElse(null))
                .param("erases", deed.erases()).param("payloadSm3", line.payload().sm3())
                .param("payloadSha256", line.payload().sha256()).param("previousSm3", line.previous().sm3())
                .param("previousSha256", line.previous().sha256()).param("sm3", digests.sm3())
                .param("sha256", digests.sha256()).param("salt", salt).param("body", body).update();
        return line.number();
    }

    public void erasePayload(long number) {
        jdbc.sql("SELECT journal.erase(:number)").param("number", number).query(Boolean.class).single();
    }

    /** The chain's end, locked until the transaction ends; made when this is the district's first line. */
    private Head head() {
        Optional<Head> head = jdbc.sql(LOCK_HEAD).query((row, index) -> head(row)).optional();
        if (head.isPresent()) {
            return head.get();
        }
        jdbc.sql(MAKE_HEAD).param("sm3", Digests.NONE.sm3()).param("sha256", Digests.NONE.sha256()).update();
        return jdbc.sql(LOCK_HEAD).query((row, index) -> head(row)).single();
    }

    private static Head head(ResultSet row) throws SQLException {
        return new Head(row.getString(1), row.getLong(2), new Digests(row.getBytes(3), row.getBytes(4)));
    }
}
