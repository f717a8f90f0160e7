package org.jiaogongti.platform.obligation.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jiaogongti.charter.counting.InstanceKey;
import org.jiaogongti.platform.access.District;
import org.jiaogongti.platform.access.Scope;
import org.jiaogongti.platform.obligation.Span;
import org.jiaogongti.platform.obligation.Standing;
import org.jiaogongti.platform.sample.SampleStandings;
import org.jiaogongti.platform.testing.PlatformTest;
import org.jiaogongti.platform.testing.SqlCount;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** What the pages read from the sample world's database: the engine's figures, in a fixed number of statements. */
@PlatformTest
@Order(1)
class SampleReadsTest {

    private static final District DISTRICT = new District("330213");
    private static final String TERM = "2024-2025-1";
    private static final BoardBuilder.Asked ALL = new BoardBuilder.Asked("", "");

    private final Boards boards;
    private final Duties duties;
    private final Words words = new Words(Rendering.ZH);

    SampleReadsTest(Boards boards, Duties duties) {
        this.boards = boards;
        this.duties = duties;
    }

    private Optional<BoardView> board(Span.Width width) {
        return Scope.call(DISTRICT, () -> boards.view(TERM, width, ALL, words));
    }

    @Test
    void theBoardIsAWholeEvaluationOfTheSampleWorld() {
        BoardView read = board(Span.Width.TERM).orElseThrow();
        SampleStandings sample = SampleStandings.at(LocalDate.of(2024, 11, 20));
        Span span = Span.of(sample.inForce().charter(), sample.inForce().world(),
                Span.terms(sample.inForce().world()).stream().filter(term -> term.name().equals(TERM)).findFirst()
                        .orElseThrow(),
                Span.Width.TERM);
        List<Standing> shown = sample.standings().stream()
                .filter(standing -> span.periods().contains(standing.key().period())).toList();
        BoardView evaluated = new BoardBuilder(new BoardFacts(sample.inForce().charter(), sample.inForce().world(),
                sample.inForce().labels(), shown, Outlooks.NONE, List.of(), sample.today()), span, ALL, words).build();
        // What was held of kinds that the notice does not name is no part of the engine's sample; it needs filing as well.
        assertThat(figures(read)).filteredOn(SampleReadsTest::noPaper).isEqualTo(
                figures(evaluated).stream().filter(SampleReadsTest::noPaper).toList());
        assertThat(figures(read)).filteredOn(figure -> !noPaper(figure))
                .hasSize(2 * sample.inForce().world().communities().size()).allMatch(figure -> figure.endsWith("次"));
    }

    private static boolean isOneOfMany(Standing standing) {
        return !noPaper(standing.duty()) && !standing.key().counterpart().endsWith("7");
    }

    private static boolean noPaper(String figure) {
        return !figure.startsWith("Q08") && !figure.startsWith("Q09");
    }

    private static List<String> figures(BoardView view) {
        List<String> figures = new ArrayList<>();
        view.parts().forEach(part -> part.rows().forEach(
                row -> row.cells().forEach(cell -> figures.add(row.duty() + " " + cell.figure()))));
        return figures;
    }

    @Test
    void theBoardTakesAtMostThreeSelectsForATermAndForARound() {
        board(Span.Width.TERM);
        SqlCount.of(() -> board(Span.Width.TERM)).assertSelectsAtMost(3);
        SqlCount.of(() -> board(Span.Width.ROUND)).assertSelectsAtMost(3);
    }

    @Test
    void everyInstanceOfTheTermOpensInAFixedNumberOfSelects() {
        List<Standing> standings = new ArrayList<>(
                Scope.call(DISTRICT, () -> boards.overview(TERM, Span.Width.TERM)).orElseThrow().standings());
        Standing filed = standings.stream().filter(standing -> standing.key().counterpart().equals(Standing.ALL_MET))
                .findFirst().orElseThrow();
        // One activity's page costs what another's does: some stand for all of them.
        standings.removeIf(SampleReadsTest::isOneOfMany);
        standings.addAll(Scope.call(DISTRICT, () -> boards.cell(filed.duty(), filed.instance().community(), TERM,
                Span.Width.TERM)).orElseThrow().standings().stream().filter(each -> !isOneOfMany(each)).toList());
        // Names of schools and people are read once and kept; what a page costs is seen after that.
        standings.forEach(standing -> Scope.call(DISTRICT, () -> duties.instance(standing.key(), words)));
        for (Standing standing : standings) {
            InstanceKey key = standing.key();
            SqlCount.Counted<Optional<DutyView>> opened = SqlCount
                    .measure(() -> Scope.call(DISTRICT, () -> duties.instance(key, words)));
            opened.sql().assertSelectsAtMost(10);
            DutyView view = opened.value().orElseThrow();
            assertThat(view.counted().stream().mapToInt(DutyView.Line::amount).sum()).as(key.toString())
                    .isEqualTo(standing.counted());
        }
    }

    @Test
    void aDistrictSeesNothingOfAnother() {
        InstanceKey key = Scope.call(DISTRICT, () -> boards.overview(TERM, Span.Width.TERM)).orElseThrow().standings()
                .getFirst().key();
        assertThat(Scope.call(new District("440304"), () -> duties.instance(key, words))).isEmpty();
        assertThat(Scope.call(new District("440304"), () -> boards.view(TERM, Span.Width.TERM, ALL, words))).isEmpty();
    }
}
