package org.jiaogongti.platform.staff.store;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jiaogongti.platform.search.SearchQuery;
import org.jiaogongti.platform.search.SearchText;
import org.jiaogongti.platform.staff.FoundPerson;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds people by name. */
@Repository
public class PeopleFinder {

    private final JdbcClient jdbc;

    PeopleFinder(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Whose people may be found.
     *
     * @param schools null for the whole district
     */
    public record View(@Nullable Collection<UUID> schools, Collection<UUID> communities) {}

    /** By pinyin, each with the schools they are posted to on a day. */
    public List<FoundPerson> find(String district, SearchQuery query, View view, LocalDate day, int most) {
        StringBuilder sql = new StringBuilder("""
                SELECT p.id, p.name,
                       ARRAY(SELECT DISTINCT o.school::text FROM staff.posting o
                              WHERE o.district = p.district AND o.person = p.id AND o.school IS NOT NULL
                                AND o.from_day <= :day AND (o.to_day IS NULL OR o.to_day >= :day)) AS schools
                  FROM staff.person p
                 WHERE p.pieces @>\s""").append(SearchText.sql(query.pieces(district)));
        Map<String, Object> values = new HashMap<>();
        values.put("day", day);
        compare(query, sql, values);
        Collection<UUID> schools = view.schools();
        if (schools != null) {
            values.put("schools", texts(schools));
            values.put("communities", texts(view.communities()));
            sql.append("""
                     AND EXISTS (SELECT 1 FROM staff.posting o
                                  WHERE o.district = p.district AND o.person = p.id
                                    AND o.from_day <= :day AND (o.to_day IS NULL OR o.to_day >= :day)
                                    AND (o.school = ANY (:schools::uuid[]) OR o.community = ANY (:communities::uuid[])))
                    """);
        }
        values.put("most", most);
        return jdbc.sql(sql.append(" ORDER BY p.sort_key, p.name, p.id LIMIT :most").toString()).params(values)
                .query((row, n) -> new FoundPerson(row.getObject("id", UUID.class), row.getString("name"),
                        Arrays.stream((String[]) row.getArray("schools").getArray()).map(UUID::fromString).toList()))
                .list();
    }

    private static void compare(SearchQuery query, StringBuilder sql, Map<String, Object> values) {
        int number = 0;
        for (SearchQuery.Word word : query.words()) {
            sql.append(" AND (strpos(p.words, :word").append(number).append(") > 0");
            values.put("word" + number, word.text());
            if (word.bySound()) {
                sql.append(" OR p.sound ~ :sound").append(number);
                values.put("sound" + number, word.sound());
            }
            sql.append(')');
            number++;
        }
    }

    private static String[] texts(Collection<UUID> ids) {
        return ids.stream().map(UUID::toString).toArray(String[]::new);
    }

    /** Completes rows that have no pieces; how many they were. */
    public int complete(String district, int most) {
        Map<UUID, String> open = new HashMap<>();
        jdbc.sql(
                "SELECT id, name FROM staff.person WHERE pieces IS NULL ORDER BY id LIMIT :most FOR UPDATE SKIP LOCKED")
                .param("most", most).query(row -> {
                    open.put(row.getObject("id", UUID.class), row.getString("name"));
                });
        if (!open.isEmpty()) {
            write(district, open);
        }
        return open.size();
    }

    /** Writes what a search needs beside people's rows. */
    public void write(String district, Map<UUID, String> names) {
        List<String> words = new ArrayList<>();
        List<String> sounds = new ArrayList<>();
        List<String> pieces = new ArrayList<>();
        names.values().forEach(name -> {
            SearchText found = SearchText.of(district, name, List.of());
            words.add(found.words());
            sounds.add(found.sound());
            // An array of arrays would have to be rectangular.
            pieces.add(found.pieces().toString().replace('[', '{').replace(']', '}'));
        });
        jdbc.sql("""
                UPDATE staff.person p SET words = line.words, sound = line.sound, pieces = line.pieces::int[]
                  FROM unnest(:ids::uuid[], :words::text[], :sounds::text[], :pieces::text[])
                       AS line (id, words, sound, pieces)
                 WHERE p.district = :district AND p.id = line.id
                """).param("district", district).param("ids", texts(names.keySet()))
                .param("words", words.toArray(String[]::new)).param("sounds", sounds.toArray(String[]::new))
                .param("pieces", pieces.toArray(String[]::new)).update();
    }
}
