package org.jiaogongti.platform.obligation.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jiaogongti.charter.Charter;
import org.jiaogongti.charter.reading.Charters;
import org.jiaogongti.platform.obligation.web.CharterView.Card;
import org.jiaogongti.platform.obligation.web.CharterView.Piece;
import org.jiaogongti.platform.obligation.web.CharterView.Row;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The charter page: the notice to the character beside its duties, later law beside the clause it touches. */
class CharterPageTest {

    private static final LocalDate TODAY = LocalDate.of(2024, 11, 20);
    private static final Charter CHARTER = Charters.bundled("fenghua-2019")
            .with(Charters.bundledOverlay("moe-exams-2021"));

    private static CharterView view(String part, boolean before) {
        return new CharterBuilder(CHARTER, Set.of("Q06"), new Words(Rendering.ZH), TODAY, part, before).build(CHARTER,
                null);
    }

    @ParameterizedTest
    @ValueSource(strings = {"三(一)", "三(二)", "三(三)", "四", "五"})
    void theNoticeStandsThereToTheCharacter(String part) {
        for (Row row : view(part, false).rows()) {
            String text = row.pieces().stream().map(Piece::text).collect(Collectors.joining());
            assertThat(text).isEqualTo(CHARTER.notice().clause(row.address()).orElseThrow().text());
        }
        Document page = Rendering.page("obligation/charter", Map.of("view", view(part, false)), Rendering.ZH);
        assertThat(page.select("[style], style, script:not([src])")).isEmpty();
        assertThat(page.select("[id]").eachAttr("id")).doesNotHaveDuplicates();
    }

    @Test
    void everyDutyHasItsCardOnce() {
        assertThat(CharterBuilder.PARTS.stream().flatMap(part -> view(part, false).rows().stream())
                .flatMap(row -> row.cards().stream()).map(Card::duty)).hasSize(33).doesNotHaveDuplicates();
    }

    @Test
    void dutiesWithoutFactsSayWhatTheyWaitFor() {
        assertThat(CharterBuilder.PARTS.stream().flatMap(part -> view(part, false).rows().stream())
                .flatMap(row -> row.cards().stream()).filter(card -> card.boardHref().isEmpty()))
                .hasSize(13).allSatisfy(card -> assertThat(card.waits().isEmpty()).as(card.duty())
                        .isEqualTo(!card.uncounted().isEmpty()).isEqualTo(card.duty().equals("Q32")));
    }

    @Test
    void whatAnotherModuleAnswersForWaitsForNothing() {
        assertThat(view("三(一)", false).rows().stream().flatMap(row -> row.cards().stream())
                .filter(card -> card.duty().equals("Q06"))).singleElement().satisfies(card -> {
                    assertThat(card.waits()).isEmpty();
                    assertThat(card.boardHref()).isEqualTo("/board?duty=Q06");
                });
    }

    @Test
    void laterLawStandsBesideItsClauseAndIsGoneBefore() {
        Row row = view("三(二)", false).rows().stream().filter(each -> each.address().equals("三(二)6")).findFirst()
                .orElseThrow();
        assertThat(row.laws()).hasSize(1);
        assertThat(row.cards()).allMatch(Card::suspended);
        assertThat(row.pieces()).extracting(Piece::style).contains("sus");
        Row before = view("三(二)", true).rows().stream().filter(each -> each.address().equals("三(二)6")).findFirst()
                .orElseThrow();
        assertThat(before.laws()).isEmpty();
        assertThat(before.cards()).noneMatch(Card::suspended);
    }

    @Test
    void everyReadingSaysWhatIsInForce() {
        ReadingsView readings = CharterBuilder.readings(CHARTER, new Words(Rendering.ZH), TODAY);
        assertThat(readings.points()).hasSizeGreaterThanOrEqualTo(18).allSatisfy(
                point -> assertThat(point.ways().stream().filter(ReadingsView.Way::inForce)).hasSize(1));
        Rendering.page("obligation/readings", Map.of("view", readings), Rendering.ZH);
    }

    @Test
    void everyClauseWithADutyHasAnAnchorInTheNotice() {
        NoticeView notice = CharterBuilder.notice(CHARTER);
        Document page = Rendering.page("obligation/notice", Map.of("view", notice), Rendering.ZH);
        CHARTER.obligations().forEach(duty -> assertThat(
                page.getElementById(Addresses.anchor(duty.head().quote().clause()))).isNotNull());
        assertThat(page.select("[id]").eachAttr("id")).doesNotHaveDuplicates();
    }
}
