package org.jiaogongti.platform.obligation.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jiaogongti.charter.Modality;
import org.jiaogongti.charter.counting.Instance;
import org.jiaogongti.charter.counting.InstanceKey;
import org.jiaogongti.platform.obligation.AppliedWaiver;
import org.jiaogongti.platform.obligation.Source;
import org.jiaogongti.platform.obligation.Standing;
import org.jiaogongti.platform.obligation.model.Sum;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** One row for each instance. */
@Repository
public class ProgressStore {

    private static final String COLUMNS = """
            p.duty, p.bearer, p.counterpart, p.period, p.community, p.modality, p.target, p.first_day, p.last_day,
            p.exists_from, p.counted, p.planned, p.disputed, p.waiver, p.waived_on, p.waived_target, p.derived_kind, p.derived_id, p.about
            """;
    private static final String HEAD = "select l.version, l.charter, l.overlays, l.applied_to, ";
    private static final String ORDER = " order by p.duty, p.bearer, p.counterpart, p.period";
    /** An occasion's own instance names the occasion as its counterpart. */
    private static final String MET_EACH_TIME = """
            (p.derived_id is not null and p.counterpart = p.derived_id::text and p.counted >= p.target
                and p.waiver is null)
            """;
    private static final String KEYS = """
            unnest(:duties::text[], :bearers::text[], :counterparts::text[], :periods::text[])
            """;

    private final JdbcClient jdbc;

    ProgressStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Rows together with the ledger's row, read in one statement. */
    public record Read(Optional<Head> head, List<ProgressRow> rows) {}

    public Read ofPeriods(Collection<String> periods) {
        return read("p.period = any(:periods::text[])", sql -> sql.param("periods", periods.toArray(String[]::new)));
    }

    public Read ofCommunity(String community, Collection<String> periods) {
        return read("p.community = :community and p.period = any(:periods::text[])", sql -> sql
                .param("community", community).param("periods", periods.toArray(String[]::new)));
    }

    /**
     * The same with one row for all that is met of an each-time duty by one bearer in one period: as many owed as counted,
     * towards {@link Standing#ALL_MET}. So much as was held in a term would otherwise be read for one figure.
     */
    public Read summedOfPeriods(Collection<String> periods) {
        return summed("p.period = any(:periods::text[])",
                sql -> sql.param("periods", periods.toArray(String[]::new)));
    }

    public Read summedOfCommunity(String community, Collection<String> periods) {
        return summed("p.community = :community and p.period = any(:periods::text[])", sql -> sql
                .param("community", community).param("periods", periods.toArray(String[]::new)));
    }

    /** One duty of one community. */
    public Read ofCell(String duty, String community, Collection<String> periods) {
        return read("p.duty = :duty and p.community = :community and p.period = any(:periods::text[])", sql -> sql
                .param("duty", duty).param("community", community)
                .param("periods", periods.toArray(String[]::new)));
    }

    /** One instance and what the same bearer owed the same counterpart in other periods. */
    public Read ofDuty(InstanceKey key) {
        return read("p.duty = :duty and p.bearer = :bearer and p.counterpart = :counterpart",
                sql -> sql.param("duty", key.duty()).param("bearer", key.bearer()).param("counterpart",
                        key.counterpart()));
    }

    /** Instances of some duties whose last possible day lies in a range. */
    public Read ofDuties(Collection<String> duties, LocalDate first, LocalDate last) {
        return read("p.duty = any(:duties::text[]) and p.last_day between :first and :last", sql -> sql
                .param("duties", duties.toArray(String[]::new)).param("first", first).param("last", last));
    }

    public Read of(Collection<InstanceKey> keys) {
        return read("(p.duty, p.bearer, p.counterpart, p.period) in (select * from " + KEYS + ")",
                sql -> keyed(sql, keys));
    }

    public Read all() {
        return read("true", sql -> sql);
    }

    private Read read(String condition, UnaryOperator<StatementSpec> params) {
        return rows(params.apply(jdbc.sql(HEAD + COLUMNS + """
                from obligation.ledger l left join obligation.progress p on p.district = l.district and
                """ + condition + ORDER)));
    }

    private Read summed(String condition, UnaryOperator<StatementSpec> params) {
        return rows(params.apply(jdbc.sql(HEAD + COLUMNS + """
                from obligation.ledger l left join (
                    select p.district,
                """ + COLUMNS + """
                    from obligation.progress p where not
                """ + MET_EACH_TIME + " and " + condition + """
                    union all
                    select p.district, p.duty, p.bearer, :all, p.period, p.community, p.modality, sum(p.target)::int,
                        min(p.first_day), max(p.last_day), min(p.exists_from), sum(p.target)::int, 0, 0, null::uuid,
                        null::date, null::int, null, null::uuid, null
                    from obligation.progress p where
                """ + MET_EACH_TIME + " and " + condition + """
                    group by p.district, p.duty, p.bearer, p.period, p.community, p.modality
                ) p on p.district = l.district
                """ + ORDER)).param("all", Standing.ALL_MET));
    }

    private static Read rows(StatementSpec sql) {
        List<Head> heads = new ArrayList<>(1);
        List<ProgressRow> rows = new ArrayList<>();
        sql.query(row -> {
            if (heads.isEmpty()) {
                heads.add(LedgerStore.head(row, 0));
            }
            if (row.getString("duty") != null) {
                rows.add(row(row, 0));
            }
        });
        return new Read(heads.stream().findFirst(), rows);
    }

    /**
     * Moves rows by a change. Locks them in the order of their keys before the first is written, so that two changes
     * that share rows wait for each other and never in a circle: how many are locked is asked before any row is looked at.
     * The rows are then found by the change itself, whose size is known, and not by what was locked, which the planner takes
     * for one row.
     */
    public List<ProgressRow> move(SortedMap<InstanceKey, Sum> sums) {
        if (sums.isEmpty()) {
            return List.of();
        }
        return keyed(jdbc
                .sql("""
                        with delta as (
                            select * from unnest(:duties::text[], :bearers::text[], :counterparts::text[], :periods::text[],
                                :counted::int[], :planned::int[], :disputed::int[])
                                as delta (duty, bearer, counterpart, period, counted, planned, disputed)
                        ), locked as (
                            select p.duty from obligation.progress p join delta d using (duty, bearer, counterpart, period)
                            order by p.duty, p.bearer, p.counterpart, p.period
                            for update of p
                        )
                        update obligation.progress p set counted = p.counted + d.counted, planned = p.planned + d.planned,
                            disputed = p.disputed + d.disputed
                        from delta d
                        where (select count(*) from locked) > 0
                            and p.duty = d.duty and p.bearer = d.bearer and p.counterpart = d.counterpart and p.period = d.period
                        returning
                        """
                        + COLUMNS),
                sums.keySet()).param("counted", Rows.numbers(sums.values(), Sum::counted))
                .param("planned", Rows.numbers(sums.values(), Sum::planned))
                .param("disputed", Rows.numbers(sums.values(), Sum::disputed)).query(ProgressStore::row).list();
    }

    /**
     * Adds instances, or brings the terms of known ones up to date. A decision that once was resolved into an instance
     * that comes back lies on it again.
     */
    public void put(Collection<NewInstance> instances) {
        if (instances.isEmpty()) {
            return;
        }
        List<InstanceKey> keys = instances.stream().map(each -> each.instance().key()).toList();
        keyed(jdbc
                .sql("""
                        insert into obligation.progress (duty, bearer, counterpart, period, community, modality, target, first_day,
                            last_day, exists_from, derived_kind, derived_id, about, waiver, waived_on, waived_target)
                        select g.duty, g.bearer, g.counterpart, g.period, g.community, g.modality, g.target, g.first_day,
                            g.last_day, g.exists_from, g.derived_kind, g.derived_id, g.about, w.id, w.decided_on, w.target
                        from unnest(:duties::text[], :bearers::text[], :counterparts::text[], :periods::text[],
                                :communities::text[], :modalities::text[], :targets::int[], :firsts::date[], :lasts::date[],
                                :existsFrom::date[], :derivedKinds::text[], :derivedIds::uuid[], :abouts::text[])
                            as g (duty, bearer, counterpart, period, community, modality, target, first_day, last_day, exists_from,
                                derived_kind, derived_id, about)
                        left join (
                            select line.duty, line.bearer, line.counterpart, line.period, w.id, w.decided_on, w.target
                            from obligation.waiver_line line join obligation.waiver w on w.id = line.waiver
                            where not exists (select from obligation.waiver_revocation r where r.waiver = w.id)
                        ) w using (duty, bearer, counterpart, period)
                        order by g.duty, g.bearer, g.counterpart, g.period
                        on conflict (district, duty, bearer, counterpart, period) do update set community = excluded.community,
                            modality = excluded.modality, target = excluded.target, first_day = excluded.first_day,
                            last_day = excluded.last_day, exists_from = excluded.exists_from, about = excluded.about
                        """),
                keys).param("communities", Rows.texts(instances, each -> each.instance().community()))
                .param("modalities", Rows.texts(instances, each -> each.instance().modality().name()))
                .param("targets", Rows.numbers(instances, each -> each.instance().target()))
                .param("firsts", Rows.days(instances, each -> each.instance().firstDay()))
                .param("lasts", Rows.days(instances, each -> each.instance().lastDay()))
                .param("existsFrom", Rows.days(instances, each -> each.instance().existsFrom()))
                .param("derivedKinds",
                        Rows.texts(instances, each -> each.derivedFrom() == null ? null : each.derivedFrom().kind()))
                .param("derivedIds",
                        Rows.texts(instances,
                                each -> each.derivedFrom() == null ? null : each.derivedFrom().id().toString()))
                .param("abouts", Rows.texts(instances, NewInstance::about)).update();
    }

    /** Takes away what records brought about and bring about no more. */
    public void deleteDerived(Collection<Source> sources, Collection<InstanceKey> kept) {
        keyed(jdbc.sql("""
                delete from obligation.progress p
                where (p.derived_kind, p.derived_id) in (select * from unnest(:kinds::text[], :ids::uuid[]))
                    and (p.duty, p.bearer, p.counterpart, p.period) not in (select * from
                """ + KEYS + ")"), kept).param("kinds", Rows.texts(sources, Source::kind))
                .param("ids", Rows.texts(sources, source -> source.id().toString())).update();
    }

    public void delete(Collection<InstanceKey> keys) {
        if (!keys.isEmpty()) {
            keyed(jdbc.sql("""
                    delete from obligation.progress p
                    where (p.duty, p.bearer, p.counterpart, p.period) in (select * from
                    """ + KEYS + ")"), keys).update();
        }
    }

    /** Lets days begin (or, backwards, be undone): what starts on one of them counts, what was only planned is over. */
    public int advance(LocalDate from, LocalDate to) {
        boolean forward = !to.isBefore(from);
        return jdbc.sql("""
                with due as (
                    select c.duty, c.bearer, c.counterpart, c.period,
                        :sign * coalesce(sum(c.amount) filter (where c.standing = 'HELD'), 0) as held,
                        :sign * coalesce(sum(c.amount) filter (where c.standing = 'PLANNED'), 0) as past
                    from obligation.contribution c
                    where (c.standing = 'HELD' and c.counts_on > :first and c.counts_on <= :last)
                        or (c.standing = 'PLANNED' and c.counts_on >= :first and c.counts_on < :last)
                    group by c.duty, c.bearer, c.counterpart, c.period
                )
                update obligation.progress p set counted = p.counted + d.held, planned = p.planned - d.held - d.past
                from due d
                where p.duty = d.duty and p.bearer = d.bearer and p.counterpart = d.counterpart and p.period = d.period
                    and (d.held <> 0 or d.past <> 0)
                """).param("sign", forward ? 1 : -1).param("first", forward ? from : to)
                .param("last", forward ? to : from).update();
    }

    /** Lays a decision on instances that have none; gives back those it lies on now. */
    public List<InstanceKey> waive(Collection<InstanceKey> keys, AppliedWaiver waiver) {
        return keyed(jdbc.sql("""
                with locked as (
                    select p.duty, p.bearer, p.counterpart, p.period from obligation.progress p
                    where p.waiver is null and (p.duty, p.bearer, p.counterpart, p.period) in (select * from
                """ + KEYS + """
                    ) order by p.duty, p.bearer, p.counterpart, p.period for update
                )
                update obligation.progress p set waiver = :waiver, waived_on = :on, waived_target = :target
                from locked l
                where p.duty = l.duty and p.bearer = l.bearer and p.counterpart = l.counterpart and p.period = l.period
                returning p.duty, p.bearer, p.counterpart, p.period
                """), keys).param("waiver", waiver.id()).param("on", waiver.decidedOn())
                .param("target", waiver.target(), java.sql.Types.INTEGER).query(ProgressStore::key).list();
    }

    public void unwaive(UUID waiver) {
        jdbc.sql("""
                update obligation.progress set waiver = null, waived_on = null, waived_target = null
                where waiver = :waiver
                """).param("waiver", waiver).update();
    }

    /** The three figures as the contributions add up to, for every instance that has any. */
    public List<ProgressSum> sums(LocalDate appliedTo) {
        return jdbc.sql("""
                select c.duty, c.bearer, c.counterpart, c.period,
                    coalesce(sum(c.amount) filter (where c.standing = 'HELD' and c.counts_on <= :day), 0) as counted,
                    coalesce(sum(c.amount) filter (where c.standing = 'HELD' and c.counts_on > :day
                        or c.standing = 'PLANNED' and c.counts_on >= :day), 0) as planned,
                    coalesce(sum(c.amount) filter (where c.standing = 'DISPUTED'), 0) as disputed
                from obligation.contribution c
                group by c.duty, c.bearer, c.counterpart, c.period
                """).param("day", appliedTo).query((row, n) -> new ProgressSum(key(row, n),
                new Sum(row.getInt("counted"), row.getInt("planned"), row.getInt("disputed")))).list();
    }

    /** What an instance's contributions add up to. */
    public record ProgressSum(InstanceKey key, Sum sum) {}

    private static StatementSpec keyed(StatementSpec sql, Collection<InstanceKey> keys) {
        return sql.param("duties", Rows.texts(keys, InstanceKey::duty))
                .param("bearers", Rows.texts(keys, InstanceKey::bearer))
                .param("counterparts", Rows.texts(keys, InstanceKey::counterpart))
                .param("periods", Rows.texts(keys, InstanceKey::period));
    }

    private static InstanceKey key(ResultSet row, int n) throws SQLException {
        return new InstanceKey(row.getString("duty"), row.getString("bearer"), row.getString("counterpart"),
                row.getString("period"));
    }

    private static ProgressRow row(ResultSet row, int n) throws SQLException {
        Instance instance = new Instance(key(row, n), row.getString("community"),
                Modality.valueOf(row.getString("modality")), row.getInt("target"),
                row.getObject("first_day", LocalDate.class), row.getObject("last_day", LocalDate.class),
                row.getObject("exists_from", LocalDate.class));
        String derivedKind = row.getString("derived_kind");
        Source derivedFrom = derivedKind == null
                ? null
                : new Source(derivedKind, row.getObject("derived_id", UUID.class));
        @Nullable
        Integer waivedTarget = row.getObject("waived_target", Integer.class);
        return new ProgressRow(instance, new Sum(row.getInt("counted"), row.getInt("planned"), row.getInt("disputed")),
                ProgressRow.applied(row.getObject("waiver", UUID.class), row.getObject("waived_on", LocalDate.class),
                        waivedTarget),
                derivedFrom, row.getString("about"));
    }
}
