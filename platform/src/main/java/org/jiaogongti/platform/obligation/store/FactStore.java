package org.jiaogongti.platform.obligation.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jiaogongti.charter.Fact;
import org.jiaogongti.charter.calendar.DateRange;
import org.jiaogongti.platform.obligation.Source;
import org.jiaogongti.platform.obligation.SourcedFacts;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was recorded, as it stands now. */
@Repository
public class FactStore {

    private static final String SELECT = "select source_kind, source_id, kind, body::text as body, withdrawn_at is not null as withdrawn from obligation.fact";

    private final JdbcClient jdbc;

    FactStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A fact as it is kept. */
    public record Kept(Source source, Fact fact, boolean withdrawn) {

        /** Whether it is of one of these kinds, about this community or none, and touches a range of days. */
        public boolean near(String community, Collection<String> kinds, LocalDate first, LocalDate last) {
            String own = FactCodec.community(fact);
            return kinds.contains(FactCodec.kind(fact)) && (own == null || own.equals(community))
                    && !FactCodec.firstDay(fact).isAfter(last) && !FactCodec.lastDay(fact).isBefore(first);
        }
    }

    private record Row(Source source, Fact fact) {}

    /** Writes the facts of records; what a record had before and has no more is deleted. */
    public void put(Collection<SourcedFacts> records, Instant recordedAt) {
        List<Row> rows = new ArrayList<>();
        records.forEach(record -> record.facts().forEach(fact -> rows.add(new Row(record.source(), fact))));
        jdbc.sql("""
                with given as (
                    select * from unnest(:kinds::text[], :ids::uuid[], :parts::text[], :factKinds::text[],
                        :communities::text[], :firsts::date[], :lasts::date[], :bodies::jsonb[])
                        as given (source_kind, source_id, part, kind, community, first_day, last_day, body)
                ), gone as (
                    delete from obligation.fact f
                    using (select distinct source_kind, source_id from given) g
                    where f.source_kind = g.source_kind and f.source_id = g.source_id
                        and not exists (select from given k where k.source_kind = f.source_kind
                            and k.source_id = f.source_id and k.part = f.part)
                )
                insert into obligation.fact
                    (source_kind, source_id, part, kind, community, first_day, last_day, body, recorded_at)
                select source_kind, source_id, part, kind, community, first_day, last_day, body, :at from given
                on conflict (district, source_kind, source_id, part) do update set kind = excluded.kind,
                    community = excluded.community, first_day = excluded.first_day, last_day = excluded.last_day,
                    body = excluded.body, recorded_at = excluded.recorded_at, withdrawn_at = null
                """).param("kinds", Rows.texts(rows, row -> row.source().kind()))
                .param("ids", Rows.texts(rows, row -> row.source().id().toString()))
                .param("parts", Rows.texts(rows, row -> row.fact().part()))
                .param("factKinds", Rows.texts(rows, row -> FactCodec.kind(row.fact())))
                .param("communities", Rows.texts(rows, row -> FactCodec.community(row.fact())))
                .param("firsts", Rows.days(rows, row -> FactCodec.firstDay(row.fact())))
                .param("lasts", Rows.days(rows, row -> FactCodec.lastDay(row.fact())))
                .param("bodies", Rows.texts(rows, row -> FactCodec.write(row.fact())))
                .param("at", recordedAt.atOffset(ZoneOffset.UTC)).update();
    }

    public void withdraw(Source source, Instant at) {
        jdbc.sql("""
                update obligation.fact set withdrawn_at = :at
                where source_kind = :kind and source_id = :id and withdrawn_at is null
                """).param("at", at.atOffset(ZoneOffset.UTC)).param("kind", source.kind()).param("id", source.id())
                .update();
    }

    /** Withdrawn facts of some sources, and the sources; rows by table. */
    public Map<String, Integer> erase(Collection<Source> sources) {
        Map<String, Integer> rows = new LinkedHashMap<>();
        rows.put("obligation.fact", jdbc.sql("""
                delete from obligation.fact f using unnest(:kinds::text[], :ids::uuid[]) as gone (kind, id)
                where f.source_kind = gone.kind and f.source_id = gone.id and f.withdrawn_at is not null
                """).param("kinds", Rows.texts(sources, Source::kind))
                .param("ids", Rows.texts(sources, source -> source.id().toString())).update());
        rows.put("obligation.source", jdbc.sql("""
                delete from obligation.source s using unnest(:kinds::text[], :ids::uuid[]) as gone (kind, id)
                where s.kind = gone.kind and s.id = gone.id
                """).param("kinds", Rows.texts(sources, Source::kind))
                .param("ids", Rows.texts(sources, source -> source.id().toString())).update());
        return rows;
    }

    /**
     * Records that may count for communities, or for placed people, on any day of a range, each with all its facts: what is
     * held for two communities is judged as a whole or not at all. Withdrawn ones are left out.
     */
    public Map<Source, List<Fact>> between(Collection<String> communities, LocalDate first, LocalDate last) {
        return bySource(jdbc.sql(SELECT + """
                 where withdrawn_at is null and (source_kind, source_id) in (
                    select source_kind, source_id from obligation.fact
                    where withdrawn_at is null and first_day <= :last::date and last_day >= :first::date
                        and (community is null or :all or community = any(:communities::text[])))
                order by source_kind, source_id, part
                """).param("last", Rows.day(last)).param("first", Rows.day(first))
                .param("all", communities.isEmpty()).param("communities", communities.toArray(String[]::new))
                .query(FactStore::kept).list());
    }

    /** How many records that are not withdrawn begin on any of these days. */
    public int recordsOn(List<DateRange> days) {
        return jdbc.sql("""
                select count(distinct (f.source_kind, f.source_id)) from obligation.fact f,
                    unnest(:firsts::date[], :lasts::date[]) as days (first, last)
                where f.withdrawn_at is null and f.first_day between days.first and days.last
                """).param("firsts", Rows.days(days, DateRange::first)).param("lasts", Rows.days(days, DateRange::last))
                .query(Integer.class).single();
    }

    /** How many records touch a range of days, and how often these were written: another figure after any change. */
    public String print(LocalDate first, LocalDate last) {
        return jdbc.sql("""
                select count(*) || ' ' || coalesce(sum(s.revision), 0) || ' ' || coalesce(sum(f.gone), 0)
                from (select source_kind, source_id, count(withdrawn_at) as gone from obligation.fact
                    where first_day <= :last::date and last_day >= :first::date group by source_kind, source_id) f
                join obligation.source s on s.kind = f.source_kind and s.id = f.source_id
                """).param("last", Rows.day(last)).param("first", Rows.day(first)).query(String.class).single();
    }

    /** Everything that is not withdrawn. */
    public Map<Source, List<Fact>> all() {
        return between(List.of(), LocalDate.MIN, LocalDate.MAX);
    }

    /** Facts of some kinds in communities (or of placements) that touch a range of days, withdrawn ones too. */
    public List<Kept> near(Collection<String> communities, Collection<String> kinds, LocalDate first, LocalDate last) {
        return jdbc.sql(SELECT + """
                 where kind = any(:kinds::text[]) and (community = any(:communities::text[]) or community is null)
                    and first_day <= :last::date and last_day >= :first::date
                order by first_day, source_id, part
                """).param("kinds", kinds.toArray(String[]::new))
                .param("communities", communities.toArray(String[]::new)).param("first", Rows.day(first))
                .param("last", Rows.day(last)).query(FactStore::kept).list();
    }

    /** The facts behind records, withdrawn ones too. */
    public List<Kept> of(Collection<Source> sources) {
        return jdbc.sql(SELECT + """
                 where (source_kind, source_id) in (select * from unnest(:kinds::text[], :ids::uuid[]))
                order by source_kind, source_id, part
                """).param("kinds", Rows.texts(sources, Source::kind))
                .param("ids", Rows.texts(sources, source -> source.id().toString())).query(FactStore::kept).list();
    }

    private static Map<Source, List<Fact>> bySource(List<Kept> kept) {
        Map<Source, List<Fact>> facts = new LinkedHashMap<>();
        kept.forEach(row -> facts.computeIfAbsent(row.source(), _ -> new ArrayList<>()).add(row.fact()));
        return facts;
    }

    private static Kept kept(ResultSet row, int n) throws SQLException {
        return new Kept(new Source(row.getString("source_kind"), row.getObject("source_id", UUID.class)),
                FactCodec.read(row.getString("kind"), row.getString("body")), row.getBoolean("withdrawn"));
    }
}
