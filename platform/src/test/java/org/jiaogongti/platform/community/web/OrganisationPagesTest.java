package org.jiaogongti.platform.community.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.jiaogongti.platform.testing.Page;
import org.jiaogongti.platform.testing.PlatformTest;
import org.jiaogongti.platform.testing.SqlCount;
import org.jiaogongti.platform.testing.Visitor;
import org.junit.jupiter.api.Test;

/** 组织 over HTTP on the sample world. */
@PlatformTest
class OrganisationPagesTest {

    private static final String ADMINISTRATOR = "局管理员";

    static Visitor as(Visitor visitor, String role) {
        Page door = visitor.get("/sign-in");
        String account = door.html().select("button[name=account]:contains(" + role + ")").val();
        assertThat(visitor.submit(door, "form[action=/sign-in/sample]", Map.of("account", account)).status())
                .isEqualTo(303);
        return visitor;
    }

    static String school(Visitor visitor, String name) {
        return visitor.get("/organisation").html().select("table.tb a:contains(" + name + ")").attr("href");
    }

    @Test
    void everyCommunityShowsItsSchoolsTheLeadSchoolFirst(Visitor visitor) {
        Page page = as(visitor, "校长").get("/organisation");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.html().select("section.kc:has(table) h2").eachText()).containsExactly("岳林小学教学共同体",
                "龙津实验学校教学共同体", "居敬小学教学共同体", "锦屏小学教学共同体", "实验小学教学共同体");
        assertThat(page.html().select("table.tb tbody tr")).hasSize(28);
        assertThat(page.html().select("table.tb tbody tr:first-child td:first-child").eachText())
                .containsExactly("岳林小学", "龙津实验学校", "居敬小学", "锦屏小学", "实验小学");
        assertThat(page.html().select("tr:contains(溪口镇校)").text()).contains("中心校", "镇区", "溪口镇", "83", "示例东山教学点（教学点）");
        assertThat(page.html().select("#coverage").text()).contains("31 所学校中有 30 所恰属一个共同体", "示例民办小学", "例外");
        assertThat(page.html().select("#coverage form, #coverage a[href$=new]")).as("only the administrator decides")
                .isEmpty();
    }

    @Test
    void anotherDayShowsWhatHeldThen(Visitor visitor) {
        as(visitor, "局职员");
        Page then = visitor.get("/organisation?on=2020-01-01");
        assertThat(then.html().select("tr:contains(裘村镇校)").text()).contains("示例南湾教学点");
        assertThat(then.html().select("#coverage").text()).contains("示例民办小学", "不属于任何共同体");
        Page now = visitor.get("/organisation");
        assertThat(now.html().select("tr:contains(裘村镇校)").text()).doesNotContain("示例南湾教学点");
        assertThat(now.html().select("tr:contains(松岙镇校)").text()).contains("示例南湾教学点");
        Page before = visitor.get("/organisation?on=2018-01-01");
        assertThat(before.html().select("table.tb")).as("there was no community yet").isEmpty();
        assertThat(before.html().select("#coverage .st.late")).hasSizeGreaterThan(28);
        assertThat(visitor.get("/organisation?on=gestern").status()).isEqualTo(400);
    }

    @Test
    void aSchoolShowsItsHistory(Visitor visitor) {
        as(visitor, "局职员");
        Page page = visitor.get(school(visitor, "班溪小学"));
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.html().text()).contains("实验小学教学共同体的成员校", "2019-09-01 起", "示例第三协作区 原协作区 2014-09-01 至 2017-08-31",
                "示例第四协作区 原协作区 2017-09-01 至 2019-08-31", "溪口镇");
        assertThat(visitor.get("/organisation/schools/0199aaaa-0000-7000-8000-00000000dead").status()).isEqualTo(404);
    }

    @Test
    void thePageCostsTheSameHoweverManySchools(Visitor visitor) {
        as(visitor, "局职员").get("/organisation");
        SqlCount.of(() -> visitor.get("/organisation")).assertSelects(9);
    }

    @Test
    void theOrganisationIsGivenOutAsATable(Visitor visitor) {
        Page csv = as(visitor, "局职员").get("/organisation/export.csv?on=2024-11-20");
        assertThat(csv.status()).isEqualTo(200);
        assertThat(csv.text().lines().toList()).hasSize(29);
        assertThat(csv.text()).contains("锦屏小学教学共同体,大堰学校,成员校,九年一贯制,乡村,大堰镇,19,,2019-09-01");
        assertThat(visitor.get("/organisation/export.xlsx").status()).isEqualTo(200);
    }

    @Test
    void everySchoolOpensForWhoeverMayReadAndNobodyElse(Visitor visitor) {
        as(visitor, "教研员");
        List<String> links = visitor.get("/organisation").html().select("main a[href^=/organisation/schools/]")
                .eachAttr("href");
        assertThat(links).hasSize(29).allSatisfy(link -> assertThat(visitor.get(link).status()).isEqualTo(200));
        assertThat(as(visitor.another(), "技术员").get("/organisation").status()).isEqualTo(403);
        assertThat(visitor.get("/organisation/exceptions/new").status()).isEqualTo(403);
    }

    @Test
    void aSchoolWithoutACommunityHasAHomeAllTheSame(Visitor visitor) {
        as(visitor, "局职员");
        String place = visitor.get("/organisation").html().select("#coverage a.n").attr("href");
        assertThat(visitor.get(place.replace("/organisation", "")).status()).isEqualTo(200);
    }

    @Test
    void anExceptionIsEnteredWithItsDecisionAndEnded(Visitor visitor) {
        as(visitor, ADMINISTRATOR);
        String school = school(visitor, "求真学校").replaceFirst(".*/", "");
        Page form = visitor.get("/organisation/exceptions/new?school=" + school);
        assertThat(form.html().select("option[selected]").eachText()).contains("求真学校");
        Page wrong = visitor.submit(form, "form[action=/organisation/exceptions]",
                Map.of("from", "2024-11-01", "reason", "示例理由", "document", "", "decider", "示例局长01"));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.html().select("[aria-invalid=true]").eachAttr("name")).containsExactly("document");
        assertThat(wrong.html().select("input[name=reason]").val()).isEqualTo("示例理由");
        Page done = visitor.submit(wrong, "form[action=/organisation/exceptions]", Map.of("document", "示例文件"));
        assertThat(done.status()).as(done.toString()).isEqualTo(303);
        Page shown = visitor.get("/organisation");
        assertThat(shown.html().select("#coverage .li:contains(求真学校)").text()).contains("例外已用不着", "示例理由", "示例文件");
        String end = shown.html().select("#coverage .li:contains(求真学校) form").attr("action");
        assertThat(visitor.submit(shown, "form[action=" + end + "]", Map.of("reason", "示例撤销")).status()).isEqualTo(303);
        Page after = visitor.get("/organisation");
        assertThat(after.html().select("#coverage").text()).doesNotContain("求真学校");
        assertThat(visitor.get("/organisation/schools/" + school).html().text()).contains("示例撤销");
        assertThat(visitor.submit(shown, "form[action=" + end + "]", Map.of("reason", "再一次")).status()).isEqualTo(303);
        String absent = end.replaceFirst("/exceptions/[^/]+", "/exceptions/0199aaaa-0000-7000-8000-00000000dead");
        assertThat(visitor.post(absent, Map.of("_csrf", shown.html().select("input[name=_csrf]").val(), "reason", "x"))
                .status()).isEqualTo(404);
    }
}
