package org.jiaogongti.platform.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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

/** Mentoring pairs over HTTP: who sees them, who keeps them, and that every change is bounded, journalled and taken back. */
@PlatformTest
class MentoringPagesTest {

    private static final District DISTRICT = new District("330213");
    private static final String PAPER = "测试协议";

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    MentoringPagesTest(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
    }

    @AfterEach
    void takeOutWhatWasFormed() {
        Scope.run(DISTRICT, () -> transaction.executeWithoutResult(_ -> {
            jdbc.sql(
                    "delete from staff.mentoring_meeting m using staff.mentoring_pair p where m.pair = p.id and p.agreement like :paper")
                    .param("paper", PAPER + "%").update();
            jdbc.sql("delete from staff.mentoring_pair where agreement like :paper").param("paper", PAPER + "%")
                    .update();
        }));
    }

    private <T> T asked(Class<T> type, String sql, Map<String, ?> values) {
        return Scope.call(DISTRICT,
                () -> transaction.execute(_ -> jdbc.sql(sql).params(values).query(type).single()));
    }

    private List<String> journalled(String pair) {
        return Scope.call(DISTRICT, () -> transaction.execute(
                _ -> jdbc.sql("select action from journal.entry where object_id = :id order by number")
                        .param("id", UUID.fromString(pair)).query(String.class).list()));
    }

    /** The sample pair whose mentee is a one-click teacher's colleague; found by the mentor. */
    private String pair(String mentor, String mentee) {
        return asked(UUID.class, """
                select p.id from staff.mentoring_pair p join staff.person a on a.id = p.mentor
                    join staff.person b on b.id = p.mentee where a.name = :mentor and b.name = :mentee
                """, Map.of("mentor", mentor, "mentee", mentee)).toString();
    }

    private static Page post(Visitor person, String path, Map<String, String> fields) {
        Map<String, String> all = new HashMap<>(fields);
        all.put("_csrf", SampleDoor.token(person));
        return person.post(path, all);
    }

    /** Two teachers of a clerk's school, as the form offers them. */
    private static Map<String, String> own(Page form) {
        List<String> mentors = form.html().select("select[name=mentor] option[value~=.]").eachAttr("value");
        List<String> mentees = form.html().select("select[name=mentee] option[value~=.]").eachAttr("value");
        return new HashMap<>(Map.of("mentor", mentors.get(1), "mentee", mentees.get(2), "agreement", PAPER,
                "agreed-on", "2024-09-02", "from", "2024-09-02", "to", "2025-06-30", "weeks", "4"));
    }

    private static String form(Visitor office, Map<String, String> changes) {
        Page form = office.get("/mentoring/new");
        Map<String, String> fields = own(form);
        fields.putAll(changes);
        Page done = office.submit(form, "form[method=post][action=/mentoring]", fields);
        assertThat(done.status()).as(done.toString()).isEqualTo(303);
        return done.location().substring(done.location().lastIndexOf('/') + 1);
    }

    @Test
    void everyStateIsListedAndAsOfADay(Visitor visitor) {
        Visitor bureau = SampleDoor.as(visitor, "示例职员01");
        String today = bureau.get("/mentoring").html().select("table.lines").text();
        assertThat(today).contains("按约见面", "久未见面", "还没见面", "还没开始", "已结束");
        Page before = bureau.get("/mentoring?on=2024-01-10&days=NOW");
        assertThat(before.html().select("table.lines tbody tr")).isNotEmpty().hasSizeLessThan(3);
        assertThat(before.html().select("table.lines").text()).contains("2 次", "最近 2023-11-15");
        assertThat(bureau.get("/mentoring?on=2015-01-01&days=NOW").text()).contains("换一个条件或日期");
        assertThat(bureau.get("/mentoring/export.csv?days=ENDED").text()).contains("已结束").doesNotContain("按约见面");
    }

    @Test
    void aSchoolSeesItsOwnPairsTheTwoTheirOwnAndOthersNone(Visitor visitor) {
        String pair = pair("示例教师09", "示例教师21");
        Visitor office = SampleDoor.as(visitor, "示例教务05");
        assertThat(office.get("/mentoring").html().select("table.lines").text()).contains("示例教师21");
        assertThat(office.get("/mentoring/" + pair).status()).isEqualTo(200);
        Visitor teacher = SampleDoor.as(visitor, "示例教师03");
        assertThat(teacher.get("/mentoring").text()).contains("没有结对");
        assertThat(teacher.get("/mentoring/" + pair).status()).isEqualTo(404);
        assertThat(teacher.get("/mentoring/new").status()).isEqualTo(403);
        assertThat(post(teacher, "/mentoring/" + pair + "/meetings",
                Map.of("on", "2024-11-20", "topic", "示例", "minutes", "40")).status()).isEqualTo(404);
        Visitor bureau = SampleDoor.as(visitor, "示例职员01");
        Page read = bureau.get("/mentoring/" + pair);
        assertThat(read.status()).isEqualTo(200);
        assertThat(read.html().select("main form[method=post]")).as("the bureau reads").isEmpty();
        assertThat(post(bureau, "/mentoring/" + pair + "/meetings",
                Map.of("on", "2024-11-20", "topic", "示例", "minutes", "40")).status()).isEqualTo(404);
        assertThat(bureau.get("/mentoring/" + new UUID(7, 7)).status()).isEqualTo(404);
        Visitor elsewhere = SampleDoor.as(visitor, "示例校长18");
        List<String> own = elsewhere.get("/mentoring").html().select("table.lines a[href^=/mentoring/]")
                .eachAttr("href");
        String foreign = bureau.get("/mentoring").html().select("table.lines a[href^=/mentoring/]").eachAttr("href")
                .stream().filter(each -> !own.contains(each)).findFirst().orElseThrow();
        assertThat(elsewhere.get(foreign).status()).isEqualTo(404);
        for (String deed : List.of("/withdrawal", "/end", "/resumption", "/meetings",
                "/meetings/" + new UUID(7, 7) + "/withdrawal")) {
            assertThat(post(elsewhere, foreign + deed, Map.of("last", "2024-11-20", "reason", "示例")).status()).as(deed)
                    .isEqualTo(404);
        }
    }

    @Test
    void aPairIsFormedMeetsEndsGoesOnAndEveryStepIsJournalled(Visitor visitor) {
        Visitor office = SampleDoor.as(visitor, "示例教务05");
        String id = form(office, Map.of());
        String path = "/mentoring/" + id;
        assertThat(office.get(path).text()).contains(PAPER + "，2024-09-02 签订", "每 4 周至少一次", "久未见面", "已有 11 周没有登记见面");
        Page met = office.submit(office.get(path), "form[action$=/meetings]",
                Map.of("topic", "听一节课", "on", "2024-11-19", "minutes", "45"));
        assertThat(met.status()).as(met.toString()).isEqualTo(303);
        assertThat(office.get(path).text()).contains("按约见面", "1 次，共 45 分钟");
        assertThat(office.submit(office.get(path), "form[action$=/meetings]",
                Map.of("topic", "听一节课", "on", "2024-11-19", "minutes", "50")).status()).isEqualTo(303);
        assertThat(office.get(path).text()).as("the same again changes the minutes").contains("1 次，共 50 分钟");
        assertThat(post(office, path + "/withdrawal", Map.of()).text()).contains("可以提前结束");
        assertThat(post(office, path + "/end", Map.of("last", "2024-11-18", "reason", "示例")).text())
                .contains("这一天以后还登记了见面");
        assertThat(post(office, path + "/end", Map.of("last", "2024-11-19", "reason", "示例原因")).status())
                .isEqualTo(303);
        assertThat(office.get(path).text()).contains("已结束", "2024-11-19：示例原因");
        assertThat(office.submit(office.get(path), "form[action$=/resumption]", Map.of()).status()).isEqualTo(303);
        assertThat(office.submit(office.get(path), ".li form[action$=/withdrawal]", Map.of()).status())
                .isEqualTo(303);
        assertThat(office.submit(office.get(path), ".f form[action$=/withdrawal]", Map.of()).status())
                .isEqualTo(303);
        assertThat(office.get(path).status()).isEqualTo(404);
        assertThat(journalled(id)).containsExactly("PairFormed", "PairMet", "PairMet", "PairEnded", "PairResumed",
                "PairMeetingTakenBack", "PairTakenBack");
    }

    @Test
    void whatDoesNotFitIsRefusedAndWhatWasTypedStays(Visitor visitor) {
        Visitor office = SampleDoor.as(visitor, "示例教务05");
        Page form = office.get("/mentoring/new");
        Map<String, String> good = own(form);
        Map<Map<String, String>, String> wrong = Map.of(Map.of("mentee", good.get("mentor")), "不能是同一个人",
                Map.of("to", "2024-09-01"), "结束日期早于起始日期", Map.of("weeks", "27"), "1 至 26", Map.of("from", "2010-01-01"),
                "在所选的学校任岗", Map.of("agreement", ""), "没有填");
        wrong.forEach((change, says) -> {
            Map<String, String> fields = new HashMap<>(good);
            fields.putAll(change);
            Page refused = office.submit(form, "form[method=post][action=/mentoring]", fields);
            assertThat(refused.status()).as(says).isEqualTo(422);
            assertThat(refused.text()).contains(says);
        });
        String id = form(office, Map.of());
        Page again = office.submit(office.get("/mentoring/new"), "form[method=post][action=/mentoring]", good);
        assertThat(again.status()).isEqualTo(422);
        assertThat(again.text()).contains("已经结对");
        assertThat(again.html().select("input[name=agreement]").val()).isEqualTo(PAPER);
        Map<Map<String, String>, String> meetings = Map.of(Map.of("on", "2024-09-01"), "在结对期间",
                Map.of("on", "2024-11-21"), "不晚于今天", Map.of("minutes", "4"), "5 至 600", Map.of("topic", ""), "没有填");
        meetings.forEach((change, says) -> {
            Map<String, String> fields = new HashMap<>(Map.of("topic", "示例", "on", "2024-11-19", "minutes", "40"));
            fields.putAll(change);
            Page refused = post(office, "/mentoring/" + id + "/meetings", fields);
            assertThat(refused.status()).as(says).isEqualTo(422);
            assertThat(refused.text()).contains(says);
        });
        assertThat(journalled(id)).containsExactly("PairFormed");
    }

    @Test
    void noSchoolFormsPairsOfOtherSchools(Visitor visitor) {
        Visitor office = SampleDoor.as(visitor, "示例教务05");
        Page form = office.get("/mentoring/new");
        assertThat(form.html().select("select[name=mentor-school] option[value~=.]")).as("schools of the own community")
                .hasSizeLessThan(12);
        String foreign = asked(UUID.class,
                "select school from staff.posting o where o.school is not null and not exists "
                        + "(select from community.membership m where m.school = o.school and m.community in (select n.community "
                        + "from community.membership n join staff.posting q on q.school = n.school join staff.person p on p.id = q.person "
                        + "where p.name = '示例教务05')) limit 1",
                Map.of()).toString();
        Map<String, String> fields = own(form);
        fields.put("mentor-school", foreign);
        fields.put("mentee-school", form.html().select("input[name=mentee-school]").val());
        assertThat(post(office, "/mentoring", fields).status()).isEqualTo(404);
        assertThat(office.get("/mentoring/new?mentor-school=" + foreign + "&mentee-school=" + foreign).html()
                .select("select[name=mentor]")).isEmpty();
    }

    @Test
    void aPairNamesTheMentorThatThePlacementLacksAndTakesItBack(Visitor visitor) {
        List<String> open = Scope.call(DISTRICT, () -> transaction.execute(_ -> jdbc.sql("""
                select unnest(array[id::text, person::text, from_school::text, to_school::text, from_day::text])
                from (select * from staff.placement where mentor is null and young and from_day >= '2024-08-20'
                        and from_day <= '2024-11-20' order by id limit 1) open
                """).query(String.class).list()));
        Visitor admin = SampleDoor.as(visitor, "示例管理员01");
        String placement = "/placements/" + open.get(0);
        assertThat(admin.get(placement).text()).contains("还没有指定");
        Page form = admin.get("/mentoring/new?mentor-school=" + open.get(3) + "&mentee-school=" + open.get(2)
                + "&from=" + open.get(4));
        Map<String, String> fields = own(form);
        fields.putAll(Map.of("mentee", open.get(1), "from", open.get(4)));
        Page done = admin.submit(form, "form[method=post][action=/mentoring]", fields);
        assertThat(done.status()).as(done.toString()).isEqualTo(303);
        assertThat(admin.get(placement).text()).doesNotContain("还没有指定");
        assertThat(admin.submit(admin.open(done.location()), "form[action$=/withdrawal]", Map.of()).status())
                .isEqualTo(303);
        assertThat(admin.get(placement).text()).contains("还没有指定");
    }

    @Test
    void oneOfTheTwoNotesAMeetingFromTheirOwnPage(Visitor visitor) {
        Visitor mentor = SampleDoor.as(visitor, "示例教师01");
        Page mine = mentor.open("/people/mine");
        String path = mine.html().select("a[href^=/mentoring/]").attr("href");
        assertThat(path).as(mine.text()).isNotEmpty();
        Page pair = mentor.get(path);
        assertThat(pair.html().select("main form[method=post]:not([action*=/meetings])")).as("only meetings").isEmpty();
        assertThat(mentor.submit(pair, "form[action$=/meetings]", Map.of("topic", "示例见面")).status()).isEqualTo(303);
        Page noted = mentor.get(path);
        assertThat(noted.html().select(".li").text()).contains("示例见面 2024-11-20 · 40 分钟");
        String meeting = noted.html().select(".li:contains(示例见面) form").attr("action");
        assertThat(post(mentor, meeting, Map.of()).status()).isEqualTo(303);
        assertThat(post(mentor, meeting, Map.of()).status()).as("a second press").isEqualTo(404);
        assertThat(mentor.get(path).text()).doesNotContain("示例见面");
        assertThat(post(mentor, path + "/end", Map.of("last", "2024-11-20", "reason", "示例")).status()).isEqualTo(403);
    }

    @Test
    void aPersonsPageNamesTheirPairs(Visitor visitor) {
        Visitor office = SampleDoor.as(visitor, "示例教务05");
        Page list = office.get("/people?q=示例教师21");
        Page person = office.get(list.html().select("table.lines a.n").attr("href"));
        assertThat(person.html().select("a[href^=/mentoring/]").text()).contains("示例教师09 带 示例教师21");
    }
}
