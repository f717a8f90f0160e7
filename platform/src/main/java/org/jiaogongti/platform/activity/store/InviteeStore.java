package org.jiaogongti.platform.activity.store;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jiaogongti.platform.activity.Invitee.Way;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who is expected at occasions; each method is one statement. Whoever writes has locked the occasion. */
@Repository
public class InviteeStore {

    private final JdbcClient jdbc;

    InviteeStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Somebody on the list of an occasion.
     *
     * @param school for which they come, or null for a researcher
     */
    public record Row(UUID occasion, UUID person, @Nullable UUID school, Way way) {}

    /** Who did something, and when. */
    public record By(UUID actor, LocalDate on, Instant at) {}

    /** Somebody who came onto a list, and perhaps left it. */
    public record Came(Row row, By by, @Nullable By left) {}

    /** Those who have not left, in the order of coming. */
    public List<Row> of(Collection<UUID> occasions) {
        return jdbc.sql("""
                SELECT occasion, person, school, way FROM activity.invitee
                 WHERE occasion = ANY (:occasions::uuid[]) AND left_at IS NULL ORDER BY occasion, number
                """).param("occasions", occasions.stream().map(UUID::toString).toArray(String[]::new))
                .query((row, n) -> new Row(row.getObject("occasion", UUID.class), row.getObject("person", UUID.class),
                        row.getObject("school", UUID.class), Way.valueOf(row.getString("way"))))
                .list();
    }

    /**
     * How often somebody's standing on a list may have changed.
     *
     * @param number only grows
     * @param last when it was
     */
    public record Course(int number, Instant last) {}

    /** Of each occasion at which somebody is expected: they came, and others before them left. */
    public Map<UUID, Course> courses(UUID person, Collection<UUID> occasions) {
        Map<UUID, Course> courses = new HashMap<>();
        jdbc.sql("""
                SELECT occasion, count(*) FILTER (WHERE person = :person) + count(left_at) AS number,
                       greatest(max(at) FILTER (WHERE person = :person), max(left_at)) AS last
                  FROM activity.invitee
                 WHERE occasion IN (SELECT occasion FROM activity.invitee
                                     WHERE person = :person AND left_at IS NULL
                                       AND occasion = ANY (:occasions::uuid[]))
                 GROUP BY occasion
                """).param("person", person)
                .param("occasions", occasions.stream().map(UUID::toString).toArray(String[]::new)).query(row -> {
                    courses.put(row.getObject("occasion", UUID.class),
                            new Course(row.getInt("number"), row.getTimestamp("last").toInstant()));
                });
        return courses;
    }

    /** Adds people behind those who came before, each with the school for which they come; of those who come for none it is not there. */
    public void add(UUID occasion, Collection<UUID> coming, Map<UUID, UUID> schools, Way way, By by) {
        List<UUID> people = List.copyOf(coming);
        jdbc.sql(
                """
                        INSERT INTO activity.invitee (occasion, number, person, school, way, actor, on_day, at)
                        SELECT :occasion, came.last + who.place, who.person, who.school, :way, :actor, :on, :at
                          FROM unnest(:people::uuid[], :schools::uuid[]) WITH ORDINALITY AS who (person, school, place),
                               (SELECT coalesce(max(number), 0) AS last FROM activity.invitee WHERE occasion = :occasion) AS came
                        """)
                .param("occasion", occasion).param("way", way.name())
                .param("people", people.stream().map(UUID::toString).toArray(String[]::new))
                .param("schools", people.stream().map(schools::get)
                        .map(school -> school == null ? null : school.toString()).toArray(String[]::new))
                .param("actor", by.actor()).param("on", by.on()).param("at", by.at().atOffset(ZoneOffset.UTC)).update();
    }

    /** Rows of many occasions as they were told, those of each in the order of coming. */
    public void put(List<Came> came) {
        Map<UUID, Integer> numbers = new HashMap<>();
        jdbc.sql("""
                INSERT INTO activity.invitee (occasion, number, person, school, way, actor, on_day, at,
                                              left_by, left_on, left_at)
                SELECT * FROM unnest(:occasions::uuid[], :numbers::int[], :people::uuid[], :schools::uuid[],
                    :ways::text[], :actors::uuid[], :ons::date[], :ats::timestamptz[], :leftBys::uuid[],
                    :leftOns::date[], :leftAts::timestamptz[])
                """).param("occasions", texts(came, each -> each.row().occasion()))
                .param("numbers", came.stream().map(each -> numbers.merge(each.row().occasion(), 1, Integer::sum))
                        .toArray(Integer[]::new))
                .param("people", texts(came, each -> each.row().person()))
                .param("schools", texts(came, each -> each.row().school()))
                .param("ways", texts(came, each -> each.row().way()))
                .param("actors", texts(came, each -> each.by().actor()))
                .param("ons", texts(came, each -> each.by().on())).param("ats", texts(came, each -> each.by().at()))
                .param("leftBys", texts(came, each -> each.left() == null ? null : each.left().actor()))
                .param("leftOns", texts(came, each -> each.left() == null ? null : each.left().on()))
                .param("leftAts", texts(came, each -> each.left() == null ? null : each.left().at())).update();
    }

    /** The driver writes no arrays of ids and times; their texts are read by the database. */
    private static @Nullable String[] texts(List<Came> came, Function<Came, @Nullable Object> of) {
        return came.stream().map(each -> {
            Object value = of.apply(each);
            return value == null ? null : value.toString();
        }).toArray(String[]::new);
    }

    /** They leave the list; the rows say who ended it. */
    public void leave(UUID occasion, Collection<UUID> people, By by) {
        jdbc.sql("""
                UPDATE activity.invitee SET left_by = :actor, left_on = :on, left_at = :at
                 WHERE occasion = :occasion AND person = ANY (:people::uuid[]) AND left_at IS NULL
                """).param("occasion", occasion)
                .param("people", people.stream().map(UUID::toString).toArray(String[]::new))
                .param("actor", by.actor()).param("on", by.on()).param("at", by.at().atOffset(ZoneOffset.UTC)).update();
    }
}
