package org.jiaogongti.platform.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jiaogongti.platform.access.District;
import org.jiaogongti.platform.access.Scope;
import org.jiaogongti.platform.reminder.Due;
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

/** 毕业班 over HTTP: who sees which year, what both sides say of a requirement, the calendar, its sheets, and paused tests. */
@PlatformTest
class GraduationPagesTest {

    private static final District DISTRICT = new District("330213");
    private static final String PATH = "/registers/graduation";
    private static final String WORDS = "测试：把复习课的安排写给牵头学校";
    private static final String CONTENT = "测试：简易方程";
    private static final String TITLE = "测试复习单";

    private final String url;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final RequirementsDue due;

    GraduationPagesTest(JdbcClient jdbc, PlatformTransactionManager transactions,
            @Value("${jgt.database.url}") String url, RequirementsDue due) {
        this.due = due;
        this.url = url;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
    }

    @AfterEach
    void takeOutWhatWasWritten() {
        String required = " (select id from register.requirement where words = '" + WORDS + "')";
        String sheets = " (select id from register.sheet where title = '" + TITLE + "')";
        TestCluster.shared().remove(url, List.of(
                "delete from register.requirement_step where requirement in" + required,
                "delete from register.requirement where id in" + required,
                "delete from evidence.item where holder in" + sheets,
                "delete from register.sheet_step where sheet in" + sheets,
                "delete from register.sheet where id in" + sheets,
                "delete from register.revision where subject = '英语' and week = 9 and term = '2024-2025-1'"));
    }

    private String id(String table, String name) {
        return Scope.call(DISTRICT, () -> transaction.execute(_ -> jdbc
                .sql("select id::text from " + table + " where name = :name").param("name", name).query(String.class)
                .single()));
    }

    private static Page post(Visitor person, String path, Map<String, String> fields) {
        Map<String, String> all = new HashMap<>(fields);
        all.put("_csrf", person.get("/me").html().select("input[name=_csrf]").val());
        return person.post(path, all);
    }

    @Test
    void theYearIsGivenOutAsATableAndNamesWhatTheGradeDidTogether(Visitor visitor) {
        Visitor bureau = visitor.as("示例职员01");
        String community = "?community=" + id("community.community", "居敬小学教学共同体");
        Page page = bureau.get(PATH + community);
        assertThat(page.html().select("section:has(h2:contains(六年级一起办的活动)) a[href^=/activities/]")).isNotEmpty();
        assertThat(page.html().select("a[href^=" + PATH + "/export]")).hasSize(2);
        String csv = bureau.get(PATH + "/export.csv" + community).text();
        assertThat(csv.lines().findFirst()).hasValue("\uFEFF成员校,要求,到哪天,情况,答复,认定,谁提的,哪天提的");
        assertThat(csv).contains("逾期", "说法不一", "认定：部分达到").doesNotContain("江口小学教学共同体");
        assertThat(csv.lines().count() - 1)
                .isEqualTo(page.html().select("section:has(h2:contains(牵头学校的要求)) > .li").size());
        assertThat(visitor.as("示例技术员01").get(PATH + "/export.csv").status()).isEqualTo(403);
    }

    /** The sample has one that nobody answered in time and one that is still to be answered. */
    @Test
    void whatNobodyAnsweredIsRemindedOfUntilSomebodyDoes(Visitor visitor) {
        List<Due> open = Scope.call(DISTRICT, () -> transaction.execute(_ -> due.open(LocalDate.of(2024, 11, 20),
                LocalDate.of(2025, 1, 31))));
        assertThat(open).isNotEmpty().allSatisfy(each -> {
            assertThat(each.title()).startsWith("毕业班要求，");
            assertThat(each.ladder()).hasSize(3);
            assertThat(each.ladder().getFirst().school()).isNotNull();
        });
        Visitor lead = visitor.as("示例校长03");
        String community = id("community.community", "居敬小学教学共同体");
        post(lead, PATH + "/" + community + "/requirements", Map.of("words", WORDS, "due", "2024-12-20", "school",
                id("school.school", "育才学校"), "community", community));
        assertThat(mine()).hasSize(1);
        String of = mine().getFirst().matter().id();
        assertThat(post(visitor.as("示例教务05"), steps(visitor.as("示例教务05"), WORDS),
                Map.of("what", "DONE", "words", "写好了", "day", "2024-11-20")).status()).isEqualTo(303);
        assertThat(mine()).as("answered").isEmpty();
        List<Due> still = Scope.call(DISTRICT,
                () -> transaction.execute(_ -> due.open(LocalDate.of(2024, 11, 20), List.of(of, "x"))));
        assertThat(still).isEmpty();
    }

    private List<Due> mine() {
        return Scope.call(DISTRICT, () -> transaction.execute(_ -> due.open(LocalDate.of(2024, 11, 20),
                LocalDate.of(2024, 12, 31)).stream().filter(each -> each.title().contains(WORDS)).toList()));
    }

    private static String steps(Visitor person, String words) {
        return person.get(PATH).html().select(".li:contains(" + words + ") form").attr("action");
    }

    @Test
    void eachCommunitySeesItsYearAndTestsArePausedFromTheLawsDayOn(Visitor visitor) {
        Page lead = visitor.as("示例校长03").get(PATH);
        assertThat(lead.text()).contains("居敬小学教学共同体", "逾期", "达到", "说法不一", "等答复", "已撤回", "已领：",
                "圆：周长、面积和组合图形", "暂停", "教育部办公厅关于加强义务教育学校考试管理的通知", "2021-08-30")
                .doesNotContain("圆的周长和面积");
        assertThat(visitor.as("示例督学01").get(PATH).html().select("main form[method=post]")).isEmpty();
        Visitor bureau = visitor.as("示例职员01");
        String empty = id("community.community", "实验小学教学共同体");
        assertThat(bureau.get(PATH + "?community=" + empty).text()).contains("这个学年还没有要求", "还没有排", "还没有复习单");
        Page early = bureau.get(PATH + "?community=" + empty + "&year=2020-2021");
        assertThat(early.text()).contains("没有规定停下").doesNotContain("暂停");
        assertThat(early.html().select("a[href^=/activities/]")).as("seminars on record").isNotEmpty();
        assertThat(visitor.as("示例校长18").get(PATH + "?community=" + empty).text()).contains("居敬小学教学共同体")
                .doesNotContain("实验小学教学共同体");
    }

    @Test
    void theLeadSchoolRequiresTheMemberAnswersAndTheLeadJudges(Visitor visitor) {
        Visitor lead = visitor.as("示例校长03");
        String community = id("community.community", "居敬小学教学共同体");
        Map<String, String> given = new HashMap<>(Map.of("words", WORDS, "due", "2024-11-01", "school", "", "community",
                community));
        assertThat(post(lead, PATH + "/" + community + "/requirements", given).text()).contains("不能早于今天", WORDS);
        given.put("due", "2024-12-20");
        assertThat(post(lead, PATH + "/" + community + "/requirements", given).status()).isEqualTo(303);
        assertThat(lead.get(PATH).html().select(".li:contains(" + WORDS + ")")).as("one each").hasSize(4);
        String mine = steps(lead, WORDS);
        assertThat(post(lead, mine, Map.of("what", "MET")).text()).as("not answered, not late").contains("现在不能这样选");
        assertThat(post(lead, mine, Map.of("what", "DONE", "words", "试")).status()).as("the member's").isEqualTo(422);
        assertThat(post(lead, mine, Map.of("what", "WITHDRAWN", "words", "")).text()).contains("请写一句");

        Visitor member = visitor.as("示例教务05");
        String answered = steps(member, WORDS);
        Map<String, String> answer = new HashMap<>(Map.of("what", "DONE", "words", "写好了", "day", "2024-11-21"));
        assertThat(post(member, answered, answer).text()).contains("也不能晚于今天");
        answer.put("day", "2024-11-20");
        assertThat(post(member, answered, answer).status()).isEqualTo(303);
        assertThat(post(member, answered, Map.of("what", "MET")).status()).as("the lead's").isEqualTo(422);
        assertThat(post(lead, answered, Map.of("what", "NOT_MET", "words", "还没有收到")).status()).isEqualTo(303);
        assertThat(member.get(PATH).html().select(".li:contains(写好了)").text()).contains("说法不一", "认定：没有达到：还没有收到");
        String elsewhere = PATH + "/" + id("community.community", "实验小学教学共同体") + "/requirements";
        assertThat(post(lead, elsewhere, given).status()).as("another community").isEqualTo(404);
        assertThat(post(member, PATH + "/" + community + "/requirements", given).status()).isEqualTo(404);
    }

    @Test
    void aWeekIsReplacedAndAskedForBySheetsThatSchoolsTake(Visitor visitor) {
        Visitor lead = visitor.as("示例校长03");
        String community = id("community.community", "居敬小学教学共同体");
        String weeks = PATH + "/" + community + "/weeks";
        Map<String, String> week = new HashMap<>(Map.of("term", "2024-2025-1", "week", "40", "subject", "英语", "content",
                CONTENT, "school", id("school.school", "江口小学"), "community", community));
        assertThat(post(lead, weeks, week).text()).contains("周次要在选的学期里");
        week.put("week", "9");
        assertThat(post(lead, weeks, week).status()).isEqualTo(303);
        week.put("content", CONTENT + "二");
        assertThat(post(lead, weeks, week).status()).isEqualTo(303);
        Page planned = lead.get(PATH);
        assertThat(planned.html().select("td:contains(" + CONTENT + ")")).as("the later row counts").hasSize(1);
        String revision = planned.html().select("select[name=revision] option:contains(" + CONTENT + ")").val();
        Page shared = lead.submit(planned, "form[action$=/sheets]", Map.of("revision", revision, "title", TITLE),
                Map.of("files", "%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"));
        assertThat(shared.status()).as(shared.toString()).isEqualTo(303);
        Visitor member = visitor.as("示例教务05");
        String file = member.get(PATH).html().select(".li:contains(" + TITLE + ") a[href^=/evidence/]").attr("href");
        assertThat(file).as("its file").isNotEmpty();
        assertThat(member.get(file).text()).contains("%PDF-1.4");
        assertThat(visitor.as("示例校长18").get(file).status()).as("of the community").isIn(200, 404);
        String take = lead.get(PATH).html().select(".li:contains(" + TITLE + ") form").attr("action");
        assertThat(post(lead, take, Map.of("what", "TAKEN")).status()).isEqualTo(303);
        assertThat(lead.get(PATH).html().select(".li:contains(" + TITLE + ")").text()).contains("已领：居敬小学");
        assertThat(post(lead, take, Map.of("what", "TAKEN")).status()).as("twice").isEqualTo(422);
        assertThat(post(lead, take, Map.of("what", "TAKEN_BACK")).status()).isEqualTo(303);
        assertThat(post(lead, take, Map.of("what", "WITHDRAWN")).status()).isEqualTo(303);
        String strike = lead.get(PATH).html().select("td:contains(" + CONTENT + ") form").attr("action");
        assertThat(post(lead, strike, Map.of()).status()).isEqualTo(303);
        assertThat(lead.get(PATH).text()).doesNotContain(TITLE, CONTENT);
        assertThat(post(lead, strike, Map.of()).text()).contains("刚被换掉或划掉");
        assertThat(post(visitor.as("示例校长18"), weeks, week).status()).isEqualTo(404);
    }
}
