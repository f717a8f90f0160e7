package org.jiaogongti.platform.activity.store;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jiaogongti.charter.calendar.DateRange;
import org.jiaogongti.platform.activity.ActivityFilter;
import org.jiaogongti.platform.activity.ActivityFilter.Order;
import org.jiaogongti.platform.activity.Occasion;
import org.jiaogongti.platform.access.Scope;
import org.jiaogongti.platform.search.SearchQuery;
import org.jiaogongti.platform.search.SearchText;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Lists of occasions, each one select; pages go on from the last row shown, so that they stay fast and stable. */
@Repository
public class OccasionListing {

    private final JdbcClient jdbc;

    OccasionListing(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Whose records may be shown.
     *
     * @param communities null for the whole district
     */
    public record View(@Nullable Collection<UUID> communities, Collection<UUID> schools) {}

    /** The last row of the page before. */
    public record After(LocalDate date, String person, UUID id) {}

    public List<Occasion> page(ActivityFilter filter, SearchQuery words, View view, @Nullable After after, int limit) {
        StringBuilder sql = new StringBuilder(OccasionReadings.OCCASION).append(" WHERE true");
        Map<String, Object> values = new HashMap<>();
        visible(view, sql, values);
        find(words, view, sql, values);
        narrow(filter, sql, values);
        if (after != null) {
            sql.append(filter.order() == Order.DATE
                    ? " AND (o.held_on, o.id) < (:afterDate, :afterId)"
                    : " AND (o.lead_name, o.id) > (:afterPerson, :afterId)");
            values.put("afterDate", after.date());
            values.put("afterPerson", after.person());
            values.put("afterId", after.id());
        }
        sql.append(filter.order() == Order.DATE ? " ORDER BY o.held_on DESC, o.id DESC" : " ORDER BY o.lead_name, o.id")
                .append(" LIMIT :limit");
        values.put("limit", limit);
        return jdbc.sql(sql.toString()).params(values).query(OccasionReadings::occasion).list();
    }

    static void visible(View view, StringBuilder sql, Map<String, Object> values) {
        Collection<UUID> communities = view.communities();
        if (communities == null) {
            return;
        }
        UUID nobody = new UUID(0, 0);
        values.put("communities", communities.isEmpty() ? List.of(nobody) : communities);
        values.put("own", view.schools().isEmpty() ? List.of(nobody) : view.schools());
        // The pieces have narrowed to the same places already; a CASE keeps the planner from counting that twice.
        sql.append("""
                 AND CASE WHEN o.community IN (:communities) OR o.school IN (:own) OR o.host IN (:own)
                               OR o.leader IN (:own)
                               OR EXISTS (SELECT 1 FROM activity.participant p WHERE p.district = o.district
                                           AND p.occasion = o.id AND p.school IN (:own))
                               OR EXISTS (SELECT 1 FROM activity.also_in c WHERE c.district = o.district
                                           AND c.occasion = o.id AND c.community IN (:communities))
                          THEN true ELSE false END
                """);
    }

    /**
     * The pieces ask the index, for the words and for the places that may be seen; then the words are compared. By
     * {@code strpos} and not by LIKE, whose guess of how rare a word is would be taken once more and turn the newest rows of
     * a frequent word into a sort of all of them.
     */
    private static void find(SearchQuery query, View view, StringBuilder sql, Map<String, Object> values) {
        String district = Scope.required().code();
        Integer[] pieces = query.pieces(district);
        if (pieces.length > 0) {
            sql.append(" AND o.pieces @> ").append(SearchText.sql(pieces));
            Collection<UUID> communities = view.communities();
            if (communities != null) {
                List<UUID> places = new ArrayList<>(communities);
                places.addAll(view.schools());
                sql.append(" AND o.pieces && ").append(SearchText.sql(SearchText.scopes(district, places)));
            }
        }
        int number = 0;
        for (SearchQuery.Word word : query.words()) {
            sql.append(" AND (strpos(o.words, :word").append(number).append(") > 0");
            values.put("word" + number, word.text());
            if (word.bySound()) {
                sql.append(" OR o.sound ~ :sound").append(number);
                values.put("sound" + number, word.sound());
            }
            sql.append(')');
            number++;
        }
    }

    private static void narrow(ActivityFilter filter, StringBuilder sql, Map<String, Object> values) {
        UUID community = filter.community();
        if (community != null) {
            sql.append("""
                     AND (o.community = :community
                          OR EXISTS (SELECT 1 FROM activity.also_in c WHERE c.district = o.district
                                      AND c.occasion = o.id AND c.community = :community))
                    """);
            values.put("community", community);
        }
        UUID school = filter.school();
        if (school != null) {
            sql.append("""
                     AND (o.school = :school OR o.host = :school OR o.leader = :school
                          OR EXISTS (SELECT 1 FROM activity.participant p WHERE p.district = o.district
                                      AND p.occasion = o.id AND p.school = :school))
                    """);
            values.put("school", school);
        }
        if (!filter.kind().isEmpty()) {
            sql.append("""
                     AND EXISTS (SELECT 1 FROM activity.part p
                                  WHERE p.district = o.district AND p.occasion = o.id AND p.kind = :kind)
                    """);
            values.put("kind", filter.kind());
        }
        if (!filter.field().isEmpty()) {
            sql.append("""
                     AND EXISTS (SELECT 1 FROM activity.field_value v
                                  WHERE v.district = o.district AND v.occasion = o.id AND v.field = :field
                                    AND (:word = '' OR v.words = :word))
                    """);
            values.put("field", filter.field());
            values.put("word", filter.word());
        }
        if (filter.days() != null) {
            sql.append(" AND o.held_on BETWEEN :first AND :last");
            values.put("first", filter.days().first());
            values.put("last", filter.days().last());
        }
        sql.append(switch (filter.state()) {
            case LIVING -> " AND o.state IN ('PLANNED', 'HELD')";
            case PLANNED -> " AND o.state = 'PLANNED'";
            case HELD -> " AND o.state = 'HELD' AND o.standing = 'UNDISPUTED'";
            case DISPUTED -> " AND o.state = 'HELD' AND o.standing = 'DISPUTED'";
            case GONE -> " AND o.state IN ('CANCELLED', 'WITHDRAWN') AND NOT o.binned";
        });
    }

    /** What is planned at or by a school in some days, and what was to be in the first seven of them until it moved. */
    public List<Occasion> planned(UUID school, LocalDate first, LocalDate last) {
        return jdbc
                .sql(OccasionReadings.OCCASION
                        + """
                                 WHERE o.state = 'PLANNED' AND o.held_on >= :first
                                   AND (o.held_on <= :last
                                        OR o.id IN (SELECT m.occasion FROM activity.moving m WHERE m.from_day BETWEEN :first AND :sunday))
                                   AND (o.school = :school OR o.host = :school OR o.leader = :school
                                        OR EXISTS (SELECT 1 FROM activity.participant p WHERE p.district = o.district
                                                    AND p.occasion = o.id AND p.school = :school))
                                 ORDER BY o.held_on, o.id LIMIT 100
                                """)
                .param("school", school).param("first", first).param("last", last)
                .param("sunday", first.plusDays(6))
                .query(OccasionReadings::occasion).list();
    }

    /** What other schools took part in: at a school or with it in a subject; at it, led by another one, without a subject. */
    public List<Occasion> together(UUID school, String subject, DateRange days, int limit) {
        return jdbc.sql(OccasionReadings.OCCASION + """
                 WHERE o.state IN ('PLANNED', 'HELD') AND o.held_on BETWEEN :first AND :last
                   AND CASE WHEN :subject = '' THEN o.host = :school AND o.leader <> :school
                            ELSE o.subject = :subject
                             AND (o.school = :school OR o.host = :school OR o.leader = :school
                                  OR EXISTS (SELECT 1 FROM activity.participant p WHERE p.district = o.district
                                              AND p.occasion = o.id AND p.school = :school))
                             AND (o.host <> :school OR o.leader <> :school
                                  OR EXISTS (SELECT 1 FROM activity.participant p WHERE p.district = o.district
                                              AND p.occasion = o.id AND p.school <> :school)) END
                 ORDER BY o.held_on DESC, o.id DESC LIMIT :limit
                """).param("school", school).param("subject", subject).param("first", days.first())
                .param("last", days.last()).param("limit", limit).query(OccasionReadings::occasion).list();
    }

    /** What several schools of a community did or will do with one grade, but for one kind; the latest first. */
    public List<Occasion> ofGrade(UUID community, String grade, String without, DateRange days, int limit) {
        return jdbc
                .sql(OccasionReadings.OCCASION
                        + """
                                 WHERE o.community = :community AND o.state IN ('PLANNED', 'HELD') AND o.held_on BETWEEN :first AND :last
                                   AND o.main_kind <> :without
                                   AND EXISTS (SELECT 1 FROM activity.grade g WHERE g.district = o.district AND g.occasion = o.id
                                                AND g.grade = :grade)
                                   AND (o.host <> o.leader
                                        OR EXISTS (SELECT 1 FROM activity.participant p WHERE p.district = o.district
                                                    AND p.occasion = o.id AND p.school <> coalesce(o.host, o.school)))
                                 ORDER BY o.held_on DESC, o.id DESC LIMIT :limit
                                """)
                .param("community", community).param("grade", grade).param("without", without)
                .param("first", days.first()).param("last", days.last()).param("limit", limit)
                .query(OccasionReadings::occasion).list();
    }

    /** Synchronous lessons from one of some schools to another of them, planned or held; oldest first. */
    public List<Occasion> lessons(Collection<UUID> schools, DateRange days) {
        return jdbc.sql(OccasionReadings.OCCASION + """
                 WHERE o.state IN ('PLANNED', 'HELD') AND o.held_on BETWEEN :first AND :last
                   AND o.host IN (:schools) AND o.leader IN (:schools)
                   AND EXISTS (SELECT 1 FROM activity.part p WHERE p.district = o.district AND p.occasion = o.id
                                AND p.kind = 'synchronous-lesson')
                 ORDER BY o.held_on, o.id
                """).param("first", days.first()).param("last", days.last()).param("schools", schools)
                .query(OccasionReadings::occasion).list();
    }

    /** What was announced and is still to come, the next first. */
    public List<Occasion> announced(View view, LocalDate today) {
        StringBuilder sql = new StringBuilder(OccasionReadings.OCCASION).append("""
                 WHERE o.state = 'PLANNED' AND o.held_on >= :today
                   AND 'ANNOUNCED' = (SELECT a.what FROM activity.announcement a WHERE a.district = o.district
                                       AND a.occasion = o.id ORDER BY a.number DESC LIMIT 1)
                """);
        Map<String, Object> values = new HashMap<>();
        values.put("today", today);
        visible(view, sql, values);
        return jdbc.sql(sql.append(" ORDER BY o.held_on, o.id LIMIT 100").toString()).params(values)
                .query(OccasionReadings::occasion).list();
    }

    /** At which somebody is expected from a day on, the next first; what was called off as well. */
    public List<Occasion> expecting(UUID person, LocalDate from) {
        return jdbc
                .sql(OccasionReadings.OCCASION
                        + """
                                 WHERE o.held_on >= :from
                                   AND o.id IN (SELECT i.occasion FROM activity.invitee i WHERE i.person = :person AND i.left_at IS NULL)
                                 ORDER BY o.held_on, o.id LIMIT 60
                                """)
                .param("person", person).param("from", from).query(OccasionReadings::occasion).list();
    }

    /** What a school was asked about and either may still answer or disputes. */
    public List<Occasion> toAnswer(UUID school, LocalDate today) {
        return jdbc.sql(OccasionReadings.OCCASION + """
                 WHERE o.state = 'HELD' AND (o.standing = 'DISPUTED' OR o.answer_from >= :since)
                   AND EXISTS (SELECT 1 FROM activity.asked a WHERE a.district = o.district AND a.occasion = o.id
                                AND a.school = :school)
                   AND (o.standing = 'DISPUTED'
                        OR NOT EXISTS (SELECT 1 FROM activity.step s WHERE s.district = o.district AND s.occasion = o.id
                                        AND s.school = :school AND s.what = 'CAME' AND s.on_day >= o.answer_from))
                 ORDER BY o.answer_from, o.id LIMIT 100
                """).param("school", school).param("since", today.minusDays(7)).query(OccasionReadings::occasion)
                .list();
    }

    /** What others entered for a school and the school may still take back, and own entries that are disputed. */
    public List<Occasion> notices(UUID school, LocalDate today) {
        return jdbc.sql(OccasionReadings.OCCASION + """
                 WHERE o.id IN (SELECT e.id FROM activity.behalf x
                                  JOIN activity.occasion e ON e.district = x.district AND e.id = x.occasion
                                 WHERE x.school = :school AND e.entered_on >= :since AND e.state IN ('PLANNED', 'HELD')
                                 UNION
                                SELECT d.id FROM activity.occasion d
                                 WHERE d.school = :school AND d.state = 'HELD' AND d.standing = 'DISPUTED')
                 ORDER BY o.recorded_at DESC, o.id LIMIT 100
                """).param("school", school).param("since", today.minusDays(7)).query(OccasionReadings::occasion)
                .list();
    }

    /** What the bureau has to decide, oldest first. */
    public List<Occasion> disputes() {
        return jdbc.sql(OccasionReadings.OCCASION
                + " WHERE o.standing = 'DISPUTED' AND o.state = 'HELD' ORDER BY o.answer_from, o.id LIMIT 200")
                .query(OccasionReadings::occasion).list();
    }
}
