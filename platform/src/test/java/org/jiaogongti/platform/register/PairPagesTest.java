package org.jiaogongti.platform.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.jiaogongti.platform.access.District;
import org.jiaogongti.platform.access.Scope;
import org.jiaogongti.platform.testing.Page;
import org.jiaogongti.platform.testing.PlatformTest;
import org.jiaogongti.platform.testing.Visitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** 结对 over HTTP: who sees a pair, what its plan is held against, and how it is formed, planned, ended and taken back. */
@PlatformTest
class PairPagesTest {

    private static final District DISTRICT = new District("330213");
    private static final String PAPER = "测试结对协议";

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    PairPagesTest(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
    }

    @AfterEach
    void takeOutWhatWasFormed() {
        Scope.run(DISTRICT, () -> transaction.executeWithoutResult(_ -> {
            jdbc.sql(
                    "delete from register.planned_lesson l using register.pair p where p.id = l.pair and p.agreement = :paper")
                    .param("paper", PAPER).update();
            jdbc.sql("delete from register.pair where agreement = :paper").param("paper", PAPER).update();
        }));
    }

    private String school(String name) {
        return Scope.call(DISTRICT, () -> transaction.execute(_ -> jdbc
                .sql("select id::text from school.school where name = :name").param("name", name).query(String.class)
                .single()));
    }

    private static Page post(Visitor person, String path, Map<String, String> fields) {
        Map<String, String> all = new HashMap<>(fields);
        all.put("_csrf", person.get("/me").html().select("input[name=_csrf]").val());
        return person.post(path, all);
    }

    @Test
    void plansAreHeldAgainstRecordedLessonsAndEachCommunitySeesItsOwn(Visitor visitor) {
        Visitor bureau = visitor.as("示例职员01");
        Page list = bureau.get("/registers/pairs");
        assertThat(list.html().select("table.lines").text()).contains("1 节没有上", "没有计划", "按计划", "已结束", "还没开始");
        assertThat(bureau.get("/registers/pairs?on=2015-01-01&days=NOW").text()).contains("没有结对");
        assertThat(bureau.get("/registers/pairs/export.csv?days=ENDED").text()).contains("已结束").doesNotContain("按计划,");
        Visitor lead = visitor.as("示例校长03");
        Page own = lead.get("/registers/pairs");
        String path = own.html().select("table.lines a:contains(江口小学)").getFirst().attr("href");
        Page pair = lead.get(path);
        assertThat(pair.html().select("table.lines").text()).contains("第7周", "上过", "没有上", "43 人", "28 人");
        assertThat(pair.html().select("table.lines a[href^=/activities/]")).isNotEmpty();
        Page lesson = lead.get(pair.html().select("table.lines a[href^=/activities/]").attr("href"));
        assertThat(lesson.html().select("section:has(h2:contains(属于哪一对)) a").eachAttr("href")).contains(path);
        String elsewhere = list.html().select("table.lines a:contains(溪口镇校)").getFirst().attr("href");
        assertThat(lead.get(elsewhere).status()).isEqualTo(404);
        assertThat(visitor.as("示例教师03").get(path).html().select("main form[method=post]")).isEmpty();
    }

    @Test
    void aPairIsFormedPlannedEndedAndTakenBack(Visitor visitor) {
        Visitor lead = visitor.as("示例校长03");
        Map<String, String> pair = new HashMap<>(Map.of("giver", school("居敬小学"), "receiver", school("育才学校"),
                "agreement", PAPER, "from", "2024-11-04", "form-SYNCHRONOUS", "yes", "giverClass", "", "receiverClass",
                ""));
        pair.put("giverClass", "九年级9班");
        assertThat(post(lead, "/registers/pairs", pair).text()).contains("班级要么两端都选");
        pair.put("receiverClass", "九年级9班");
        assertThat(post(lead, "/registers/pairs", pair).text()).contains("那天没有这个班");
        pair.putAll(Map.of("giverClass", "", "receiverClass", ""));
        Page formed = post(lead, "/registers/pairs", pair);
        assertThat(formed.status()).as(formed.toString()).isEqualTo(303);
        String path = formed.location();
        assertThat(post(lead, "/registers/pairs", pair).text()).contains("那时已经结对");
        assertThat(lead.get(path).text()).contains("只选了一种形式", "没有计划");

        Map<String, String> lesson = new HashMap<>(Map.of("term", "2024-2025-1", "week", "3", "subject", "科学"));
        assertThat(post(lead, path + "/plan", lesson).text()).as("before the pair began").contains("周次要在这学期里");
        lesson.put("week", "14");
        assertThat(lead.follow(post(lead, path + "/plan", lesson)).text()).contains("科学");
        assertThat(post(lead, path + "/plan", lesson).text()).contains("已经有一节了");
        assertThat(post(lead, path + "/withdrawal", Map.of()).text()).contains("已经排了计划");
        String strike = lead.get(path).html().select("form[action*=/plan/]").attr("action");
        Page struck = lead.follow(post(lead, strike, Map.of("term", "2024-2025-1")));
        assertThat(struck.html().select("form[action*=/plan/]")).isEmpty();
        assertThat(lead.submit(struck, ".toast-at form", Map.of()).location()).isEqualTo(path);
        assertThat(lead.get(path).html().select("form[action*=/plan/]").attr("action")).isEqualTo(strike);
        assertThat(post(lead, strike, Map.of("term", "2024-2025-1")).status()).isEqualTo(303);

        assertThat(post(lead, path + "/end", Map.of("last", "2024-11-20", "reason", "")).text()).contains("请写结束的原因");
        assertThat(post(lead, path + "/end", Map.of("last", "2024-11-01", "reason", "试")).status()).isEqualTo(422);
        assertThat(post(lead, path + "/end", Map.of("last", "2024-11-19", "reason", "设备坏了")).status()).isEqualTo(303);
        assertThat(lead.get(path).text()).contains("已结束", "2024-11-19，设备坏了");
        assertThat(post(lead, path + "/resumption", Map.of()).status()).isEqualTo(303);
        Page withdrawn = lead.follow(post(lead, path + "/withdrawal", Map.of()));
        assertThat(lead.get(path).status()).isEqualTo(404);
        String lost = lead.get("/bin?kind=planned-lesson").html().select(".li form").attr("action");
        assertThat(post(lead, lost, Map.of()).text()).as("its pair is gone").contains("先恢复结对");
        assertThat(lead.submit(withdrawn, ".toast-at form", Map.of()).location()).isEqualTo(path);
        assertThat(lead.get(path).text()).contains("只选了一种形式");
        assertThat(post(lead, path + "/withdrawal", Map.of()).status()).isEqualTo(303);
    }
}
