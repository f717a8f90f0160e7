package org.jiaogongti.platform.activity.store;

import java.util.List;
import org.jiaogongti.platform.activity.Occasion;
import org.jiaogongti.platform.search.SearchText;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Completes rows that have no pieces yet. */
@Repository
public class OccasionPieces {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient jdbc;

    OccasionPieces(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A row without pieces, and its words as they are. */
    private record Open(Occasion occasion, String words) {}

    /** What is written beside a row. */
    private record Line(String id, String words, String sound, List<Integer> pieces) {}

    /** How many rows were completed; one that somebody else holds is left for later. */
    public int complete(String district, int most) {
        List<Open> open = jdbc
                .sql(OccasionReadings.OCCASION.replaceFirst("SELECT ", "SELECT o.words, ")
                        + " WHERE o.pieces IS NULL ORDER BY o.id LIMIT :most FOR UPDATE OF o SKIP LOCKED")
                .param("most", most)
                .query((row, n) -> new Open(OccasionReadings.occasion(row, n), row.getString("words"))).list();
        List<Line> lines = open.stream().map(row -> {
            SearchText found = Findable.of(district, row.occasion().said(), row.words());
            return new Line(row.occasion().id().toString(), found.words(), found.sound(), found.pieces());
        }).toList();
        return lines.isEmpty() ? 0 : jdbc.sql("""
                UPDATE activity.occasion o SET words = line.words, sound = line.sound, pieces = line.pieces
                  FROM jsonb_to_recordset(CAST(:lines AS jsonb)) AS line (id uuid, words text, sound text, pieces int[])
                 WHERE o.district = :district AND o.id = line.id
                """).param("district", district).param("lines", JSON.writeValueAsString(lines)).update();
    }
}
