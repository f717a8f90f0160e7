package org.jiaogongti.platform.school.store;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jiaogongti.platform.school.Journey;
import org.jiaogongti.platform.school.Position;
import org.jiaogongti.platform.school.Site;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Where places lie, and the ways between them that somebody measured. */
@Repository
public class JourneyStore {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String JOURNEY_ROWS = """
            jsonb_to_recordset(:rows::jsonb) as r (from_school uuid, from_campus text, to_school uuid, to_campus text,
                minutes int, kilometres numeric)
            """;

    private final JdbcClient jdbc;

    JourneyStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Map<Site, Position> positions() {
        Map<Site, Position> positions = new LinkedHashMap<>();
        jdbc.sql("select school, campus, latitude, longitude from school.position order by school, campus")
                .query((row, n) -> positions.put(
                        new Site(row.getObject("school", UUID.class), row.getString("campus")),
                        new Position(row.getDouble("latitude"), row.getDouble("longitude"))))
                .list();
        return positions;
    }

    public void putPositions(Map<Site, Position> positions) {
        List<Map<String, Object>> rows = new ArrayList<>();
        positions.forEach((site, position) -> rows.add(Map.of("school", site.school().toString(), "campus",
                site.campus(), "latitude", position.latitude(), "longitude", position.longitude())));
        jdbc.sql("""
                insert into school.position (school, campus, latitude, longitude)
                select * from jsonb_to_recordset(:rows::jsonb) as r (school uuid, campus text, latitude numeric,
                    longitude numeric)
                on conflict (district, school, campus) do update set latitude = excluded.latitude,
                    longitude = excluded.longitude
                """).param("rows", JSON.writeValueAsString(rows)).update();
    }

    public void removePositions(List<Site> sites) {
        jdbc.sql("""
                delete from school.position p using unnest(:schools::uuid[], :campuses::text[]) as gone (school, campus)
                where p.school = gone.school and p.campus = gone.campus
                """).param("schools", sites.stream().map(site -> site.school().toString()).toArray(String[]::new))
                .param("campuses", sites.stream().map(Site::campus).toArray(String[]::new)).update();
    }

    /** Measured ones, in each direction that has a row. */
    public List<Journey> journeys() {
        return jdbc.sql("""
                select from_school, from_campus, to_school, to_campus, minutes, kilometres from school.journey
                order by from_school, from_campus, to_school, to_campus
                """)
                .query((row, n) -> new Journey(
                        new Site(row.getObject("from_school", UUID.class), row.getString("from_campus")),
                        new Site(row.getObject("to_school", UUID.class), row.getString("to_campus")),
                        row.getInt("minutes"), row.getBigDecimal("kilometres"), false))
                .list();
    }

    public void putJourneys(List<Journey> journeys) {
        jdbc.sql("""
                insert into school.journey (from_school, from_campus, to_school, to_campus, minutes, kilometres)
                select * from
                """ + JOURNEY_ROWS + """
                on conflict (district, from_school, from_campus, to_school, to_campus) do update
                    set minutes = excluded.minutes, kilometres = excluded.kilometres
                """).param("rows", json(journeys)).update();
    }

    public void removeJourneys(List<Journey> journeys) {
        jdbc.sql("delete from school.journey j using " + JOURNEY_ROWS + """
                where j.from_school = r.from_school and j.from_campus = r.from_campus and j.to_school = r.to_school
                    and j.to_campus = r.to_campus
                """).param("rows", json(journeys)).update();
    }

    private static String json(List<Journey> journeys) {
        return JSON.writeValueAsString(journeys.stream().map(journey -> {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("from_school", journey.from().school().toString());
            row.put("from_campus", journey.from().campus());
            row.put("to_school", journey.to().school().toString());
            row.put("to_campus", journey.to().campus());
            row.put("minutes", journey.minutes());
            if (journey.kilometres() != null) {
                row.put("kilometres", journey.kilometres());
            }
            return row;
        }).toList());
    }
}
