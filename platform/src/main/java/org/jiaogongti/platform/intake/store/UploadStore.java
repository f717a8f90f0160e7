package org.jiaogongti.platform.intake.store;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jiaogongti.platform.intake.Problem;
import org.jiaogongti.platform.intake.SheetRow;
import org.jiaogongti.platform.intake.Upload;
import org.jiaogongti.platform.intake.Upload.Verdict;
import org.jiaogongti.platform.intake.UploadLine;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Uploads with their lines, and headings that were mapped before. */
@Repository
public class UploadStore {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<TreeMap<String, String>> ROW = new TypeReference<>() {
    };
    private static final TypeReference<LinkedHashMap<String, Integer>> MAPPING = new TypeReference<>() {
    };
    private static final TypeReference<List<Problem>> PROBLEMS = new TypeReference<>() {
    };
    private static final String UPLOADS = """
            select u.id, u.kind, u.file_name, u.sheet, u.headings, u.mapping, u.sent_at,
                (select s.at from intake.step s where s.upload = u.id and s.step = 'COMMITTED') as committed_at,
                (select s.at from intake.step s where s.upload = u.id and s.step = 'UNDONE') as undone_at,
                (select jsonb_object_agg(c.verdict, c.rows) from (select l.verdict, count(*) as rows
                    from intake.line l where l.upload = u.id group by l.verdict) c) as counts
            from intake.upload u
            """;

    private final JdbcClient jdbc;

    UploadStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void insert(Upload upload, UUID sentBy) {
        jdbc.sql("""
                insert into intake.upload (id, kind, file_name, sheet, headings, mapping, sent_by, sent_at)
                values (:id, :kind, :file, :sheet, :headings::text[], :mapping::jsonb, :by, :at)
                """).param("id", upload.id()).param("kind", upload.kind()).param("file", upload.fileName())
                .param("sheet", upload.sheet()).param("headings", upload.headings().toArray(String[]::new))
                .param("mapping", JSON.writeValueAsString(upload.mapping())).param("by", sentBy)
                .param("at", upload.sentAt().atOffset(ZoneOffset.UTC)).update();
    }

    public void setSheet(UUID upload, String sheet) {
        jdbc.sql("update intake.upload set sheet = :sheet where id = :id").param("sheet", sheet).param("id", upload)
                .update();
    }

    public void setMapping(UUID upload, Map<String, Integer> mapping) {
        jdbc.sql("update intake.upload set mapping = :mapping::jsonb where id = :id")
                .param("mapping", JSON.writeValueAsString(mapping)).param("id", upload).update();
    }

    public Optional<Upload> find(UUID id) {
        return jdbc.sql(UPLOADS + " where u.id = :id").param("id", id).query(UploadStore::upload).optional();
    }

    /** The newest first. */
    public List<Upload> newest(int most) {
        return jdbc.sql(UPLOADS + " order by u.sent_at desc, u.id desc limit :most").param("most", most)
                .query(UploadStore::upload).list();
    }

    /** When rows of each kind last came in, of uploads that were not taken back. */
    public Map<String, Instant> lastCommitted() {
        Map<String, Instant> last = new HashMap<>();
        jdbc.sql("""
                select u.kind, max(s.at) as at from intake.upload u join intake.step s on s.upload = u.id
                where s.step = 'COMMITTED'
                    and not exists (select from intake.step t where t.upload = u.id and t.step = 'UNDONE')
                group by u.kind
                """).query((row, n) -> last.put(row.getString("kind"), instant(row, "at").orElseThrow())).list();
        return last;
    }

    /** Holds the upload until the transaction ends, so that nobody else decides about it meanwhile. */
    public void lock(UUID id) {
        jdbc.sql("select id from intake.upload where id = :id for update").param("id", id).query(UUID.class).optional();
    }

    public void addStep(UUID upload, String step, UUID actor, Instant at) {
        jdbc.sql("insert into intake.step (upload, step, actor, at) values (:upload, :step, :actor, :at)")
                .param("upload", upload).param("step", step).param("actor", actor)
                .param("at", at.atOffset(ZoneOffset.UTC)).update();
    }

    /** Inserts lines, or gives known ones their new verdict. */
    public void put(UUID upload, List<UploadLine> lines) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (UploadLine line : lines) {
            Map<String, Object> row = new HashMap<>();
            row.put("number", line.number());
            row.put("cells", line.cells());
            row.put("verdict", line.verdict().name());
            row.put("entry", values(line.row()));
            row.put("before", values(line.before()));
            row.put("problems", line.problems().isEmpty() ? null : line.problems());
            rows.add(row);
        }
        jdbc.sql("""
                insert into intake.line (upload, number, cells, verdict, entry, before, problems)
                select :upload, number, cells, verdict, entry, before, problems
                from jsonb_to_recordset(:lines::jsonb) as line (number int, cells text[], verdict text, entry jsonb,
                    before jsonb, problems jsonb)
                on conflict (district, upload, number) do update set verdict = excluded.verdict,
                    entry = excluded.entry, before = excluded.before, problems = excluded.problems
                """).param("upload", upload).param("lines", JSON.writeValueAsString(rows)).update();
    }

    private static @Nullable Map<String, String> values(@Nullable SheetRow row) {
        return row == null ? null : row.values();
    }

    /**
     * Lines behind a number, in the order of the file.
     *
     * @param verdicts only these, all where it is empty
     */
    public List<UploadLine> lines(UUID upload, List<Verdict> verdicts, int after, int most) {
        return jdbc.sql("""
                select number, cells, verdict, entry, before, problems from intake.line
                where upload = :upload and number > :after
                    and (cardinality(:verdicts::text[]) = 0 or verdict = any (:verdicts::text[]))
                order by number limit :most
                """).param("upload", upload).param("after", after).param("most", most)
                .param("verdicts", verdicts.stream().map(Verdict::name).toArray(String[]::new))
                .query(UploadStore::line).list();
    }

    /** Column code by heading. */
    public Map<String, String> remembered(String kind) {
        Map<String, String> known = new HashMap<>();
        jdbc.sql("select heading, column_code from intake.heading where kind = :kind").param("kind", kind)
                .query((row, n) -> known.put(row.getString("heading"), row.getString("column_code"))).list();
        return known;
    }

    public void remember(String kind, Map<String, String> columnsByHeading) {
        jdbc.sql("""
                insert into intake.heading (kind, heading, column_code)
                select :kind, * from unnest(:headings::text[], :columns::text[])
                on conflict (district, kind, heading) do update set column_code = excluded.column_code
                """).param("kind", kind).param("headings", columnsByHeading.keySet().toArray(String[]::new))
                .param("columns", columnsByHeading.values().toArray(String[]::new)).update();
    }

    private static Upload upload(ResultSet row, int n) throws SQLException {
        Map<Verdict, Integer> counts = new EnumMap<>(Verdict.class);
        String counted = row.getString("counts");
        if (counted != null) {
            JSON.readValue(counted, MAPPING).forEach((verdict, rows) -> counts.put(Verdict.valueOf(verdict), rows));
        }
        return new Upload(row.getObject("id", UUID.class), row.getString("kind"), row.getString("file_name"),
                row.getString("sheet"), texts(row.getArray("headings")),
                JSON.readValue(row.getString("mapping"), MAPPING), counts, instant(row, "sent_at").orElseThrow(),
                instant(row, "committed_at").orElse(null), instant(row, "undone_at").orElse(null));
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    private static UploadLine line(ResultSet row, int n) throws SQLException {
        String problems = row.getString("problems");
        return new UploadLine(row.getInt("number"), texts(row.getArray("cells")), row(row.getString("entry")),
                Verdict.valueOf(row.getString("verdict")),
                problems == null ? List.of() : JSON.readValue(problems, PROBLEMS), row(row.getString("before")));
    }

    private static @Nullable SheetRow row(@Nullable String json) {
        return json == null ? null : new SheetRow(JSON.readValue(json, ROW));
    }

    private static List<String> texts(Array array) throws SQLException {
        return array.getArray() instanceof String[] texts ? List.of(texts) : List.of();
    }
}
