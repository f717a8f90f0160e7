package org.jiaogongti.platform.register.store;

import static org.jiaogongti.platform.register.store.Rows.text;
import static org.jiaogongti.platform.register.store.Rows.texts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jiaogongti.platform.register.Author;
import org.jiaogongti.platform.register.Closing;
import org.jiaogongti.platform.register.JointWork;
import org.jiaogongti.platform.register.Measure;
import org.jiaogongti.platform.register.Review;
import org.jiaogongti.platform.register.WeakKey;
import org.jiaogongti.platform.register.WeakGround;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the register says of weak subjects and schools. Rows are added and never changed; each reading is one select. */
@Repository
public class WeakStore {

    private static final String OF_ENTRIES = " where (school, subject, from_day) in (select * from unnest(:schools::uuid[], :subjects::text[], :froms::date[]))";

    private static final String NOT_TAKEN_BACK = """
             and became <> 'TAKEN_BACK' and not exists (select from register.review later
                where later.district = r.district and later.school = r.school and later.subject = r.subject
                    and later.from_day = r.from_day and later.term = r.term and later.became = 'TAKEN_BACK'
                    and later.id > r.id)
            """;

    private final JdbcClient jdbc;

    WeakStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private JdbcClient.StatementSpec ofEntries(String select, Collection<WeakKey> keys, String order) {
        return jdbc.sql(select + OF_ENTRIES + order).param("schools", texts(keys, key -> key.school().toString()))
                .param("subjects", texts(keys, WeakKey::subject))
                .param("froms", texts(keys, key -> key.from().toString()));
    }

    private static WeakKey key(ResultSet row) throws SQLException {
        return new WeakKey(row.getObject("school", UUID.class), row.getString("subject"),
                row.getObject("from_day", LocalDate.class));
    }

    /** The grounds said last up to a day. */
    public Map<WeakKey, WeakGround> grounds(Collection<WeakKey> keys, LocalDate day) {
        Map<WeakKey, WeakGround> grounds = new HashMap<>();
        ofEntries(
                "select school, subject, from_day, kind, source, document, decider, decided_on from register.weak_ground",
                keys, " and on_day <= :day order by id").param("day", day).query(
                        (row, n) -> grounds.put(key(row),
                                new WeakGround(WeakGround.Kind.valueOf(row.getString("kind")), row.getString("source"),
                                        row.getString("document"), row.getString("decider"),
                                        row.getObject("decided_on", LocalDate.class))))
                .list();
        return grounds;
    }

    public void addGrounds(Collection<WeakGround.Said> rows, Author author) {
        entries("""
                insert into register.weak_ground (school, subject, from_day, id, kind, source, document, decider,
                    decided_on, on_day, actor, actor_name)
                select given.*, :actor, :name from unnest(:schools::uuid[], :subjects::text[], :froms::date[], :ids::uuid[],
                    :kinds::text[], :sources::text[], :documents::text[], :deciders::text[], :decided::date[],
                    :days::date[]) as given
                """,
                texts(rows, row -> row.id().toString()), rows.stream().map(WeakGround.Said::entry).toList(), author)
                .param("kinds", texts(rows, row -> text(row.ground().kind())))
                .param("sources", texts(rows, row -> row.ground().source()))
                .param("documents", texts(rows, row -> row.ground().document()))
                .param("deciders", texts(rows, row -> row.ground().decider()))
                .param("decided", texts(rows, row -> text(row.ground().on())))
                .param("days", texts(rows, row -> row.on().toString())).update();
    }

    private JdbcClient.StatementSpec entries(String sql, Object ids, Collection<WeakKey> keys, Author author) {
        return jdbc.sql(sql).param("ids", ids).param("schools", texts(keys, key -> key.school().toString()))
                .param("subjects", texts(keys, WeakKey::subject))
                .param("froms", texts(keys, key -> key.from().toString())).param("actor", author.account())
                .param("name", author.name());
    }

    /** Oldest first. */
    public List<Closing> closings(Collection<WeakKey> keys) {
        return ofEntries(
                "select id, school, subject, from_day, what, last_day, words, on_day, actor_name from register.weak_closing",
                keys, " order by id").query(
                        (row, n) -> new Closing(row.getObject("id", UUID.class), key(row),
                                Closing.What.valueOf(row.getString("what")), row.getObject("last_day", LocalDate.class),
                                row.getString("words"), row.getObject("on_day", LocalDate.class),
                                row.getString("actor_name")))
                .list();
    }

    /** The entry of a closing, for who asks for its files. */
    public Optional<WeakKey> ofClosing(UUID closing) {
        return jdbc.sql("select school, subject, from_day from register.weak_closing where id = :id")
                .param("id", closing).query((row, n) -> key(row)).optional();
    }

    public void addClosings(Collection<Closing> rows, Author author) {
        entries("""
                insert into register.weak_closing (school, subject, from_day, id, what, last_day, words, on_day, actor,
                    actor_name)
                select given.*, :actor, :name from unnest(:schools::uuid[], :subjects::text[], :froms::date[], :ids::uuid[],
                    :whats::text[], :lasts::date[], :words::text[], :days::date[]) as given
                """,
                texts(rows, row -> row.id().toString()), rows.stream().map(Closing::entry).toList(), author)
                .param("whats", texts(rows, row -> row.what().name()))
                .param("lasts", texts(rows, row -> row.last().toString()))
                .param("words", texts(rows, Closing::words))
                .param("days", texts(rows, row -> row.on().toString())).update();
    }

    /** By the day they are due, with all that was said of them. */
    public List<Measure> measures(Collection<WeakKey> keys) {
        Map<UUID, List<Measure.Step>> steps = new HashMap<>();
        List<Measure> bare = ofEntries(
                "select id, school, subject, from_day, words, person, until_day, set_on from register.measure",
                keys, " order by until_day, id").query(
                        (row, n) -> new Measure(row.getObject("id", UUID.class),
                                key(row), row.getString("words"), row.getObject("person", UUID.class),
                                row.getObject("until_day", LocalDate.class), row.getObject("set_on", LocalDate.class),
                                List.of()))
                .list();
        if (!bare.isEmpty()) {
            jdbc.sql("""
                    select id, measure, what, words, on_day, actor_name from register.measure_step
                    where measure = any(:measures::uuid[]) order by id
                    """).param("measures", texts(bare, each -> each.id().toString()))
                    .query((row, n) -> steps.computeIfAbsent(row.getObject("measure", UUID.class),
                            _ -> new ArrayList<>())
                            .add(new Measure.Step(row.getObject("id", UUID.class),
                                    row.getObject("measure", UUID.class),
                                    Measure.What.valueOf(row.getString("what")), row.getString("words"),
                                    row.getObject("on_day", LocalDate.class), row.getString("actor_name"))))
                    .list();
        }
        return bare.stream().map(each -> new Measure(each.id(), each.entry(), each.words(), each.person(),
                each.until(), each.setOn(), steps.getOrDefault(each.id(), List.of()))).toList();
    }

    /** Until the end of the transaction nobody else says anything of this measure. */
    public void lockMeasure(UUID id) {
        jdbc.sql("select id from register.measure where id = :id for update").param("id", id).query(UUID.class)
                .optional();
    }

    /** Adds measures; of those of the same id changes who answers for it and since when. */
    public void putMeasures(Collection<Measure> rows) {
        jdbc.sql("""
                insert into register.measure (id, school, subject, from_day, words, person, until_day, set_on)
                select * from unnest(:ids::uuid[], :schools::uuid[], :subjects::text[], :froms::date[], :words::text[],
                    :people::uuid[], :untils::date[], :days::date[])
                on conflict (district, id) do update set person = excluded.person, set_on = excluded.set_on
                """).param("ids", texts(rows, row -> row.id().toString()))
                .param("schools", texts(rows, row -> row.entry().school().toString()))
                .param("subjects", texts(rows, row -> row.entry().subject()))
                .param("froms", texts(rows, row -> row.entry().from().toString()))
                .param("words", texts(rows, Measure::words)).param("people", texts(rows, row -> text(row.person())))
                .param("untils", texts(rows, row -> row.until().toString()))
                .param("days", texts(rows, row -> row.setOn().toString())).update();
    }

    /** Refused by the database where something was said of one. */
    public void removeMeasures(Collection<UUID> ids) {
        jdbc.sql("delete from register.measure where id = any(:ids::uuid[])").param("ids", Rows.ids(ids)).update();
    }

    public void addSteps(Collection<Measure.Step> rows, Author author) {
        jdbc.sql(
                """
                        insert into register.measure_step (id, measure, what, words, on_day, actor, actor_name)
                        select given.*, :actor, :name from unnest(:ids::uuid[], :measures::uuid[], :whats::text[], :words::text[],
                            :days::date[]) as given
                        """)
                .param("ids", texts(rows, row -> row.id().toString()))
                .param("measures", texts(rows, row -> row.measure().toString()))
                .param("whats", texts(rows, row -> row.what().name())).param("words", texts(rows, Measure.Step::words))
                .param("days", texts(rows, row -> row.on().toString())).param("actor", author.account())
                .param("name", author.name()).update();
    }

    /** Oldest first; of a term the last one counts, and what was written before its reviews were taken back is left out. */
    public List<Review> reviews(Collection<WeakKey> keys) {
        return ofEntries(
                "select id, school, subject, from_day, term, became, words, on_day, actor_name from register.review r",
                keys, NOT_TAKEN_BACK + " order by id").query(
                        (row, n) -> new Review(row.getObject("id", UUID.class), key(row),
                                row.getString("term"), Review.Became.valueOf(row.getString("became")),
                                row.getString("words"), row.getObject("on_day", LocalDate.class),
                                row.getString("actor_name")))
                .list();
    }

    public void addReviews(Collection<Review> rows, Author author) {
        addReviews(rows, texts(rows, row -> row.became().name()), author);
    }

    /** Says that what was written of some terms does not hold; the words of each stay with the row. */
    public void takeReviewsBack(Collection<Review> rows, Author author) {
        addReviews(rows, texts(rows, _ -> "TAKEN_BACK"), author);
    }

    private void addReviews(Collection<Review> rows, @Nullable String[] became, Author author) {
        entries("""
                insert into register.review (school, subject, from_day, id, term, became, words, on_day, actor, actor_name)
                select given.*, :actor, :name from unnest(:schools::uuid[], :subjects::text[], :froms::date[], :ids::uuid[],
                    :terms::text[], :became::text[], :words::text[], :days::date[]) as given
                """,
                texts(rows, row -> row.id().toString()), rows.stream().map(Review::entry).toList(), author)
                .param("terms", texts(rows, Review::term)).param("became", became)
                .param("words", texts(rows, Review::words))
                .param("days", texts(rows, row -> row.on().toString())).update();
    }

    /** What was said last of each occasion of an entry. */
    public Map<UUID, JointWork> work(WeakKey entry) {
        Map<UUID, JointWork> last = new LinkedHashMap<>();
        ofEntries("select id, school, subject, from_day, occasion, what, on_day, actor_name from register.joint_work",
                List.of(entry), " order by id").query(
                        (row, n) -> last.put(row.getObject("occasion", UUID.class),
                                new JointWork(row.getObject("id", UUID.class), key(row),
                                        row.getObject("occasion", UUID.class),
                                        JointWork.What.valueOf(row.getString("what")),
                                        row.getObject("on_day", LocalDate.class), row.getString("actor_name"))))
                .list();
        return last;
    }

    public void addWork(Collection<JointWork> rows, Author author) {
        entries("""
                insert into register.joint_work (school, subject, from_day, id, occasion, what, on_day, actor, actor_name)
                select given.*, :actor, :name from unnest(:schools::uuid[], :subjects::text[], :froms::date[], :ids::uuid[],
                    :occasions::uuid[], :whats::text[], :days::date[]) as given
                """,
                texts(rows, row -> row.id().toString()), rows.stream().map(JointWork::entry).toList(), author)
                .param("occasions", texts(rows, row -> row.occasion().toString()))
                .param("whats", texts(rows, row -> row.what().name()))
                .param("days", texts(rows, row -> row.on().toString())).update();
    }
}
