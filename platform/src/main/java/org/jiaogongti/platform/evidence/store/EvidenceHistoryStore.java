package org.jiaogongti.platform.evidence.store;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jiaogongti.platform.evidence.EvidenceHistory.Placed;
import org.jiaogongti.platform.evidence.Received.Stored;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Writes many rows of evidence at once. */
@Repository
public class EvidenceHistoryStore {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient jdbc;

    EvidenceHistoryStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void insert(String district, Collection<Placed> files) {
        Map<String, Map<String, Object>> kept = new LinkedHashMap<>();
        files.forEach(placed -> kept.putIfAbsent(placed.file().sha256(), file(placed.file(), placed)));
        jdbc.sql("""
                INSERT INTO evidence.file (district, sha256, kind, bytes, width, height, kept_at)
                SELECT :district, sha256, kind, bytes, width, height, at FROM jsonb_to_recordset(CAST(:lines AS jsonb))
                    AS line (sha256 text, kind text, bytes bigint, width int, height int, at timestamptz)
                ON CONFLICT (district, sha256) DO NOTHING
                """).param("district", district).param("lines", JSON.writeValueAsString(kept.values())).update();
        List<Map<String, Object>> items = files.stream().map(EvidenceHistoryStore::item).toList();
        jdbc.sql(
                """
                        INSERT INTO evidence.item (district, id, holder, school, sha256, name, uploader, uploader_name,
                                                   uploaded_at)
                        SELECT :district, id, holder, school, sha256, name, uploader, uploader_name, at
                          FROM jsonb_to_recordset(CAST(:lines AS jsonb)) AS line (id uuid, holder uuid, school uuid, sha256 text,
                               name text, uploader uuid, uploader_name text, at timestamptz)
                        """)
                .param("district", district).param("lines", JSON.writeValueAsString(items)).update();
    }

    private static Map<String, Object> file(Stored file, Placed placed) {
        return Map.of("sha256", file.sha256(), "kind", file.kind().name(), "bytes", file.bytes(), "width",
                file.width(), "height", file.height(), "at", placed.at().toString());
    }

    private static Map<String, Object> item(Placed placed) {
        return Map.of("id", placed.id().toString(), "holder", placed.holder().toString(), "school",
                placed.school().toString(), "sha256", placed.file().sha256(), "name", placed.file().name(),
                "uploader", placed.uploader().toString(), "uploader_name", placed.uploaderName(), "at",
                placed.at().toString());
    }
}
