package org.jiaogongti.platform.evidence.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jiaogongti.platform.evidence.EvidenceItem;
import org.jiaogongti.platform.evidence.FileKind;
import org.jiaogongti.platform.evidence.Received.Stored;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of files, of who holds them and of what was made public. */
@Repository
public class EvidenceStore {

    private static final String ITEM = """
            SELECT i.id, i.holder, i.sha256, f.kind, f.bytes, i.name, i.taken_at, i.uploader, i.uploader_name, i.uploaded_at,
                   (SELECT p.actor_name FROM evidence.publication p
                     WHERE p.district = i.district AND p.item = i.id
                       AND NOT EXISTS (SELECT 1 FROM evidence.publication_end e
                                        WHERE e.district = p.district AND e.publication = p.id)
                     ORDER BY p.at DESC LIMIT 1) AS published_by
              FROM evidence.item i
              JOIN evidence.file f ON f.district = i.district AND f.sha256 = i.sha256
             WHERE NOT EXISTS (SELECT 1 FROM evidence.removal r WHERE r.district = i.district AND r.item = i.id)
            """;

    private final JdbcClient jdbc;

    EvidenceStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What somebody holds already. */
    public record Held(int files, long bytes) {}

    /** Counts under a lock that lasts as long as the transaction, so that parallel uploads cannot pass a quota together. */
    public Held heldByPerson(UUID account) {
        return jdbc.sql("""
                SELECT count(*) AS files, coalesce(sum(f.bytes), 0) AS bytes
                  FROM (SELECT pg_advisory_xact_lock(hashtextextended(:account::text, 7))) AS locked
                  LEFT JOIN evidence.item i ON i.uploader = :account
                  LEFT JOIN evidence.file f ON f.district = i.district AND f.sha256 = i.sha256
                 WHERE f.sha256 IS NOT NULL
                """).param("account", account).query((row, n) -> new Held(row.getInt("files"), row.getLong("bytes")))
                .single();
    }

    public long bytesOfSchool(UUID school) {
        return jdbc.sql("""
                SELECT coalesce(sum(f.bytes), 0)
                  FROM evidence.item i
                  JOIN evidence.file f ON f.district = i.district AND f.sha256 = i.sha256
                 WHERE i.school = :school
                """).param("school", school).query(Long.class).single();
    }

    public void insert(UUID id, String district, UUID holder, UUID school, Stored file, Uploader uploader) {
        jdbc.sql(
                """
                        WITH kept AS (
                            INSERT INTO evidence.file (district, sha256, kind, bytes, width, height, kept_at)
                            VALUES (:district, :sha256, :kind, :bytes, :width, :height, :at)
                            ON CONFLICT (district, sha256) DO NOTHING)
                        INSERT INTO evidence.item (district, id, holder, school, sha256, name, taken_at, uploader, uploader_name,
                                                   uploaded_at)
                        VALUES (:district, :id, :holder, :school, :sha256, :name, :taken, :uploader, :uploaderName, :at)
                        """)
                .param("district", district).param("id", id).param("holder", holder).param("school", school)
                .param("sha256", file.sha256()).param("kind", file.kind().name()).param("bytes", file.bytes())
                .param("width", file.width()).param("height", file.height()).param("name", file.name())
                .param("taken", file.takenAt() == null ? null : Timestamp.valueOf(file.takenAt()),
                        java.sql.Types.TIMESTAMP)
                .param("uploader", uploader.account()).param("uploaderName", uploader.name())
                .param("at", uploader.at().atOffset(ZoneOffset.UTC)).update();
    }

    /** Who uploads, and when. */
    public record Uploader(UUID account, String name, Instant at) {}

    /** Hands files over from a draft to what it became; only the uploader's own. */
    public int move(UUID from, UUID to, UUID uploader) {
        return jdbc.sql("UPDATE evidence.item SET holder = :to WHERE holder = :from AND uploader = :uploader")
                .param("to", to).param("from", from).param("uploader", uploader).update();
    }

    public Optional<EvidenceItem> find(UUID id) {
        return jdbc.sql(ITEM + " AND i.id = :id").param("id", id).query(EvidenceStore::item).optional();
    }

    public List<EvidenceItem> ofHolders(Collection<UUID> holders) {
        if (holders.isEmpty()) {
            return List.of();
        }
        return jdbc.sql(ITEM + " AND i.holder IN (:holders) ORDER BY i.uploaded_at, i.id").param("holders", holders)
                .query(EvidenceStore::item).list();
    }

    public Map<UUID, Integer> counts(Collection<UUID> holders) {
        Map<UUID, Integer> counts = new HashMap<>();
        if (!holders.isEmpty()) {
            jdbc.sql("""
                    SELECT i.holder, count(*) AS files FROM evidence.item i
                     WHERE i.holder IN (:holders)
                       AND NOT EXISTS (SELECT 1 FROM evidence.removal r WHERE r.district = i.district AND r.item = i.id)
                     GROUP BY i.holder
                    """).param("holders", holders)
                    .query(row -> {
                        counts.put(row.getObject("holder", UUID.class), row.getInt("files"));
                    });
        }
        return counts;
    }

    public void remove(String district, UUID item, Uploader by) {
        jdbc.sql("""
                INSERT INTO evidence.removal (district, item, actor, actor_name, at)
                VALUES (:district, :item, :actor, :name, :at) ON CONFLICT DO NOTHING
                """).param("district", district).param("item", item).param("actor", by.account())
                .param("name", by.name()).param("at", by.at().atOffset(ZoneOffset.UTC)).update();
    }

    /** What was taken away, with whose it is. */
    public record Taken(UUID item, UUID holder, UUID school, String sha256, String name) {}

    /** An item, whether it was taken away or not. */
    public Optional<Taken> any(UUID item) {
        return jdbc.sql("SELECT id, holder, school, sha256, name FROM evidence.item WHERE id = :id").param("id", item)
                .query((row, n) -> new Taken(row.getObject("id", UUID.class), row.getObject("holder", UUID.class),
                        row.getObject("school", UUID.class), row.getString("sha256"), row.getString("name")))
                .optional();
    }

    /** Items of holders, those that were taken away too. */
    public List<UUID> allOf(Collection<UUID> holders) {
        return jdbc.sql("SELECT id FROM evidence.item WHERE holder IN (:holders)").param("holders", holders)
                .query((row, n) -> row.getObject("id", UUID.class)).list();
    }

    public void bringBack(UUID item) {
        jdbc.sql("DELETE FROM evidence.removal WHERE item = :item").param("item", item).update();
    }

    /** Rows that went, by table, and the hashes that were theirs. */
    public record Erased(Map<String, Integer> rows, Set<String> hashes) {}

    /** Items with all that was said of them, and the rows of files that nobody else holds. */
    public Erased erase(Collection<UUID> items) {
        if (items.isEmpty()) {
            return new Erased(Map.of(), Set.of());
        }
        Set<String> hashes = new HashSet<>(jdbc.sql("""
                SELECT sha256 FROM evidence.item WHERE id IN (:items)
                UNION SELECT copy_sha256 FROM evidence.publication WHERE item IN (:items)
                """).param("items", items).query(String.class).list());
        Map<String, Integer> rows = new HashMap<>();
        rows.put("evidence.publication_end", jdbc.sql("""
                DELETE FROM evidence.publication_end
                 WHERE publication IN (SELECT id FROM evidence.publication WHERE item IN (:items))
                """).param("items", items).update());
        rows.put("evidence.publication", jdbc.sql("DELETE FROM evidence.publication WHERE item IN (:items)")
                .param("items", items).update());
        rows.put("evidence.removal",
                jdbc.sql("DELETE FROM evidence.removal WHERE item IN (:items)").param("items", items).update());
        rows.put("evidence.item",
                jdbc.sql("DELETE FROM evidence.item WHERE id IN (:items)").param("items", items).update());
        rows.put("evidence.file", hashes.isEmpty() ? 0 : jdbc.sql("""
                DELETE FROM evidence.file f WHERE f.sha256 IN (:hashes)
                   AND NOT EXISTS (SELECT 1 FROM evidence.item i WHERE i.district = f.district AND i.sha256 = f.sha256)
                   AND NOT EXISTS (SELECT 1 FROM evidence.publication p
                                    WHERE p.district = f.district AND p.copy_sha256 = f.sha256)
                """).param("hashes", hashes).update());
        return new Erased(rows, hashes);
    }

    /** Whoever gives a file its row holds this beside others; whoever removes its bytes holds it alone. */
    public void lockBytes(String sha256, boolean alone) {
        jdbc.sql("SELECT pg_advisory_xact_lock" + (alone ? "" : "_shared")
                + "(hashtextextended(current_setting('jgt.district') || :sha256, 9))").param("sha256", sha256)
                .query(rows -> {});
    }

    /**
     * @param copy the hash of what is shown: the blurred copy, or the picture's own where nothing was blurred
     */
    public void publish(String district, UUID id, UUID item, String copy, Uploader by) {
        jdbc.sql("""
                INSERT INTO evidence.publication (district, id, item, copy_sha256, actor, actor_name, at)
                VALUES (:district, :id, :item, :copy, :actor, :name, :at)
                """).param("district", district).param("id", id).param("item", item).param("copy", copy)
                .param("actor", by.account()).param("name", by.name()).param("at", by.at().atOffset(ZoneOffset.UTC))
                .update();
    }

    public void keepFileRow(String district, Stored file, Instant at) {
        jdbc.sql("""
                INSERT INTO evidence.file (district, sha256, kind, bytes, width, height, kept_at)
                VALUES (:district, :sha256, :kind, :bytes, :width, :height, :at)
                ON CONFLICT (district, sha256) DO NOTHING
                """).param("district", district).param("sha256", file.sha256()).param("kind", file.kind().name())
                .param("bytes", file.bytes()).param("width", file.width()).param("height", file.height())
                .param("at", at.atOffset(ZoneOffset.UTC)).update();
    }

    public int endPublication(String district, UUID item, Uploader by) {
        return jdbc.sql("""
                INSERT INTO evidence.publication_end (district, publication, actor, actor_name, at)
                SELECT district, id, :actor, :name, :at FROM evidence.publication
                 WHERE district = :district AND item = :item
                ON CONFLICT DO NOTHING
                """).param("district", district).param("item", item).param("actor", by.account())
                .param("name", by.name()).param("at", by.at().atOffset(ZoneOffset.UTC)).update();
    }

    public Set<String> known(Collection<String> hashes) {
        if (hashes.isEmpty()) {
            return Set.of();
        }
        return new HashSet<>(jdbc.sql("SELECT sha256 FROM evidence.file WHERE sha256 IN (:hashes)")
                .param("hashes", hashes).query(String.class).list());
    }

    public Optional<FileKind> kind(String sha256) {
        return jdbc.sql("SELECT kind FROM evidence.file WHERE sha256 = :sha256").param("sha256", sha256)
                .query(String.class).optional().map(FileKind::valueOf);
    }

    private static EvidenceItem item(ResultSet row, int number) throws SQLException {
        Timestamp taken = row.getTimestamp("taken_at");
        return new EvidenceItem(row.getObject("id", UUID.class), row.getObject("holder", UUID.class),
                row.getString("sha256"), FileKind.valueOf(row.getString("kind")), row.getLong("bytes"),
                row.getString("name"), taken == null ? null : taken.toLocalDateTime(),
                row.getObject("uploader", UUID.class), row.getString("uploader_name"),
                row.getTimestamp("uploaded_at").toInstant(), row.getString("published_by"));
    }
}
