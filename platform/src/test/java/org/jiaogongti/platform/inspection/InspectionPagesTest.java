package org.jiaogongti.platform.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.jiaogongti.platform.access.District;
import org.jiaogongti.platform.access.Scope;
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

/** 督查 over HTTP: from the plan through the visit to what is closed, and from a notice to the ruling on an appeal. */
@PlatformTest
class InspectionPagesTest {

    private static final District DISTRICT = new District("330213");
    private static final String MARK = "测试督查";
    private static final Map<String, String> PAPER = Map.of("files",
            "%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n");

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final String url;

    InspectionPagesTest(JdbcClient jdbc, PlatformTransactionManager transactions,
            @Value("${jgt.database.url}") String url) {
        this.jdbc = jdbc;
        this.url = url;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** What a test wrote is marked by its words; it goes, with all that hangs on it. */
    @AfterEach
    void takeOut() {
        String visits = " in (select id from inspection.inspection where about like '" + MARK + "%')";
        String findings = " in (select id from inspection.finding where words like '" + MARK + "%')";
        String proceedings = " in (select id from inspection.proceeding where facts like '" + MARK + "%')";
        String samples = " in (select id from inspection.sample where seed = 4711)";
        String points = " in (select id from inspection.point where inspection" + visits + ")";
        String drawn = " in (select id from inspection.drawn where sample" + samples + ")";
        TestCluster.shared().remove(url, List.of("delete from evidence.item where holder" + points,
                "delete from evidence.item where holder in (select id from inspection.finding_step where finding"
                        + findings + ")",
                "delete from evidence.item where holder" + drawn,
                "delete from inspection.proceeding_step where proceeding" + proceedings,
                "delete from inspection.proceeding_finding where proceeding" + proceedings,
                "delete from inspection.proceeding where id" + proceedings,
                "delete from inspection.finding_step where finding" + findings,
                "delete from inspection.finding where id" + findings,
                "delete from inspection.point_result where point" + points,
                "delete from inspection.point where inspection" + visits,
                "delete from inspection.inspection_step where inspection" + visits,
                "delete from inspection.inspection where id" + visits,
                "delete from inspection.drawn_check where drawn" + drawn,
                "delete from inspection.drawn where sample" + samples,
                "delete from inspection.sample where id" + samples));
    }

    private String school(String name) {
        return Scope.call(DISTRICT, () -> Objects.requireNonNull(transaction.execute(_ -> jdbc
                .sql("select id::text from school.school where name = :name").param("name", name)
                .query(String.class).single())));
    }

    private static Page post(Visitor person, String path, Map<String, String> fields) {
        Map<String, String> all = new HashMap<>(fields);
        all.put("_csrf", person.formToken());
        return person.post(path, all);
    }

    private static String path(Page redirect) {
        assertThat(redirect.status()).as(redirect.toString()).isEqualTo(303);
        return java.net.URI.create(redirect.location()).getPath();
    }

    private Page plan(Visitor inspector, String school, String day, String kind, String over) {
        return post(inspector, "/inspections", Map.of("school", school(school), "day", day, "kind", kind, "about",
                MARK + " " + kind, "over", over, "duty", "Q21"));
    }

    private String finding(Visitor inspector, String school, String words) {
        return path(post(inspector, "/inspections/findings", Map.of("school", school(school), "duty", "Q21", "words",
                MARK + words, "deadline", "2024-12-11")));
    }

    @Test
    void theCeilingHoldsAndAnUnannouncedVisitIsHiddenUntilItsDay(Visitor visitor) {
        Visitor inspector = visitor.as("示例督学01");
        Visitor head = visitor.as("示例校长03");
        Page list = inspector.get("/inspections");
        assertThat(list.text()).contains("正在进行", "已完成", "已取消", "不定期", "超上限", "每校每学年不超过 2 次");
        assertThat(head.get("/inspections").text()).contains("居敬小学").doesNotContain("方桥小学");
        assertThat(visitor.as("示例教师03").get("/inspections").status()).isEqualTo(403);

        String hidden = path(plan(inspector, "居敬小学", "2024-11-26", "UNANNOUNCED", ""));
        assertThat(inspector.get(hidden).text()).contains("看不到这次督查");
        assertThat(head.get(hidden).status()).isEqualTo(404);
        assertThat(head.get("/inspections").text()).doesNotContain(MARK);
        assertThat(inspector.get(hidden + "/letter.docx").status()).as("it is not announced").isEqualTo(404);
        Page full = plan(inspector, "居敬小学", "2024-11-20", "UNANNOUNCED", "");
        assertThat(full.status()).isEqualTo(422);
        assertThat(full.text()).contains("居敬小学 在 2024-2025 学年已满 2 次");
        String over = path(plan(inspector, "居敬小学", "2024-11-20", "UNANNOUNCED", "群众来信"));
        assertThat(head.get(over).status()).as("on its day").isEqualTo(200);
        assertThat(head.get(over).text()).doesNotContain("群众来信");
        assertThat(inspector.get("/inspections").text()).contains("群众来信");
        assertThat(post(inspector, hidden + "/steps", Map.of("what", "MOVED", "words", "改到今天", "day", "2024-11-20"))
                .status()).isEqualTo(303);
        assertThat(head.get(hidden).status()).isEqualTo(200);
        assertThat(post(inspector, hidden + "/steps", Map.of("what", "CANCELLED", "words", "减少进校")).status())
                .isEqualTo(303);
        assertThat(head.get(hidden).status()).as("called off before it was ever seen").isEqualTo(404);
        assertThat(post(head, "/inspections", Map.of()).status()).as("a school plans nothing").isEqualTo(403);
        assertThat(post(visitor.as("示例管理员01"), "/inspections/rules", Map.of("year", "2024-2025", "ceiling", "21"))
                .text()).contains("上限要在 0 到 20");
    }

    /** Of two who take the last visit at the same moment one is refused. */
    @Test
    void twoAtOnceDoNotPassTheCeilingTogether(Visitor visitor) {
        List<Visitor> inspectors = List.of(visitor.as("示例督学01"), visitor.as("示例职员01"));
        assertThat(plan(inspectors.getFirst(), "白杜小学", "2024-12-02", "SCHEDULED", "").status()).isEqualTo(303);
        List<CompletableFuture<Integer>> answers = IntStream.range(0, 2)
                .mapToObj(at -> CompletableFuture.supplyAsync(
                        () -> plan(inspectors.get(at), "白杜小学", "2024-12-03", "SCHEDULED", "").status()))
                .toList();
        assertThat(answers.stream().map(CompletableFuture::join)).containsExactlyInAnyOrder(303, 422);
    }

    @Test
    void aVisitIsWrittenLineByLineAndAFindingIsClosedWhenItWasPutRight(Visitor visitor) {
        Visitor inspector = visitor.as("示例督学01");
        Visitor head = visitor.as("示例校长03");
        String visit = path(plan(inspector, "居敬小学", "2024-11-20", "SCHEDULED", ""));
        Page sheet = inspector.get(visit);
        assertThat(sheet.html().select("section[id^=point-] details.b").text()).as("what is known is filled in")
                .contains("平台已知", "2024学年第一学期");
        assertThat(sheet.html().select("section[id^=point-] a[href^=/duties/Q21/]")).isNotEmpty();
        assertThat(head.get(visit + "/letter.pdf").status()).isEqualTo(200);
        String judge = "form[action$=/results]";
        assertThat(post(inspector, visit + "/steps", Map.of("what", "HELD")).text()).contains("有几行没有看");
        assertThat(inspector.submit(sheet, judge, Map.of("result", "NOT", "note", ""), PAPER).text())
                .contains("请写说明");
        assertThat(inspector.submit(sheet, judge, Map.of("result", "NOT", "note", "两节没有记录"), PAPER).status())
                .isEqualTo(303);
        Page seen = inspector.get(visit);
        assertThat(seen.text()).contains("两节没有记录", "files");
        assertThat(head.get(visit).text()).as("told when it is finished").doesNotContain("两节没有记录");
        assertThat(post(head, visit + "/steps", Map.of("what", "HELD")).status()).isEqualTo(403);

        Page form = inspector.get(seen.html().select("a[href^=/inspections/findings/new?point=]").attr("href"));
        String finding = path(inspector.submit(form, "form[action=/inspections/findings]",
                Map.of("words", MARK + "两节没有记录")));
        assertThat(post(inspector, visit + "/steps", Map.of("what", "HELD")).status()).isEqualTo(303);
        assertThat(head.get(visit).text()).contains("两节没有记录");
        assertThat(head.open("/school").text()).contains(MARK + "两节没有记录");
        assertThat(visitor.as("示例校长18").get(finding).status()).as("another school").isEqualTo(404);

        assertThat(post(inspector, finding + "/steps", Map.of("what", "CLOSED", "words", "看过")).status())
                .as("nothing was handed in").isEqualTo(422);
        Page open = head.get(finding);
        assertThat(head.submit(open, "form[action$=/answers]", Map.of("words", "补了记录"), PAPER).status())
                .isEqualTo(303);
        assertThat(head.submit(open, "form[action$=/answers]", Map.of("words", "补了记录"), PAPER).status())
                .as("sent twice").isEqualTo(422);
        assertThat(post(inspector, finding + "/steps", Map.of("what", "RETURNED", "words", "缺签到")).text())
                .contains("期限要在明天到一年以内");
        assertThat(post(inspector, finding + "/steps",
                Map.of("what", "RETURNED", "words", "缺签到", "deadline", "2024-12-20")).status()).isEqualTo(303);
        assertThat(post(head, finding + "/answers", Map.of("what", "DISPUTED", "words", "不服")).status())
                .as("what was handed in cannot be objected to").isEqualTo(422);
        assertThat(post(head, finding + "/answers", Map.of("what", "RECTIFIED", "words", "补了签到")).status())
                .isEqualTo(303);
        assertThat(post(inspector, finding + "/steps", Map.of("what", "CLOSED", "words", "到校看过")).status())
                .isEqualTo(303);
        Page done = head.get(finding);
        assertThat(done.text()).contains("已销号", "缺签到", "期限 2024-12-20", "到校看过");
        assertThat(head.open("/school").text()).doesNotContain(MARK);
        assertThat(inspector.get(finding + "/letter.docx").status()).isEqualTo(200);
        String file = done.html().select("ol.tl a[href^=/evidence/]").attr("href");
        assertThat(head.get(file).status()).isEqualTo(200);
        assertThat(visitor.as("示例校长18").get(file).status()).isEqualTo(404);
    }

    @Test
    void anObjectionIsDecidedByOthersThanWhoFoundIt(Visitor visitor) {
        Visitor inspector = visitor.as("示例督学01");
        Visitor head = visitor.as("示例校长03");
        String finding = finding(inspector, "居敬小学", "地点不符");
        assertThat(post(head, finding + "/answers", Map.of("what", "DISPUTED", "words", "借了教室")).status())
                .isEqualTo(303);
        assertThat(post(inspector, finding + "/rulings", Map.of("what", "UPHELD", "words", "x")).status())
                .isEqualTo(403);
        assertThat(post(visitor.as("示例领导01"), finding + "/rulings",
                Map.of("what", "ACCEPTED", "words", "签到属实")).status()).isEqualTo(303);
        assertThat(head.get(finding).text()).contains("已撤销", "签到属实");
    }

    @Test
    void nobodyIsHeldToAccountUnheardAndTheAppealIsRuledOnByAThird(Visitor visitor) {
        Visitor inspector = visitor.as("示例督学01");
        Visitor head = visitor.as("示例校长03");
        Visitor leader = visitor.as("示例领导01");
        String finding = finding(inspector, "居敬小学", "逾期未改");
        String id = finding.substring(finding.lastIndexOf('/') + 1);
        Page form = inspector.get("/inspections/proceedings/new?finding=" + id);
        assertThat(form.text()).contains("5 个工作日陈述申辩");
        Map<String, String> notice = Map.of("finding", id, "from", id, "reason", "SLOW", "facts", MARK + " 两次催办未改",
                "proposed", "CRITICISM");
        String at = path(post(inspector, "/inspections/proceedings", notice));
        assertThat(post(inspector, "/inspections/proceedings", notice).text()).as("sent twice")
                .contains("已有正在进行的问责");
        assertThat(head.get(at).text()).contains("2024-11-27 以前可以陈述申辩", "公开批评");
        assertThat(visitor.as("示例校长18").get(at).status()).isEqualTo(404);
        assertThat(post(leader, at + "/decisions", Map.of("what", "DECIDED", "measure", "TALK", "words", "先定"))
                .status()).as("before the school was heard").isEqualTo(422);
        assertThat(post(head, at + "/answers", Map.of("what", "REPLIED", "words", "人手不够")).status()).isEqualTo(303);
        assertThat(post(inspector, at + "/decisions", Map.of("what", "DECIDED", "measure", "TALK", "words", "x"))
                .status()).isEqualTo(403);
        assertThat(post(leader, at + "/decisions", Map.of("what", "DECIDED", "measure", "RESOURCES", "words", "重些"))
                .text()).contains("不能重于告知的");
        assertThat(post(leader, at + "/decisions", Map.of("what", "DECIDED", "measure", "CRITICISM", "words", "属实"))
                .status()).isEqualTo(303);
        assertThat(head.get(at).text()).contains("2024-12-04", "可以申请复核");
        assertThat(post(head, at + "/answers", Map.of("what", "APPEALED", "words", "请减轻")).status()).isEqualTo(303);
        assertThat(post(leader, at + "/decisions", Map.of("what", "UPHELD", "words", "维持")).text())
                .contains("要由别人来决定");
        Visitor third = visitor.as("示例管理员01");
        assertThat(post(third, at + "/decisions", Map.of("what", "LIGHTENED", "measure", "CRITICISM", "words", "一样"))
                .text()).contains("比原决定轻");
        assertThat(
                post(third, at + "/decisions", Map.of("what", "LIGHTENED", "measure", "TALK", "words", "已改")).status())
                .isEqualTo(303);
        assertThat(head.get(at).text()).contains("复核：减轻：约谈", "已经办结");
        for (String letter : List.of("notice.docx", "decision.pdf", "ruling.docx")) {
            assertThat(head.get(at + "/" + letter).status()).as(letter).isEqualTo(200);
        }
    }

    @Test
    void aDrawIsRepeatedByWhoeverKnowsTheSeed(Visitor visitor) {
        Visitor inspector = visitor.as("示例督学01");
        Map<String, String> draw = Map.of("whose", school("育才学校"), "first", "2024-02-26", "last", "2024-06-28",
                "size", "4", "seed", "4711");
        String one = path(post(inspector, "/inspections/samples", draw));
        String other = path(post(inspector, "/inspections/samples", draw));
        Page page = inspector.get(one);
        assertThat(page.text()).contains("4711", "重抽一遍，结果相同");
        assertThat(page.html().select("section[id^=drawn-] h2 a").eachAttr("href")).hasSize(4)
                .isEqualTo(inspector.get(other).html().select("section[id^=drawn-] h2 a").eachAttr("href"));
        String check = "form[action$=/checks]";
        assertThat(inspector.submit(page, check, Map.of("verdict", "UNTRUE", "note", "")).text()).contains("请写说明");
        assertThat(inspector.submit(page, check, Map.of("verdict", "UNTRUE", "note", "没有这节课")).status())
                .isEqualTo(303);
        assertThat(inspector.get(one).text()).contains("不实", "没有这节课");
        assertThat(inspector.get(inspector.get(one).html().select("a[href^=/inspections/findings/new?drawn=]")
                .attr("href")).text()).contains("没有这节课", "育才学校");
        assertThat(inspector.get(one + "/export.csv").text()).contains("没有这节课");
        assertThat(visitor.as("示例教务05").get(one).status()).isIn(200, 404);
        assertThat(post(inspector, "/inspections/samples", Map.of("whose", UUID.randomUUID().toString(), "first",
                "2024-02-26", "last", "2024-06-28", "size", "4")).status()).isEqualTo(404);
    }
}
