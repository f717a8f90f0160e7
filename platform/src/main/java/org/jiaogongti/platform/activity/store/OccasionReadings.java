package org.jiaogongti.platform.activity.store;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jiaogongti.charter.Rank;
import org.jiaogongti.platform.activity.Occasion;
import org.jiaogongti.platform.activity.Occasion.Behalf;
import org.jiaogongti.platform.activity.Occasion.Entry;
import org.jiaogongti.platform.activity.Occasion.Papers;
import org.jiaogongti.platform.activity.Occasion.Part;
import org.jiaogongti.platform.activity.Occasion.Said;
import org.jiaogongti.platform.activity.Occasion.Site;
import org.jiaogongti.platform.activity.Occasion.State;
import org.jiaogongti.platform.activity.Step;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Occasions as they stand; each method is one select, whatever the number of rows. */
@Repository
public class OccasionReadings {

    static final String OCCASION = """
            SELECT o.id, o.version, o.held_on, o.day_part, o.community, o.school, o.host, o.campus, o.campus_school, o.leader, o.leader_rank, o.main_kind,
                   o.subject, o.class_name, o.topic, o.lead_name, o.state, o.standing, o.recorder, o.recorder_name,
                   o.recorded_at, o.entered_on, o.answer_from, o.filed_on, o.approved_on,
                   ARRAY(SELECT p.kind || ' ' || p.lessons FROM activity.part p
                          WHERE p.district = o.district AND p.occasion = o.id ORDER BY p.position) AS parts,
                   ARRAY(SELECT g.grade FROM activity.grade g
                          WHERE g.district = o.district AND g.occasion = o.id) AS grades,
                   ARRAY(SELECT p.school || ' ' || p.people FROM activity.participant p
                          WHERE p.district = o.district AND p.occasion = o.id ORDER BY p.school) AS participants,
                   ARRAY(SELECT n.name FROM activity.person n
                          WHERE n.district = o.district AND n.occasion = o.id ORDER BY n.position) AS people,
                   ARRAY(SELECT a.school::text FROM activity.asked a
                          WHERE a.district = o.district AND a.occasion = o.id) AS asked,
                   ARRAY(SELECT v.field || ' ' || v.school || ' '
                                || CASE WHEN v.number IS NOT NULL THEN 'n' || v.number WHEN v.words IS NOT NULL THEN 'w' || v.words
                                        WHEN v.day IS NOT NULL THEN 'd' || v.day ELSE 'y' END
                           FROM activity.field_value v WHERE v.district = o.district AND v.occasion = o.id
                          ORDER BY v.field, v.school) AS fields,
                   ARRAY(SELECT c.community::text FROM activity.also_in c
                          WHERE c.district = o.district AND c.occasion = o.id ORDER BY c.position) AS also_in,
                   j.into_one, b.school AS behalf_school, b.role AS behalf_role
              FROM activity.occasion o
              LEFT JOIN activity.joined j ON j.district = o.district AND j.occasion = o.id
              LEFT JOIN activity.behalf b ON b.district = o.district AND b.occasion = o.id
            """;

    private static final List<String> GRADES = List.of("一", "二", "三", "四", "五", "六");

    private final JdbcClient jdbc;

    OccasionReadings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<Occasion> find(UUID id) {
        return jdbc.sql(OCCASION + " WHERE o.id = :id").param("id", id).query(OccasionReadings::occasion).optional();
    }

    /** The occasion, locked until the transaction ends, so that two deciders come one after the other. */
    public Optional<Occasion> lock(UUID id) {
        return jdbc.sql(OCCASION + " WHERE o.id = :id FOR UPDATE OF o").param("id", id)
                .query(OccasionReadings::occasion).optional();
    }

    public Optional<Occasion> byToken(UUID token) {
        return jdbc.sql(OCCASION + " WHERE o.token = :token").param("token", token).query(OccasionReadings::occasion)
                .optional();
    }

    public List<Occasion> all(Collection<UUID> ids) {
        return ids.isEmpty()
                ? List.of()
                : jdbc.sql(OCCASION + " WHERE o.id IN (:ids) ORDER BY o.held_on, o.id")
                        .param("ids", ids).query(OccasionReadings::occasion).list();
    }

    /** Entries joined to one, oldest first. */
    public List<Occasion> joinedTo(UUID first) {
        return jdbc.sql(OCCASION + " WHERE j.into_one = :first ORDER BY o.recorded_at, o.id").param("first", first)
                .query(OccasionReadings::occasion).list();
    }

    /** Entries joined to any of some, oldest first. */
    public List<Occasion> joinedTo(Collection<UUID> firsts) {
        return firsts.isEmpty()
                ? List.of()
                : jdbc.sql(OCCASION + " WHERE j.into_one IN (:firsts) ORDER BY o.recorded_at, o.id")
                        .param("firsts", firsts).query(OccasionReadings::occasion).list();
    }

    /** What was held, stands, and names a person who came from one of some schools; the latest first. */
    public List<Occasion> naming(String name, Collection<UUID> schools, LocalDate first, LocalDate last) {
        return jdbc.sql(OCCASION + """
                 WHERE o.id IN (SELECT n.occasion FROM activity.person n WHERE n.name = :name)
                   AND coalesce(o.leader, o.school) IN (:schools) AND o.held_on BETWEEN :first AND :last
                   AND o.state = 'HELD' AND o.standing <> 'DISPUTED' AND j.into_one IS NULL
                 ORDER BY o.held_on DESC, o.id DESC
                """).param("name", name).param("schools", schools).param("first", first).param("last", last)
                .query(OccasionReadings::occasion).list();
    }

    /** Entries of another side that may be the same: same day, host, leading school and main kind. */
    public List<Occasion> same(Said said, UUID token) {
        return jdbc
                .sql(OCCASION
                        + """
                                 WHERE o.held_on = :date AND o.host IS NOT DISTINCT FROM :host::uuid
                                   AND o.leader IS NOT DISTINCT FROM :leader::uuid
                                   AND :kind IN (SELECT p.kind FROM activity.part p WHERE p.district = o.district AND p.occasion = o.id)
                                   AND o.school <> :school AND o.token <> :token AND o.state IN ('PLANNED', 'HELD') AND j.into_one IS NULL
                                 ORDER BY o.recorded_at, o.id LIMIT 3
                                """)
                .param("date", said.date()).param("host", said.host(), Types.OTHER)
                .param("leader", said.leader(), Types.OTHER).param("kind", said.mainKind())
                .param("school", said.school()).param("token", token).query(OccasionReadings::occasion).list();
    }

    /** What one's own entries of that day look like, to find a row that was already entered through the form. */
    public List<Occasion> ofDay(UUID school, Collection<LocalDate> days) {
        return days.isEmpty()
                ? List.of()
                : jdbc.sql(OCCASION
                        + " WHERE o.school = :school AND o.held_on IN (:days) AND o.state IN ('PLANNED', 'HELD') ORDER BY o.id")
                        .param("school", school).param("days", days).query(OccasionReadings::occasion).list();
    }

    /** Held and planned ones of pairs of a side and a day. */
    public List<Occasion> standing(List<UUID> schools, List<LocalDate> days) {
        return schools.isEmpty()
                ? List.of()
                : jdbc.sql(OCCASION
                        + """
                                  JOIN (SELECT DISTINCT * FROM unnest(:schools::uuid[], :days::date[]) AS w (school, day)) w
                                    ON w.school = o.school AND w.day = o.held_on
                                 WHERE o.state IN ('PLANNED', 'HELD') ORDER BY o.id
                                """)
                        .param("schools", schools.stream().map(UUID::toString).toArray(String[]::new))
                        .param("days", days.stream().map(LocalDate::toString).toArray(String[]::new))
                        .query(OccasionReadings::occasion).list();
    }

    /** All that is held or planned, oldest first; for the table that is given out. */
    public List<Occasion> standing() {
        return jdbc.sql(OCCASION + " WHERE o.state IN ('PLANNED', 'HELD') ORDER BY o.held_on, o.id")
                .query(OccasionReadings::occasion).list();
    }

    public long countStanding() {
        return jdbc.sql("SELECT count(*) FROM activity.occasion WHERE state IN ('PLANNED', 'HELD')")
                .query(Long.class).single();
    }

    /** The last ones somebody entered. */
    public List<Occasion> latestOf(UUID recorder, int limit) {
        return jdbc.sql(OCCASION
                + " WHERE o.recorder = :recorder AND NOT o.binned ORDER BY o.recorded_at DESC, o.id DESC LIMIT :limit")
                .param("recorder", recorder).param("limit", limit).query(OccasionReadings::occasion).list();
    }

    /** Steps of some occasions, oldest first. */
    public Map<UUID, List<Step>> steps(Collection<UUID> occasions) {
        Map<UUID, List<Step>> steps = new LinkedHashMap<>();
        if (!occasions.isEmpty()) {
            jdbc.sql("""
                    SELECT occasion, what, school, words, actor, actor_name, on_day, at FROM activity.step
                     WHERE occasion IN (:occasions) ORDER BY at, id
                    """).param("occasions", occasions).query(row -> {
                steps.computeIfAbsent(row.getObject("occasion", UUID.class), id -> new ArrayList<>())
                        .add(new Step(Step.What.valueOf(row.getString("what")), row.getObject("school", UUID.class),
                                row.getString("words"), row.getObject("actor", UUID.class), row.getString("actor_name"),
                                row.getObject("on_day", LocalDate.class), row.getTimestamp("at").toInstant()));
            });
        }
        return steps;
    }

    static Occasion occasion(ResultSet row, int number) throws SQLException {
        String rank = row.getString("leader_rank");
        Said said = new Said(row.getObject("held_on", LocalDate.class), row.getString("day_part"),
                row.getObject("community", UUID.class), row.getObject("school", UUID.class),
                row.getObject("host", UUID.class), row.getObject("leader", UUID.class),
                rank == null ? null : Rank.valueOf(rank), texts(row.getArray("people")), parts(row.getArray("parts")),
                row.getString("subject"), grades(row.getArray("grades")), row.getString("class_name"),
                row.getString("topic"), participants(row.getArray("participants")),
                FieldRow.values(texts(row.getArray("fields"))),
                texts(row.getArray("also_in")).stream().map(UUID::fromString).toList(), site(row));
        Entry entry = new Entry(row.getObject("recorder", UUID.class), row.getString("recorder_name"),
                row.getTimestamp("recorded_at").toInstant(), row.getObject("entered_on", LocalDate.class),
                row.getObject("answer_from", LocalDate.class));
        return new Occasion(row.getObject("id", UUID.class), row.getInt("version"), said,
                State.valueOf(row.getString("state")), row.getString("standing").equals("DISPUTED"), entry,
                row.getObject("into_one", UUID.class), behalf(row),
                texts(row.getArray("asked")).stream().map(UUID::fromString).toList(),
                new Papers(row.getObject("filed_on", LocalDate.class), row.getObject("approved_on", LocalDate.class)));
    }

    private static @Nullable Site site(ResultSet row) throws SQLException {
        String campus = row.getString("campus");
        return campus == null ? null : new Site(campus, row.getObject("campus_school", UUID.class));
    }

    private static @Nullable Behalf behalf(ResultSet row) throws SQLException {
        String role = row.getString("behalf_role");
        return role == null ? null : new Behalf(row.getObject("behalf_school", UUID.class), role);
    }

    private static List<String> texts(Array array) throws SQLException {
        return Arrays.asList((String[]) array.getArray());
    }

    private static List<Part> parts(Array array) throws SQLException {
        return texts(array).stream().map(text -> {
            int space = text.indexOf(' ');
            return new Part(text.substring(0, space), Integer.parseInt(text.substring(space + 1)));
        }).toList();
    }

    private static List<String> grades(Array array) throws SQLException {
        List<String> grades = texts(array);
        return GRADES.stream().filter(grades::contains).toList();
    }

    private static Map<UUID, Integer> participants(Array array) throws SQLException {
        Map<UUID, Integer> people = new LinkedHashMap<>();
        for (String text : texts(array)) {
            int space = text.indexOf(' ');
            people.put(UUID.fromString(text.substring(0, space)), Integer.parseInt(text.substring(space + 1)));
        }
        return people;
    }
}
