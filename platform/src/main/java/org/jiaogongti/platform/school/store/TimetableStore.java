package org.jiaogongti.platform.school.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jiaogongti.charter.calendar.DateRange;
import org.jiaogongti.platform.school.Bell;
import org.jiaogongti.platform.school.ClassName;
import org.jiaogongti.platform.school.Lesson;
import org.jiaogongti.platform.school.SchoolClass;
import org.jiaogongti.platform.school.Site;
import org.jiaogongti.platform.school.Timetables.ClassAt;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Classes, their lessons, and bells. Rows travel as one JSON text, so that their number does not make statements. */
@Repository
public class TimetableStore {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String LESSON_ROWS = """
            jsonb_to_recordset(:rows::jsonb) as r (term text, school uuid, campus text, grade int, number int,
                weekday int, period int, subject text, teacher uuid)
            """;
    private static final String LESSONS = """
            select l.term, l.school, l.campus, l.grade, l.number, l.weekday, l.period, l.subject, l.teacher
            from school.lesson l
            """;
    private static final String IN_ORDER = " order by l.school, l.campus, l.grade, l.number, l.weekday, l.period";

    private final JdbcClient jdbc;

    TimetableStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All classes there ever were, by place, grade and number. */
    public List<SchoolClass> classes() {
        return jdbc.sql("""
                select school, campus, grade, number, from_day, to_day, size from school.class
                order by school, campus, grade, number, from_day
                """).query(TimetableStore::schoolClass).list();
    }

    public List<SchoolClass> classes(UUID school) {
        return jdbc.sql("""
                select school, campus, grade, number, from_day, to_day, size from school.class where school = :school
                order by campus, grade, number, from_day
                """).param("school", school).query(TimetableStore::schoolClass).list();
    }

    private static SchoolClass schoolClass(ResultSet row, int n) throws SQLException {
        return new SchoolClass(site(row), new ClassName(row.getInt("grade"), row.getInt("number")),
                row.getObject("from_day", LocalDate.class), row.getObject("to_day", LocalDate.class),
                row.getObject("size", Integer.class));
    }

    public void putClasses(List<SchoolClass> classes) {
        rows("""
                insert into school.class (school, campus, grade, number, from_day, to_day, size)
                select * from jsonb_to_recordset(:rows::jsonb) as r (school uuid, campus text, grade int, number int,
                    from_day date, to_day date, size int)
                on conflict (district, school, campus, grade, number, from_day) do update set to_day = excluded.to_day,
                    size = excluded.size
                """, classes.stream().map(TimetableStore::row).toList());
    }

    public void removeClasses(List<SchoolClass> classes) {
        rows("""
                delete from school.class c using jsonb_to_recordset(:rows::jsonb) as r (school uuid, campus text,
                    grade int, number int, from_day date)
                where c.school = r.school and c.campus = r.campus and c.grade = r.grade and c.number = r.number
                    and c.from_day = r.from_day
                """, classes.stream().map(TimetableStore::row).toList());
    }

    private static Map<String, Object> row(SchoolClass held) {
        Map<String, Object> row = place(held.site());
        row.put("grade", held.name().grade());
        row.put("number", held.name().number());
        dates(row, held.from(), held.to());
        if (held.size() != null) {
            row.put("size", held.size());
        }
        return row;
    }

    /** All bells there ever were, by place and period. */
    public List<Bell> bells() {
        return jdbc.sql("""
                select school, campus, period, from_day, to_day, starts, ends from school.bell
                order by school, campus, period, from_day
                """).query(TimetableStore::bell).list();
    }

    /** The bells of some schools that ring on a day. */
    public List<Bell> bells(Set<UUID> schools, LocalDate day) {
        return jdbc.sql("""
                select school, campus, period, from_day, to_day, starts, ends from school.bell
                where school = any (:schools::uuid[]) and from_day <= :day and (to_day is null or to_day >= :day)
                order by school, campus, period
                """).param("schools", texts(schools)).param("day", day).query(TimetableStore::bell).list();
    }

    /** The bells of some schools that ring on any of some days. */
    public List<Bell> bells(Set<UUID> schools, DateRange days) {
        return jdbc.sql("""
                select school, campus, period, from_day, to_day, starts, ends from school.bell
                where school = any (:schools::uuid[]) and from_day <= :last and (to_day is null or to_day >= :first)
                order by school, campus, period, from_day
                """).param("schools", texts(schools)).param("first", days.first()).param("last", days.last())
                .query(TimetableStore::bell).list();
    }

    private static Bell bell(ResultSet row, int n) throws SQLException {
        return new Bell(site(row), row.getInt("period"), row.getObject("from_day", LocalDate.class),
                row.getObject("to_day", LocalDate.class), row.getObject("starts", LocalTime.class),
                row.getObject("ends", LocalTime.class));
    }

    public void putBells(List<Bell> bells) {
        rows("""
                insert into school.bell (school, campus, period, from_day, to_day, starts, ends)
                select * from jsonb_to_recordset(:rows::jsonb) as r (school uuid, campus text, period int,
                    from_day date, to_day date, starts time, ends time)
                on conflict (district, school, campus, period, from_day) do update set to_day = excluded.to_day,
                    starts = excluded.starts, ends = excluded.ends
                """, bells.stream().map(TimetableStore::row).toList());
    }

    public void removeBells(List<Bell> bells) {
        rows("""
                delete from school.bell b using jsonb_to_recordset(:rows::jsonb) as r (school uuid, campus text,
                    period int, from_day date)
                where b.school = r.school and b.campus = r.campus and b.period = r.period and b.from_day = r.from_day
                """, bells.stream().map(TimetableStore::row).toList());
    }

    private static Map<String, Object> row(Bell bell) {
        Map<String, Object> row = place(bell.site());
        row.put("period", bell.period());
        dates(row, bell.from(), bell.to());
        row.put("starts", bell.starts().toString());
        row.put("ends", bell.ends().toString());
        return row;
    }

    /** The lessons of all terms. */
    public List<Lesson> lessons() {
        return jdbc.sql(LESSONS + "order by l.term, l.school, l.campus, l.grade, l.number, l.weekday, l.period")
                .query(TimetableStore::lesson).list();
    }

    public long countLessons() {
        return jdbc.sql("select count(*) from school.lesson").query(Long.class).single();
    }

    public List<Lesson> lessonsOfSchool(String term, UUID school) {
        return jdbc.sql(LESSONS + "where l.term = :term and l.school = :school" + IN_ORDER).param("term", term)
                .param("school", school).query(TimetableStore::lesson).list();
    }

    public List<Lesson> lessonsOfTeachers(String term, Collection<UUID> teachers) {
        return jdbc.sql(LESSONS + "where l.term = :term and l.teacher = any (:teachers::uuid[])" + IN_ORDER)
                .param("term", term).param("teachers", texts(teachers)).query(TimetableStore::lesson).list();
    }

    /** The lessons in some terms of any of these people or classes, each once. */
    public List<Lesson> lessonsOf(Collection<String> terms, Collection<UUID> teachers, Collection<ClassAt> classes) {
        return jdbc.sql(LESSONS + """
                where l.term in (:terms) and l.teacher = any (:teachers::uuid[])
                union
                """ + LESSONS + """
                join unnest(:schools::uuid[], :campuses::text[], :grades::int[], :numbers::int[])
                    as c (school, campus, grade, number)
                    on l.school = c.school and l.campus = c.campus and l.grade = c.grade and l.number = c.number
                where l.term in (:terms)
                order by school, campus, grade, number, weekday, period
                """).param("terms", terms).param("teachers", texts(teachers))
                .param("schools", texts(classes.stream().map(each -> each.site().school()).toList()))
                .param("campuses", classes.stream().map(each -> each.site().campus()).toArray(String[]::new))
                .param("grades", classes.stream().map(each -> each.name().grade()).toArray(Integer[]::new))
                .param("numbers", classes.stream().map(each -> each.name().number()).toArray(Integer[]::new))
                .query(TimetableStore::lesson).list();
    }

    /** How many lessons of a term each school has. */
    public Map<UUID, Integer> counts(String term) {
        Map<UUID, Integer> counts = new LinkedHashMap<>();
        jdbc.sql("select school, count(*) as lessons from school.lesson where term = :term group by school")
                .param("term", term).query((row, n) -> counts.put(row.getObject("school", UUID.class),
                        row.getInt("lessons")))
                .list();
        return counts;
    }

    /** What the table holds in the places of these lessons: same term, class, weekday and period. */
    public List<Lesson> held(List<Lesson> lessons) {
        return jdbc.sql(LESSONS + " join " + LESSON_ROWS + """
                on l.term = r.term and l.school = r.school and l.campus = r.campus and l.grade = r.grade
                    and l.number = r.number and l.weekday = r.weekday and l.period = r.period
                """ + IN_ORDER).param("rows", json(lessons)).query(TimetableStore::lesson).list();
    }

    /** What the teachers of these lessons have in the same periods. */
    public List<Lesson> atMoments(List<Lesson> lessons) {
        return jdbc.sql(LESSONS + """
                where exists (select from
                """ + LESSON_ROWS + """
                where l.term = r.term and l.teacher = r.teacher and l.weekday = r.weekday and l.period = r.period)
                """ + IN_ORDER).param("rows", json(lessons)).query(TimetableStore::lesson).list();
    }

    public void putLessons(List<Lesson> lessons) {
        jdbc.sql("""
                insert into school.lesson (term, school, campus, grade, number, weekday, period, subject, teacher)
                select * from
                """ + LESSON_ROWS + """
                on conflict (district, term, school, campus, grade, number, weekday, period)
                    do update set subject = excluded.subject, teacher = excluded.teacher
                """).param("rows", json(lessons)).update();
    }

    public void removeLessons(List<Lesson> lessons) {
        jdbc.sql("delete from school.lesson l using " + LESSON_ROWS + """
                where l.term = r.term and l.school = r.school and l.campus = r.campus and l.grade = r.grade
                    and l.number = r.number and l.weekday = r.weekday and l.period = r.period
                """).param("rows", json(lessons)).update();
    }

    private static Lesson lesson(ResultSet row, int n) throws SQLException {
        return new Lesson(row.getString("term"), site(row),
                new ClassName(row.getInt("grade"), row.getInt("number")), DayOfWeek.of(row.getInt("weekday")),
                row.getInt("period"), row.getString("subject"), row.getObject("teacher", UUID.class));
    }

    private static String json(List<Lesson> lessons) {
        return JSON.writeValueAsString(lessons.stream().map(lesson -> {
            Map<String, Object> row = place(lesson.site());
            row.put("term", lesson.term());
            row.put("grade", lesson.name().grade());
            row.put("number", lesson.name().number());
            row.put("weekday", lesson.weekday().getValue());
            row.put("period", lesson.period());
            row.put("subject", lesson.subject());
            row.put("teacher", lesson.teacher().toString());
            return row;
        }).toList());
    }

    private static Site site(ResultSet row) throws SQLException {
        return new Site(row.getObject("school", UUID.class), row.getString("campus"));
    }

    private static Map<String, Object> place(Site site) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("school", site.school().toString());
        row.put("campus", site.campus());
        return row;
    }

    private static void dates(Map<String, Object> row, LocalDate from,
            @org.jspecify.annotations.Nullable LocalDate to) {
        row.put("from_day", from.toString());
        if (to != null) {
            row.put("to_day", to.toString());
        }
    }

    private void rows(String sql, List<Map<String, Object>> rows) {
        jdbc.sql(sql).param("rows", JSON.writeValueAsString(rows)).update();
    }

    private static String[] texts(Collection<UUID> ids) {
        return ids.stream().map(UUID::toString).toArray(String[]::new);
    }
}
