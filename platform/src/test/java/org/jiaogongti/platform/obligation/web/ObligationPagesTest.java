package org.jiaogongti.platform.obligation.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.Map;
import org.jiaogongti.platform.access.District;
import org.jiaogongti.platform.access.Scope;
import org.jiaogongti.platform.obligation.Waivers;
import org.jiaogongti.platform.sample.SampleStandings;
import org.jiaogongti.platform.testing.Page;
import org.jiaogongti.platform.testing.PlatformTest;
import org.jiaogongti.platform.testing.SqlCount;
import org.jiaogongti.platform.testing.Visitor;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** The obligation pages over HTTP on the sample world. */
@PlatformTest
@Order(2)
class ObligationPagesTest {

    private static final String TERM = "2024-2025-1";

    private final Waivers waivers;

    ObligationPagesTest(Waivers waivers) {
        this.waivers = waivers;
    }

    private static Visitor as(Visitor visitor, String role) {
        Page door = visitor.get("/sign-in");
        Element button = door.html().select("form[action=/sign-in/sample] button").stream()
                .filter(each -> each.text().contains(role)).findFirst()
                .orElseThrow(() -> new AssertionError("no sample role " + role + " on " + door));
        Page answer = visitor.submit(door, "form[action=/sign-in/sample]", Map.of("account", button.attr("value")));
        assertThat(answer.status()).isEqualTo(303);
        return visitor;
    }

    @Test
    void theBoardShowsWhatAWholeEvaluationComesTo(Visitor visitor) {
        SampleStandings sample = SampleStandings.at(LocalDate.of(2024, 11, 20));
        List<String> expected = new ArrayList<>();
        for (String duty : List.of("Q21", "Q22", "Q23")) {
            sample.standings().stream()
                    .filter(each -> each.duty().equals(duty) && each.key().period().equals(TERM))
                    .forEach(each -> expected.add(each.counted() + "/" + each.target()));
        }
        Page board = as(visitor, "局职员").get("/board?term=" + TERM);
        assertThat(board.status()).isEqualTo(200);
        assertThat(board.html().select("table.mx td b").eachText()).containsAll(expected);
    }

    @Test
    void everyCellOpens(Visitor visitor) {
        as(visitor, "局职员");
        List<String> links = visitor.get("/board").html().select("table.mx td a").eachAttr("href");
        assertThat(links).hasSize(130).filteredOn(link -> link.startsWith("/duties/")).hasSize(105)
                .doesNotHaveDuplicates();
        assertThat(Set.copyOf(links)).allSatisfy(link -> assertThat(visitor.get(link).status()).isEqualTo(200));
    }

    @Test
    void everyLinkOfTheBoardOpens(Visitor visitor) {
        as(visitor, "局领导");
        List<String> links = visitor.get("/board").html().select("main a[href^=/]").eachAttr("href").stream()
                .filter(link -> !link.startsWith("/duties/")).map(link -> link.replaceFirst("#.*", "")).distinct()
                .toList();
        assertThat(links).isNotEmpty().allSatisfy(link -> assertThat(visitor.get(link).status()).isEqualTo(200));
    }

    @Test
    void anUnchangedBoardIsNotSentAgain(Visitor visitor) {
        Page first = as(visitor, "局职员").get("/board");
        assertThat(first.header("Cache-Control")).contains("no-cache").doesNotContain("no-store");
        Page again = visitor.get("/board", "If-None-Match", first.header("ETag"));
        assertThat(again.status()).isEqualTo(304);
        assertThat(again.bytes()).isEmpty();
        assertThat(visitor.get("/board?state=late", "If-None-Match", first.header("ETag")).status()).isEqualTo(200);
    }

    @Test
    void theBoardTakesAFixedNumberOfSelectsForATermAndForARound(Visitor visitor) {
        as(visitor, "局职员").get("/board");
        SqlCount.of(() -> visitor.get("/board")).assertSelectsAtMost(14);
        SqlCount.of(() -> visitor.get("/board?span=round")).assertSelectsAtMost(14);
    }

    @Test
    void aDutyPageTakesTheSameSelectsWhateverItsRecords(Visitor visitor) {
        as(visitor, "局职员");
        List<String> links = visitor.get("/board?duty=Q21").html().select("table.mx td a").eachAttr("href");
        visitor.get(links.getFirst());
        for (String link : links) {
            SqlCount.of(() -> visitor.get(link)).assertSelectsAtMost(11);
        }
    }

    @Test
    void theExportIsThePage(Visitor visitor) {
        as(visitor, "局职员");
        Page csv = visitor.get("/board.csv?state=late");
        List<String> shown = visitor.get("/board?state=late").html().select("table.mx tbody tr:not(.grp)").stream()
                .map(row -> row.select("th .du > a:not(.cl)").text()).toList();
        assertThat(csv.status()).isEqualTo(200);
        assertThat(csv.text().lines().skip(1).map(line -> line.split(",", -1)[2]).toList()).isEqualTo(shown);
        assertThat(visitor.get("/board.xlsx").header("Content-Type")).contains("spreadsheetml");
    }

    @Test
    void aDutyPageIsExportedAsItIsShown(Visitor visitor) {
        as(visitor, "局职员");
        String link = visitor.get("/board?duty=Q21&term=2023-2024-2").html().select("table.mx td a").attr("href");
        Page page = visitor.get(link);
        String export = page.html().select("a[href$=/export.csv]").attr("href");
        List<String> shown = page.html().select("table.lines tbody tr").stream()
                .map(row -> row.select("td").get(0).text() + "," + row.select("td").get(1).text()).toList();
        List<String> rows = visitor.get(export).text().lines().skip(1).toList();
        assertThat(shown).isNotEmpty();
        assertThat(rows.stream().filter(row -> row.startsWith("计入,"))
                .map(row -> row.split(",", -1)[1] + "," + row.split(",", -1)[2]).toList()).isEqualTo(shown);
        assertThat(rows).hasSize(shown.size() + page.html().select(".glyph-no, .li .x b").size()
                + page.html().select(".li .d").size());
        assertThat(visitor.get(export.replace(".csv", ".xlsx")).header("Content-Type")).contains("spreadsheetml");
        assertThat(visitor.get(link.replaceFirst("/[^/]+$", "/1999-2000-1") + "/export.csv").status()).isEqualTo(404);
    }

    @Test
    void decisionsAndWhatOneWouldTouchAreExported(Visitor visitor) {
        as(visitor, "局领导");
        assertThat(visitor.get("/waivers/export.csv").text().lines().skip(1).toList())
                .hasSize(visitor.get("/waivers").html().select("article").size());
        String query = "?duty=Q10&bearer=district&first=2025-07-01&last=2025-08-31&target=&reason="
                + "%E5%81%9C%E5%8A%9E&document=%E7%A4%BA%E4%BE%8B&decider=%E7%A4%BA%E4%BE%8B&decidedOn=2024-11-20";
        assertThat(visitor.get("/waivers/preview/export.csv" + query).text().lines().skip(1)).hasSize(5);
        assertThat(visitor.get("/waivers/preview/export.xlsx" + query).status()).isEqualTo(200);
        assertThat(visitor.get("/waivers/preview/export.csv?duty=Q10").status()).isEqualTo(404);
        assertThat(as(visitor.another(), "局职员").get("/waivers/export.csv").status()).isEqualTo(403);
    }

    @Test
    void aPersonPlacedElsewhereOpensFromTheDutyThatCountsIt(Visitor visitor) {
        as(visitor, "局职员");
        List<String> cells = visitor.get("/board?duty=Q25&term=2023-2024-2").html().select("table.mx td a")
                .eachAttr("href");
        List<String> placements = new ArrayList<>();
        for (String cell : cells) {
            for (String instance : visitor.get(cell).html().select("main table a[href^=/duties/]").eachAttr("href")) {
                placements.addAll(visitor.get(instance).html().select("a[href^=/placements/]").eachAttr("href"));
            }
        }
        assertThat(placements).isNotEmpty();
        Page page = visitor.get(placements.getFirst());
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.html().select("dt").eachText()).contains("派出学校", "接收学校", "导师");
        assertThat(as(visitor.another(), "技术员").get(placements.getFirst()).status()).isEqualTo(403);
    }

    @Test
    void howADutyIsReckonedIsSaidInWords(Visitor visitor) {
        as(visitor, "局职员");
        String cell = visitor.get("/board?duty=Q21").html().select("table.mx td a").attr("href");
        String steps = visitor.get(cell).html().select(".deriv").text();
        assertThat(steps).contains("责任 到成员校上示范课", "条款 三(三)4", "读法 节数怎么合计").doesNotContainPattern("[QA]\\d");
    }

    @Test
    void onlyReadingsThatChangeTheDutyAreOffered(Visitor visitor) {
        as(visitor, "局职员");
        String trial = "/charter/what-if?duty=Q21&part=" + Addresses.part("三(三)") + "&against=";
        assertThat(visitor.get(trial + TERM).html().select("select[name=reading] option").eachAttr("value"))
                .containsExactly("", "A1/每所成员校", "A14/不算", "A17/另定", "A19/不沿用");
        assertThat(visitor.get(trial + "2022-2023-1").html().select("select[name=reading] option").eachAttr("value"))
                .as("the work of round one ends in this term")
                .containsExactly("", "A1/每所成员校", "A8/折算", "A14/不算", "A17/另定");
        assertThat(visitor.get(trial + TERM + "&reading=" + Addresses.part("A19/不沿用")).html().text())
                .contains("这一期没有这条责任");
        assertThat(visitor.get("/charter/readings").html().select("#A13").text()).contains("还没有“目标责任书”的记录");
    }

    @Test
    void whatIfLeavesDecisionsInForce(Visitor visitor) {
        as(visitor, "局职员");
        List<String> waived = Scope.call(new District("330213"), () -> waivers.all().stream()
                .filter(each -> each.order().target() == null && each.revokedOn() == null)
                .flatMap(each -> waivers.lines(each.id()).stream()).filter(key -> key.duty().equals("Q24"))
                .map(key -> key.period()).distinct().toList());
        assertThat(waived).isNotEmpty();
        Page tried = visitor.get("/charter/what-if?duty=Q24&number=9&part=" + Addresses.part("三(三)") + "&against="
                + waived.getFirst());
        assertThat(tried.html().select("table.wi td .t-waived")).isNotEmpty();
    }

    @Test
    void whatDoesNotExistIsNotFound(Visitor visitor) {
        as(visitor, "局职员");
        for (String path : List.of("/board?term=1999-2000-1", "/duties/Q21/nobody?term=" + TERM,
                "/duties/Q99/x/-/" + TERM, "/charter?part=%E4%B9%9D")) {
            assertThat(visitor.get(path).status()).as(path).isEqualTo(404);
        }
    }

    @Test
    void theBoardIsForThoseWhoHaveBusinessHere(Visitor visitor) {
        assertThat(visitor.another().get("/board").status()).isIn(302, 303);
        Visitor technician = as(visitor.another(), "技术员");
        assertThat(technician.get("/board").status()).isEqualTo(403);
        assertThat(as(visitor.another(), "校长").get("/board").status()).isEqualTo(200);
        assertThat(as(visitor.another(), "局职员").get("/waivers").status()).isEqualTo(403);
    }

    @Test
    void theCharterPagesOpen(Visitor visitor) {
        as(visitor, "局职员");
        for (String part : CharterBuilder.PARTS) {
            Page page = visitor.get("/charter?part=" + Addresses.part(part));
            assertThat(page.status()).isEqualTo(200);
            assertThat(page.html().select("[style], script:not([src]):not([type='application/json'])")).isEmpty();
        }
        for (String path : List.of("/charter", "/charter/notice", "/charter/readings", "/charter/file")) {
            assertThat(visitor.get(path).status()).as(path).isEqualTo(200);
        }
    }

    @Test
    void aTrialShowsWhoWouldFallShort(Visitor visitor) {
        as(visitor, "局职员");
        Page tried = visitor
                .get("/charter/what-if?part=%E4%B8%89(%E4%B8%89)&duty=Q21&number=20&against=2023-2024-2&hours=5.2");
        assertThat(tried.status()).isEqualTo(200);
        assertThat(tried.html().select("table.wi tbody tr")).hasSize(5);
        assertThat(tried.html().select("table.wi td .num").eachText()).contains("15");
        assertThat(tried.html().select("form[action^=/charter][method=get] input[name=number]").attr("value"))
                .isEqualTo("20");
    }

    @Test
    void aDecisionIsSeenBeforeItIsMadeAndCanBeTakenBack(Visitor visitor) {
        as(visitor, "局领导");
        String asked = "/waivers/preview?duty=Q10&bearer=district&first=2025-07-01&last=2025-08-31&target=&reason="
                + "%E5%81%9C%E5%8A%9E&document=%E7%A4%BA%E4%BE%8B&decider=%E7%A4%BA%E4%BE%8B&decidedOn=2024-11-20";
        Page preview = visitor.get(asked);
        assertThat(preview.status()).isEqualTo(200);
        assertThat(preview.html().select("table.lines tbody tr")).hasSize(5);
        Page done = visitor.submit(preview, "form[action=/waivers]", Map.of());
        assertThat(done.location()).isEqualTo("/waivers");
        assertThat(visitor.get("/board?duty=Q10").html().select("table.mx td .waived, table.mx td a.waived"))
                .isNotEmpty();
        String id = Scope.call(new District("330213"),
                () -> waivers.all().stream().filter(each -> each.order().reason().equals("停办")).findFirst()
                        .orElseThrow().id().toString());
        Page revoked = visitor.submit(visitor.get("/waivers"), "form[action=/waivers/" + id + "/revocation]",
                Map.of("reason", "示例"));
        assertThat(revoked.location()).isEqualTo("/waivers");
        assertThat(visitor.get("/waivers").html().text()).contains("撤销");
    }

    @Test
    void anIncompleteDecisionComesBackWithEveryField(Visitor visitor) {
        as(visitor, "局领导");
        Page back = visitor.get("/waivers/preview?duty=Q10&bearer=district&first=2025-07-01&last=2024-07-01&reason=x");
        assertThat(back.status()).isEqualTo(200);
        assertThat(back.html().select("[aria-invalid=true]").eachAttr("name")).contains("last", "document", "decider");
        assertThat(back.html().select("input[name=reason]").attr("value")).isEqualTo("x");
    }
}
