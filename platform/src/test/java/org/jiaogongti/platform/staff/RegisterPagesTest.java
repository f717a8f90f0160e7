package org.jiaogongti.platform.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jiaogongti.platform.access.District;
import org.jiaogongti.platform.access.Scope;
import org.jiaogongti.platform.testing.Page;
import org.jiaogongti.platform.testing.PlatformTest;
import org.jiaogongti.platform.testing.SqlCount;
import org.jiaogongti.platform.testing.Visitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The register over HTTP: who sees whom, who changes what, and that every change is dated and journalled. */
@PlatformTest
class RegisterPagesTest {

    private static final District DISTRICT = new District("330213");

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Set<UUID> entered = new HashSet<>();

    RegisterPagesTest(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
    }

    @AfterEach
    void takeOutWhoWasEntered() {
        for (UUID person : entered) {
            for (String table : List.of("posting", "rank", "title", "taught_subject", "employment")) {
                run("delete from staff." + table + " where person = :id", person);
            }
            run("delete from staff.person where id = :id", person);
        }
    }

    private void run(String sql, UUID id) {
        Scope.run(DISTRICT,
                () -> transaction.executeWithoutResult(_ -> jdbc.sql(sql).param("id", id).update()));
    }

    private List<String> journalled(UUID id) {
        return Scope.call(DISTRICT, () -> transaction.execute(
                _ -> jdbc.sql("select action from journal.entry where object_id = :id order by number").param("id", id)
                        .query(String.class).list()));
    }

    private static Page post(Visitor person, String path, Map<String, String> fields) {
        Map<String, String> all = new HashMap<>(fields);
        all.put("_csrf", SampleDoor.token(person));
        return person.post(path, all);
    }

    private UUID enter(Visitor person, String name, String from) {
        Page form = person.get("/people/new");
        Page done = person.submit(form, "form[action=/people]", Map.of("name", name, "from", from));
        assertThat(done.status()).as(done.toString()).isEqualTo(303);
        UUID id = UUID.fromString(done.location().substring("/people/".length()));
        entered.add(id);
        return id;
    }

    private static UUID found(Visitor person, String name) {
        String href = person.get("/people?shown=ALL&q=" + name).html().select("a.n").attr("href");
        assertThat(href).as(name).startsWith("/people/");
        return UUID.fromString(href.substring("/people/".length()));
    }

    @Test
    void theBureauGoesThroughEverybodyPageByPageWithTheSameFewReads(Visitor visitor) {
        Visitor clerk = SampleDoor.as(visitor, "示例职员01");
        Set<String> seen = new HashSet<>();
        String next = "/people?shown=ALL";
        int pages = 0;
        while (!next.isEmpty()) {
            String address = next;
            SqlCount.Counted<Page> page = SqlCount.measure(() -> clerk.get(address));
            page.sql().assertSelectsAtMost(10);
            assertThat(page.value().status()).isEqualTo(200);
            List<String> links = page.value().html().select("a.n").eachAttr("href");
            assertThat(links).hasSizeLessThanOrEqualTo(50);
            assertThat(seen).doesNotContainAnyElementsOf(links);
            seen.addAll(links);
            next = page.value().html().select("nav.pager a[rel=next]").attr("href");
            pages++;
        }
        assertThat(pages).isGreaterThan(8);
        assertThat(seen).hasSizeGreaterThan(450);
    }

    @Test
    void aSchoolsOfficeSeesItsOwnStaffAndAnswersForNobodyElse(Visitor visitor) {
        Visitor bureau = SampleDoor.as(visitor, "示例职员01");
        Visitor office = SampleDoor.as(visitor, "示例教务05");
        Page list = office.get("/people?shown=ALL");
        assertThat(list.html().select("select[name=school] option")).hasSize(2);
        assertThat(list.html().select("table.lines tbody tr")).isNotEmpty().allSatisfy(
                row -> assertThat(row.text()).contains("育才学校"));
        String stranger = strangers("示例教务05").getFirst();
        UUID foreign = found(bureau, stranger);
        assertThat(office.get("/people?shown=ALL&q=" + stranger).text()).doesNotContain(foreign.toString());
        assertThat(office.get("/people/" + foreign).status()).isEqualTo(404);
        for (String path : List.of("", "/postings", "/ranks", "/titles", "/subjects", "/employments",
                "/postings/" + UUID.randomUUID() + "/end")) {
            Page refused = post(office, "/people/" + foreign + path, Map.of("from", "2024-11-20", "name", "示例甲"));
            assertThat(refused.status()).as(path).isEqualTo(404);
        }
        assertThat(bureau.get("/people/" + foreign).html().select("h1").text()).isEqualTo(stranger);
    }

    /** Teachers of other communities than the person's. */
    private List<String> strangers(String name) {
        String sql = """
                select p.name from staff.person p join staff.posting o on o.person = p.id
                  join community.membership m on m.school = o.school
                 where p.name like '示例教师%' and o.role = 'TEACHER'
                 group by p.name
                having not array_agg(m.community) && array(select n.community from staff.person q
                           join staff.posting s on s.person = q.id join community.membership n on n.school = s.school
                          where q.name = :name)
                 order by p.name
                """;
        return Scope.call(DISTRICT,
                () -> transaction.execute(_ -> jdbc.sql(sql).param("name", name).query(String.class).list()));
    }

    @Test
    void whoeverIsFoundIsOpenedAndShowsACardOfTodayOnly(Visitor visitor) {
        Visitor teacher = SampleDoor.as(visitor, "示例教师03");
        List<String> links = teacher.get("/search?q=示例教师").html().select("main section a[href^=/people/]")
                .eachAttr("href");
        assertThat(links).hasSizeGreaterThan(1);
        int cards = 0;
        for (String link : links) {
            Page page = teacher.get(link);
            assertThat(page.status()).as(link).isEqualTo(200);
            boolean own = page.html().select("h1").text().equals("示例教师03");
            cards += own ? 0 : 1;
            assertThat(page.html().select("dl.dl2 dt").eachText().contains("工号")).as(link).isEqualTo(own);
            assertThat(page.text().contains("任教起始")).as(link).isEqualTo(own);
            assertThat(page.html().select("main form[method=post]:not([action*=/phone])")).isEmpty();
        }
        assertThat(cards).isPositive();
        Visitor inspector = SampleDoor.as(visitor, "示例督学01");
        Visitor bureau = SampleDoor.as(visitor, "示例职员01");
        UUID stranger = found(bureau, strangers("示例教师03").getFirst());
        assertThat(teacher.get("/people/" + stranger).status()).isEqualTo(404);
        assertThat(inspector.get("/people/" + stranger).html().select("dl.dl2 dt").eachText())
                .doesNotContain("工号");
    }

    @Test
    void aTeacherSeesOnlyTheirOwnDossierAndChangesNothingThere(Visitor visitor) {
        Visitor teacher = SampleDoor.as(visitor, "示例教师03");
        Page mine = teacher.open("/people/mine");
        assertThat(mine.status()).isEqualTo(200);
        assertThat(mine.html().select("h1").text()).isEqualTo("示例教师03");
        assertThat(mine.html().select("main form[method=post]:not([action*=/phone])")).as("but the own number")
                .isEmpty();
        assertThat(teacher.get("/people").status()).isEqualTo(403);
        UUID other = found(SampleDoor.as(visitor, "示例职员01"), strangers("示例教师03").getFirst());
        assertThat(teacher.get("/people/" + other).status()).isEqualTo(404);
    }

    @Test
    void everybodyIsFoundByWhereTheyStandToday(Visitor visitor) {
        Visitor bureau = SampleDoor.as(visitor, "示例职员01");
        assertThat(bureau.get("/people?shown=LEFT").text()).contains("示例教师901").doesNotContain("示例教师902");
        assertThat(bureau.get("/people?shown=COMING").text()).contains("示例教师902").contains("示例教师903");
        assertThat(bureau.get("/people?q=示例教师901").text()).contains("没有登记任何人");
        assertThat(bureau.get("/people?shown=ALL&q=示例教师904").text()).contains("现在没有岗位");
        Page filtered = bureau.get("/people?rank=BACKBONE&subject=科学");
        assertThat(filtered.html().select("table.lines tbody tr")).isNotEmpty().allSatisfy(
                row -> assertThat(row.text()).contains("名优骨干教师").contains("科学"));
    }

    @Test
    void aChangeOfPostIsDatedAndRightsOfTheOldSchoolEndWithIt(Visitor visitor) {
        Visitor admin = SampleDoor.as(visitor, "示例管理员01");
        Visitor office = SampleDoor.as(visitor, "示例教务05");
        UUID id = enter(office, "示例测试甲", "2024-09-01");
        Page page = admin.get("/people/" + id);
        String there = page.html().select("select[name=school] option:contains(大堰学校)").val();
        Page moved = admin.submit(page, "form[action$=/postings]",
                Map.of("role", "TEACHER", "school", there, "from", "2024-11-01", "instead", "1"));
        assertThat(moved.status()).as(moved.toString()).isEqualTo(303);
        String text = admin.get("/people/" + id).html().select("main").text();
        assertThat(text).contains("育才学校 教师 2024-09-01 至 2024-10-31").contains("大堰学校 教师 自 2024-11-01 起");
        assertThat(office.get("/people/" + id).status()).as("seen as a former colleague").isEqualTo(200);
        assertThat(post(office, "/people/" + id + "/ranks", Map.of("rank", "CADRE", "from", "2024-11-01")).status())
                .isEqualTo(404);
        assertThat(journalled(id)).containsExactly("PersonEntered", "PersonPosted");
        Page twice = admin.submit(admin.get("/people/" + id), "form[action$=/postings]",
                Map.of("role", "TEACHER", "school", there, "from", "2024-12-01"));
        assertThat(twice.status()).isEqualTo(422);
        assertThat(twice.text()).contains("这段时间已经有同样的岗位");
    }

    @Test
    void aSchoolsOfficeMakesNoHeadsAndNobodyPostsThemselves(Visitor visitor) {
        Visitor office = SampleDoor.as(visitor, "示例教务05");
        UUID id = enter(office, "示例测试乙", "2024-09-01");
        String school = office.get("/people/" + id).html().select("select[name=school] option[selected]").val();
        for (String role : List.of("PRINCIPAL", "BUREAU_ADMIN", "BUREAU_LEADER", "CONVENOR")) {
            Page refused = post(office, "/people/" + id + "/postings",
                    Map.of("role", role, "school", school, "from", "2024-11-20"));
            assertThat(refused.status()).as(role).isEqualTo(422);
        }
        assertThat(post(office, "/people/" + id + "/ranks", Map.of("rank", "PRINCIPAL", "from", "2024-11-20")).status())
                .isEqualTo(422);
        UUID self = found(office, "示例教务05");
        assertThat(post(office, "/people/" + self + "/postings",
                Map.of("role", "TEACHER", "school", school, "from", "2024-11-20")).status()).isEqualTo(404);
        Visitor admin = SampleDoor.as(visitor, "示例管理员01");
        assertThat(post(admin, "/people/" + id + "/postings", Map.of("role", "BUREAU_ADMIN", "from", "2024-11-20"))
                .status()).isEqualTo(422);
        assertThat(journalled(id)).containsExactly("PersonEntered");
    }

    @Test
    void titlesSubjectsAndEmploymentAreNotedWithTheirDaysAndEnded(Visitor visitor) {
        Visitor office = SampleDoor.as(visitor, "示例教务05");
        UUID id = enter(office, "示例测试丙", "2024-09-01");
        String path = "/people/" + id;
        Page noDocument = office.submit(office.get(path), "form[action$=/titles]",
                Map.of("name", "骨干教师", "level", "DISTRICT", "from", "2024-10-01"));
        assertThat(noDocument.status()).isEqualTo(422);
        assertThat(noDocument.html().select("details[open] input[name=name]").val()).as("typed is kept")
                .isEqualTo("骨干教师");
        assertThat(office.submit(office.get(path), "form[action$=/titles]",
                Map.of("name", "骨干教师", "level", "DISTRICT", "from", "2024-10-01", "document", "示例〔2024〕1 号"))
                .status()).isEqualTo(303);
        assertThat(office.get(path).html().select("dl").text()).contains("名优骨干教师");
        Page ended = office.submit(office.get(path), ".ask form[action$=/titles]", Map.of("to", "2024-11-19"));
        assertThat(ended.status()).as(ended.toString()).isEqualTo(303);
        assertThat(office.get(path).html().select("dl").text()).doesNotContain("名优骨干教师");
        assertThat(office.submit(office.get(path), "form[action$=/subjects]", Map.of("subject", "科学")).status())
                .isEqualTo(303);
        assertThat(post(office, path + "/subjects", Map.of("subject", "占星", "from", "2024-11-20")).status())
                .isEqualTo(422);
        assertThat(post(office, path + "/employments", Map.of("from", "2024-09-01", "full-time", "1")).status())
                .isEqualTo(303);
        assertThat(office.submit(office.get(path), "form[action=" + path + "]", Map.of("since", "2024-09-01"))
                .status()).isEqualTo(303);
        String facts = office.get(path).html().select("dl").text();
        assertThat(facts).contains("科学").contains("非在编、专任").contains("任教不满 5 年");
        assertThat(journalled(id)).containsExactly("PersonEntered", "TitleNoted", "TitleNoted", "SubjectNoted",
                "EmploymentNoted", "PersonDescribed");
    }

    @Test
    void theCountBehindAFifthIsShownForTheDayWithItsRuleAndItsSource(Visitor visitor) {
        Visitor bureau = SampleDoor.as(visitor, "示例职员01");
        Page page = bureau.get("/people/counts?on=2024-11-20");
        assertThat(page.html().select("blockquote").text()).contains("每次不少于学校教师人数的1/5或10人");
        assertThat(page.html().select("table.lines tbody tr"))
                .as("the notice's 28 schools and the private one, and two 完小 of their own")
                .hasSize(31);
        assertThat(page.html().select("table.lines tbody tr").getFirst().select("td").eachText().get(2))
                .matches("20\\d\\d-\\d\\d-\\d\\d");
        assertThat(bureau.get("/people/counts?on=2015-01-01").text()).contains("没有报数");
        Page file = bureau.get("/people/counts/export.csv?on=2024-11-20");
        assertThat(file.text()).startsWith("\uFEFF");
        assertThat(file.text().lines()).as("a heading and the page's rows").hasSize(32);
        assertThat(SampleDoor.as(visitor, "示例教务05").get("/people/counts").html()
                .select("table.lines tbody tr")).hasSize(1);
    }

    @Test
    void whoIsYoungIsDecidedByTheBureauAlone(Visitor visitor) {
        assertThat(post(SampleDoor.as(visitor, "示例教务05"), "/people/young",
                Map.of("from", "2026-01-01", "years", "4", "document", "示例")).status()).isEqualTo(403);
        Visitor admin = SampleDoor.as(visitor, "示例管理员01");
        assertThat(post(admin, "/people/young", Map.of("from", "2026-01-01", "years", "0", "document", "示例")).status())
                .isEqualTo(422);
        assertThat(admin.get("/people/young").text()).contains("任教不满 5 年").contains("示例教〔2024〕21 号");
    }

    @Test
    void anExportGivesTheRowsOfTheFilter(Visitor visitor) {
        Visitor office = SampleDoor.as(visitor, "示例教务05");
        Page file = office.get("/people/export.csv?rank=CADRE");
        assertThat(file.status()).isEqualTo(200);
        assertThat(file.text()).contains("示例教务05").doesNotContain("示例教师21");
    }
}
