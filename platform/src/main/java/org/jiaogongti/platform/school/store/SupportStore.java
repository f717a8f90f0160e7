package org.jiaogongti.platform.school.store;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jiaogongti.platform.school.SupportedSchool;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Schools that are listed as weak. */
@Repository
public class SupportStore {

    private final JdbcClient jdbc;

    SupportStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<SupportedSchool> all() {
        return jdbc.sql("""
                select s.school, s.from_day, s.to_day, s.basis, s.document from school.supported s
                join school.school o on o.district = s.district and o.id = s.school order by o.position, s.from_day
                """).query((row, n) -> new SupportedSchool(row.getObject("school", UUID.class),
                row.getObject("from_day", LocalDate.class), row.getObject("to_day", LocalDate.class),
                row.getString("basis"), row.getString("document"))).list();
    }

    /** Inserts rows; one of the same school from the same day takes the place of the other. */
    public void put(List<SupportedSchool> rows) {
        jdbc.sql("""
                insert into school.supported (school, from_day, to_day, basis, document)
                select * from unnest(:schools::uuid[], :froms::date[], :tos::date[], :bases::text[],
                    :documents::text[])
                on conflict (district, school, from_day) do update set to_day = excluded.to_day,
                    basis = excluded.basis, document = excluded.document
                """).param("schools", schools(rows)).param("froms", froms(rows))
                .param("tos", rows.stream().map(row -> text(row.to())).toArray(String[]::new))
                .param("bases", rows.stream().map(SupportedSchool::basis).toArray(String[]::new))
                .param("documents", rows.stream().map(SupportedSchool::document).toArray(String[]::new)).update();
    }

    public void remove(List<SupportedSchool> rows) {
        jdbc.sql("""
                delete from school.supported s using unnest(:schools::uuid[], :froms::date[]) as gone (school, day)
                where s.school = gone.school and s.from_day = gone.day
                """).param("schools", schools(rows)).param("froms", froms(rows)).update();
    }

    private static String[] schools(List<SupportedSchool> rows) {
        return rows.stream().map(row -> row.school().toString()).toArray(String[]::new);
    }

    private static String[] froms(List<SupportedSchool> rows) {
        return rows.stream().map(row -> row.from().toString()).toArray(String[]::new);
    }

    private static @Nullable String text(@Nullable LocalDate day) {
        return day == null ? null : day.toString();
    }
}
