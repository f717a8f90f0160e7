package org.jiaogongti.platform.inspection.store;

import static org.jiaogongti.platform.inspection.store.Rows.BY;
import static org.jiaogongti.platform.inspection.store.Rows.texts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jiaogongti.charter.calendar.DateRange;
import org.jiaogongti.platform.inspection.Sample;
import org.jiaogongti.platform.inspection.Sample.Candidate;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Draws and what was found at the drawn records. Rows are added and never changed. */
@Repository
public class SampleStore {

    private static final String DRAWN = """
            select d.id, d.sample, d.position, d.occasion, d.school, d.kind, d.held_on, d.duties, c.id as said, c.verdict,
                c.note, c.actor, c.actor_name, c.on_day
            from inspection.drawn d left join lateral (
                select * from inspection.drawn_check k where k.district = d.district and k.drawn = d.id
                    and k.on_day <= :day order by k.id desc limit 1) c on true
            """;
    private static final LocalDate ALWAYS = LocalDate.of(9999, 12, 31);

    private final JdbcClient jdbc;

    SampleStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The latest first, after the last one of the page before.
     *
     * @param schools those with a drawn record of one of these; null for all
     * @param school those with a drawn record of this one; null for all
     */
    public List<Sample> page(@Nullable Collection<UUID> schools, @Nullable UUID school, @Nullable UUID after,
            int limit) {
        StringBuilder sql = new StringBuilder("select s.* from inspection.sample s where true");
        Map<String, @Nullable Object> values = new HashMap<>();
        if (schools != null) {
            sql.append("""
                     and exists (select from inspection.drawn d where d.district = s.district and d.sample = s.id
                                 and d.school = any(:schools::uuid[]))
                    """);
            values.put("schools", Rows.ids(schools));
        }
        if (school != null) {
            sql.append("""
                     and exists (select from inspection.drawn d where d.district = s.district and d.sample = s.id
                                 and d.school = :school)
                    """);
            values.put("school", school);
        }
        if (after != null) {
            sql.append(" and s.id < :after");
            values.put("after", after);
        }
        values.put("limit", limit);
        return jdbc.sql(sql.append(" order by s.id desc limit :limit").toString()).params(values)
                .query(SampleStore::sample).list();
    }

    public Optional<Sample> find(UUID id) {
        return jdbc.sql("select s.* from inspection.sample s where s.id = :id").param("id", id)
                .query(SampleStore::sample).optional();
    }

    private static Sample sample(ResultSet row, int number) throws SQLException {
        UUID[] ids = (UUID[]) row.getArray("population").getArray();
        String[] kinds = (String[]) row.getArray("kinds").getArray();
        List<Candidate> population = new ArrayList<>(ids.length);
        for (int at = 0; at < ids.length; at++) {
            population.add(new Candidate(ids[at], kinds[at]));
        }
        return new Sample(Rows.id(row, "id"), row.getObject("school", UUID.class),
                row.getObject("community", UUID.class),
                new DateRange(Rows.day(row, "first_day"), Rows.day(row, "last_day")), row.getLong("seed"),
                row.getInt("size"), population, Rows.by(row));
    }

    /** Those drawn, in the order of the draw. */
    public List<Sample.Drawn> drawn(Collection<UUID> samples) {
        return jdbc.sql(DRAWN + " where d.sample = any(:samples::uuid[]) order by d.sample, d.position")
                .param("samples", Rows.ids(samples)).param("day", ALWAYS).query(SampleStore::drawn).list();
    }

    /**
     * Those of some schools that were held in some days, with what had been said of them by a day.
     *
     * @param schools null for all
     */
    public List<Sample.Drawn> drawn(@Nullable Collection<UUID> schools, DateRange held, LocalDate day) {
        return jdbc.sql(DRAWN + """
                 where d.held_on between :first and :last and (:everywhere or d.school = any(:schools::uuid[]))
                """).param("first", held.first()).param("last", held.last()).param("everywhere", schools == null)
                .param("schools", Rows.ids(schools == null ? List.of() : schools)).param("day", day)
                .query(SampleStore::drawn).list();
    }

    /** Until the end of the transaction nobody else says anything of this record. */
    public Optional<UUID> lockDrawn(UUID drawn) {
        return jdbc.sql("select sample from inspection.drawn where id = :id for update").param("id", drawn)
                .query(UUID.class).optional();
    }

    public Optional<Sample.Drawn> findDrawn(UUID drawn) {
        return jdbc.sql(DRAWN + " where d.id = :id").param("id", drawn).param("day", ALWAYS)
                .query(SampleStore::drawn).optional();
    }

    private static Sample.Drawn drawn(ResultSet row, int number) throws SQLException {
        UUID id = Rows.id(row, "id");
        UUID said = row.getObject("said", UUID.class);
        return new Sample.Drawn(id, Rows.id(row, "sample"), row.getInt("position"), Rows.id(row, "occasion"),
                Rows.id(row, "school"), row.getString("kind"), Rows.day(row, "held_on"),
                Set.of((String[]) row.getArray("duties").getArray()),
                said == null
                        ? null
                        : new Sample.Check(said, id, Sample.Verdict.valueOf(row.getString("verdict")),
                                row.getString("note"), Rows.by(row)));
    }

    public void add(Sample sample, Collection<Sample.Drawn> drawn) {
        Rows.by(jdbc
                .sql("""
                        insert into inspection.sample (id, school, community, first_day, last_day, seed, size, population, kinds,
                            actor, actor_name, on_day)
                        select :id, :school, :community, :first, :last, :seed, :size, :population::uuid[], :kinds::text[], given.*
                        from unnest(%s) as given
                        """
                        .formatted(BY)),
                List.of(sample), Sample::by).param("id", sample.id())
                .param("school", sample.school(), java.sql.Types.OTHER)
                .param("community", sample.community(), java.sql.Types.OTHER).param("first", sample.days().first())
                .param("last", sample.days().last()).param("seed", sample.seed()).param("size", sample.size())
                .param("population", texts(sample.population(), Candidate::occasion))
                .param("kinds", texts(sample.population(), Candidate::kind)).update();
        jdbc.sql("""
                insert into inspection.drawn (id, sample, position, occasion, school, kind, held_on, duties)
                select given.id, :sample, given.position, given.occasion, given.school, given.kind, given.held_on,
                    string_to_array(given.duties, ' ')
                from unnest(:ids::uuid[], :positions::int[], :occasions::uuid[], :schools::uuid[], :kinds::text[],
                    :held::date[], :duties::text[])
                    as given(id, position, occasion, school, kind, held_on, duties)
                """).param("sample", sample.id()).param("ids", texts(drawn, Sample.Drawn::id))
                .param("positions", texts(drawn, Sample.Drawn::position))
                .param("occasions", texts(drawn, Sample.Drawn::occasion))
                .param("schools", texts(drawn, Sample.Drawn::school)).param("kinds", texts(drawn, Sample.Drawn::kind))
                .param("held", texts(drawn, Sample.Drawn::heldOn))
                .param("duties", texts(drawn, row -> String.join(" ", row.duties()))).update();
    }

    public void addChecks(Collection<Sample.Check> rows) {
        Rows.by(jdbc.sql("""
                insert into inspection.drawn_check (id, drawn, verdict, note, actor, actor_name, on_day)
                select * from unnest(:ids::uuid[], :drawn::uuid[], :verdicts::text[], :notes::text[], %s)
                """.formatted(BY)), rows, Sample.Check::by).param("ids", texts(rows, Sample.Check::id))
                .param("drawn", texts(rows, Sample.Check::drawn)).param("verdicts", texts(rows, Sample.Check::verdict))
                .param("notes", texts(rows, Sample.Check::note)).update();
    }
}
