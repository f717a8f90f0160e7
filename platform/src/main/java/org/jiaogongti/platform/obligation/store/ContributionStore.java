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
import org.jiaogongti.charter.counting.InstanceKey;
import org.jiaogongti.platform.obligation.Source;
import org.jiaogongti.platform.obligation.model.Footing;
import org.jiaogongti.platform.obligation.model.Line;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The append-only ledger of contributions. */
@Repository
public class ContributionStore {

    /** Lines that are not taken back. */
    private static final String STANDING = """
            select c.source_kind, c.source_id, c.revision, c.part, c.duty, c.bearer, c.counterpart, c.period, c.standing,
                c.amount, c.counts_on
            from obligation.contribution c
            where c.entry = 'count' and not exists (
                select from obligation.contribution w
                where w.source_kind = c.source_kind and w.source_id = c.source_id and w.revision = c.revision
                    and w.part = c.part and w.duty = c.duty and w.bearer = c.bearer and w.counterpart = c.counterpart
                    and w.period = c.period and w.entry = 'withdrawal')
            """;

    private final JdbcClient jdbc;

    ContributionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A line with the revision that wrote it. */
    public record Entered(Source source, int revision, Line line) {}

    /** What records count now: each is looked up by itself, so that its few lines are all that is read of the ledger. */
    public Map<Source, List<Entered>> standing(Collection<Source> sources) {
        Map<Source, List<Entered>> standing = new LinkedHashMap<>();
        jdbc.sql("""
                select c.*
                from (select distinct kind, id from unnest(:kinds::text[], :ids::uuid[]) as asked (kind, id)) asked
                cross join lateral (
                    select c.source_kind, c.source_id, c.revision, c.part, c.duty, c.bearer, c.counterpart, c.period,
                        min(c.standing) as standing, min(c.amount) as amount, min(c.counts_on) as counts_on
                    from obligation.contribution c
                    where c.source_kind = asked.kind and c.source_id = asked.id
                    group by c.source_kind, c.source_id, c.revision, c.part, c.duty, c.bearer, c.counterpart, c.period
                    having not bool_or(c.entry = 'withdrawal')) c
                """).param("kinds", Rows.texts(sources, Source::kind))
                .param("ids", Rows.texts(sources, source -> source.id().toString())).query(ContributionStore::entered)
                .list().forEach(entered -> standing.computeIfAbsent(entered.source(), _ -> new ArrayList<>())
                        .add(entered));
        return standing;
    }

    /** What counts for one instance, in the order of the days. */
    public List<Entered> standing(InstanceKey key) {
        return jdbc.sql(STANDING + """
                 and c.duty = :duty and c.bearer = :bearer and c.counterpart = :counterpart and c.period = :period
                order by c.counts_on, c.source_id, c.part
                """).param("duty", key.duty()).param("bearer", key.bearer()).param("counterpart", key.counterpart())
                .param("period", key.period()).query(ContributionStore::entered).list();
    }

    /** What counted for some duties in some periods: the past that a forecast rests on. */
    public List<Entered> standing(Collection<String> duties, Collection<String> periods) {
        return jdbc.sql(STANDING + " and c.duty = any(:duties::text[]) and c.period = any(:periods::text[])")
                .param("duties", duties.toArray(String[]::new)).param("periods", periods.toArray(String[]::new))
                .query(ContributionStore::entered).list();
    }

    /** One statement for new lines and for those that take old ones back. */
    public void append(Collection<Entered> counted, Collection<Entered> withdrawn, Instant at) {
        if (counted.isEmpty() && withdrawn.isEmpty()) {
            return;
        }
        List<Entry> entries = new ArrayList<>(counted.size() + withdrawn.size());
        withdrawn.forEach(entered -> entries.add(new Entry(entered, "withdrawal", -entered.line().amount())));
        counted.forEach(entered -> entries.add(new Entry(entered, "count", entered.line().amount())));
        jdbc.sql(
                """
                        insert into obligation.contribution (source_kind, source_id, revision, part, duty, bearer, counterpart,
                            period, entry, standing, amount, counts_on, recorded_at)
                        select source_kind, source_id, revision, part, duty, bearer, counterpart, period, entry, standing, amount,
                            counts_on, :at
                        from unnest(:kinds::text[], :ids::uuid[], :revisions::int[], :parts::text[], :duties::text[],
                            :bearers::text[], :counterparts::text[], :periods::text[], :entries::text[], :standings::text[],
                            :amounts::int[], :days::date[])
                            as entered (source_kind, source_id, revision, part, duty, bearer, counterpart, period, entry, standing,
                                amount, counts_on)
                        """)
                .param("kinds", Rows.texts(entries, entry -> entry.entered().source().kind()))
                .param("ids", Rows.texts(entries, entry -> entry.entered().source().id().toString()))
                .param("revisions", Rows.numbers(entries, entry -> entry.entered().revision()))
                .param("parts", Rows.texts(entries, entry -> entry.line().part()))
                .param("duties", Rows.texts(entries, entry -> entry.line().key().duty()))
                .param("bearers", Rows.texts(entries, entry -> entry.line().key().bearer()))
                .param("counterparts", Rows.texts(entries, entry -> entry.line().key().counterpart()))
                .param("periods", Rows.texts(entries, entry -> entry.line().key().period()))
                .param("entries", Rows.texts(entries, Entry::what))
                .param("standings", Rows.texts(entries, entry -> entry.line().footing().name()))
                .param("amounts", Rows.numbers(entries, Entry::amount))
                .param("days", Rows.days(entries, entry -> entry.line().countsOn()))
                .param("at", at.atOffset(ZoneOffset.UTC)).update();
    }

    private record Entry(Entered entered, String what, int amount) {

        Line line() {
            return entered.line();
        }
    }

    private static Entered entered(ResultSet row, int n) throws SQLException {
        InstanceKey key = new InstanceKey(row.getString("duty"), row.getString("bearer"), row.getString("counterpart"),
                row.getString("period"));
        return new Entered(new Source(row.getString("source_kind"), row.getObject("source_id", UUID.class)),
                row.getInt("revision"), new Line(row.getString("part"), key, Footing.valueOf(row.getString("standing")),
                        row.getInt("amount"), row.getObject("counts_on", LocalDate.class)));
    }
}
