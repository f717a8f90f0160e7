package org.jiaogongti.platform.activity.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jiaogongti.platform.activity.Occasion;
import org.jiaogongti.platform.activity.Occasion.Said;
import org.jiaogongti.platform.activity.Step;
import org.jiaogongti.platform.search.SearchText;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Writes many occasions at once: one statement for each table, its rows in one JSON text. */
@Repository
public class HistoryStore {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final Map<String, String> TABLES = tables();

    private final JdbcClient jdbc;

    HistoryStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** An occasion, what a search looks at, and its steps. */
    public record Row(Occasion occasion, String words, List<NumberedStep> steps) {}

    /** A step with its id. */
    public record NumberedStep(UUID id, Step step) {}

    /** Rows to be written, by their table. */
    private record Lines(Map<String, List<Map<String, @Nullable Object>>> byTable) {

        void add(String table, Map<String, @Nullable Object> line) {
            byTable.computeIfAbsent(table, _ -> new ArrayList<>()).add(line);
        }

        List<Map<String, @Nullable Object>> of(String table) {
            return byTable.getOrDefault(table, List.of());
        }
    }

    public void insert(String district, List<Row> rows) {
        Lines lines = new Lines(new HashMap<>());
        for (Row row : rows) {
            lines.add("occasion", occasion(district, row));
            children(row.occasion(), lines);
            for (NumberedStep step : row.steps()) {
                lines.add("step", step(row.occasion().id(), step));
            }
        }
        TABLES.forEach((table, columns) -> insert(district, table, columns, lines.of(table)));
    }

    private void insert(String district, String table, String columns, List<Map<String, @Nullable Object>> lines) {
        if (!lines.isEmpty()) {
            String names = columns.replaceAll(" [a-z\\[\\]]+(?=,|$)", "");
            jdbc.sql("INSERT INTO activity." + table + " (district, " + names + ") SELECT :district, " + names
                    + " FROM jsonb_to_recordset(CAST(:lines AS jsonb)) AS line (" + columns + ")")
                    .param("district", district).param("lines", JSON.writeValueAsString(lines)).update();
        }
    }

    /** Tables in the order of their foreign keys, each with its columns but for the district. */
    private static Map<String, String> tables() {
        Map<String, String> tables = new LinkedHashMap<>();
        tables.put("occasion", "id uuid, token uuid, version int, held_on date, day_part text, community uuid, "
                + "school uuid, host uuid, leader uuid, leader_rank text, main_kind text, subject text, "
                + "class_name text, topic text, lead_name text, state text, standing text, recorder uuid, "
                + "recorder_name text, recorded_at timestamptz, entered_on date, answer_from date, words text, "
                + "sound text, pieces int[], filed_on date, approved_on date");
        tables.put("part", "occasion uuid, kind text, position int, lessons int");
        tables.put("grade", "occasion uuid, grade text");
        tables.put("participant", "occasion uuid, school uuid, people int");
        tables.put("person", "occasion uuid, position int, name text");
        tables.put("field_value", "occasion uuid, field text, school uuid, number int, words text, day date, "
                + "yes boolean");
        tables.put("also_in", "occasion uuid, community uuid, position int");
        tables.put("asked", "occasion uuid, school uuid");
        tables.put("behalf", "occasion uuid, school uuid, role text");
        tables.put("joined", "occasion uuid, into_one uuid, actor uuid, at timestamptz");
        tables.put("step", "id uuid, occasion uuid, what text, school uuid, words text, actor uuid, actor_name text, "
                + "on_day date, at timestamptz");
        return tables;
    }

    private static Map<String, @Nullable Object> occasion(String district, Row row) {
        Occasion occasion = row.occasion();
        Said said = occasion.said();
        SearchText found = Findable.of(district, said, row.words());
        return line("id", occasion.id(), "token", occasion.id(), "version", occasion.version(), "held_on",
                said.date(), "day_part", said.dayPart(), "community", said.community(), "school", said.school(),
                "host", said.host(), "leader", said.leader(), "leader_rank",
                said.leaderRank() == null ? null : said.leaderRank().name(), "main_kind", said.mainKind(), "subject",
                said.subject(), "class_name", said.className(), "topic", said.topic(), "lead_name",
                said.people().isEmpty() ? "" : said.people().getFirst(), "state", occasion.state().name(), "standing",
                occasion.disputed() ? "DISPUTED" : "UNDISPUTED", "recorder", occasion.entry().recorder(),
                "recorder_name", occasion.entry().recorderName(), "recorded_at", occasion.entry().at(), "entered_on",
                occasion.entry().on(), "answer_from", occasion.entry().answerFrom(), "words", found.words(), "sound",
                found.sound(),
                "pieces", found.pieces(), "filed_on", occasion.papers().filedOn(), "approved_on",
                occasion.papers().approvedOn());
    }

    private static void children(Occasion occasion, Lines lines) {
        UUID id = occasion.id();
        Said said = occasion.said();
        for (int index = 0; index < said.parts().size(); index++) {
            lines.add("part", line("occasion", id, "kind", said.parts().get(index).kind(), "position", index + 1,
                    "lessons", said.parts().get(index).lessons()));
        }
        said.grades().forEach(grade -> lines.add("grade", line("occasion", id, "grade", grade)));
        said.participants().forEach(
                (school, people) -> lines.add("participant", line("occasion", id, "school", school, "people", people)));
        for (int index = 0; index < said.people().size(); index++) {
            lines.add("person", line("occasion", id, "position", index + 1, "name", said.people().get(index)));
        }
        FieldRow.of(said.fields()).forEach(row -> lines.add("field_value", line("occasion", id, "field", row.field(),
                "school", row.school(), "number", row.number(), "words", row.words(), "day", row.day(), "yes",
                row.yes())));
        for (int index = 0; index < said.alsoIn().size(); index++) {
            lines.add("also_in",
                    line("occasion", id, "community", said.alsoIn().get(index), "position", index + 1));
        }
        occasion.asked().forEach(school -> lines.add("asked", line("occasion", id, "school", school)));
        Occasion.Behalf behalf = occasion.behalf();
        if (behalf != null) {
            lines.add("behalf", line("occasion", id, "school", behalf.school(), "role", behalf.role()));
        }
        UUID into = occasion.joinedInto();
        if (into != null) {
            lines.add("joined", line("occasion", id, "into_one", into, "actor", occasion.entry().recorder(), "at",
                    occasion.entry().at()));
        }
    }

    private static Map<String, @Nullable Object> step(UUID occasion, NumberedStep numbered) {
        Step step = numbered.step();
        return line("id", numbered.id(), "occasion", occasion, "what", step.what().name(), "school", step.school(),
                "words", step.words(), "actor", step.actor(), "actor_name", step.actorName(), "on_day", step.on(),
                "at", step.at());
    }

    private static Map<String, @Nullable Object> line(@Nullable Object... namesAndValues) {
        Map<String, @Nullable Object> line = new LinkedHashMap<>();
        for (int index = 0; index < namesAndValues.length; index += 2) {
            Object value = namesAndValues[index + 1];
            line.put(String.valueOf(namesAndValues[index]),
                    value == null || value instanceof Integer || value instanceof List ? value : value.toString());
        }
        return line;
    }
}
