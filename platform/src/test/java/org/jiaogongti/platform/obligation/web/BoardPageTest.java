package org.jiaogongti.platform.obligation.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.jiaogongti.charter.counting.Status;
import org.jiaogongti.platform.obligation.Span;
import org.jiaogongti.platform.obligation.Standing;
import org.jiaogongti.platform.obligation.web.BoardView.Cell;
import org.jiaogongti.platform.sample.SampleStandings;
import org.jsoup.nodes.Document;
import org.jiaogongti.platform.shell.TableFile;
import org.junit.jupiter.api.Test;

/** The board over the sample world: what the engine says, what is shown, printed and exported. */
class BoardPageTest {

    private static final SampleStandings SAMPLE = SampleStandings.at(LocalDate.of(2024, 11, 20));
    private static final BoardBuilder.Asked ALL = new BoardBuilder.Asked("", "");

    private static BoardView board(String term, Span.Width width, BoardBuilder.Asked asked) {
        Span span = span(term, width);
        List<Standing> shown = SAMPLE.standings().stream()
                .filter(standing -> span.periods().contains(standing.key().period())).toList();
        BoardFacts facts = new BoardFacts(SAMPLE.inForce().charter(), SAMPLE.inForce().world(),
                SAMPLE.inForce().labels(), shown, Map.of(),
                Outlooks.over(SAMPLE.inForce(), SAMPLE.contributions(), SAMPLE.today()), List.of(), SAMPLE.today());
        return new BoardBuilder(facts, span, asked, new Words(Rendering.ZH)).build();
    }

    private static Span span(String term, Span.Width width) {
        return Span.of(SAMPLE.inForce().charter(), SAMPLE.inForce().world(), Span.terms(SAMPLE.inForce().world())
                .stream().filter(each -> each.name().equals(term)).findFirst().orElseThrow(), width);
    }

    private static List<Cell> cells(BoardView view, String duty) {
        return view.parts().stream().flatMap(part -> part.rows().stream()).filter(row -> row.duty().equals(duty))
                .findFirst().orElseThrow().cells();
    }

    private final BoardView view = board("2024-2025-1", Span.Width.TERM, ALL);

    @Test
    void showsTheTwentyOneCountedDutiesAndNoOther() {
        assertThat(view.parts().stream().flatMap(part -> part.rows().stream()).map(BoardView.Row::duty))
                .hasSize(21).doesNotHaveDuplicates().contains("Q08", "Q09").doesNotContain("Q01", "Q31");
        assertThat(view.communities()).extracting(BoardView.Head::schools).containsExactly(6, 5, 5, 6, 6);
    }

    @Test
    void figuresAreThoseOfAWholeEvaluation() {
        assertThat(cells(view, "Q21")).extracting(Cell::figure).containsExactly("11/15", "16/15", "9/15", "7/15",
                "12/15");
        assertThat(cells(view, "Q04")).extracting(Cell::figure).containsExactly("5/5校", "2/4校", "2/4校", "3/5校",
                "1/5校");
        Map<Status, Long> engine = new HashMap<>();
        SAMPLE.standings().stream().filter(standing -> standing.key().period().equals("2024-2025-1"))
                .filter(standing -> standing.duty().equals("Q14"))
                .forEach(standing -> engine.merge(standing.status(), 1L, Long::sum));
        assertThat(engine.get(Status.MISSED)).isPositive();
        assertThat(cells(view, "Q14")).extracting(Cell::mark).contains(Mark.LATE);
    }

    @Test
    void tallyCountsEveryCellOnce() {
        int cells = view.parts().stream().flatMap(part -> part.rows().stream()).mapToInt(row -> row.cells().size())
                .sum();
        int nothing = Math.toIntExact(view.parts().stream().flatMap(part -> part.rows().stream())
                .flatMap(row -> row.cells().stream()).filter(cell -> cell.mark() == Mark.NOTHING).count());
        assertThat(view.tally().inWork() + view.tally().outside() + nothing).isEqualTo(cells).isEqualTo(105);
        assertThat(view.tally().counts().stream().mapToInt(BoardView.Count::cells).sum())
                .isEqualTo(view.tally().inWork());
        assertThat(view.tally().bar().stream().mapToInt(BoardView.Slice::percent).sum()).isEqualTo(100);
    }

    @Test
    void suspendedAndWaivedCellsShowNoFraction() {
        for (String duty : List.of("Q15", "Q18", "Q19")) {
            assertThat(cells(view, duty)).allSatisfy(cell -> {
                assertThat(cell.mark()).isEqualTo(Mark.SUSPENDED);
                assertThat(cell.figure()).isEqualTo("暂停");
                assertThat(cell.percent()).isZero();
            });
        }
        assertThat(view.parts().stream().flatMap(part -> part.rows().stream())
                .filter(row -> row.duty().equals("Q18")).findFirst().orElseThrow().law()).isNotNull();
        assertThat(view.parts().stream().flatMap(part -> part.rows().stream()).flatMap(row -> row.cells().stream())
                .filter(cell -> cell.mark() == Mark.WAIVED)).isNotEmpty()
                .allSatisfy(cell -> assertThat(cell.figure()).isEqualTo("免办"));
    }

    @Test
    void beforeTheLawTheSameDutiesKeepTheirNumbers() {
        BoardView then = board("2020-2021-1", Span.Width.TERM, ALL);
        assertThat(cells(then, "Q18")).allSatisfy(cell -> assertThat(cell.mark()).isNotEqualTo(Mark.SUSPENDED));
    }

    @Test
    void permissionsAreOptionalAndNeverLate() {
        assertThat(cells(view, "Q03")).allSatisfy(cell -> {
            assertThat(cell.mark()).isEqualTo(Mark.OPTIONAL);
            assertThat(cell.word()).isEqualTo("可选");
        });
    }

    @Test
    void usualMonthsAreAdvice() {
        BoardView.Row outreach = view.parts().stream().flatMap(part -> part.rows().stream())
                .filter(row -> row.duty().equals("Q16")).findFirst().orElseThrow();
        assertThat(outreach.need()).contains("建议").contains("11月").contains("4月");
        assertThat(view.rail().late()).noneMatch(item -> item.title().contains("送教"));
    }

    @Test
    void whatTheForecastSaysFallsShortIsPressing() {
        assertThat(cells(view, "Q21").get(2).mark()).isEqualTo(Mark.SOON);
        assertThat(view.rail().shortfalls()).isNotEmpty()
                .allSatisfy(each -> assertThat(each.lack()).startsWith("差 "));
    }

    @Test
    void filtersNarrowRowsAndSayHowMany() {
        BoardView one = board("2024-2025-1", Span.Width.TERM, new BoardBuilder.Asked("Q21", ""));
        assertThat(one.choices().shown()).isEqualTo(1);
        BoardView late = board("2024-2025-1", Span.Width.TERM, new BoardBuilder.Asked("", "late"));
        assertThat(late.parts().stream().flatMap(part -> part.rows().stream()))
                .isNotEmpty().allSatisfy(row -> assertThat(row.cells()).extracting(Cell::mark).contains(Mark.LATE));
        assertThat(late.tally().inWork()).isEqualTo(view.tally().inWork());
    }

    @Test
    void theExportHoldsExactlyWhatIsShown() throws IOException {
        BoardView shown = board("2024-2025-1", Span.Width.TERM, new BoardBuilder.Asked("", "late"));
        TableFile table = BoardTable.of(shown, Rendering.ZH);
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(table.xlsx()))) {
            List<Row> rows = workbook.getFirstSheet().read();
            assertThat(rows).hasSize(shown.choices().shown() + 1);
            assertThat(rows.getFirst().getCellText(4)).isEqualTo("岳林小学教学共同体");
            for (int i = 0; i < table.rows().size(); i++) {
                assertThat(rows.get(i + 1).getCellText(2)).isEqualTo(table.rows().get(i).get(2));
                assertThat(rows.get(i + 1).getCellText(7)).isEqualTo(table.rows().get(i).get(7));
            }
        }
        assertThat(new String(table.csv(), StandardCharsets.UTF_8)).startsWith("\uFEFF").contains("已逾期");
    }

    @Test
    void theCheckCodeChangesWithAnyFigure() {
        assertThat(view.heading().check()).hasSize(8)
                .isEqualTo(board("2024-2025-1", Span.Width.TERM, ALL).heading().check())
                .isNotEqualTo(board("2023-2024-2", Span.Width.TERM, ALL).heading().check());
    }

    @Test
    void wholeYearAndRoundAreShownToo() {
        assertThat(board("2024-2025-1", Span.Width.YEAR, ALL).heading().span()).isEqualTo("2024学年");
        BoardView round = board("2024-2025-1", Span.Width.ROUND, ALL);
        assertThat(round.heading().span()).isEqualTo("第二轮");
        assertThat(cells(round, "Q21").get(2).figure()).endsWith("项");
    }

    @Test
    void thePageIsATableOfLinksWithoutInlineStyleOrScript() {
        Document page = Rendering.page("obligation/board", Map.of("view", view), Rendering.ZH);
        Rendering.page("obligation/board", Map.of("view", view), Rendering.EN);
        assertThat(page.select("h1")).hasSize(1);
        assertThat(page.select("table.mx caption")).hasSize(1);
        assertThat(page.select("table.mx td")).hasSize(105).allSatisfy(cell -> {
            assertThat(cell.select("a[href^=/duties/]")).hasSize(1);
            assertThat(cell.select(".visually-hidden").text()).isNotBlank();
        });
        assertThat(page.select("table.mx th[scope=row]")).hasSize(21);
        assertThat(page.select("[style], style, script:not([src])")).isEmpty();
        assertThat(page.select("a[href='#'], a:not([href])")).isEmpty();
        assertThat(page.select("details.com")).hasSize(5);
    }
}
