package org.jiaogongti.platform.goal.store;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jiaogongti.charter.goals.Whose;
import org.jiaogongti.platform.goal.By;
import org.jiaogongti.platform.goal.OutcomeFact;
import org.jiaogongti.platform.goal.OutcomeFact.Version;
import org.jiaogongti.platform.goal.OutcomeFact.What;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Outcomes with their versions. Rows are added and never changed. */
@Repository
public class OutcomeStore {

    private static final String SELECT = """
            select o.id, o.goal, o.whose, o.place, o.measured_on, o.origin, v.version, v.what, v.value, v.standard_error,
                v.freedom, v.number, v.source, v.reason, v.actor, v.actor_name, v.on_day
            from goal.outcome o join goal.outcome_version v on v.district = o.district and v.outcome = o.id
            """;
    private static final String ORDER = " order by o.measured_on, o.id, v.version";

    private final JdbcClient jdbc;

    OutcomeStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What was measured on some days; the oldest day first. */
    public List<OutcomeFact> between(LocalDate first, LocalDate last) {
        return facts(jdbc.sql(SELECT + " where o.measured_on between :first and :last" + ORDER).param("first", first)
                .param("last", last));
    }

    public Optional<OutcomeFact> find(UUID id) {
        return facts(jdbc.sql(SELECT + " where o.id = :id" + ORDER).param("id", id)).stream().findFirst();
    }

    /** The one of a goal, a place and a day. */
    public Optional<OutcomeFact> ofDay(String goal, @Nullable UUID place, LocalDate day) {
        return facts(jdbc.sql(SELECT + """
                 where o.goal = :goal and o.place is not distinct from :place::uuid and o.measured_on = :day
                """ + ORDER).param("goal", goal).param("place", text(place)).param("day", day)).stream().findFirst();
    }

    private static List<OutcomeFact> facts(JdbcClient.StatementSpec sql) {
        Map<UUID, List<Version>> versions = new LinkedHashMap<>();
        Map<UUID, OutcomeFact> bare = new LinkedHashMap<>();
        sql.query(row -> {
            UUID id = row.getObject("id", UUID.class);
            versions.computeIfAbsent(id, _ -> new ArrayList<>()).add(version(row));
            bare.put(id, new OutcomeFact(id, row.getString("goal"), Whose.valueOf(row.getString("whose")),
                    row.getObject("place", UUID.class), row.getObject("measured_on", LocalDate.class),
                    row.getString("origin"), versions.getOrDefault(id, List.of())));
        });
        return List.copyOf(bare.values());
    }

    private static Version version(ResultSet row) throws SQLException {
        return new Version(row.getInt("version"), What.valueOf(row.getString("what")),
                plain(row.getBigDecimal("value")), plain(row.getBigDecimal("standard_error")),
                row.getObject("freedom", Integer.class), row.getObject("number", Integer.class),
                row.getString("source"), row.getString("reason"),
                new By(row.getObject("actor", UUID.class), row.getString("actor_name"),
                        row.getObject("on_day", LocalDate.class)));
    }

    /** As it was typed: without the zeros that the column fills up with. */
    static @Nullable BigDecimal plain(@Nullable BigDecimal number) {
        if (number == null) {
            return null;
        }
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    /**
     * Outcomes with all their versions.
     *
     * @return false, and nothing is written, where there is one of the same goal, place and day
     */
    public boolean add(Collection<OutcomeFact> facts) {
        int added = jdbc.sql("""
                insert into goal.outcome (id, goal, whose, place, measured_on, origin)
                select * from unnest(:ids::uuid[], :goals::text[], :whose::text[], :places::uuid[], :days::date[],
                    :origins::text[])
                on conflict do nothing
                """).param("ids", texts(facts, OutcomeFact::id)).param("goals", texts(facts, OutcomeFact::goal))
                .param("whose", texts(facts, OutcomeFact::whose)).param("places", texts(facts, OutcomeFact::place))
                .param("days", texts(facts, OutcomeFact::measuredOn))
                .param("origins", texts(facts, OutcomeFact::origin)).update();
        List<Row> rows = new ArrayList<>();
        facts.forEach(fact -> fact.versions().forEach(version -> rows.add(new Row(fact.id(), version))));
        return added == facts.size() && addVersions(rows);
    }

    /** False where somebody else has written this version meanwhile. */
    public boolean addVersion(UUID outcome, Version version) {
        return addVersions(List.of(new Row(outcome, version)));
    }

    private record Row(UUID outcome, Version version) {}

    private boolean addVersions(List<Row> rows) {
        return jdbc
                .sql("""
                        insert into goal.outcome_version (outcome, version, what, value, standard_error, freedom, number, source,
                            reason, actor, actor_name, on_day)
                        select * from unnest(:outcomes::uuid[], :versions::int[], :whats::text[], :values::numeric[],
                            :errors::numeric[], :freedoms::int[], :numbers::int[], :sources::text[], :reasons::text[],
                            :actors::uuid[], :names::text[], :days::date[])
                        on conflict do nothing
                        """)
                .param("outcomes", texts(rows, Row::outcome))
                .param("versions", texts(rows, row -> row.version().number()))
                .param("whats", texts(rows, row -> row.version().what()))
                .param("values", texts(rows, row -> row.version().value()))
                .param("errors", texts(rows, row -> row.version().error()))
                .param("freedoms", texts(rows, row -> row.version().freedom()))
                .param("numbers", texts(rows, row -> row.version().people()))
                .param("sources", texts(rows, row -> row.version().source()))
                .param("reasons", texts(rows, row -> row.version().reason()))
                .param("actors", texts(rows, row -> row.version().by().account()))
                .param("names", texts(rows, row -> row.version().by().name()))
                .param("days", texts(rows, row -> row.version().by().on())).update() == rows.size();
    }

    static <T> @Nullable String[] texts(Collection<T> rows, Function<? super T, ? extends @Nullable Object> column) {
        return rows.stream().map(row -> text(column.apply(row))).toArray(String[]::new);
    }

    static @Nullable String text(@Nullable Object value) {
        return value instanceof BigDecimal number ? number.toPlainString() : value == null ? null : value.toString();
    }
}
