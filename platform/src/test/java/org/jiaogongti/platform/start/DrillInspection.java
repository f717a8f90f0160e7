package org.jiaogongti.platform.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jiaogongti.platform.database.DatabaseAddress;
import org.jiaogongti.platform.database.EmbeddedDatabase;
import org.jiaogongti.platform.journal.Verification;
import org.jiaogongti.platform.postgres.EmbeddedPostgres;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Looks past the application into tables and files after a kill. */
final class DrillInspection {

    private static final String DISTRICT = "330213";

    /** Each finds what a save that came through by halves would leave behind. */
    private static final Map<String, String> HALVES = Map.of("no part", """
            SELECT o.id::text FROM activity.occasion o
            WHERE NOT EXISTS (SELECT FROM activity.part p WHERE p.occasion = o.id)
            """, "no step", """
            SELECT o.id::text FROM activity.occasion o
            WHERE NOT EXISTS (SELECT FROM activity.step s WHERE s.occasion = o.id AND s.what = 'RECORDED')
            """, "no journal line", """
            SELECT o.id::text FROM activity.occasion o WHERE o.topic LIKE '停电演练%'
            AND NOT EXISTS (SELECT FROM journal.entry e WHERE e.object_id = o.id)
            """, "no fact", """
            SELECT o.id::text FROM activity.occasion o WHERE o.topic LIKE '停电演练%'
            AND (SELECT count(*) FROM activity.part p WHERE p.occasion = o.id)
                <> (SELECT count(*) FROM obligation.fact f WHERE f.source_id = o.id)
            """, "not counted while one like it is", """
            WITH drilled AS (
                SELECT o.id, o.host, o.leader, o.held_on, EXISTS (
                    SELECT FROM obligation.contribution c WHERE c.source_id = o.id) AS counted
                FROM activity.occasion o WHERE o.topic LIKE '停电演练%')
            SELECT d.id::text FROM drilled d WHERE NOT d.counted AND EXISTS (
                SELECT FROM drilled e WHERE e.counted AND (e.host, e.leader, e.held_on) = (d.host, d.leader, d.held_on))
            """, "counted for nothing", """
            SELECT s.id::text FROM obligation.source s WHERE s.kind = 'occasion'
            AND NOT EXISTS (SELECT FROM activity.occasion o WHERE o.id = s.id)
            """, "photo without record", """
            SELECT i.id::text FROM evidence.item i
            WHERE NOT EXISTS (SELECT FROM activity.occasion o WHERE o.id = i.holder)
            """, "journal line without record", """
            SELECT e.number::text FROM journal.entry e WHERE e.object_kind = 'occasion'
            AND NOT EXISTS (SELECT FROM activity.occasion o WHERE o.id = e.object_id)
            """, "progress is not the sum of its contributions", """
            SELECT p.duty || ' ' || p.bearer || ' ' || p.counterpart || ' ' || p.period || ' ' || p.counted
            FROM obligation.progress p CROSS JOIN obligation.ledger l
            WHERE (p.counted, p.disputed) <> (SELECT
                    coalesce(sum(c.amount) FILTER (WHERE c.standing = 'HELD' AND c.counts_on <= l.applied_to), 0),
                    coalesce(sum(c.amount) FILTER (WHERE c.standing = 'DISPUTED'), 0)
                FROM obligation.contribution c
                WHERE (c.duty, c.bearer, c.counterpart, c.period) = (p.duty, p.bearer, p.counterpart, p.period))
            """);

    private final Path data;
    private final EmbeddedPostgres postgres;
    private final DrillLedger ledger;

    DrillInspection(Path data, EmbeddedPostgres postgres, DrillLedger ledger) {
        this.data = data;
        this.postgres = postgres;
        this.ledger = ledger;
    }

    void assertWhole(String what) throws SQLException, IOException {
        try (Connection all = postgres.superuser(DatabaseAddress.NAME)) {
            for (Map.Entry<String, String> half : HALVES.entrySet()) {
                assertThat(texts(all, half.getValue())).as(what + ": " + half.getKey()).isEmpty();
            }
            Map<UUID, UUID> kept = kept(all);
            assertThat(kept).as(what + ": acknowledged").containsAllEntriesOf(ledger.acknowledged());
            assertThat(ledger.sent()).as(what + ": only what was sent").containsAll(kept.keySet());
            List<String> photos = texts(all, "SELECT holder::text FROM evidence.item");
            assertThat(photos).as(what + ": photos").containsAll(ledger.withPhoto().stream().map(UUID::toString)
                    .toList());
            assertFiles(texts(all, "SELECT sha256 FROM evidence.file"), what);
        }
        assertJournal(what);
    }

    /** The drill is worth its time only when what is saved counts towards duties. */
    void assertCounted() throws SQLException {
        try (Connection all = postgres.superuser(DatabaseAddress.NAME)) {
            assertThat(texts(all, "SELECT c.source_id::text FROM obligation.contribution c "
                    + "JOIN activity.occasion o ON o.id = c.source_id WHERE o.topic LIKE '" + DrillSavers.TOPIC + "%'"))
                    .as("drilled lessons that count").isNotEmpty();
        }
    }

    private void assertFiles(List<String> hashes, String what) throws IOException {
        Map<String, Path> files = new HashMap<>();
        try (Stream<Path> tree = Files.walk(data.resolve("files"))) {
            tree.filter(Files::isRegularFile).forEach(file -> files.put(file.getFileName().toString(), file));
        }
        for (String hash : hashes) {
            Path file = files.get(hash);
            assertThat(file).as(what + ": file " + hash + " among " + files.size()).isNotNull();
            assertThat(sha256(Files.readAllBytes(file))).as(what).isEqualTo(hash);
        }
    }

    private void assertJournal(String what) throws SQLException {
        DatabaseAddress address = EmbeddedDatabase.address(postgres, DatabaseAddress.NAME);
        try (Connection connection = DriverManager.getConnection(address.url(), DatabaseAddress.APP,
                address.appPassword()); Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            statement.execute("SELECT set_config('jgt.district', '" + DISTRICT + "', true)");
            assertThat(new Verification(new SingleConnectionDataSource(connection, true)).verify(DISTRICT, List.of()))
                    .as(what).isInstanceOf(Verification.Sound.class);
        }
    }

    /** Drilled occasions by the token of their form. */
    private static Map<UUID, UUID> kept(Connection all) throws SQLException {
        Map<UUID, UUID> kept = new HashMap<>();
        try (Statement statement = all.createStatement();
                ResultSet rows = statement.executeQuery("SELECT token, id FROM activity.occasion WHERE topic LIKE '"
                        + DrillSavers.TOPIC + "%'")) {
            while (rows.next()) {
                kept.put(rows.getObject(1, UUID.class), rows.getObject(2, UUID.class));
            }
        }
        return kept;
    }

    private static List<String> texts(Connection all, String select) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (Statement statement = all.createStatement(); ResultSet rows = statement.executeQuery(select)) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
