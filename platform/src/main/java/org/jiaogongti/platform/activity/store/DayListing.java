package org.jiaogongti.platform.activity.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jiaogongti.charter.calendar.DateRange;
import org.jiaogongti.platform.activity.HeldOccasion;
import org.jiaogongti.platform.activity.Occasion;
import org.jiaogongti.platform.activity.OccasionDays.Asked;
import org.jiaogongti.platform.activity.Whose;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Occasions by their days; the index over the day gives exactly those of the range. */
@Repository
public class DayListing {

    private static final UUID NOBODY = new UUID(0, 0);

    private final JdbcClient jdbc;

    DayListing(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All but withdrawn ones, by day and part of the day. */
    public List<Occasion> page(OccasionListing.View view, Asked asked, int limit) {
        StringBuilder sql = new StringBuilder(OccasionReadings.OCCASION)
                .append(" WHERE o.held_on BETWEEN :first AND :last AND o.state <> 'WITHDRAWN'");
        Map<String, Object> values = new HashMap<>(Map.of("first", asked.days().first(), "last", asked.days().last(),
                "limit", limit));
        OccasionListing.visible(view, sql, values);
        narrow(asked.whose(), sql, values);
        if (!asked.subject().isEmpty()) {
            sql.append(" AND o.subject = :subject");
            values.put("subject", asked.subject());
        }
        sql.append(" ORDER BY o.held_on, o.day_part, o.id LIMIT :limit");
        return jdbc.sql(sql.toString()).params(values).query(OccasionReadings::occasion).list();
    }

    private static void narrow(Whose whose, StringBuilder sql, Map<String, Object> values) {
        switch (whose) {
            case Whose.All _ -> {
            }
            case Whose.OfSchool(UUID school) -> {
                sql.append(" AND ").append(INVOLVED);
                values.put("involved", Set.of(school));
            }
            case Whose.OfCommunity(UUID community) -> {
                sql.append("""
                         AND (o.community = :community
                              OR EXISTS (SELECT 1 FROM activity.also_in c WHERE c.district = o.district
                                          AND c.occasion = o.id AND c.community = :community))
                        """);
                values.put("community", community);
            }
            case Whose.Named(UUID person, String name, Set<UUID> schools) -> {
                sql.append("""
                         AND (o.id IN (SELECT i.occasion FROM activity.invitee i
                                        WHERE i.person = :person AND i.left_at IS NULL)
                              OR EXISTS (SELECT 1 FROM activity.person n WHERE n.district = o.district
                                          AND n.occasion = o.id AND n.name = :name)
                        """);
                values.put("person", person);
                values.put("name", name);
                if (!schools.isEmpty()) {
                    sql.append(" AND ").append(INVOLVED);
                    values.put("involved", schools);
                }
                sql.append(')');
            }
        }
    }

    private static final String INVOLVED = """
            (o.school IN (:involved) OR o.host IN (:involved) OR o.leader IN (:involved)
                OR EXISTS (SELECT 1 FROM activity.participant p WHERE p.district = o.district AND p.occasion = o.id
                            AND p.school IN (:involved)))
            """;

    /** Planned and held ones that name one of these people, or a class or room at one of these schools. */
    public List<Occasion> busy(DateRange days, Collection<String> names, Collection<UUID> hosts) {
        return jdbc.sql(OccasionReadings.OCCASION + """
                 WHERE o.held_on BETWEEN :first AND :last AND o.state IN ('PLANNED', 'HELD')
                   AND ((o.host IN (:hosts) AND o.class_name <> '')
                        OR EXISTS (SELECT 1 FROM activity.person n WHERE n.district = o.district
                                    AND n.occasion = o.id AND n.name IN (:names)))
                 ORDER BY o.held_on, o.day_part, o.id LIMIT 2000
                """).param("first", days.first()).param("last", days.last())
                .param("hosts", hosts.isEmpty() ? Set.of(NOBODY) : hosts)
                .param("names", names.isEmpty() ? Set.of("") : names).query(OccasionReadings::occasion).list();
    }

    /** The last step of each. */
    public Map<UUID, Instant> changes(Collection<UUID> occasions) {
        Map<UUID, Instant> changes = new HashMap<>();
        jdbc.sql("SELECT occasion, max(at) AS at FROM activity.step WHERE occasion IN (:occasions) GROUP BY occasion")
                .param("occasions", occasions).query(row -> {
                    changes.put(row.getObject("occasion", UUID.class), row.getTimestamp("at").toInstant());
                });
        return changes;
    }

    /** What a school recorded, or a community, as held; without entries that were joined to another one. */
    public List<HeldOccasion> held(@Nullable UUID school, @Nullable UUID community, DateRange days) {
        return jdbc.sql("""
                SELECT o.id, o.held_on, o.school, o.main_kind FROM activity.occasion o
                 WHERE o.held_on BETWEEN :first AND :last AND o.state = 'HELD' AND %s = :whose
                   AND NOT EXISTS (SELECT 1 FROM activity.joined j WHERE j.district = o.district AND j.occasion = o.id)
                 ORDER BY o.id
                """.formatted(school == null ? "o.community" : "o.school")).param("first", days.first())
                .param("last", days.last()).param("whose", school == null ? community : school)
                .query((row, n) -> new HeldOccasion(row.getObject("id", UUID.class),
                        row.getObject("held_on", LocalDate.class), row.getObject("school", UUID.class),
                        row.getString("main_kind")))
                .list();
    }
}
