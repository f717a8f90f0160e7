package org.jiaogongti.platform.school.store;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jiaogongti.platform.school.Campus;
import org.jiaogongti.platform.school.SchoolArea;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Campuses and the areas schools belong to. */
@Repository
public class SiteStore {

    private final JdbcClient jdbc;

    SiteStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<Campus> campuses() {
        return jdbc.sql("select name, school, kind, from_day, to_day from school.campus order by name, from_day")
                .query((row, n) -> new Campus(row.getString("name"), row.getObject("school", UUID.class),
                        Campus.Kind.valueOf(row.getString("kind")), row.getObject("from_day", LocalDate.class),
                        row.getObject("to_day", LocalDate.class)))
                .list();
    }

    public List<SchoolArea> areas() {
        return jdbc.sql("""
                select school, kind, area, from_day, to_day from school.area_membership order by school, kind, from_day
                """).query((row, n) -> new SchoolArea(row.getObject("school", UUID.class),
                SchoolArea.Kind.valueOf(row.getString("kind")), row.getString("area"),
                row.getObject("from_day", LocalDate.class), row.getObject("to_day", LocalDate.class))).list();
    }

    /** A campus of the same name from the same day takes the place of the other. */
    public void putCampuses(List<Campus> campuses) {
        jdbc.sql("""
                insert into school.campus (name, school, kind, from_day, to_day)
                select * from unnest(:names::text[], :schools::uuid[], :kinds::text[], :froms::date[], :tos::date[])
                on conflict (district, name, from_day) do update set school = excluded.school, kind = excluded.kind,
                    to_day = excluded.to_day
                """).param("names", texts(campuses, Campus::name))
                .param("schools", texts(campuses, campus -> campus.school().toString()))
                .param("kinds", texts(campuses, campus -> campus.kind().name()))
                .param("froms", texts(campuses, campus -> campus.from().toString()))
                .param("tos", texts(campuses, campus -> text(campus.to()))).update();
    }

    public void removeCampuses(List<String> names, List<String> froms) {
        jdbc.sql("""
                delete from school.campus c using unnest(:names::text[], :froms::date[]) as gone (name, day)
                where c.name = gone.name and c.from_day = gone.day
                """).param("names", names.toArray(String[]::new)).param("froms", froms.toArray(String[]::new)).update();
    }

    public void putAreas(List<SchoolArea> areas) {
        jdbc.sql("""
                insert into school.area_membership (school, kind, area, from_day, to_day)
                select * from unnest(:schools::uuid[], :kinds::text[], :areas::text[], :froms::date[], :tos::date[])
                on conflict (district, school, kind, from_day) do update set area = excluded.area,
                    to_day = excluded.to_day
                """).param("schools", texts(areas, area -> area.school().toString()))
                .param("kinds", texts(areas, area -> area.kind().name())).param("areas", texts(areas, SchoolArea::area))
                .param("froms", texts(areas, area -> area.from().toString()))
                .param("tos", texts(areas, area -> text(area.to()))).update();
    }

    public void removeAreas(List<SchoolArea> areas) {
        jdbc.sql("""
                delete from school.area_membership a
                using unnest(:schools::uuid[], :kinds::text[], :froms::date[]) as gone (school, kind, day)
                where a.school = gone.school and a.kind = gone.kind and a.from_day = gone.day
                """).param("schools", texts(areas, area -> area.school().toString()))
                .param("kinds", texts(areas, area -> area.kind().name()))
                .param("froms", texts(areas, area -> area.from().toString())).update();
    }

    private static <T> @Nullable String[] texts(List<T> items, Function<T, @Nullable String> text) {
        return items.stream().map(text).toArray(String[]::new);
    }

    private static @Nullable String text(@Nullable LocalDate day) {
        return day == null ? null : day.toString();
    }
}
