package org.jiaogongti.platform.school.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jiaogongti.platform.school.School;
import org.jiaogongti.platform.school.SchoolKind;
import org.jiaogongti.platform.school.Setting;
import org.jiaogongti.platform.school.StaffCount;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Schools, staff counts and subjects. */
@Repository
public class SchoolStore {

    private static final String COLUMNS = "select id, name, short_name, code, kind, setting, position from school.school";

    private final JdbcClient jdbc;

    SchoolStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<School> all() {
        return jdbc.sql(COLUMNS + " order by position, name").query(SchoolStore::school).list();
    }

    public Optional<School> find(UUID id) {
        return jdbc.sql(COLUMNS + " where id = :id").param("id", id).query(SchoolStore::school).optional();
    }

    /** Inserts new schools and changes those of the same name; their ids stay. */
    public void put(List<School> schools) {
        jdbc.sql("""
                insert into school.school (id, name, short_name, code, kind, setting, position)
                select * from unnest(:ids::uuid[], :names::text[], :shortNames::text[], :codes::text[], :kinds::text[],
                    :settings::text[], :positions::int[])
                on conflict (district, name) do update set short_name = excluded.short_name, code = excluded.code,
                    kind = excluded.kind, setting = excluded.setting, position = excluded.position
                """).param("ids", schools.stream().map(School::key).toArray(String[]::new))
                .param("names", schools.stream().map(School::name).toArray(String[]::new))
                .param("shortNames", schools.stream().map(School::shortName).toArray(String[]::new))
                .param("codes", codes(schools))
                .param("kinds", schools.stream().map(school -> school.kind().name()).toArray(String[]::new))
                .param("settings", schools.stream().map(school -> school.setting().name()).toArray(String[]::new))
                .param("positions", schools.stream().map(School::position).toArray(Integer[]::new)).update();
    }

    /** Refused by the database while anything refers to them. */
    public void remove(List<UUID> schools) {
        jdbc.sql("delete from school.school where id = any (:ids::uuid[])")
                .param("ids", schools.stream().map(UUID::toString).toArray(String[]::new)).update();
    }

    private static @Nullable String[] codes(List<School> schools) {
        @Nullable
        String[] codes = new String[schools.size()];
        for (int i = 0; i < codes.length; i++) {
            codes[i] = schools.get(i).code();
        }
        return codes;
    }

    public List<StaffCount> staffCounts() {
        return jdbc.sql("select school, from_day, teachers from school.staff_count order by school, from_day")
                .query((row, n) -> new StaffCount(row.getObject("school", UUID.class),
                        row.getObject("from_day", LocalDate.class), row.getInt("teachers")))
                .list();
    }

    /** A second count of the same day replaces the first. */
    public void putStaffCounts(List<StaffCount> counts) {
        jdbc.sql("""
                insert into school.staff_count (school, from_day, teachers)
                select * from unnest(:schools::uuid[], :days::date[], :teachers::int[])
                on conflict (district, school, from_day) do update set teachers = excluded.teachers
                """).param("schools", counts.stream().map(count -> count.school().toString()).toArray(String[]::new))
                .param("days", counts.stream().map(count -> count.from().toString()).toArray(String[]::new))
                .param("teachers", counts.stream().map(StaffCount::teachers).toArray(Integer[]::new)).update();
    }

    public void removeStaffCounts(List<StaffCount> counts) {
        jdbc.sql("""
                delete from school.staff_count c using unnest(:schools::uuid[], :days::date[]) as gone (school, day)
                where c.school = gone.school and c.from_day = gone.day
                """).param("schools", counts.stream().map(count -> count.school().toString()).toArray(String[]::new))
                .param("days", counts.stream().map(count -> count.from().toString()).toArray(String[]::new)).update();
    }

    /** 统一社会信用代码 by school. */
    public Map<UUID, String> creditCodes() {
        Map<UUID, String> codes = new HashMap<>();
        jdbc.sql("select school, code from school.credit_code")
                .query((row, n) -> codes.put(row.getObject("school", UUID.class), row.getString("code"))).list();
        return codes;
    }

    /** Codes of some schools; those not in the map have none any more. */
    public void putCreditCodes(List<School> schools, Map<String, String> byName) {
        jdbc.sql("delete from school.credit_code where school = any (:ids::uuid[])")
                .param("ids", schools.stream().map(School::key).toArray(String[]::new)).update();
        jdbc.sql("""
                insert into school.credit_code (school, code)
                select s.id, given.code from unnest(:names::text[], :codes::text[]) as given (name, code)
                join school.school s on s.name = given.name
                """).param("names", byName.keySet().toArray(String[]::new))
                .param("codes", byName.values().toArray(String[]::new)).update();
    }

    /** 课程代码 by subject. */
    public Map<String, String> subjectCodes() {
        Map<String, String> codes = new HashMap<>();
        jdbc.sql("select name, code from school.subject where code is not null")
                .query((row, n) -> codes.put(row.getString("name"), row.getString("code"))).list();
        return codes;
    }

    /** An empty code takes it away. */
    public void putSubjectCodes(Map<String, String> byName) {
        jdbc.sql("""
                update school.subject s set code = nullif(given.code, '')
                from unnest(:names::text[], :codes::text[]) as given (name, code) where s.name = given.name
                """).param("names", byName.keySet().toArray(String[]::new))
                .param("codes", byName.values().toArray(String[]::new)).update();
    }

    public List<String> subjects() {
        return jdbc.sql("select name from school.subject order by position, name")
                .query((row, n) -> row.getString("name")).list();
    }

    public void putSubjects(List<String> names) {
        jdbc.sql("""
                insert into school.subject (name, position)
                select name, position from unnest(:names::text[]) with ordinality as listed (name, position)
                on conflict (district, name) do update set position = excluded.position
                """).param("names", names.toArray(String[]::new)).update();
    }

    /** New subjects stand behind those that are there. */
    public void addSubjects(List<String> names) {
        jdbc.sql("""
                insert into school.subject (name, position)
                select name, (select coalesce(max(position), 0) from school.subject) + position
                from unnest(:names::text[]) with ordinality as listed (name, position)
                on conflict (district, name) do nothing
                """).param("names", names.toArray(String[]::new)).update();
    }

    public void removeSubjects(List<String> names) {
        jdbc.sql("delete from school.subject where name = any (:names::text[])")
                .param("names", names.toArray(String[]::new)).update();
    }

    private static School school(ResultSet row, int n) throws SQLException {
        return new School(row.getObject("id", UUID.class), row.getString("name"), row.getString("short_name"),
                row.getString("code"), SchoolKind.valueOf(row.getString("kind")),
                Setting.valueOf(row.getString("setting")), row.getInt("position"));
    }
}
