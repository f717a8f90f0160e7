package org.jiaogongti.platform.obligation.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
    private static final List<String> KEPT = List.of("Q06", "Q07", "Q28", "Q29", "Q30", "Q31");
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
                sample.inForce().labels(), shown, Map.of(), Outlooks.NONE, List.of(), sample.today()), span, ALL, words)
                .build();
        // What was held of kinds that the notice does not name is no part of the engine's sample; it needs filing as well.
        assertThat(figures(read)).filteredOn(SampleReadsTest::held).isEqualTo(
                figures(evaluated).stream().filter(SampleReadsTest::held).toList());
        assertThat(figures(read)).filteredOn(figure -> !noPaper(figure))
                .hasSize(2 * sample.inForce().world().communities().size()).allMatch(figure -> figure.endsWith("次"));
    }

    private static boolean isOneOfMany(Standing standing) {
        return !noPaper(standing.duty()) && !standing.key().counterpart().endsWith("7");
    }

    private static List<String> kept(BoardView view) {
        return figures(view).stream().filter(figure -> KEPT.stream().anyMatch(figure::startsWith)).toList();
    }

    /** What neither comes with a paper nor is read from lists that other modules keep. */
    private static boolean held(String figure) {
        return noPaper(figure) && KEPT.stream().noneMatch(figure::startsWith);
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

    /** Read beside the pages they come from: liaisons, guidance groups, leading groups, the year's appraisal. */
    @Test
    void theBoardShowsWhatOtherModulesKeepWithTheDutiesThatAreCounted() {
        BoardView read = board(Span.Width.TERM).orElseThrow();
        assertThat(kept(read)).containsExactly(
                "Q06 3 名", "Q06 3 名", "Q06 2 名", "Q06 1 名", "Q06 0 名",
                "Q07 9/9组", "Q07 8/8组", "Q07 8/9组", "Q07 5/9组", "Q07 0/9组",
                "Q29 0/1", "Q29 0/1", "Q29 0/1", "Q29 0/1", "Q29 0/1",
                "Q30 0/1", "Q30 0/1", "Q30 0/1", "Q30 0/1", "Q30 0/1",
                "Q31 齐", "Q31 齐", "Q31 缺 2 项", "Q31 齐", "Q31 未登记");
        assertThat(kept(board(Span.Width.ROUND).orElseThrow())).contains("Q28 0/1", "Q29 1/2", "Q30 1/2");
        assertThat(read.waiting()).extracting(BoardView.Waiting::name).contains("立项并完成规划课题");
    }

    @Test
    void theBoardTakesAFixedNumberOfSelectsForATermAndForARound() {
        board(Span.Width.TERM);
        SqlCount.of(() -> board(Span.Width.TERM)).assertSelectsAtMost(14);
        SqlCount.of(() -> board(Span.Width.ROUND)).assertSelectsAtMost(14);
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
