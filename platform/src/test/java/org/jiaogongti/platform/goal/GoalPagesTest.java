package org.jiaogongti.platform.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jiaogongti.platform.testing.Page;
import org.jiaogongti.platform.testing.PlatformTest;
import org.jiaogongti.platform.testing.TestCluster;
import org.jiaogongti.platform.testing.Visitor;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;

/** Goals over HTTP: what the sample world's rounds show to whom, entering and correcting an outcome, and a round's close by two. */
@PlatformTest
class GoalPagesTest {

    private static final String SOURCE = "测试来源";
    private static final String WORDS = "测试轮末";

    private final String url;

    GoalPagesTest(@Value("${jgt.database.url}") String url) {
        this.url = url;
    }

    /** What was said and signed stays by rule, so the test's own rows go past the rules. */
    @AfterEach
    void takeOutWhatWasWritten() throws SQLException {
        try (var connection = TestCluster.shared().postgres().superuser(url.substring(url.lastIndexOf('/') + 1));
                var statement = connection.createStatement()) {
            statement.execute("SET session_replication_role = replica");
            String own = "(SELECT outcome FROM goal.outcome_version WHERE source LIKE '" + SOURCE + "%')";
            statement.executeUpdate("DELETE FROM goal.outcome WHERE id IN " + own);
            statement.executeUpdate("DELETE FROM goal.outcome_version WHERE outcome IN " + own);
            statement.executeUpdate("DELETE FROM goal.closing_line WHERE closing IN (SELECT id FROM goal.closing WHERE"
                    + " words LIKE '" + WORDS + "%')");
            statement.executeUpdate("DELETE FROM goal.closing WHERE words LIKE '" + WORDS + "%'");
        }
    }

    private static String card(Page page, String goal) {
        Element card = page.html().selectFirst("section.kc:has(h2:contains(" + goal + "))");
        assertThat(card).as(goal).isNotNull();
        return card == null ? "" : card.text();
    }

    @Test
    void theFirstRoundHasEachOfTheFourVerdictsAndTheSecondGoesOn(Visitor visitor) {
        Visitor leader = visitor.as("示例领导01");
        Page first = leader.get("/goals?round=1");

        assertThat(card(first, "省监测全省中上水平")).contains("还说不准", "3 分", "−3.9 至 9.9 分", "我区小学段教学质量在省学业水平质量监测中达到全省中上水平",
                "约 80%");
        assertThat(card(first, "与宁波主城区基本同等")).contains("没有达到", "−24 分", "差 10 分 以内也算", "不到 1%");
        assertThat(card(first, "质量提升长效管理机制")).contains("没有数值", "待定");
        assertThat(first.html().select("section.kc .h .st.done")).as("a goal that was reached").isNotEmpty();
        assertThat(first.text()).contains("前期准备", "考核评估", "领导小组、责任书和实施方案");
        assertThat(first.html().select(".phb rect.on")).isEmpty();

        Page second = leader.get("/goals");
        assertThat(second.html().select(".seg a.on").text()).isEqualTo("第二轮");
        assertThat(second.html().select(".phb rect.on")).hasSize(1);
        assertThat(card(second, "省监测全省中上水平")).contains("比起点 +4 分", "2024 至今");
        assertThat(second.html().select("svg.gc")).hasSizeGreaterThanOrEqualTo(5)
                .allSatisfy(chart -> assertThat(chart.attr("aria-label")).isNotBlank());
        assertThat(second.html().body().text()).doesNotContain("G5", "Q04");
    }

    @Test
    void aSchoolSeesTheDistrictItsCommunityAndItselfInNobodysOrder(Visitor visitor) {
        Visitor principal = visitor.as("示例校长03");
        Page page = principal.get("/goals");

        assertThat(page.html().select("select[name=place] option").eachText()).startsWith("全区")
                .contains("居敬小学教学共同体").doesNotContain("锦屏小学教学共同体", "尔仪小学");
        assertThat(page.html().select("a[href^=/goals/facts/new]")).isEmpty();
        String other = visitor.as("示例领导01").get("/goals").html()
                .select("select[name=place] option:contains(锦屏小学)").val();
        assertThat(principal.get("/goals?place=" + other).status()).isEqualTo(404);
        assertThat(principal.get("/goals/G4?place=" + other).status()).isEqualTo(404);
        assertThat(principal.get("/goals/facts/new").status()).isEqualTo(403);
    }

    @Test
    void aNumberOpensDownToItsRecordsAndUpToItsClause(Visitor visitor) {
        Visitor leader = visitor.as("示例领导01");
        Page management = leader.get("/goals/G1?round=1&year=2021");
        String duty = management.html().select("table a[href^=/duties/]").attr("href");

        assertThat(management.html().select("a.cl").attr("href")).startsWith("/charter/notice#c-2");
        assertThat(leader.get(duty).status()).isEqualTo(200);
        Page weak = leader.get("/goals/G3?year=2024");
        assertThat(leader.get(weak.html().select("table a[href^=/registers/weak/]").attr("href")).status())
                .isEqualTo(200);
        Page monitoring = leader.get("/goals/G5?round=1");
        Page fact = leader.get(monitoring.html().select("table a[href^=/goals/facts/]").eachAttr("href").getLast());
        assertThat(fact.text()).contains("抄错了行", "3 分", "8 分", "现行", "1,240");
        String small = leader.get("/goals").html().select("select[name=place] option:contains(尔仪小学)").val();
        assertThat(leader.get("/goals/G5?place=" + small).text()).contains("人数少于 10");
    }

    private static Map<String, String> outcome(Map<String, String> changed) {
        Map<String, String> fields = new HashMap<>(Map.of("goal", "G6", "day", "2023-06-15", "value", "-19.5", "error",
                "4.1", "people", "1240", "source", SOURCE + "甲"));
        fields.putAll(changed);
        return fields;
    }

    @Test
    void anOutcomeIsEnteredCorrectedAndTakenBackAndEachVersionStays(Visitor visitor) {
        Visitor clerk = visitor.as("示例职员01");
        Page form = clerk.get("/goals/facts/new");
        Page wrong = clerk.submit(form, "form[action=/goals/facts]",
                outcome(Map.of("value", "很高", "day", "2030-01-01")));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.text()).contains("“很高”不是数");
        assertThat(wrong.html().select("input[name=source]").val()).as("input is not lost").isEqualTo(SOURCE + "甲");
        assertThat(clerk.submit(form, "form[action=/goals/facts]", outcome(Map.of("day", "2030-01-01"))).text())
                .contains("不能晚于今天");

        Page done = clerk.submit(form, "form[action=/goals/facts]", outcome(Map.of()));
        assertThat(done.status()).as(done.toString()).isEqualTo(303);
        String path = done.location().substring(done.location().indexOf("/goals/"));
        assertThat(clerk.submit(form, "form[action=/goals/facts]", outcome(Map.of())).text()).contains("已经录过一个结果");
        assertThat(card(clerk.get("/goals"), "与宁波主城区基本同等")).contains("−19.5 分");

        Page seen = clerk.get(path);
        String correcting = "form[action$=/corrections]";
        assertThat(clerk.submit(seen, correcting, Map.of("value", "-18")).text()).contains("请写原因");
        assertThat(clerk.submit(seen, correcting, Map.of("value", "-18", "reason", "抄错了")).status()).isEqualTo(303);
        assertThat(clerk.submit(seen, correcting, Map.of("value", "-17", "reason", "又改")).text()).contains("刚才有人改过");
        assertThat(clerk.get(path).html().select("table tbody tr")).hasSize(2);
        assertThat(clerk.submit(clerk.get(path), "form[action$=/withdrawal]", Map.of("reason", "口径不同")).status())
                .isEqualTo(303);
        assertThat(clerk.get(path).text()).contains("已撤回", "重新录入", "−19.5 分", "−18 分");
        assertThat(card(clerk.get("/goals"), "与宁波主城区基本同等")).doesNotContain("−18 分");
    }

    @Test
    void aGroupOfFewerThanTenIsNotKeptEvenWhereAValueWasTyped(Visitor visitor) {
        Visitor clerk = visitor.as("示例职员01");
        Page form = clerk.get("/goals/facts/new");
        String school = form.html().select("select[name=place] option:contains(白杜小学)").val();
        Page done = clerk.submit(form, "form[action=/goals/facts]",
                outcome(Map.of("goal", "G5", "place", school, "value",
                        "31.7", "people", "9", "day", "2024-06-18")));

        assertThat(done.status()).as(done.toString()).isEqualTo(303);
        assertThat(clerk.follow(done).text()).contains("人数少于 10，不显示").doesNotContain("31.7");
    }

    @Test
    void aRoundIsClosedByTwoPeopleAndWhatWasSignedStays(Visitor visitor) throws IOException {
        Visitor clerk = visitor.as("示例职员01");
        Visitor leader = visitor.as("示例领导01");
        String path = "/goals/rounds/1";
        Page signed = clerk.get(path);
        assertThat(signed.text()).contains("已签定，第 1 版", "示例职员01", "示例领导01").contains("达到", "没有达到", "还说不准", "没有数值");
        assertThat(signed.html().select("form[action$=/proposals]")).hasSize(1);
        assertThat(clerk.get("/goals/rounds/2").text()).contains("预览", "2025-12-01");
        assertThat(clerk.post("/goals/rounds/2/proposals", Map.of("_csrf", clerk.formToken(), "words", WORDS)).text())
                .contains("到那天才能提请");

        // Nothing has moved since, so there is nothing to correct.
        assertThat(clerk.submit(signed, "form[action$=/proposals]", Map.of("words", WORDS + "一")).text())
                .contains("没有要更正的");
        assertThat(clerk.submit(clerk.get("/goals/facts/new"), "form[action=/goals/facts]",
                outcome(Map.of("day", "2022-09-15", "value", "-4", "error", "2"))).status()).isEqualTo(303);
        assertThat(clerk.submit(signed, "form[action$=/proposals]", Map.of("words", WORDS + "二")).status())
                .isEqualTo(303);
        assertThat(clerk.submit(signed, "form[action$=/proposals]", Map.of("words", WORDS + "三")).text())
                .contains("已经有一份在等签定");
        assertThat(clerk.get(path).text()).contains("等第二个人签定", "撤回提请");
        assertThat(visitor.as("示例校长03").get(path).text()).contains("已签定，第 1 版").doesNotContain("等签定");

        Page waiting = leader.get(path);
        String id = waiting.html().select("input[name=closing]").val();
        assertThat(leader.post(path + "/decisions",
                Map.of("_csrf", leader.formToken(), "closing", id, "what", "REFUSED", "reason", "")).text())
                .contains("退回要写原因");
        assertThat(leader.post(path + "/decisions",
                Map.of("_csrf", leader.formToken(), "closing", id, "what", "CONFIRMED")).status()).isEqualTo(303);
        assertThat(leader.get(path).text()).contains("已签定，第 2 版", WORDS + "二").contains("−4 分");
        assertThat(leader.get(path + "?version=1").text()).contains("已签定，第 1 版").doesNotContain("−4 分");
        assertThat(leader.get(path + "?version=9").status()).isEqualTo(404);
        database(id);

        Page word = leader.get(path + "/export.docx?version=1");
        assertThat(word.status()).isEqualTo(200);
        try (PDDocument pdf = Loader.loadPDF(leader.get(path + "/export.pdf?version=1").bytes())) {
            assertThat(Normalizer.normalize(new PDFTextStripper().getText(pdf), Normalizer.Form.NFKC)
                    .replaceAll("\\s+", "")).contains("第一轮工作目标完成情况", "第1版,提请人示例职员01,签定人示例领导01")
                    .contains("还说不准");
        }
        assertThat(new String(leader.get(path + "/export.csv").bytes(), StandardCharsets.UTF_8)).contains("与宁波主城区基本同等");
    }

    /** Past the application, the database asks for the second person and lets nothing signed be changed. */
    private void database(String id) {
        for (String sql : List.of("UPDATE goal.closing SET words = 'x' WHERE id = '" + id + "'",
                "DELETE FROM goal.closing WHERE id = '" + id + "'",
                "INSERT INTO goal.closing (district, id, round, state, version, as_of, words, sha256, proposed_by,"
                        + " proposed_name, proposed_on, decided_by, decided_name, decided_on) VALUES ('330213',"
                        + " gen_random_uuid(), 'x', 'CONFIRMED', 1, '2024-11-20', '" + WORDS + "', repeat('a', 64),"
                        + " '00000000-0000-0000-0000-000000000001', 'a', '2024-11-20',"
                        + " '00000000-0000-0000-0000-000000000001', 'a', '2024-11-20')")) {
            assertThatThrownBy(() -> {
                try (var connection = TestCluster.shared().postgres()
                        .superuser(url.substring(url.lastIndexOf('/') + 1));
                        var statement = connection.createStatement()) {
                    statement.executeUpdate(sql);
                }
            }).as(sql).isInstanceOf(SQLException.class).message().containsAnyOf("stays as it is", "second_person");
        }
    }
}
