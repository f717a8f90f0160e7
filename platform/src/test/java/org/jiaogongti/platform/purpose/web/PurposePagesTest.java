package org.jiaogongti.platform.purpose.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jiaogongti.platform.testing.Page;
import org.jiaogongti.platform.testing.PlatformTest;
import org.jiaogongti.platform.testing.TestCluster;
import org.jiaogongti.platform.testing.Visitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;

/** The register in the browser: two people, the sheet for families, and what the gate holds. */
@PlatformTest
class PurposePagesTest {

    private final String database;

    PurposePagesTest(@Value("${jgt.database.url}") String url) {
        this.database = url;
    }

    @AfterEach
    void removeWhatWasEntered() {
        String entered = " WHERE purpose IN (SELECT id FROM purpose.purpose WHERE title LIKE '试用%')";
        TestCluster.shared().remove(database, List.of("DELETE FROM purpose.decision" + entered,
                "DELETE FROM purpose.stop" + entered, "DELETE FROM purpose.consent" + entered,
                "DELETE FROM purpose.purpose WHERE title LIKE '试用%'"));
    }

    private static Visitor as(Visitor visitor, String name) {
        Visitor person = visitor.another();
        Page door = person.get("/sign-in");
        String account = door.html().select("button[name=account]:contains(" + name + ")").val();
        assertThat(person.submit(door, "form[action=/sign-in/sample]", Map.of("account", account)).status())
                .as(name).isEqualTo(303);
        return person;
    }

    private static Map<String, String> filled() {
        return new HashMap<>(Map.ofEntries(Map.entry("title", "试用辅导"), Map.entry("text", "辅导"),
                Map.entry("category", "RESPONSE"), Map.entry("ground", "CONSENT"), Map.entry("clause", ""),
                Map.entry("user", "TEACHER"), Map.entry("event", "学期结束后"), Map.entry("keep", "60"),
                Map.entry("assessment", "评估〔2024〕9 号"), Map.entry("assessedOn", "2024-11-18"),
                Map.entry("decider", "示例领导01"), Map.entry("first", "2024-11-20"), Map.entry("last", ""),
                Map.entry("notice", "老师想看作业。")));
    }

    @Test
    void twoPeopleMakeAPurposeAndOneStopsIt(Visitor visitor) {
        Visitor admin = as(visitor, "示例管理员01");
        Map<String, String> wrong = filled();
        wrong.put("ground", "STATUTE");
        wrong.put("assessedOn", "2024-11-21");
        Page refused = admin.submit(admin.get("/purposes/new"), "form[action=/purposes]", wrong);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.html().select("[aria-invalid=true]").eachAttr("name")).containsExactly("clause",
                "assessedOn", "first");
        assertThat(refused.html().select("input[name=title]").val()).as("nothing typed is lost").isEqualTo("试用辅导");
        Page kept = admin.submit(admin.get("/purposes/new"), "form[action=/purposes]", filled());
        assertThat(kept.status()).isEqualTo(303);
        String path = kept.location();
        Page own = admin.get(path);
        assertThat(own.text()).contains("等第二人确认");
        assertThat(own.html().select("form[action$=confirmation]")).isEmpty();
        Page self = admin.post(path + "/confirmation",
                Map.of("_csrf", own.html().select("input[name=_csrf]").val()));
        assertThat(self.status()).isEqualTo(422);
        assertThat(self.text()).contains("不能自己确认");
        assertThat(admin.get(path + "/sheet.docx").status()).as("not given to families yet").isEqualTo(404);

        Visitor principal = as(visitor, "示例校长03");
        assertThat(principal.get(path).status()).as("a school reads what was confirmed").isEqualTo(404);
        Visitor leader = as(visitor, "示例领导01");
        assertThat(leader.submit(leader.get(path), "form[action$=confirmation]", Map.of()).location()).isEqualTo(path);
        assertThat(principal.get(path).text()).contains("生效中");
        assertThat(principal.get("/purposes/consents").text()).contains("试用辅导");
        Page sheet = principal.get(path + "/sheet.docx");
        assertThat(sheet.status()).isEqualTo(200);
        assertThat(sheet.header("Content-Type")).contains("wordprocessingml");
        assertThat(principal.get(path + "/sheet.pdf").text()).startsWith("%PDF");

        assertThat(leader.submit(leader.get(path), "form[action$=stop]", Map.of("reason", "")).status())
                .isEqualTo(422);
        assertThat(leader.submit(leader.get(path), "form[action$=stop]", Map.of("reason", "不再需要")).status())
                .isEqualTo(303);
        assertThat(leader.get(path).text()).contains("已停用或到期", "不再需要");
        assertThat(principal.get("/purposes/consents").text()).doesNotContain("试用辅导");
    }

    @Test
    void aSchoolEntersWhatGuardiansAnsweredByACode(Visitor visitor) {
        Visitor admin = as(visitor, "示例管理员01");
        String path = admin.submit(admin.get("/purposes/new"), "form[action=/purposes]", filled()).location();
        Visitor leader = as(visitor, "示例领导01");
        leader.submit(leader.get(path), "form[action$=confirmation]", Map.of());
        Visitor clerk = as(visitor, "示例教务05");
        assertThat(clerk.get(path).html().select("a[href$=/answers]")).hasSize(1);
        String answers = path + "/answers";
        assertThat(clerk.get(answers).text()).contains("还没有登记答复");

        Page named = clerk.submit(clerk.get(answers), "form[action$=answers]",
                Map.of("code", "张三", "answer", "GIVEN", "keptAt", "柜 1"));
        assertThat(named.status()).as("no names").isEqualTo(422);
        assertThat(named.html().select("[aria-invalid=true]").eachAttr("name")).containsExactly("code");
        Page nowhere = clerk.submit(clerk.get(answers), "form[action$=answers]",
                Map.of("code", "0317", "answer", "GIVEN", "keptAt", ""));
        assertThat(nowhere.html().select("[aria-invalid=true]").eachAttr("name")).containsExactly("keptAt");
        assertThat(nowhere.html().select("input[name=code]").val()).isEqualTo("0317");
        for (String code : new String[]{"０３１７", "0317", "a-18"}) {
            assertThat(clerk.submit(clerk.get(answers), "form[action$=answers]",
                    Map.of("code", code, "answer", "GIVEN", "keptAt", "教导处 2 号柜")).status()).isEqualTo(303);
        }
        Page list = clerk.get(answers);
        assertThat(list.text()).contains("共 2 人：同意 2，不同意 0，已撤回 0");
        assertThat(list.html().select("tbody td:first-child").eachText()).containsExactly("0317", "A-18");
        assertThat(list.html().select("input[name=keptAt]").val()).as("the pile's place").isEqualTo("教导处 2 号柜");

        clerk.submit(clerk.get(answers + "?code=0317"), "form[action$=answers]",
                Map.of("answer", "WITHDRAWN", "means", "BY_PHONE"));
        Page again = clerk.submit(clerk.get(answers), "form[action$=answers]",
                Map.of("code", "0317", "answer", "GIVEN", "keptAt", "教导处 2 号柜"));
        assertThat(again.text()).as("on one day the withdrawal counts").contains("同一天已登记撤回");
        Page after = clerk.get(answers + "?code=0317");
        assertThat(after.text()).contains("共 2 人：同意 1，不同意 0，已撤回 1");
        assertThat(after.html().select("ol.tl > li")).as("entered twice, kept once").hasSize(2);
        assertThat(leader.get("/purposes/consents").html().select("tbody td.num").eachText()).containsExactly("1", "0",
                "1");
        assertThat(leader.get(answers).status()).as("the bureau has numbers only").isEqualTo(403);
        assertThat(as(visitor, "示例校长03").get(answers).status()).isEqualTo(200);
    }

    @Test
    void theSampleWorldHasOneInForceAndOneWaitingAndNoPupil(Visitor visitor) {
        Visitor leader = as(visitor, "示例领导01");
        Page list = leader.get("/purposes");
        assertThat(list.html().select("article .st").eachText()).containsExactlyInAnyOrder("生效中", "等第二人确认");
        assertThat(leader.get("/purposes/consents").text()).contains("还没有监护人的答复", "没有要发的同意书");
        assertThat(leader.get("/purposes/views").text()).contains("没有人查看过学生信息");
        assertThat(leader.get("/purposes/retention").text()).contains("现在没有保存任何学生信息", "还没有删除过");
        Visitor principal = as(visitor, "示例校长03");
        assertThat(principal.get("/purposes").html().select("article .st").eachText()).containsExactly("生效中");
        assertThat(principal.get("/purposes/views").status()).isEqualTo(403);
        assertThat(principal.get("/purposes/new").status()).isEqualTo(403);
        assertThat(as(visitor, "示例教师03").get("/purposes").status()).isEqualTo(403);
    }
}
