package org.jiaogongti.platform.register.store;

import static org.jiaogongti.platform.register.store.Rows.ids;
import static org.jiaogongti.platform.register.store.Rows.text;
import static org.jiaogongti.platform.register.store.Rows.texts;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jiaogongti.platform.register.Author;
import org.jiaogongti.platform.register.Requirement;
import org.jiaogongti.platform.register.RevisionSheet;
import org.jiaogongti.platform.register.RevisionWeek;
import org.jiaogongti.platform.register.RevisionWeek.Slot;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jiaogongti.platform.register.Author;
import org.jiaogongti.platform.register.Requirement;
import org.jiaogongti.platform.register.RevisionSheet;
import org.jiaogongti.platform.register.RevisionWeek;
import org.jiaogongti.platform.register.RevisionWeek.Slot;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The graduation year's requirements, revision calendar and revision sheets. Rows are added and never changed. */
@Repository
public class GraduationStore {

    private static final String REQUIREMENT = "select id, community, year, school, words, due_day, on_day, actor_name from register.requirement";
    private static final String UNANSWERED = " and not exists (select from register.requirement_step s"
            + " where s.district = r.district and s.requirement = r.id) order by due_day, id";
    private static final String WEEK = "select id, community, term, week, subject, content, school, on_day, actor_name from register.revision";
    private static final String SHEET = "select id, community, term, week, subject, title, on_day, actor_name from register.sheet";

    private final JdbcClient jdbc;

    GraduationStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those of a year by the day they are due, with all that was said of them. */
    public List<Requirement> requirements(UUID community, String year) {
        return withSteps(jdbc.sql(REQUIREMENT + " where community = :community and year = :year order by due_day, id")
                .param("community", community).param("year", year).query(GraduationStore::requirement).list());
    }

    /** Those of some days of which nobody has said anything. */
    public List<Requirement> unanswered(LocalDate first, LocalDate last) {
        return jdbc.sql(REQUIREMENT + " as r where due_day between :first and :last" + UNANSWERED)
                .param("first", first).param("last", last).query(GraduationStore::requirement).list();
    }

    /** Of some requirements those of which nobody has said anything. */
    public List<Requirement> unanswered(Collection<UUID> ids) {
        return jdbc.sql(REQUIREMENT + " as r where id = any(:ids::uuid[])" + UNANSWERED).param("ids", ids(ids))
                .query(GraduationStore::requirement).list();
    }

    private List<Requirement> withSteps(List<Requirement> bare) {
        if (bare.isEmpty()) {
            return bare;
        }
        Map<UUID, List<Requirement.Step>> steps = jdbc
                .sql("""
                        select id, requirement, what, words, day, on_day, actor_name from register.requirement_step
                        where requirement = any(:requirements::uuid[]) order by id
                        """)
                .param("requirements", ids(bare.stream().map(Requirement::id).toList()))
                .query((row, n) -> new Requirement.Step(id(row, "id"), id(row, "requirement"),
                        Requirement.What.valueOf(row.getString("what")), row.getString("words"), day(row, "day"),
                        day(row, "on_day"), row.getString("actor_name")))
                .list().stream().collect(Collectors.groupingBy(Requirement.Step::requirement));
        return bare.stream().map(each -> new Requirement(each.id(), each.community(), each.year(), each.school(),
                each.words(), each.due(), each.on(), each.actorName(), steps.getOrDefault(each.id(), List.of())))
                .toList();
    }

    /** One of them; until the end of the transaction nobody else says anything of it. */
    public Optional<Requirement> lock(UUID id) {
        List<Requirement> found = jdbc.sql(REQUIREMENT + " where id = :id for update").param("id", id)
                .query(GraduationStore::requirement).list();
        return withSteps(found).stream().findFirst();
    }

    public void addRequirements(Collection<Requirement> rows, Author author) {
        jdbc.sql(
                """
                        insert into register.requirement (id, community, year, school, words, due_day, on_day, actor_name, actor)
                        select given.*, :actor from unnest(:ids::uuid[], :communities::uuid[], :years::text[], :schools::uuid[],
                            :words::text[], :dues::date[], :days::date[], :names::text[]) as given
                        """)
                .param("ids", texts(rows, row -> row.id().toString()))
                .param("communities", texts(rows, row -> row.community().toString()))
                .param("years", texts(rows, Requirement::year))
                .param("schools", texts(rows, row -> row.school().toString()))
                .param("words", texts(rows, Requirement::words))
                .param("dues", texts(rows, row -> row.due().toString()))
                .param("days", texts(rows, row -> row.on().toString()))
                .param("names", texts(rows, Requirement::actorName)).param("actor", author.account()).update();
    }

    public void addSteps(Collection<Requirement.Step> rows, Author author) {
        jdbc.sql("""
                insert into register.requirement_step (id, requirement, what, words, day, on_day, actor_name, actor)
                select given.*, :actor from unnest(:ids::uuid[], :requirements::uuid[], :whats::text[], :words::text[],
                    :spoken::date[], :days::date[], :names::text[]) as given
                """).param("ids", texts(rows, row -> row.id().toString()))
                .param("requirements", texts(rows, row -> row.requirement().toString()))
                .param("whats", texts(rows, row -> row.what().name()))
                .param("words", texts(rows, Requirement.Step::words))
                .param("spoken", texts(rows, row -> row.day().toString()))
                .param("days", texts(rows, row -> row.on().toString()))
                .param("names", texts(rows, Requirement.Step::actorName)).param("actor", author.account()).update();
    }

    /** What stands in the calendar of some terms, by week and subject. */
    public List<RevisionWeek> weeks(UUID community, Collection<String> terms) {
        return jdbc
                .sql("select * from (" + WEEK.replace("select id", "select distinct on (term, week, subject) id") + """
                         where community = :community and term = any(:terms) order by term, week, subject, id desc) last
                        where content <> '' order by term, week, subject
                        """).param("community", community).param("terms", terms.toArray(String[]::new))
                .query(GraduationStore::week).list();
    }

    public Optional<RevisionWeek> week(UUID id) {
        return jdbc.sql(WEEK + " where id = :id").param("id", id).query(GraduationStore::week).optional();
    }

    public void addWeeks(Collection<RevisionWeek> rows, Author author) {
        slots("""
                insert into register.revision (community, term, week, subject, id, content, school, on_day, actor_name, actor)
                select community, term, week::int, subject, id, content, school, on_day, actor_name, :actor
                from unnest(:communities::uuid[], :terms::text[], :weeks::text[], :subjects::text[], :ids::uuid[],
                    :contents::text[], :schools::uuid[], :days::date[], :names::text[]) as given (community, term, week,
                    subject, id, content, school, on_day, actor_name)
                """,
                rows.stream().map(RevisionWeek::slot).toList())
                .param("ids", texts(rows, row -> row.id().toString()))
                .param("contents", texts(rows, RevisionWeek::content))
                .param("schools", texts(rows, row -> row.school().toString()))
                .param("days", texts(rows, row -> row.on().toString()))
                .param("names", texts(rows, RevisionWeek::actorName)).param("actor", author.account()).update();
    }

    private JdbcClient.StatementSpec slots(String sql, Collection<Slot> slots) {
        return jdbc.sql(sql).param("communities", texts(slots, slot -> slot.community().toString()))
                .param("terms", texts(slots, Slot::term))
                .param("weeks", texts(slots, slot -> String.valueOf(slot.week())))
                .param("subjects", texts(slots, Slot::subject));
    }

    /** The sheets of some terms, oldest first, with the schools that took them. */
    public List<RevisionSheet> sheets(UUID community, Collection<String> terms) {
        return withTakers(jdbc.sql(SHEET + " where community = :community and term = any(:terms) order by id")
                .param("community", community).param("terms", terms.toArray(String[]::new))
                .query(GraduationStore::sheet).list());
    }

    private List<RevisionSheet> withTakers(List<RevisionSheet> bare) {
        if (bare.isEmpty()) {
            return bare;
        }
        Map<UUID, List<RevisionSheet.Step>> steps = jdbc
                .sql("""
                        select id, sheet, school, what, on_day, actor_name from register.sheet_step
                        where sheet = any(:sheets::uuid[]) order by id
                        """).param("sheets", ids(bare.stream().map(RevisionSheet::id).toList()))
                .query((row, n) -> new RevisionSheet.Step(id(row, "id"), id(row, "sheet"),
                        row.getObject("school", UUID.class), RevisionSheet.What.valueOf(row.getString("what")),
                        day(row, "on_day"), row.getString("actor_name")))
                .list().stream().collect(Collectors.groupingBy(RevisionSheet.Step::sheet));
        return bare.stream().map(each -> new RevisionSheet(each.id(), each.slot(), each.title(), each.on(),
                each.actorName(), steps.getOrDefault(each.id(), List.of()))).toList();
    }

    public Optional<RevisionSheet> find(UUID sheet) {
        return withTakers(jdbc.sql(SHEET + " where id = :id").param("id", sheet).query(GraduationStore::sheet).list())
                .stream().findFirst();
    }

    /** The same, and until the end of the transaction nobody else says anything of it. */
    public Optional<RevisionSheet> lockSheet(UUID sheet) {
        return withTakers(jdbc.sql(SHEET + " where id = :id for update").param("id", sheet)
                .query(GraduationStore::sheet).list()).stream().findFirst();
    }

    public void addSheets(Collection<RevisionSheet> rows, Author author) {
        slots("""
                insert into register.sheet (community, term, week, subject, id, title, on_day, actor_name, actor)
                select community, term, week::int, subject, id, title, on_day, actor_name, :actor
                from unnest(:communities::uuid[], :terms::text[], :weeks::text[], :subjects::text[], :ids::uuid[],
                    :titles::text[], :days::date[], :names::text[]) as given (community, term, week, subject, id, title,
                    on_day, actor_name)
                """, rows.stream().map(RevisionSheet::slot).toList())
                .param("ids", texts(rows, row -> row.id().toString()))
                .param("titles", texts(rows, RevisionSheet::title))
                .param("days", texts(rows, row -> row.on().toString()))
                .param("names", texts(rows, RevisionSheet::actorName)).param("actor", author.account()).update();
    }

    public void addSheetSteps(Collection<RevisionSheet.Step> rows, Author author) {
        jdbc.sql("""
                insert into register.sheet_step (id, sheet, school, what, on_day, actor_name, actor)
                select given.*, :actor from unnest(:ids::uuid[], :sheets::uuid[], :schools::uuid[], :whats::text[],
                    :days::date[], :names::text[]) as given
                """).param("ids", texts(rows, row -> row.id().toString()))
                .param("sheets", texts(rows, row -> row.sheet().toString()))
                .param("schools", texts(rows, row -> text(row.school())))
                .param("whats", texts(rows, row -> row.what().name()))
                .param("days", texts(rows, row -> row.on().toString()))
                .param("names", texts(rows, RevisionSheet.Step::actorName)).param("actor", author.account()).update();
    }

    private static UUID id(ResultSet row, String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }

    private static LocalDate day(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }

    private static Slot slot(ResultSet row) throws SQLException {
        return new Slot(id(row, "community"), row.getString("term"), row.getInt("week"), row.getString("subject"));
    }

    private static Requirement requirement(ResultSet row, int n) throws SQLException {
        return new Requirement(id(row, "id"), id(row, "community"), row.getString("year"), id(row, "school"),
                row.getString("words"), day(row, "due_day"), day(row, "on_day"), row.getString("actor_name"),
                List.of());
    }

    private static RevisionWeek week(ResultSet row, int n) throws SQLException {
        return new RevisionWeek(id(row, "id"), slot(row), row.getString("content"), id(row, "school"),
                day(row, "on_day"), row.getString("actor_name"));
    }

    private static RevisionSheet sheet(ResultSet row, int n) throws SQLException {
        return new RevisionSheet(id(row, "id"), slot(row), row.getString("title"), day(row, "on_day"),
                row.getString("actor_name"), List.of());
    }
}
