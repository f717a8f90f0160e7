package org.jiaogongti.platform.credit;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.access.District;
import org.jiaogongti.platform.access.Scope;
import org.jiaogongti.platform.testing.Page;
import org.jiaogongti.platform.testing.PlatformTest;
import org.jiaogongti.platform.testing.Visitor;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A teacher's own record over HTTP: theirs, shown for a while, taken back, and nobody else's. */
@PlatformTest
final class CreditPagesTest {

    private static final District DISTRICT = new District("330213");

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Credits credits;

    CreditPagesTest(JdbcClient jdbc, PlatformTransactionManager transactions, Credits credits) {
        this.credits = credits;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
    }

    @AfterEach
    void takeOutWhatWasEntered() {
        Scope.run(DISTRICT, () -> transaction.executeWithoutResult(_ -> {
            jdbc.sql("delete from credit.look where on_day = '2024-11-20'").update();
            jdbc.sql("delete from credit.showing where made_on = '2024-11-20'").update();
            jdbc.sql("delete from credit.rule").update();
            jdbc.sql("delete from credit.export_column").update();
        }));
    }

    private static List<String> row(Element row) {
        Element plain = row.clone();
        plain.select("td div").remove();
        return plain.select("td").eachText();
    }

    /** By the sample's told term: two lessons with observation, one of observation; the disputed lecture is not there. */
    @Test
    void theOwnRecordHoldsWhatWasHeldAndStandsWithItsHours(Visitor visitor) {
        Page page = visitor.as("示例教师03").get("/credits");
        List<List<String>> rows = page.html().select("table.lines tbody tr").stream().map(CreditPagesTest::row)
                .toList();
        assertThat(rows).filteredOn(row -> row.getFirst().equals("2024-09-12"))
                .extracting(row -> row.get(2) + row.get(3))
                .containsExactly("教学展示2", "校本研修1");
        assertThat(rows).filteredOn(row -> row.getFirst().equals("2024-10-24")).hasSize(2);
        assertThat(rows).filteredOn(row -> row.getFirst().equals("2024-11-15")).hasSize(1);
        assertThat(rows).as("the disputed lecture").noneMatch(row -> row.get(1).contains("作业设计"));
        BigDecimal sum = rows.stream().map(row -> new BigDecimal(row.get(3))).reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(page.html().select("#lines").text()).isEqualTo("2024学年共 " + sum + " 学时");
        String csv = visitor.as("示例教师03").get("/credits/export.csv").text();
        assertThat(csv.lines().findFirst()).hasValue("\uFEFF姓名,活动名称,类别,起止日期,学时,主办单位,备注");
        assertThat(csv).contains("示例教师03,示范课 语文 五上《将相和》,教学展示,2024-09-12 至 2024-09-12,2,居敬小学,主讲、带队");
    }

    @Test
    void nobodyElseOpensItAndWhoeverIsShownItLeavesATrace(Visitor visitor) {
        Visitor teacher = visitor.as("示例教师03");
        Visitor principal = visitor.as("示例校长03");
        Visitor clerk = visitor.as("示例职员01");
        assertThat(clerk.get("/credits").status()).as("the bureau has none, and no way to one").isEqualTo(403);
        assertThat(principal.get("/credits").text()).as("a principal's own page").doesNotContain("五上《将相和》");
        Page shown = teacher.submit(teacher.get("/credits"), "form[action=/credits/showings]",
                Map.of("reader", "示例校长18", "last", "2024-11-30"));
        assertThat(shown.status()).isIn(303, 422);
        Page done = teacher.submit(teacher.get("/credits"), "form[action=/credits/showings]",
                Map.of("reader", "示例校长03", "last", "2024-11-30"));
        assertThat(done.status()).isEqualTo(303);
        UUID id = Scope.call(DISTRICT, () -> transaction.execute(_ -> jdbc.sql("""
                select id from credit.showing where made_on = '2024-11-20' and reader_name = '示例校长03'
                """).query(UUID.class).single()));
        String path = "/credits/shown/" + id;
        assertThat(principal.get("/credits").html().select("a[href=" + path + "]")).hasSize(1);
        assertThat(principal.get(path).text()).contains("示例教师03的研修", "五上《将相和》");
        for (String other : List.of("示例领导01", "示例管理员01", "示例教研员01", "示例教务05", "示例教师01", "示例教师03")) {
            assertThat(visitor.as(other).get(path).status()).as(other).isEqualTo(404);
        }
        assertThat(teacher.get("/credits").html().select(".li:contains(11-30)").text()).contains("看过：");
        Integer elsewhere = Scope.call(new District("330212"), () -> transaction.execute(_ -> jdbc
                .sql("select count(*) from credit.showing").query(Integer.class).single()));
        assertThat(elsewhere).as("another district").isZero();
        assertThat(principal.submit(principal.get("/credits"), "form[action=/credits/showings]",
                Map.of("reader", "没有这个人", "last", "2024-11-30")).status()).isEqualTo(422);
        String token = principal.get("/me").html().select("input[name=_csrf]").val();
        assertThat(principal.post("/credits/showings/" + id + "/end", Map.of("_csrf", token)).status())
                .as("only the owner takes it back").isEqualTo(404);
        assertThat(teacher.submit(teacher.get("/credits"), "form[action$=" + id + "/end]", Map.of()).status())
                .isEqualTo(303);
        assertThat(principal.get(path).status()).isEqualTo(404);
        assertThat(teacher.get("/credits").text()).contains("已收回");
    }

    @Test
    void aLinkOpensWithoutAnAccountUntilItIsTakenBackAndEveryOpeningIsSeen(Visitor visitor) {
        Visitor teacher = visitor.as("示例教师03");
        Page form = teacher.get("/credits");
        assertThat(form.html().select(".li:contains(链接：评职称材料)").text()).contains("看过：");
        assertThat(teacher.submit(form, "form[action=/credits/links]", Map.of("what", " ", "until", "2024-11-30"))
                .status()).isEqualTo(422);
        assertThat(teacher.submit(form, "form[action=/credits/links]", Map.of("what", "评优", "until", "2025-03-01"))
                .text()).contains("90 天以内");
        Page made = teacher.submit(form, "form[action=/credits/links]", Map.of("what", "评优", "until", "2024-11-30"));
        assertThat(made.status()).as(made.toString()).isEqualTo(200);
        assertThat(made.header("Cache-Control")).contains("no-store");
        String address = made.html().select(".secret").text();
        String link = address.substring(address.indexOf("/credits/link/"));
        assertThat(teacher.get("/credits").text()).as("shown once").doesNotContain(link);
        Visitor nobody = visitor.another();
        Page seen = nobody.get(link);
        assertThat(seen.text()).contains("示例教师03的研修", "五上《将相和》");
        assertThat(seen.html().select("main a[href^=/activities]")).as("nothing behind it opens").isEmpty();
        assertThat(seen.header("Cache-Control")).contains("no-store");
        assertThat(teacher.get("/credits").html().select(".li:contains(链接：评优)").text()).contains("看过：");
        assertThat(nobody.get("/credits/link/330213-" + "a".repeat(43)).status()).isEqualTo(404);
        String id = teacher.get("/credits").html().select(".li:contains(链接：评优) form").attr("action");
        assertThat(visitor.as("示例校长03").get(id.replace("showings", "shown").replace("/end", "")).status())
                .as("no reader's page").isEqualTo(404);
        assertThat(teacher.submit(teacher.get("/credits"), "form[action=" + id + "]", Map.of()).status())
                .isEqualTo(303);
        assertThat(nobody.get(link).status()).isEqualTo(404);
    }

    /** The sample's closed roll, which says from when to when it was: 95 minutes are 2.11 of 45, so 2. */
    @Test
    void whoSignedInHasItInTheRecordThoughNoRecordNamesThemAndTheHoursAreThoseOfTheTime(Visitor visitor) {
        record Came(UUID occasion, UUID person, String day) {}
        Came came = Scope.call(DISTRICT, () -> transaction.execute(_ -> jdbc.sql("""
                select a.occasion, a.person, r.on_day::text as day from attendance.arrival a
                  join attendance.roll r on r.occasion = a.occasion and r.began is not null
                  join staff.person p on p.id = a.person
                 where a.state = 'SIGNED' and not exists (select from activity.person n
                    where n.occasion = a.occasion and n.name = p.name)
                 order by p.name limit 1
                """).query((row, _) -> new Came(row.getObject(1, UUID.class), row.getObject(2, UUID.class),
                row.getString(3))).single()));
        Actor actor = new Actor(came.person(), came.person(), "示例", Set.of());
        List<Credit> lines = Scope.call(DISTRICT, () -> credits.own(actor, "")).orElseThrow().record().lines().stream()
                .filter(line -> line.occasion().equals(came.occasion())).toList();
        assertThat(lines).isNotEmpty().allSatisfy(line -> assertThat(line.signedIn()).isTrue());
        assertThat(lines.stream().map(Credit::hours).reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo("2");
        Page own = visitor.as("示例教师01").get("/credits");
        assertThat(own.html().select("table.lines tr:contains(" + came.day() + ")").text()).contains("按 08:50–10:25");
        assertThat(own.text()).contains("每 45 分钟 1 学时");
    }

    @Test
    void aShowingEndsWithItsDayAndIsNeverLong(Visitor visitor) {
        Visitor teacher = visitor.as("示例教师03");
        for (String last : List.of("2024-11-19", "2025-02-19", "")) {
            Page refused = teacher.submit(teacher.get("/credits"), "form[action=/credits/showings]",
                    Map.of("reader", "示例校长03", "last", last));
            assertThat(refused.status()).as(last).isEqualTo(422);
            assertThat(refused.text()).contains("90 天以内");
            assertThat(refused.html().select("#reader").val()).isEqualTo("示例校长03");
        }
        UUID over = Scope.call(DISTRICT, () -> transaction.execute(_ -> jdbc.sql("""
                select id from credit.showing where reader_name = '示例教研员01'
                """).query(UUID.class).single()));
        assertThat(visitor.as("示例教研员01").get("/credits/shown/" + over).status()).isEqualTo(404);
    }

    @Test
    void theBureauChangesHowHoursAreCountedAndWhatTheFormLooksLike(Visitor visitor) {
        Visitor bureau = visitor.as("示例管理员01");
        Page form = bureau.get("/credits/rules");
        Page bad = bureau.submit(form, "form[action=/credits/rules]", Map.of("hours_lecture", "三"));
        assertThat(bad.status()).isEqualTo(422);
        assertThat(bad.text()).contains("学时填 0 到 99");
        assertThat(bad.html().select("input[name=hours_lecture]").val()).isEqualTo("三");
        Page kept = bureau.submit(form, "form[action=/credits/rules]", Map.of("hours_demonstration-lesson", "1.5",
                "heading_1", "教师", "heading_7", "", "heading_8", "编号", "field_8", "BLANK"));
        assertThat(kept.status()).as(kept.toString()).isEqualTo(303);
        String csv = visitor.as("示例教师03").get("/credits/export.csv").text();
        assertThat(csv.lines().findFirst()).hasValue("\uFEFF教师,活动名称,类别,起止日期,学时,主办单位,编号");
        assertThat(csv).contains("2024-09-12 至 2024-09-12,1.5,居敬小学,");
        assertThat(visitor.as("示例教师03").get("/credits/rules").html().select("input[name^=hours]")).isEmpty();
    }
}
