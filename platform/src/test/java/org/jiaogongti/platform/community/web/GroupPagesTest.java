package org.jiaogongti.platform.community.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.access.District;
import org.jiaogongti.platform.access.Posting;
import org.jiaogongti.platform.access.Role;
import org.jiaogongti.platform.access.Scope;
import org.jiaogongti.platform.community.Body;
import org.jiaogongti.platform.community.Groups;
import org.jiaogongti.platform.community.Groups.NewSeat;
import org.jiaogongti.platform.community.Office;
import org.jiaogongti.platform.school.Change;
import org.jiaogongti.platform.testing.Page;
import org.jiaogongti.platform.testing.PlatformTest;
import org.jiaogongti.platform.testing.SqlCount;
import org.jiaogongti.platform.testing.Visitor;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Leading groups, liaisons and guidance groups over HTTP on the sample world; what a test enters is taken out again. */
@PlatformTest
class GroupPagesTest {

    private static final LocalDate TODAY = LocalDate.of(2024, 11, 20);
    private static final String ABSENT = "0199aaaa-0000-7000-8000-00000000dead";

    /** A line that a test may enter or end. */
    private record Row(String table, UUID id) {}

    private final Map<Row, String> before = new HashMap<>();
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Groups groups;

    GroupPagesTest(JdbcClient jdbc, PlatformTransactionManager transactions, Groups groups) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.groups = groups;
    }

    @BeforeEach
    void note() {
        before.putAll(lastDays());
    }

    /** First out with what was entered: an office is held by one person a day. */
    @AfterEach
    void restore() {
        Map<Row, String> after = lastDays();
        inDistrict(() -> {
            after.keySet().stream().filter(row -> !before.containsKey(row)).forEach(
                    row -> jdbc.sql("delete from " + row.table() + " where id = :id").param("id", row.id()).update());
            before.forEach((row, lastDay) -> {
                if (!lastDay.equals(after.get(row))) {
                    jdbc.sql("update " + row.table() + " set to_day = nullif(:day, '')::date where id = :id")
                            .param("day", lastDay).param("id", row.id()).update();
                }
            });
        });
    }

    private Map<Row, String> lastDays() {
        Map<Row, String> days = new HashMap<>();
        for (String table : List.of("community.seat", "community.few_teachers", "staff.posting")) {
            inDistrict(() -> jdbc.sql("select id, coalesce(to_day::text, '') as day from " + table).query(line -> {
                days.put(new Row(table, line.getObject("id", UUID.class)), line.getString("day"));
            }));
        }
        return days;
    }

    private void inDistrict(Runnable work) {
        Scope.run(new District("330213"), () -> transaction.executeWithoutResult(_ -> work.run()));
    }

    private String one(String sql) {
        return Scope.call(new District("330213"),
                () -> transaction.execute(_ -> jdbc.sql(sql).query(String.class).single()));
    }

    private long lines() {
        return Long.parseLong(one("select count(*) from journal.entry"));
    }

    private String community(String shortName) {
        return one("select id from community.community where short_name = '" + shortName + "'");
    }

    private UUID person(String name) {
        return UUID.fromString(one("select id from staff.person where name = '" + name + "'"));
    }

    private Actor researcherOf(String community) {
        return new Actor(new UUID(7, 7), person("示例教研员03"), "示例教研员03",
                Set.of(Posting.inCommunity(Role.RESEARCHER, UUID.fromString(community))));
    }

    private static Visitor as(Visitor visitor, String person) {
        return OrganisationPagesTest.as(visitor, person);
    }

    private static List<String> words(Page page, String community) {
        return page.html().select(".gr-all section:has(h2:contains(" + community + ")) .st").eachText();
    }

    private static List<String> missing(Page page) {
        return page.html().select("#missing li").eachText();
    }

    /** The cell of a school and a subject. */
    private static Element cell(Page page, String school, String subject) {
        List<String> heads = page.html().select(".gm thead th").eachText();
        return page.html().select(".gm tbody tr:has(th:contains(" + school + ")) > *").get(heads.indexOf(subject));
    }

    @Test
    void everyCommunityIsHeldAgainstTheNotice(Visitor visitor) {
        Page page = as(visitor, "示例校长03").get("/groups");
        assertThat(page.status()).isEqualTo(200);
        assertThat(words(page, "岳林")).containsExactly("齐全", "齐全", "齐全");
        assertThat(words(page, "龙津")).as("with its decisions").containsExactly("齐全", "齐全", "齐全");
        assertThat(words(page, "居敬")).containsExactly("缺 2 项", "齐全", "缺 1 项");
        assertThat(words(page, "锦屏")).containsExactly("齐全", "缺 1 项", "缺 5 项");
        assertThat(words(page, "实验小学")).containsExactly("还没有登记", "还没有登记", "还没有登记");
        assertThat(page.html().select(".gr-all a.cl").eachAttr("href")).contains("/charter/notice#c-5-1",
                "/charter/notice#c-3-1-5");
        Page home = visitor.get("/organisation");
        assertThat(home.html().select("main a[href=/groups]")).hasSize(1);
    }

    @Test
    void aCommunityShowsWhoSitsWhereAndWhatIsMissing(Visitor visitor) {
        as(visitor, "示例教师03");
        Page page = visitor.get("/groups/" + community("居敬"));
        assertThat(page.status()).isEqualTo(200);
        assertThat(missing(page)).containsExactlyInAnyOrder("副组长里没有牵头校业务副校长。", "副组长里没有南浦小学校长。",
                "萧王庙小学没有人在美术指导组。");
        assertThat(page.html().select("#leading .li").get(0).text()).contains("示例校长03", "组长", "居敬小学 · 校长",
                "居敬共〔2019〕1号（示例）");
        assertThat(page.html().select("#liaisons .li").eachText()).hasSize(2).allMatch(line -> line.contains("示例教研员"));
        assertThat(cell(page, "萧王庙小学", "美术").className()).isEqualTo("late");
        assertThat(cell(page, "萧王庙小学", "语文").className()).isEqualTo("done");
        assertThat(cell(page, "组长", "语文").text()).contains("示例教师03", "指派 · 奉教研〔2019〕13号（示例）");
        Page free = visitor.get("/groups/" + community("龙津"));
        assertThat(missing(free)).isEmpty();
        assertThat(cell(free, "尔仪小学", "音乐").className()).isEqualTo("waived");
        assertThat(cell(free, "裘村镇校", "信息技术").text()).isEqualTo("灵活");
        assertThat(free.html().select("#few .li").eachText()).hasSize(2)
                .anyMatch(line -> line.contains("尔仪小学没有音乐专任教师") && line.contains("龙津共〔2023〕4号（示例）"));
        assertThat(free.html().select("main form[method=post]")).as("a teacher changes nothing").isEmpty();
    }

    @Test
    void everyDayIsAskedForItsOwnLists(Visitor visitor) {
        as(visitor, "示例管理员01");
        String address = "/groups/" + community("岳林");
        Page now = visitor.get(address);
        assertThat(now.html().select("#leading").text()).contains("岳林共〔2022〕6号").doesNotContain("岳林共〔2019〕1号");
        assertThat(now.html().select("#former").text()).contains("岳林共〔2019〕1号", "2019-10-15 至 2022-12-30");
        Page then = visitor.get(address + "?on=2020-01-01");
        assertThat(then.html().select("#leading").text()).contains("岳林共〔2019〕1号").doesNotContain("岳林共〔2022〕6号");
        assertThat(then.html().select("main form[method=post], main a[href*=new]")).as("the past is only read")
                .isEmpty();
        assertThat(then.html().select("#few").text()).contains("没有这样的决定");
        Page before = visitor.get("/groups?on=2019-10-01");
        assertThat(words(before, "岳林")).containsExactly("还没有登记", "还没有登记", "还没有登记");
        assertThat(visitor.get("/groups?on=gestern").status()).isEqualTo(400);
    }

    @Test
    void theResearcherAppointsALeaderWithDayAndDocument(Visitor visitor) {
        String community = community("岳林");
        Page page = as(visitor, "示例教研员01").get("/groups/" + community);
        String before = page.html().select(".gm .heads td").get(0).select("b").text();
        assertThat(page.html().select("#leading a[href*=new], #liaisons a[href*=new]")).as("not the researcher's")
                .isEmpty();
        Page form = visitor.get(page.html().select(".gm .heads a[aria-label=指派语文组长]").attr("href"));
        assertThat(form.status()).isEqualTo(200);
        Element other = form.html().select("select[name=person] option:contains(名优骨干教师)").stream()
                .filter(option -> !option.text().startsWith(before + "（")).findFirst().orElseThrow();
        Page wrong = visitor.submit(form, "form[action$=/seats]", Map.of("person", other.val(), "from", "2024-11-20"));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.html().select("[aria-invalid=true]").eachAttr("name")).containsExactly("document");
        long lines = lines();
        Page done = visitor.submit(wrong, "form[action$=/seats]", Map.of("document", "示例任命〔2024〕1号"));
        assertThat(done.status()).as(done.toString()).isEqualTo(303);
        assertThat(lines() - lines).as("one line in the journal").isEqualTo(1);
        Page after = visitor.get("/groups/" + community);
        String name = other.text().replaceFirst("（.*", "");
        assertThat(cell(after, "组长", "语文").text()).contains(name, "示例教研员01 2024-11-20 指派 · 示例任命〔2024〕1号");
        assertThat(after.html().select("#former").text()).contains(before, "2019-10-15 至 2024-11-19");
        assertThat(one("select count(*) from staff.posting where role = 'CONVENOR' and subject = '语文' and community = '"
                + community + "' and from_day <= '2024-11-20' and (to_day is null or to_day >= '2024-11-20')"))
                .isEqualTo("1");
        assertThat(visitor.get("/groups/" + community("居敬") + "/seats/new?body=GUIDANCE_GROUP&office=HEAD&subject=语文")
                .status()).as("another community's").isEqualTo(404);
    }

    /** 示例教师03 leads 语文 at 居敬; only who convenes a group may have its form. */
    @Test
    void theAppointmentGivesTheConvenorsRightAndItsEndTakesIt(Visitor visitor) {
        String community = community("居敬");
        String form = "/groups/" + community
                + "/seats/new?body=GUIDANCE_GROUP&office=MEMBER&subject=%E8%AF%AD%E6%96%87";
        as(visitor, "示例教师03");
        assertThat(visitor.get(form).status()).isEqualTo(200);
        assertThat(visitor.get(form.replace("%E8%AF%AD%E6%96%87", "%E6%95%B0%E5%AD%A6")).status())
                .as("another subject's group").isEqualTo(404);
        UUID home = UUID.fromString(community);
        UUID seat = UUID.fromString(one("select id from community.seat where office = 'HEAD' and subject = '语文' and "
                + "community = '" + community + "'"));
        assertThat(change(() -> groups.leave(researcherOf(community), home, seat, TODAY.minusDays(1))))
                .isInstanceOf(Change.Done.class);
        assertThat(visitor.get(form).status()).as("the very next request").isEqualTo(403);
        assertThat(change(() -> groups.seat(researcherOf(community), home, new NewSeat(Body.GUIDANCE_GROUP, "语文",
                Office.HEAD, person("示例教师03"), null, TODAY.plusDays(1), "示例任命")))).isInstanceOf(Change.Done.class);
        assertThat(visitor.get(form).status()).as("appointed from tomorrow on").isEqualTo(403);
        restore();
        assertThat(visitor.get(form).status()).isEqualTo(200);
    }

    private Change change(java.util.function.Supplier<Optional<Change>> work) {
        return Scope.call(new District("330213"), () -> work.get()).orElseThrow();
    }

    @Test
    void aSeatIsRefusedWithItsReason() {
        String community = community("居敬");
        UUID home = UUID.fromString(community);
        Actor researcher = researcherOf(community);
        UUID leader = person("示例教师03");
        assertThat(change(() -> groups.seat(researcher, home, leader("语文", leader, TODAY))))
                .isEqualTo(new Change.Refused("community.seat.refused.already"));
        assertThat(change(() -> groups.seat(researcher, home, leader("天文", leader, TODAY))))
                .isEqualTo(new Change.Refused("community.seat.refused.subject"));
        assertThat(change(() -> groups.seat(researcher, home, leader("语文", person("示例校长01"), TODAY))))
                .as("of another community").isEqualTo(new Change.Refused("community.seat.refused.school"));
        assertThat(change(() -> groups.seat(researcher, home, leader("语文", new UUID(1, 1), TODAY))))
                .isEqualTo(new Change.Refused("community.seat.refused.person"));
        assertThat(change(() -> groups.seat(researcher, home, leader("语文", person("示例教师14"),
                LocalDate.of(2019, 10, 1))))).as("before the present one")
                .isEqualTo(new Change.Refused("community.seat.refused.same-day"));
        assertThat(Scope.call(new District("330213"),
                () -> groups.seat(researcher, UUID.fromString(community("岳林")), leader("语文", leader, TODAY))))
                .as("not the researcher's community").isEmpty();
    }

    private static NewSeat leader(String subject, UUID person, LocalDate from) {
        return new NewSeat(Body.GUIDANCE_GROUP, subject, Office.HEAD, person, null, from, "示例任命");
    }

    @Test
    void theLeadSchoolFormsTheLeadingGroupAndEachSchoolSendsItsMembers(Visitor visitor) {
        String address = "/groups/" + community("居敬");
        Page page = as(visitor, "示例校长03").get(address);
        Page form = visitor.get(page.html().select("#leading a[href*=new]").attr("href"));
        String vice = form.html().select("option:contains(示例副校长03)").val();
        Page done = visitor.submit(form, "form[action$=/seats]", Map.of("office", "DEPUTY", "person", vice));
        assertThat(done.status()).as(done.toString()).isEqualTo(303);
        assertThat(missing(visitor.get(address))).doesNotContain("副组长里没有牵头校业务副校长。").contains("副组长里没有南浦小学校长。");
        Page gap = visitor.get(cell(visitor.get(address), "萧王庙小学", "美术").select("a").attr("href"));
        assertThat(gap.html().select("optgroup").eachAttr("label")).containsExactly("萧王庙小学");
        assertThat(visitor.submit(gap, "form[action$=/seats]",
                Map.of("person", gap.html().select("optgroup option").get(0).val())).status()).isEqualTo(303);
        Page filled = visitor.get(address);
        assertThat(cell(filled, "萧王庙小学", "美术").className()).isEqualTo("done");
        String end = cell(filled, "萧王庙小学", "美术").select("form").attr("action");
        assertThat(visitor.submit(filled, "form[action=" + end + "]", Map.of("lastDay", "2024-11-19")).status())
                .as("before it began").isEqualTo(303);
        assertThat(cell(visitor.get(address), "萧王庙小学", "美术").className()).isEqualTo("done");
        assertThat(visitor.submit(filled, "form[action=" + end + "]", Map.of("lastDay", "2024-11-20")).status())
                .isEqualTo(303);
        assertThat(cell(visitor.get(address + "?on=2024-11-21"), "萧王庙小学", "美术").className()).isEqualTo("late");
        Visitor clerk = as(visitor.another(), "示例教务05");
        assertThat(clerk.get(address + "/seats/new").status()).isEqualTo(403);
        Visitor elsewhere = as(visitor.another(), "示例校长18");
        assertThat(elsewhere.get(address + "/seats/new").status()).isEqualTo(404);
        assertThat(elsewhere.post(end, Map.of("_csrf", elsewhere.get("/me").html().select("input[name=_csrf]").val()))
                .status()).isEqualTo(404);
    }

    @Test
    void aSubjectIsArrangedFreelyByDecision(Visitor visitor) {
        String address = "/groups/" + community("锦屏");
        Page page = as(visitor, "示例管理员01").get(address);
        assertThat(missing(page)).contains("成龙学校没有人在音乐指导组。");
        Page form = visitor.get(page.html().select("#few a[href$=new]").attr("href"));
        String school = form.html().select("select[name=school] option:contains(成龙学校)").val();
        Map<String, String> typed = Map.of("subject", "音乐", "school", school, "from", "2024-11-20", "reason", "示例理由",
                "document", "", "decider", "示例局长01");
        Page wrong = visitor.submit(form, "form[action$=/exceptions]", typed);
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.html().select("[aria-invalid=true]").eachAttr("name")).containsExactly("document");
        assertThat(wrong.html().select("select[name=school] option[selected]").text()).isEqualTo("成龙学校");
        long lines = lines();
        assertThat(visitor.submit(wrong, "form[action$=/exceptions]", Map.of("document", "示例文件")).status())
                .isEqualTo(303);
        assertThat(lines() - lines).isEqualTo(1);
        Page after = visitor.get(address);
        assertThat(missing(after)).doesNotContain("成龙学校没有人在音乐指导组。").contains("成龙学校没有人在体育指导组。");
        assertThat(after.html().select("#few .li").text()).contains("音乐 · 成龙学校", "示例理由", "示例局长01 决定", "示例文件");
        String end = after.html().select("#few form").attr("action");
        assertThat(visitor.submit(after, "form[action=" + end + "]", Map.of("lastDay", "2024-11-20")).status())
                .isEqualTo(303);
        assertThat(missing(visitor.get(address + "?on=2024-11-21"))).contains("成龙学校没有人在音乐指导组。");
        assertThat(as(visitor.another(), "示例教研员01").get(address + "/exceptions/new").status())
                .as("another community's researcher").isEqualTo(404);
        assertThat(as(visitor.another(), "示例职员01").get(address + "/exceptions/new").status()).isEqualTo(403);
    }

    @Test
    void whatIsNotThereIsNotFound(Visitor visitor) {
        as(visitor, "示例管理员01");
        String home = "/groups/" + community("居敬");
        assertThat(visitor.get("/groups/" + ABSENT).status()).isEqualTo(404);
        assertThat(visitor.get("/groups/" + ABSENT + "/seats/new").status()).isEqualTo(404);
        String token = visitor.get("/me").html().select("input[name=_csrf]").val();
        String seat = one("select id from community.seat where body = 'LIAISONS' and community = '" + community("岳林")
                + "' limit 1");
        assertThat(visitor.post(home + "/seats/" + ABSENT + "/end", Map.of("_csrf", token)).status()).isEqualTo(404);
        assertThat(visitor.post(home + "/seats/" + seat + "/end", Map.of("_csrf", token)).status())
                .as("a seat of another community").isEqualTo(404);
        assertThat(visitor.post(home + "/exceptions/" + ABSENT + "/end", Map.of("_csrf", token)).status())
                .isEqualTo(404);
        assertThat(visitor.post("/groups/" + ABSENT + "/seats", Map.of("_csrf", token)).status()).isEqualTo(404);
        assertThat(as(visitor.another(), "示例技术员01").get("/groups").status()).isEqualTo(403);
    }

    @Test
    void thePagesCostTheSameHoweverManyPeople(Visitor visitor) {
        as(visitor, "示例职员01").get("/groups");
        SqlCount.of(() -> visitor.get("/groups")).assertSelects(8);
        String community = "/groups/" + community("岳林");
        SqlCount.of(() -> visitor.get(community)).assertSelects(10);
    }
}
