package org.jiaogongti.platform.activity.store;

import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** A bureau's own kinds of activity and fields, as they are stored. */
@Repository
public class KindStore {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient jdbc;

    KindStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** An own kind's row. */
    public record KindRow(UUID id, int version, String code, String name, String shortName, String unit, String holder,
            String gate, String answer, LocalDate from, @Nullable LocalDate to) {}

    /** What a kind asks. */
    public record AskRow(String kind, String asks, String need) {}

    /**
     * An own field's row.
     *
     * @param words to choose from
     */
    public record FieldRow(UUID id, String code, String name, String type, String unit, int most, String hint,
            List<String> words) {

        public FieldRow {
            words = List.copyOf(words);
        }
    }

    /** All of a district, in order. */
    public record Rows(List<KindRow> kinds, List<AskRow> asks, List<FieldRow> fields) {}

    /** One select, as nearly every page of this module asks for it. */
    public Rows read() {
        return jdbc.sql("""
                SELECT (SELECT coalesce(jsonb_agg(jsonb_build_object('id', k.id, 'version', k.version, 'code', k.code,
                                   'name', k.name, 'shortName', k.short_name, 'unit', k.unit, 'holder', k.holder,
                                   'gate', k.gate, 'answer', k.answer, 'from', k.from_day, 'to', k.to_day)
                                   ORDER BY k.made_at, k.id), '[]') FROM activity.own_kind k) AS kinds,
                       (SELECT coalesce(jsonb_agg(jsonb_build_object('kind', a.kind, 'asks', a.asks, 'need', a.need)
                                   ORDER BY a.kind, a.position, a.asks), '[]') FROM activity.kind_ask a) AS asks,
                       (SELECT coalesce(jsonb_agg(jsonb_build_object('id', f.id, 'code', f.code, 'name', f.name,
                                   'type', f.type, 'unit', f.unit, 'most', f.most, 'hint', f.hint, 'words',
                                   (SELECT coalesce(jsonb_agg(w.word ORDER BY w.position), '[]')
                                      FROM activity.own_field_word w
                                     WHERE w.district = f.district AND w.field = f.id))
                                   ORDER BY f.position, f.id), '[]') FROM activity.own_field f) AS fields
                """).query((row, number) -> new Rows(
                JSON.readValue(row.getString("kinds"), new TypeReference<List<KindRow>>() {
                }),
                JSON.readValue(row.getString("asks"), new TypeReference<List<AskRow>>() {
                }),
                JSON.readValue(row.getString("fields"), new TypeReference<List<FieldRow>>() {
                }))).single();
    }

    public void insert(KindRow kind, UUID actor, Instant at) {
        jdbc.sql(
                """
                        INSERT INTO activity.own_kind (id, version, code, name, short_name, unit, holder, gate, answer, from_day,
                            to_day, made_by, made_at)
                        VALUES (:id, 1, :code, :name, :shortName, :unit, :holder, :gate, :answer, :from, NULL, :actor, :at)
                        """)
                .param("id", kind.id()).param("code", kind.code()).param("name", kind.name())
                .param("shortName", kind.shortName()).param("unit", kind.unit()).param("holder", kind.holder())
                .param("gate", kind.gate()).param("answer", kind.answer()).param("from", kind.from())
                .param("actor", actor).param("at", at.atOffset(ZoneOffset.UTC)).update();
    }

    /** False where it is no longer that version. */
    public boolean rename(UUID id, int version, String name, String shortName) {
        return jdbc.sql("""
                UPDATE activity.own_kind SET name = :name, short_name = :shortName, version = version + 1
                 WHERE id = :id AND version = :version
                """).param("id", id).param("version", version).param("name", name).param("shortName", shortName)
                .update() == 1;
    }

    /** False where it is no longer that version. */
    public boolean last(UUID id, int version, @Nullable LocalDate lastDay) {
        return jdbc.sql("""
                UPDATE activity.own_kind SET to_day = :last, version = version + 1 WHERE id = :id AND version = :version
                """).param("id", id).param("version", version).param("last", lastDay, Types.DATE).update() == 1;
    }

    /** Puts all own fields into this order. */
    public void order(List<String> codes) {
        jdbc.sql("""
                UPDATE activity.own_field f SET position = o.position - 1
                  FROM unnest(:codes::text[]) WITH ORDINALITY AS o (code, position) WHERE f.code = o.code
                """).param("codes", codes.toArray(String[]::new)).update();
    }

    /** Behind what it asks already. */
    public void ask(String kind, List<AskRow> asks) {
        jdbc.sql("""
                INSERT INTO activity.kind_ask (kind, asks, need, position)
                SELECT :kind, a.asks, a.need,
                       (SELECT count(*) FROM activity.kind_ask k WHERE k.kind = :kind) + a.position
                  FROM unnest(:asks::text[], :needs::text[]) WITH ORDINALITY AS a (asks, need, position)
                """).param("kind", kind).param("asks", asks.stream().map(AskRow::asks).toArray(String[]::new))
                .param("needs", asks.stream().map(AskRow::need).toArray(String[]::new)).update();
    }

    public void insert(FieldRow field) {
        jdbc.sql("""
                WITH f AS (
                    INSERT INTO activity.own_field (id, code, name, type, unit, most, hint, position)
                    VALUES (:id, :code, :name, :type, :unit, :most, :hint,
                            (SELECT count(*) FROM activity.own_field))
                    RETURNING district, id)
                INSERT INTO activity.own_field_word (district, field, position, word)
                SELECT f.district, f.id, w.position, w.word
                  FROM f, unnest(:words::text[]) WITH ORDINALITY AS w (word, position)
                """).param("id", field.id()).param("code", field.code()).param("name", field.name())
                .param("type", field.type()).param("unit", field.unit()).param("most", field.most())
                .param("hint", field.hint()).param("words", field.words().toArray(String[]::new)).update();
    }
}
