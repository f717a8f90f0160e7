package org.jiaogongti.platform.filing.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jiaogongti.platform.filing.Filing;
import org.jiaogongti.platform.filing.Filing.Approval;
import org.jiaogongti.platform.filing.FilingHistory.Told;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Writes many filings at once: one statement for each table, its rows in one JSON text. */
@Repository
public class FilingHistoryStore {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient jdbc;

    FilingHistoryStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void insert(Collection<Told> told, Supplier<UUID> ids) {
        List<Map<String, @Nullable Object>> filings = new ArrayList<>();
        List<Map<String, @Nullable Object>> versions = new ArrayList<>();
        List<Map<String, @Nullable Object>> steps = new ArrayList<>();
        for (Told each : told) {
            Filing filing = each.filing();
            filings.add(filing(filing, each.steps().getLast().at()));
            each.versions().forEach(version -> versions.add(line("filing", filing.id(), "number", version.number(),
                    "title", version.text().title(), "time_place", version.text().timePlace(), "theme",
                    version.text().theme(), "agenda", version.text().agenda(), "people", version.text().people(),
                    "hash", version.text().hash(), "author", version.author(), "author_name", version.authorName(),
                    "on_day", version.on(), "at", version.at())));
            each.steps().forEach(step -> steps.add(line("id", ids.get(), "filing", filing.id(), "number",
                    step.number(), "what", step.what().name(), "words", step.words(), "actor", step.actor(),
                    "actor_name", step.actorName(), "on_day", step.on(), "at", step.at())));
        }
        insert("filing", "id uuid, token uuid, occasion uuid, gate text, state text, title text, community uuid, "
                + "school uuid, subject text, held_on date, submitter uuid, submitter_name text, latest int, "
                + "filed_on date, approved_on date, approved int, approved_hash text, moved_at timestamptz", filings);
        insert("version", "filing uuid, number int, title text, time_place text, theme text, agenda text, people text, "
                + "hash text, author uuid, author_name text, on_day date, at timestamptz", versions);
        insert("step", "id uuid, filing uuid, number int, what text, words text, actor uuid, actor_name text, "
                + "on_day date, at timestamptz", steps);
    }

    private static Map<String, @Nullable Object> filing(Filing filing, java.time.Instant at) {
        Approval approval = filing.approval();
        return line("id", filing.id(), "token", filing.id(), "occasion", filing.occasion(), "gate",
                filing.gate().name(), "state", filing.state().name(), "title", filing.title(), "community",
                filing.community(), "school", filing.school(), "subject", filing.subject(), "held_on",
                filing.heldOn(), "submitter", filing.submitter(), "submitter_name", filing.submitterName(), "latest",
                filing.latest(), "filed_on", filing.filedOn(), "approved_on", approval == null ? null : approval.on(),
                "approved", approval == null ? null : approval.version(), "approved_hash",
                approval == null ? null : approval.hash(), "moved_at", at);
    }

    private void insert(String table, String columns, List<Map<String, @Nullable Object>> lines) {
        if (!lines.isEmpty()) {
            String names = columns.replaceAll(" [a-z]+(?=,|$)", "");
            jdbc.sql("INSERT INTO filing." + table + " (" + names + ") SELECT " + names
                    + " FROM jsonb_to_recordset(CAST(:lines AS jsonb)) AS line (" + columns + ")")
                    .param("lines", JSON.writeValueAsString(lines)).update();
        }
    }

    private static Map<String, @Nullable Object> line(@Nullable Object... namesAndValues) {
        Map<String, @Nullable Object> line = new LinkedHashMap<>();
        for (int index = 0; index < namesAndValues.length; index += 2) {
            Object value = namesAndValues[index + 1];
            line.put(String.valueOf(namesAndValues[index]),
                    value == null || value instanceof Integer ? value : value.toString());
        }
        return line;
    }
}
