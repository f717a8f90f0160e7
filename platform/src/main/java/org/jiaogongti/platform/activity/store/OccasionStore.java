package org.jiaogongti.platform.activity.store;

import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jiaogongti.platform.activity.Occasion;
import org.jiaogongti.platform.activity.Occasion.Papers;
import org.jiaogongti.platform.activity.Occasion.Part;
import org.jiaogongti.platform.activity.Occasion.Said;
import org.jiaogongti.platform.activity.Occasion.State;
import org.jiaogongti.platform.activity.Step;
import org.jiaogongti.platform.search.SearchText;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** One occasion with all that belongs to it; each method is one statement. */
@Repository
public class OccasionStore {

    /** Children of an occasion from arrays, so that their number does not make statements. */
    private static final String CHILDREN = """
            , parts AS (
                INSERT INTO activity.part (district, occasion, kind, position, lessons)
                SELECT o.district, o.id, p.kind, p.position, p.lessons FROM o,
                       unnest(:kinds::text[], :lessons::int[]) WITH ORDINALITY AS p (kind, lessons, position)),
            grades AS (
                INSERT INTO activity.grade (district, occasion, grade)
                SELECT o.district, o.id, g FROM o, unnest(:grades::text[]) AS g),
            participants AS (
                INSERT INTO activity.participant (district, occasion, school, people)
                SELECT o.district, o.id, p.school, p.people FROM o,
                       unnest(:schools::uuid[], :people::int[]) AS p (school, people)),
            persons AS (
                INSERT INTO activity.person (district, occasion, position, name)
                SELECT o.district, o.id, n.position, n.name FROM o,
                       unnest(:names::text[]) WITH ORDINALITY AS n (name, position)),
            field_values AS (
                INSERT INTO activity.field_value (district, occasion, field, school, number, words, day, yes)
                SELECT o.district, o.id, v.field, v.school, v.number, v.words, v.day, v.yes FROM o,
                       unnest(:fields::text[], :fieldSchools::uuid[], :fieldNumbers::int[], :fieldWords::text[],
                              :fieldDays::date[], :fieldYes::boolean[])
                           AS v (field, school, number, words, day, yes)),
            communities AS (
                INSERT INTO activity.also_in (district, occasion, community, position)
                SELECT o.district, o.id, c.community, c.position FROM o,
                       unnest(:alsoIn::uuid[]) WITH ORDINALITY AS c (community, position)),
            asked AS (
                INSERT INTO activity.asked (district, occasion, school)
                SELECT o.district, o.id, s FROM o, unnest(:asked::uuid[]) AS s)
            """;

    private final JdbcClient jdbc;

    OccasionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A new occasion.
     *
     * @param words what a search looks at
     */
    public record Row(UUID id, UUID token, String district, Said said, State state, List<UUID> asked, String words,
            UUID step) {}

    /** False where the form was already sent: nothing is written then. Waits for a parallel sending to end. */
    public boolean insert(Row row, Occasion.Entry entry, Occasion.@Nullable Behalf behalf) {
        StatementSpec insert = jdbc
                .sql("""
                        WITH o AS (
                            INSERT INTO activity.occasion (district, id, token, version, held_on, day_part, community, school, host, campus, campus_school,
                                leader, leader_rank, main_kind, subject, class_name, topic, lead_name, state, standing, recorder,
                                recorder_name, recorded_at, entered_on, answer_from, words, sound, pieces)
                            VALUES (:district, :id, :token, 1, :date, :dayPart, :community, :school, :host, :campus, :campusSchool,
                                :leader, :rank, :mainKind, :subject, :className, :topic, :leadName, :state, 'UNDISPUTED', :recorder,
                                :recorderName, :at, :on, :answerFrom, :words, :sound, :pieces::int[])
                            ON CONFLICT (district, token) DO NOTHING
                            RETURNING district, id)
                        """
                        + CHILDREN
                        + """
                                , behalf AS (
                                    INSERT INTO activity.behalf (district, occasion, school, role)
                                    SELECT o.district, o.id, :behalfSchool::uuid, :behalfRole::text FROM o WHERE :behalfRole::text IS NOT NULL),
                                step AS (
                                    INSERT INTO activity.step (district, id, occasion, what, school, words, actor, actor_name, on_day, at)
                                    SELECT o.district, :step, o.id, 'RECORDED', NULL, '', :recorder, :recorderName, :on, :at FROM o)
                                SELECT count(*) FROM o
                                """);
        return children(said(insert, row), row).param("district", row.district()).param("id", row.id())
                .param("token", row.token())
                .param("state", row.state().name()).param("recorder", entry.recorder())
                .param("recorderName", entry.recorderName()).param("at", entry.at().atOffset(ZoneOffset.UTC))
                .param("on", entry.on()).param("answerFrom", entry.answerFrom()).param("step", row.step())
                .param("behalfSchool", behalf == null ? null : behalf.school(), Types.OTHER)
                .param("behalfRole", behalf == null ? null : behalf.role(), Types.VARCHAR).query(Long.class)
                .single() == 1;
    }

    /** What it says anew; false where somebody else changed it since that version was read. */
    public boolean change(Row row, int version, LocalDate answerFrom) {
        int changed = said(jdbc.sql("""
                UPDATE activity.occasion SET version = version + 1, held_on = :date, day_part = :dayPart,
                       community = :community, school = :school, host = :host, campus = :campus,
                       campus_school = :campusSchool, leader = :leader, leader_rank = :rank,
                       main_kind = :mainKind, subject = :subject, class_name = :className, topic = :topic,
                       lead_name = :leadName, state = :state, answer_from = :answerFrom, words = :words,
                       sound = :sound, pieces = :pieces::int[]
                 WHERE district = :district AND id = :id AND version = :version
                """), row).param("district", row.district()).param("id", row.id()).param("state", row.state().name())
                .param("version", version).param("answerFrom", answerFrom).update();
        if (changed == 0) {
            return false;
        }
        jdbc.sql("""
                WITH parts AS (DELETE FROM activity.part WHERE district = :district AND occasion = :id),
                     grades AS (DELETE FROM activity.grade WHERE district = :district AND occasion = :id),
                     participants AS (DELETE FROM activity.participant WHERE district = :district AND occasion = :id),
                     persons AS (DELETE FROM activity.person WHERE district = :district AND occasion = :id),
                     field_values AS (DELETE FROM activity.field_value WHERE district = :district AND occasion = :id),
                     communities AS (DELETE FROM activity.also_in WHERE district = :district AND occasion = :id)
                DELETE FROM activity.asked WHERE district = :district AND occasion = :id
                """).param("district", row.district()).param("id", row.id()).update();
        children(jdbc.sql("WITH o AS (SELECT :district::text AS district, :id::uuid AS id)" + CHILDREN
                + "SELECT count(*) FROM o"), row).param("district", row.district()).param("id", row.id())
                .query(Long.class).single();
        return true;
    }

    /** Another state; false where the version is no longer that one. */
    public boolean move(UUID id, int version, State state, String standing, LocalDate answerFrom) {
        return jdbc.sql("""
                UPDATE activity.occasion
                   SET state = :state, standing = :standing, answer_from = :answerFrom, version = version + 1,
                       binned = binned AND :state = 'WITHDRAWN'
                 WHERE id = :id AND version = :version
                """).param("state", state.name()).param("standing", standing).param("answerFrom", answerFrom)
                .param("id", id).param("version", version).update() == 1;
    }

    /** What was filed and approved about it; its version stays, since it says the same. */
    public void papers(UUID id, Papers papers) {
        jdbc.sql("UPDATE activity.occasion SET filed_on = :filed, approved_on = :approved WHERE id = :id")
                .param("filed", papers.filedOn(), Types.DATE).param("approved", papers.approvedOn(), Types.DATE)
                .param("id", id).update();
    }

    /** Whether it is disputed; answers do not change what it says, so its version stays. */
    public void stand(UUID id, String standing) {
        jdbc.sql("UPDATE activity.occasion SET standing = :standing WHERE id = :id").param("standing", standing)
                .param("id", id).update();
    }

    public void step(String district, UUID id, UUID occasion, Step step) {
        jdbc.sql("""
                INSERT INTO activity.step (district, id, occasion, what, school, words, actor, actor_name, on_day, at)
                VALUES (:district, :id, :occasion, :what, :school, :words, :actor, :name, :on, :at)
                """).param("district", district).param("id", id).param("occasion", occasion)
                .param("what", step.what().name()).param("school", step.school(), Types.OTHER)
                .param("words", step.words()).param("actor", step.actor()).param("name", step.actorName())
                .param("on", step.on()).param("at", step.at().atOffset(ZoneOffset.UTC)).update();
    }

    public void join(String district, UUID occasion, UUID into, UUID actor, Instant at) {
        jdbc.sql("""
                INSERT INTO activity.joined (district, occasion, into_one, actor, at)
                VALUES (:district, :occasion, :into, :actor, :at)
                """).param("district", district).param("occasion", occasion).param("into", into).param("actor", actor)
                .param("at", at.atOffset(ZoneOffset.UTC)).update();
    }

    public void part(UUID occasion) {
        jdbc.sql("DELETE FROM activity.joined WHERE occasion = :occasion").param("occasion", occasion).update();
    }

    /** False where a row that says the same was pasted before; waits for a parallel paste to end. */
    public boolean paste(String district, String naturalKey, UUID occasion) {
        return jdbc.sql("""
                INSERT INTO activity.pasted (district, natural_key, occasion)
                VALUES (:district, :key, :occasion) ON CONFLICT DO NOTHING
                """).param("district", district).param("key", naturalKey).param("occasion", occasion).update() == 1;
    }

    /** Remembers under which key a table's row went in; the key of an occasion that no longer stands is free. */
    public void note(String district, String naturalKey, UUID occasion) {
        jdbc.sql("""
                INSERT INTO activity.pasted AS p (district, natural_key, occasion) VALUES (:district, :key, :occasion)
                ON CONFLICT (district, natural_key) DO UPDATE SET occasion = excluded.occasion
                 WHERE NOT EXISTS (SELECT FROM activity.occasion o WHERE o.district = p.district AND o.id = p.occasion
                                      AND o.state IN ('PLANNED', 'HELD'))
                """).param("district", district).param("key", naturalKey).param("occasion", occasion).update();
    }

    /** Lets another import of this district wait until the transaction ends, so that it sees what this one put in. */
    public void alone(String district) {
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended('occasions of ' || :district, 7))")
                .param("district", district).query(rows -> {});
    }

    /** A row that was taken back may be pasted again; whether it was pasted. */
    public boolean forgetPaste(UUID occasion) {
        return jdbc.sql("DELETE FROM activity.pasted WHERE occasion = :occasion").param("occasion", occasion)
                .update() > 0;
    }

    /** Occasions that a migration has marked to be counted again, without their mark. */
    public List<UUID> marked(int most) {
        return jdbc.sql("""
                UPDATE activity.occasion o SET recount = false
                  FROM (SELECT district, id FROM activity.occasion WHERE recount ORDER BY id LIMIT :most
                           FOR UPDATE SKIP LOCKED) AS m
                 WHERE o.district = m.district AND o.id = m.id RETURNING o.id
                """).param("most", most).query((row, n) -> row.getObject("id", UUID.class)).list();
    }

    private static StatementSpec said(StatementSpec sql, Row row) {
        Said said = row.said();
        Occasion.Site site = said.site();
        SearchText found = Findable.of(row.district(), said, row.words());
        return sql.param("date", said.date()).param("dayPart", said.dayPart()).param("community", said.community())
                .param("school", said.school()).param("host", said.host(), Types.OTHER)
                .param("campus", site == null ? null : site.name(), Types.VARCHAR)
                .param("campusSchool", site == null ? null : site.school(), Types.OTHER)
                .param("leader", said.leader(), Types.OTHER)
                .param("rank", said.leaderRank() == null ? null : said.leaderRank().name(), Types.VARCHAR)
                .param("mainKind", said.mainKind()).param("subject", said.subject(), Types.VARCHAR)
                .param("className", said.className()).param("topic", said.topic())
                .param("leadName", said.people().isEmpty() ? "" : said.people().getFirst())
                .param("words", found.words())
                .param("sound", found.sound()).param("pieces", found.numbers());
    }

    /** Ids travel as text: the driver writes no arrays of UUID. */
    private static StatementSpec children(StatementSpec sql, Row row) {
        Said said = row.said();
        List<UUID> schools = said.participants().keySet().stream().sorted().toList();
        List<FieldRow> fields = FieldRow.of(said.fields());
        return sql.param("fields", fields.stream().map(FieldRow::field).toArray(String[]::new))
                .param("fieldSchools", fields.stream().map(FieldRow::schoolText).toArray(String[]::new))
                .param("fieldNumbers", fields.stream().map(FieldRow::number).toArray(Integer[]::new))
                .param("fieldWords", fields.stream().map(FieldRow::words).toArray(String[]::new))
                .param("fieldDays", fields.stream().map(FieldRow::dayText).toArray(String[]::new))
                .param("fieldYes", fields.stream().map(FieldRow::yes).toArray(Boolean[]::new))
                .param("alsoIn", said.alsoIn().stream().map(UUID::toString).toArray(String[]::new))
                .param("kinds", said.parts().stream().map(Part::kind).toArray(String[]::new))
                .param("lessons", said.parts().stream().map(Part::lessons).toArray(Integer[]::new))
                .param("grades", said.grades().toArray(String[]::new))
                .param("schools", schools.stream().map(UUID::toString).toArray(String[]::new))
                .param("people", schools.stream().map(said.participants()::get).toArray(Integer[]::new))
                .param("names", said.people().toArray(String[]::new))
                .param("asked", row.asked().stream().map(UUID::toString).toArray(String[]::new));
    }
}
