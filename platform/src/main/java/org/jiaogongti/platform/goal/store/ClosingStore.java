package org.jiaogongti.platform.goal.store;

import static org.jiaogongti.platform.goal.store.OutcomeStore.plain;
import static org.jiaogongti.platform.goal.store.OutcomeStore.texts;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jiaogongti.charter.goals.Attainment.Ground;
import org.jiaogongti.charter.goals.Whose;
import org.jiaogongti.platform.goal.By;
import org.jiaogongti.platform.goal.Closing;
import org.jiaogongti.platform.goal.Closing.State;
import org.jiaogongti.platform.goal.ClosingLine;
import org.jiaogongti.platform.goal.Place;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Closes of rounds and their lines. */
@Repository
public class ClosingStore {

    private static final String SELECT = """
            select id, round, state, version, as_of, words, sha256, proposed_by, proposed_name, proposed_on, decided_by,
                decided_name, decided_on, reason
            from goal.closing
            """;

    private final JdbcClient jdbc;

    ClosingStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The newest first. */
    public List<Closing> ofRound(String round) {
        return jdbc.sql(SELECT + " where round = :round order by id desc").param("round", round)
                .query(ClosingStore::closing).list();
    }

    /** The same, and until the end of the transaction nobody else decides about one of them. */
    public List<Closing> hold(String round) {
        return jdbc.sql(SELECT + " where round = :round order by id desc for update").param("round", round)
                .query(ClosingStore::closing).list();
    }

    /** Those that nobody has decided about, at most one of a round. */
    public List<Closing> waiting() {
        return jdbc.sql(SELECT + " where state = 'PROPOSED' order by id").query(ClosingStore::closing).list();
    }

    private static Closing closing(ResultSet row, int number) throws SQLException {
        return new Closing(row.getObject("id", UUID.class), row.getString("round"),
                State.valueOf(row.getString("state")), row.getObject("version", Integer.class),
                row.getObject("as_of", LocalDate.class), row.getString("words"), row.getString("sha256"),
                Objects.requireNonNull(by(row, "proposed")), by(row, "decided"), row.getString("reason"));
    }

    private static @Nullable By by(ResultSet row, String what) throws SQLException {
        UUID account = row.getObject(what + "_by", UUID.class);
        return account == null
                ? null
                : new By(account, row.getString(what + "_name"), row.getObject(what + "_on", LocalDate.class));
    }

    /** False, and nothing is written, where another one of the round waits. */
    public boolean add(Closing closing, List<ClosingLine> lines) {
        By decided = closing.decided();
        int added = jdbc
                .sql("""
                        insert into goal.closing (id, round, state, version, as_of, words, sha256, proposed_by, proposed_name,
                            proposed_on, decided_by, decided_name, decided_on, reason)
                        values (:id, :round, :state, :version, :asOf, :words, :sha256, :by, :name, :on, :decidedBy, :decidedName,
                            :decidedOn, :reason)
                        on conflict do nothing
                        """)
                .param("id", closing.id()).param("round", closing.round()).param("state", closing.state().name())
                .param("version", closing.version(), java.sql.Types.INTEGER).param("asOf", closing.asOf())
                .param("words", closing.words()).param("sha256", closing.sha256())
                .param("by", closing.proposed().account()).param("name", closing.proposed().name())
                .param("on", closing.proposed().on())
                .param("decidedBy", decided == null ? null : decided.account(), java.sql.Types.OTHER)
                .param("decidedName", decided == null ? null : decided.name(), java.sql.Types.VARCHAR)
                .param("decidedOn", decided == null ? null : decided.on(), java.sql.Types.DATE)
                .param("reason", closing.reason()).update();
        if (added == 1) {
            addLines(closing.id(), lines);
        }
        return added == 1;
    }

    private void addLines(UUID closing, List<ClosingLine> lines) {
        jdbc.sql(
                """
                        insert into goal.closing_line (closing, position, goal, clause, quote, name, unit, whose, place, place_name,
                            baseline, baseline_on, baseline_error, least, greatest, margin, basis, measured_on, value,
                            standard_error, freedom, ground, low, high, probability, source)
                        select :closing, given.* from (select row_number() over (), g.* from unnest(:goals::text[], :clauses::text[],
                            :quotes::text[], :names::text[], :units::text[], :whose::text[], :places::uuid[], :placeNames::text[],
                            :baselines::numeric[], :baselineDays::date[], :baselineErrors::numeric[], :leasts::numeric[],
                            :greatests::numeric[], :margins::numeric[], :bases::text[], :days::date[], :values::numeric[],
                            :errors::numeric[], :freedoms::int[], :grounds::text[], :lows::numeric[], :highs::numeric[],
                            :probabilities::numeric[], :sources::text[]) as g) as given
                        """)
                .param("closing", closing).param("goals", texts(lines, line -> line.about().goal()))
                .param("clauses", texts(lines, line -> line.about().clause()))
                .param("quotes", texts(lines, line -> line.about().quote()))
                .param("names", texts(lines, line -> line.about().name()))
                .param("units", texts(lines, line -> line.about().unit()))
                .param("whose", texts(lines, line -> line.about().place().whose()))
                .param("places", texts(lines, line -> line.about().place().id()))
                .param("placeNames", texts(lines, line -> line.about().place().name()))
                .param("baselines", texts(lines, line -> line.from().value()))
                .param("baselineDays", texts(lines, line -> line.from().on()))
                .param("baselineErrors", texts(lines, line -> line.from().error()))
                .param("leasts", texts(lines, line -> line.aim().least()))
                .param("greatests", texts(lines, line -> line.aim().greatest()))
                .param("margins", texts(lines, line -> line.aim().margin()))
                .param("bases", texts(lines, line -> line.aim().basis()))
                .param("days", texts(lines, line -> line.found().on()))
                .param("values", texts(lines, line -> line.found().value()))
                .param("errors", texts(lines, line -> line.found().error()))
                .param("freedoms", texts(lines, line -> line.found().freedom()))
                .param("grounds", texts(lines, line -> line.found().ground()))
                .param("lows", texts(lines, line -> line.found().low()))
                .param("highs", texts(lines, line -> line.found().high()))
                .param("probabilities", texts(lines, line -> line.found().probability()))
                .param("sources", texts(lines, line -> line.found().source())).update();
    }

    /** Decided once; what was decided already is left as it is. */
    public void decide(UUID id, State state, @Nullable Integer version, By by, String reason) {
        jdbc.sql("""
                update goal.closing set state = :state, version = :version, decided_by = :by, decided_name = :name,
                    decided_on = :on, reason = :reason
                where id = :id
                """).param("id", id).param("state", state.name()).param("version", version, java.sql.Types.INTEGER)
                .param("by", by.account()).param("name", by.name()).param("on", by.on()).param("reason", reason)
                .update();
    }

    /** In the order they were signed in. */
    public List<ClosingLine> lines(UUID closing) {
        return jdbc.sql("select * from goal.closing_line where closing = :id order by position").param("id", closing)
                .query(ClosingStore::line).list();
    }

    private static ClosingLine line(ResultSet row, int number) throws SQLException {
        return new ClosingLine(
                new ClosingLine.About(row.getString("goal"), row.getString("clause"), row.getString("quote"),
                        row.getString("name"), row.getString("unit"),
                        new Place(Whose.valueOf(row.getString("whose")), row.getObject("place", UUID.class),
                                row.getString("place_name"))),
                new ClosingLine.From(plain(row.getBigDecimal("baseline")),
                        row.getObject("baseline_on", LocalDate.class), plain(row.getBigDecimal("baseline_error"))),
                new ClosingLine.Aim(plain(row.getBigDecimal("least")), plain(row.getBigDecimal("greatest")),
                        Objects.requireNonNullElse(plain(row.getBigDecimal("margin")), BigDecimal.ZERO),
                        row.getString("basis")),
                new ClosingLine.Found(row.getObject("measured_on", LocalDate.class), plain(row.getBigDecimal("value")),
                        plain(row.getBigDecimal("standard_error")), row.getObject("freedom", Integer.class),
                        Ground.valueOf(row.getString("ground")), plain(row.getBigDecimal("low")),
                        plain(row.getBigDecimal("high")), plain(row.getBigDecimal("probability")),
                        row.getString("source")));
    }
}
