package org.jiaogongti.platform.journal.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.jiaogongti.platform.journal.ChainEnd;
import org.jiaogongti.platform.journal.model.Digests;
import org.jiaogongti.platform.journal.model.Line;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads a district's chain in order, a thousand lines at a time. */
public final class LineReader {

    private static final int PORTION = 1_000;
    private static final String LINES = """
            SELECT e.district, e.number, e.at, e.account, e.action, e.object_kind, e.object_id, e.erases,
                   e.payload_sm3, e.payload_sha256, e.previous_sm3, e.previous_sha256, e.sm3, e.sha256, p.salt, p.body
            FROM journal.entry e LEFT JOIN journal.payload p ON p.district = e.district AND p.number = e.number
            WHERE e.number > :after ORDER BY e.number LIMIT :portion
            """;

    private final JdbcClient jdbc;

    public LineReader(DataSource connections) {
        this.jdbc = JdbcClient.create(connections);
    }

    public Set<Long> erasedLines() {
        Set<Long> numbers = new HashSet<>();
        jdbc.sql("SELECT erases FROM journal.entry WHERE erases > 0").query(row -> {
            numbers.add(row.getLong(1));
        });
        return numbers;
    }

    public Optional<Head> head() {
        return jdbc.sql("SELECT district, number, sm3, sha256 FROM journal.head")
                .query((row, index) -> new Head(row.getString(1), row.getLong(2), digests(row, 3))).optional();
    }

    /** One line as it stands for all before it; empty where there is none of that number. */
    public Optional<ChainEnd> line(long number) {
        return jdbc.sql("SELECT district, number, sm3, sha256 FROM journal.entry WHERE number = :number")
                .param("number", number).query((row, n) -> end(row)).optional();
    }

    static ChainEnd end(ResultSet row) throws SQLException {
        Digests digests = digests(row, 3);
        return new ChainEnd(row.getString(1), row.getLong(2), digests.sm3Hex(),
                HexFormat.of().formatHex(digests.sha256()));
    }

    /** Hands over line by line until {@code step} says no. */
    public void walk(Predicate<KeptLine> step) {
        long after = Long.MIN_VALUE;
        while (true) {
            List<KeptLine> portion = jdbc.sql(LINES).param("after", after).param("portion", PORTION)
                    .query((row, index) -> kept(row)).list();
            for (KeptLine line : portion) {
                if (!step.test(line)) {
                    return;
                }
                after = line.line().number();
            }
            if (portion.size() < PORTION) {
                return;
            }
        }
    }

    private static KeptLine kept(ResultSet row) throws SQLException {
        Line.Deed deed = new Line.Deed(row.getString(5), row.getString(6),
                Optional.ofNullable(row.getObject(7, UUID.class)), row.getLong(8));
        Line line = new Line(row.getString(1), row.getLong(2), row.getTimestamp(3).toInstant(),
                row.getObject(4, UUID.class), deed, digests(row, 9), digests(row, 11));
        byte[] salt = row.getBytes(15);
        Optional<Digests> payload = salt == null
                ? Optional.empty()
                : Optional.of(Line.payloadDigests(salt, row.getString(16)));
        return new KeptLine(line, digests(row, 13), payload);
    }

    private static Digests digests(ResultSet row, int first) throws SQLException {
        return new Digests(row.getBytes(first), row.getBytes(first + 1));
    }
}
