package org.jiaogongti.platform.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.access.District;
import org.jiaogongti.platform.access.Scope;
import org.jiaogongti.platform.intake.SheetKind;
import org.jiaogongti.platform.intake.SheetRow;
import org.jiaogongti.platform.testing.Page;
import org.jiaogongti.platform.testing.PlatformTest;
import org.jiaogongti.platform.testing.TestCluster;
import org.jiaogongti.platform.testing.Visitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** 薄弱学科 over HTTP: who sees what, what listing and closing do to duties, and what those who work on it write. */
@PlatformTest
class WeakPagesTest {

    private static final District DISTRICT = new District("330213");
    private static final String SCHOOL = "江口小学";
    private static final String SUBJECT = "体育";
    private static final String FROM = "2024-09-02";
    private static final String SOURCE = "测试：体质监测";

    private final String url;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final SheetKind lists;

    WeakPagesTest(JdbcClient jdbc, PlatformTransactionManager transactions, List<SheetKind> sheets,
            @Value("${jgt.database.url}") String url) {
        this.url = url;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.lists = sheets.stream().filter(each -> each.code().equals("weak-subjects")).findFirst().orElseThrow();
    }

    /** Through the table, so that the duties are derived again. */
    @AfterEach
    void takeOutWhatWasListed() {
        Scope.run(DISTRICT, () -> transaction.executeWithoutResult(_ -> {
            List<SheetRow> rows = lists.all().stream().filter(row -> row.get("subject").equals(SUBJECT)).toList();
            if (!rows.isEmpty()) {
                lists.remove(Actor.system(), rows);
            }
        }));
        String entry = " where subject = '" + SUBJECT + "'";
        TestCluster.shared().remove(url, List.of(
                "delete from register.measure_step where measure in (select id from register.measure" + entry + ")",
                "delete from register.measure" + entry, "delete from register.review" + entry,
                "delete from register.joint_work" + entry, "delete from register.weak_ground" + entry,
                "delete from register.weak_closing" + entry));
    }

    private UUID school(String name) {
        return Scope.call(DISTRICT,
                () -> transaction.execute(_ -> jdbc.sql("select id from school.school where name = :name")
                        .param("name", name).query(UUID.class).single()));
    }

    /** The duties that exist for the subject at the school this term. */
    private int owed() {
        return Scope.call(DISTRICT, () -> transaction.execute(_ -> jdbc.sql(
                "select count(*) from obligation.progress where counterpart = :weak and period = '2024-2025-1'")
                .param("weak", school(SCHOOL) + "/" + SUBJECT).query(Integer.class).single()));
    }

    private static String row(Page page, String what) {
        return page.html().select("table.lines tr:contains(" + what + ")").text();
    }

    private static Page post(Visitor person, String path, Map<String, String> fields) {
        Map<String, String> all = new HashMap<>(fields);
        all.put("_csrf", person.get("/me").html().select("input[name=_csrf]").val());
        return person.post(path, all);
    }

    @Test
    void theBureauSeesEveryStateAndEachCommunityItsOwn(Visitor visitor) {
        Visitor bureau = visitor.as("示例职员01");
        Page now = bureau.get("/registers/weak");
        assertThat(now.html().select("table.lines").text()).contains("复核逾期", "措施逾期", "缺依据", "缺措施", "在做")
                .doesNotContain("已关闭");
        assertThat(bureau.get("/registers/weak?show=CLOSED").text()).contains("已关闭", "西坞小学 · 英语");
        Page early = bureau.get("/registers/weak?on=2021-10-01");
        assertThat(row(early, "西坞小学 · 英语")).isNotEmpty();
        assertThat(row(early, "南浦小学 · 美术")).isEmpty();
        assertThat(bureau.get("/registers/weak?on=2015-01-01").text()).contains("没有列入的学科和学校");
        Visitor elsewhere = visitor.as("示例校长18");
        String others = elsewhere.get("/registers/weak").html().select("table.lines").text();
        assertThat(others).contains("育才学校").doesNotContain("溪口镇校");
        String path = "/registers/weak/" + school("育才学校") + "/科学/2019-09-01";
        assertThat(elsewhere.get("/registers/weak/" + school("溪口镇校") + "/%E7%A7%91%E5%AD%A6/2019-09-01").status())
                .isEqualTo(404);
        Visitor office = visitor.as("示例教务05");
        Page own = office.get(path.replace("科学", "%E7%A7%91%E5%AD%A6"));
        assertThat(own.status()).isEqualTo(200);
        assertThat(own.text()).contains("育才学校 · 科学", "一起做的事", "三(二)3");
        assertThat(own.html().select("form[action$=/closing]")).as("closing is the bureau's").isEmpty();
        assertThat(visitor.as("示例教师03").get("/registers/weak").html().select("form[method=post][action^=/registers]"))
                .isEmpty();
    }

    @Test
    void listingAndClosingMoveDutiesAndTheRestIsWrittenByWhoWorksOnIt(Visitor visitor) {
        Visitor admin = visitor.as("示例管理员01");
        Map<String, String> entry = new HashMap<>(
                Map.of("school", school(SCHOOL).toString(), "subject", SUBJECT, "from",
                        FROM, "kind", "DECISION", "source", SOURCE));
        Page form = admin.get("/registers/weak/new");
        Page refused = admin.submit(form, "form[action=/registers/weak]", entry);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("请写文件和由谁决定");
        assertThat(owed()).isZero();
        entry.putAll(Map.of("document", "测试〔2024〕1 号", "decider", "区教研室"));
        Page listed = admin.submit(form, "form[action=/registers/weak]", entry);
        assertThat(listed.status()).as(listed.toString()).isEqualTo(303);
        assertThat(owed()).as("the community owes its work on it").isPositive();
        Page again = admin.submit(form, "form[action=/registers/weak]", entry);
        assertThat(again.status()).as("it is listed once a day").isEqualTo(422);
        String path = java.net.URI.create(listed.location()).getRawPath();

        Visitor lead = visitor.as("示例校长03");
        assertThat(post(lead, path + "/measures", Map.of("words", "每周加一节", "until", "2024-11-01")).text())
                .contains("日期要在今天以后");
        assertThat(post(lead, path + "/measures", Map.of("words", "每周加一节", "until", "2024-12-20")).status())
                .isEqualTo(303);
        Page shown = lead.get(path);
        String steps = shown.html().select("form[action*=/steps]").getFirst().attr("action");
        assertThat(post(lead, steps, Map.of("what", "DONE", "words", "")).status()).isEqualTo(422);
        assertThat(post(lead, steps, Map.of("what", "STARTED")).status()).isEqualTo(303);
        assertThat(post(lead, steps, Map.of("what", "STARTED")).status()).as("it has begun already").isEqualTo(422);
        assertThat(post(lead, path + "/reviews", Map.of("term", "2023-2024-2", "became", "BETTER", "words", "好些"))
                .text()).contains("请选择列入期间");
        assertThat(post(lead, path + "/reviews", Map.of("term", "2024-2025-1", "became", "SAME", "words", "刚开始"))
                .status()).isEqualTo(303);
        String occasion = lead.get(path).html().select("select[name=occasion] option[value~=.]").getFirst().val();
        assertThat(post(lead, path + "/work", Map.of("occasion", occasion, "what", "ADDED")).status()).isEqualTo(303);
        assertThat(lead.get(path).text()).contains("没有变化", "刚开始", "2024-11-20 开始做 · 示例校长03");
        assertThat(lead.get(path).html().select("a[href=/activities/" + occasion + "]")).isNotEmpty();
        assertThat(post(visitor.as("示例教务05"), path + "/measures", Map.of("words", "别校的", "until", "2024-12-20"))
                .status()).as("another member school").isEqualTo(404);

        Page open = admin.get(path);
        Page closed = admin.submit(open, "form[action$=/closing]", Map.of("last", FROM, "words", "测试：改由学校自己抓"));
        assertThat(closed.status()).as(closed.toString()).isEqualTo(303);
        assertThat(admin.get("/registers/weak?show=CLOSED").text()).contains(SCHOOL + " · " + SUBJECT);
        assertThat(post(lead, path + "/measures", Map.of("words", "再加", "until", "2024-12-20")).status())
                .isEqualTo(422);
        assertThat(post(admin, path + "/closing/withdrawal", Map.of()).status()).isEqualTo(303);
        assertThat(row(admin.get("/registers/weak"), SCHOOL + " · " + SUBJECT)).contains("决定：" + SOURCE, "在做");
        assertThat(owed()).isPositive();
    }
}
