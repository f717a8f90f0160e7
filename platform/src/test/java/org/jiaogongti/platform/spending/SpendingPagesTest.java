package org.jiaogongti.platform.spending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jiaogongti.platform.access.District;
import org.jiaogongti.platform.access.Scope;
import org.jiaogongti.platform.reminder.Due;
import org.jiaogongti.platform.spending.model.Yuan;
import org.jiaogongti.platform.testing.Page;
import org.jiaogongti.platform.testing.PlatformTest;
import org.jiaogongti.platform.testing.SqlCount;
import org.jiaogongti.platform.testing.TestCluster;
import org.jiaogongti.platform.testing.Visitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** 经费 over HTTP: from the budget through a payment with its receipt to the second person, the audit and what is taken back. */
@PlatformTest
class SpendingPagesTest {

    private static final District DISTRICT = new District("330213");
    private static final LocalDate TODAY = LocalDate.of(2024, 11, 20);
    private static final String MARK = "测试经费";
    private static final Map<String, String> PAPER = Map.of("files",
            "%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n");
    /** What the sums must be, by what each figure means; rows in which all of them are nothing may stay or not. */
    private static final String COUNTED = """
            select district, school, year, category, source, clause,
                coalesce(sum(fen) filter (where state = 'APPROVED'), 0)::bigint as approved,
                coalesce(sum(fen) filter (where state = 'WAITING' and reverses is null), 0)::bigint as waiting,
                count(*) filter (where state = 'APPROVED' and reverses is null)::int as entries,
                count(*) filter (where state = 'APPROVED' and reverses is not null)::int as reversals,
                count(*) filter (where state = 'APPROVED' and reverses is null and not reversed and receipts = 0)::int as bare,
                count(*) filter (where state = 'APPROVED' and reverses is null and not reversed
                    and (over_budget or over_share))::int as reasoned,
                count(*) filter (where state = 'WAITING')::int as queued
            from spending.expense group by district, school, year, category, source, clause
            """;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final String url;
    private final ExpensesDue due;

    SpendingPagesTest(JdbcClient jdbc, PlatformTransactionManager transactions, ExpensesDue due,
            @Value("${jgt.database.url}") String url) {
        this.due = due;
        this.jdbc = jdbc;
        this.url = url;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** What a test wrote is marked by its words; it goes, and the sums are counted from what is left. */
    @AfterEach
    void takeOut() {
        String marked = " in (select id from spending.expense where about like '" + MARK + "%')";
        String budgets = " in (select id from spending.budget where document like '" + MARK + "%')";
        String payouts = " in (select id from spending.payout where document like '" + MARK + "%')";
        TestCluster.shared().remove(url, List.of("delete from evidence.item where holder" + marked,
                "delete from spending.expense where reverses" + marked,
                "delete from spending.expense where id" + marked,
                "delete from spending.total", "insert into spending.total " + COUNTED,
                "delete from spending.budget_line where budget" + budgets,
                "delete from spending.budget where id" + budgets,
                "delete from spending.payout_line where payout" + payouts,
                "delete from spending.payout where id" + payouts,
                "delete from spending.category where document like '" + MARK + "%'"));
    }

    private <T> T inDistrict(Function<JdbcClient, T> work) {
        return Scope.call(DISTRICT, () -> Objects.requireNonNull(transaction.execute(_ -> work.apply(jdbc))));
    }

    private String one(String sql, Object... values) {
        return inDistrict(client -> client.sql(sql).params(List.of(values)).query(String.class).single());
    }

    private String path(String school) {
        return "/spending/schools/" + one("select id::text from school.school where name = ?", school);
    }

    private static Page post(Visitor person, String path, Map<String, String> fields) {
        Map<String, String> all = new HashMap<>(fields);
        all.put("_csrf", person.formToken());
        return person.post(path, all);
    }

    private static String path(Page redirect) {
        assertThat(redirect.status()).as(redirect.toString()).isEqualTo(303);
        return URI.create(redirect.location()).getPath();
    }

    private static Map<String, String> payment(String... changes) {
        Map<String, String> fields = new HashMap<>(Map.of("day", "2024-11-19", "category", "travel", "amount", "120.50",
                "quantity", "2", "source", "OWN", "payee", "COMPANY", "payeeName", "示例客运", "about", MARK + "包车",
                "duty", "Q24", "invoice", "TEST 0001"));
        for (int at = 0; at < changes.length; at += 2) {
            fields.put(changes[at], changes[at + 1]);
        }
        return fields;
    }

    private static String grantLeft(Page form) {
        Matcher left = Pattern.compile("以奖代补还剩 ([0-9,.]+) 元").matcher(form.text());
        assertThat(left.find()).as(form.toString()).isTrue();
        return left.group(1);
    }

    private void sumsAreWhatThePaymentsComeTo() {
        String different = """
                select count(*)::text from (
                    (select district, school, year, category, source, clause, approved, waiting, entries, reversals, bare, reasoned, queued
                        from spending.total except %1$s)
                    union all
                    (%1$s except select district, school, year, category, source, clause, approved, waiting, entries, reversals, bare,
                        reasoned, queued from spending.total)) d
                """
                .formatted(COUNTED);
        assertThat(one(different)).isEqualTo("0");
    }

    @Test
    void aPaymentIsEnteredByOneApprovedByAnotherAndTakenBackBesideIt(Visitor visitor) {
        sumsAreWhatThePaymentsComeTo();
        String school = path("育才学校");
        Visitor clerk = visitor.as("示例教务05");
        Visitor head = visitor.as("示例校长18");
        Page form = clerk.get(school + "/expenses/new");
        assertThat(form.text()).contains("交通费（每人每天不超过 80.00 元）");
        Page sent = clerk.submit(form, "form[action$=/expenses]", payment(), PAPER);
        String expense = path(sent);
        assertThat(clerk.get(expense).text()).contains("待同意", "120.50", "2 人天", "到牵头校听课研修", "files");
        assertThat(post(clerk, expense + "/approval", Map.of()).status()).as("a clerk approves nothing").isEqualTo(403);
        assertThat(head.open("/school").text()).contains(MARK + "包车");
        sumsAreWhatThePaymentsComeTo();

        assertThat(post(head, expense + "/approval", Map.of()).status()).isEqualTo(303);
        assertThat(post(head, expense + "/approval", Map.of()).status()).as("sent twice").isEqualTo(422);
        assertThat(post(clerk, expense + "/withdrawal", Map.of()).status()).as("it is approved").isEqualTo(422);
        sumsAreWhatThePaymentsComeTo();
        Visitor inspector = visitor.as("示例督学01");
        assertThat(inspector.get("/spending").text()).contains("6,841.50");
        assertThat(inspector.get("/spending/export.csv").text()).contains("育才学校", "\"6,841.50\"");
        Page clause = inspector.get(inspector.get("/spending").html()
                .select("a[href*=clause=]:contains(1,880.50)").attr("href"));
        assertThat(clause.html().select("tbody tr").eachText()).as("三(三)5: the two journeys and this one")
                .singleElement()
                .asString().contains("育才学校", "1,880.50");
        assertThat(inspector.get(school + "?category=travel").text()).contains(MARK + "包车").doesNotContain("科学实验材料");
        assertThat(inspector.get(school + "/export.csv?category=travel").text()).contains("TEST0001", "示例客运");
        String receipt = inspector.get(expense).html().select("a[href^=/evidence/]").attr("href");
        assertThat(inspector.get(receipt).status()).isEqualTo(200);
        assertThat(visitor.as("示例校长03").get(receipt).status()).isEqualTo(404);
        assertThat(post(inspector, expense + "/reversal", Map.of("words", "x")).status()).isEqualTo(403);

        String reversal = path(post(clerk, expense + "/reversal", Map.of("words", MARK + "记错了科目")));
        assertThat(post(clerk, expense + "/reversal", Map.of("words", "再来一次")).status()).isEqualTo(422);
        assertThat(clerk.get(reversal).text()).contains("红冲待同意", "−120.50", "冲掉的是");
        assertThat(post(head, reversal + "/approval", Map.of()).status()).isEqualTo(303);
        assertThat(clerk.get(expense).text()).contains("已红冲", "照这一笔重新记");
        sumsAreWhatThePaymentsComeTo();
        assertThat(inspector.get("/spending").text()).contains("6,721.00");
        Page again = clerk.get(clerk.get(expense).html().select("a[href*=expense=]").attr("href"));
        assertThat(clerk.submit(again, "form[action$=/expenses]", Map.of("about", MARK + "更正")).status())
                .as("the invoice is free again").isEqualTo(303);
        sumsAreWhatThePaymentsComeTo();
    }

    @Test
    void whatCannotBeEnteredSaysWhereAndWhy(Visitor visitor) {
        String entries = path("育才学校") + "/expenses";
        Visitor clerk = visitor.as("示例教务05");
        assertThat(post(clerk, entries, payment("amount", "12,0.5")).text()).contains("写成 1,234.50 这样");
        assertThat(post(clerk, entries, payment("amount", "160.01")).text()).as("a hard ceiling")
                .contains("交通费每一单位不超过 80.00 元，2 个单位最多 160.00 元");
        assertThat(post(clerk, entries, payment("day", "2024-11-21")).text()).contains("2023-01-01 到 2024-11-20");
        assertThat(post(clerk, entries, payment("category", "gone")).text()).contains("请选一个科目");
        String left = grantLeft(clerk.get(entries + "/new"));
        String more = Yuan.text(Yuan.fen(left).orElseThrow() + 1);
        assertThat(post(clerk, entries,
                payment("source", "GRANT", "category", "training", "quantity", "9000", "amount", more)).text())
                .contains("以奖代补只剩 " + left + " 元");
        assertThat(post(clerk, entries, payment("payee", "EXPERT")).text()).contains("付给个人的空着");
        assertThat(post(clerk, entries, payment("about", MARK + " 卡号 6222021234567890123")).text())
                .contains("像有电话、证件号或账号");
        Page over = post(clerk, entries, payment("category", "material", "amount", "10"));
        assertThat(over.status()).isEqualTo(422);
        assertThat(over.text()).contains("材料费今年预算 1,500.00 元，记上这一笔会超 261.00 元");
        assertThat(over.html().select("#about").val()).as("nothing typed is lost").isEqualTo(MARK + "包车");
        String first = one("select invoice from spending.expense where about = '共同体听课手册印刷'");
        assertThat(post(clerk, entries, payment("invoice", " " + first.toLowerCase(Locale.ROOT))).text())
                .contains("这张发票 居敬小学 已在 2024-10-30 记过");
        String reasoned = path(post(clerk, entries,
                payment("category", "material", "amount", "10", "reason", "实验耗材不够")));
        assertThat(post(clerk, entries, payment()).text()).contains("本校已经记过：2024-11-19");
        sumsAreWhatThePaymentsComeTo();
        Visitor head = visitor.as("示例校长18");
        assertThat(head.get(reasoned).text()).contains("实验耗材不够");
        assertThat(post(head, reasoned + "/return", Map.of("words", "")).text()).contains("请写原因");
        assertThat(post(head, reasoned + "/return", Map.of("words", "先调整预算")).status()).isEqualTo(303);
        assertThat(clerk.get(reasoned).text()).contains("已退回", "先调整预算");
        sumsAreWhatThePaymentsComeTo();
        String own = path(post(head, entries, payment("invoice", "TEST0002")));
        assertThat(head.get(own).text()).contains("要由另一位校长或副校长同意");
        assertThat(post(head, own + "/approval", Map.of()).text()).contains("要由另一位同意");
        assertThat(post(clerk, own + "/withdrawal", Map.of()).status()).isEqualTo(303);
        sumsAreWhatThePaymentsComeTo();
    }

    @Test
    void moneyIsSeenByThoseWhoAnswerForItOnly(Visitor visitor) {
        String school = path("育才学校");
        String id = one("select e.id::text from spending.expense e join school.school s on s.id = e.school"
                + " where s.name = '育才学校' and e.about = '科学实验材料'");
        String occasion = "/activities/" + one("select e.occasion::text from spending.expense e"
                + " join school.school s on s.id = e.school where s.name = '育才学校' and e.about = '薄弱学科教研资料'");
        Visitor other = visitor.as("示例校长03");
        assertThat(other.get(school).status()).isEqualTo(404);
        assertThat(other.get(school + "/budget").status()).isEqualTo(404);
        assertThat(other.get("/spending/expenses/" + id).status()).isEqualTo(404);
        assertThat(post(other, school + "/expenses", payment()).status()).isEqualTo(404);
        assertThat(post(other, "/spending/expenses/" + id + "/reversal", Map.of("words", "x")).status()).isEqualTo(404);
        assertThat(other.open("/spending").text()).contains("居敬小学的工作经费");
        Visitor teacher = visitor.as("示例教师03");
        assertThat(teacher.get("/spending").status()).isEqualTo(403);
        assertThat(teacher.get(occasion).html().select("a[href^=/spending]")).isEmpty();
        assertThat(visitor.as("示例研训01").get("/spending").status()).isEqualTo(403);

        Visitor clerk = visitor.as("示例教务05");
        Page held = clerk.get(occasion);
        assertThat(held.html().select("#spending").text()).contains("486.00 元");
        Page form = clerk.get(held.html().select("a[href*=/expenses/new?occasion=]").attr("href"));
        assertThat(form.html().select("#about").val()).isNotEmpty();
        assertThat(form.html().select("form a[href=" + occasion + "]")).isNotEmpty();
        assertThat(visitor.as("示例职员01").get(occasion).html().select("#spending").text()).contains("育才学校");
    }

    @Test
    void budgetsCategoriesAndPaymentsOfGrantsKeepWhatWasBefore(Visitor visitor) {
        String school = path("育才学校");
        Visitor clerk = visitor.as("示例教务05");
        Page form = clerk.get(school + "/budget");
        assertThat(form.html().select("#amount-material").val()).isEqualTo("1500.00");
        assertThat(clerk.submit(form, "form[action$=/budget]", Map.of("amount-material", "两千", "document", MARK))
                .text()).contains("材料费的金额看不明白");
        assertThat(clerk.submit(form, "form[action$=/budget]", Map.of("amount-material", "2,000", "document", MARK))
                .status()).isEqualTo(303);
        assertThat(clerk.get(school + "/budget").text()).contains("13,300.00", "12,800.00", "现在用的");
        assertThat(post(clerk, school + "/budget", Map.of("year", "2023", "document", MARK, "amount-meal", "1"))
                .text()).contains("只能编今年和明年的预算");

        Visitor admin = visitor.as("示例管理员01");
        Map<String, String> value = Map.of("code", "meal", "name", "餐费", "unit", "PERSON_DAY", "ceiling", "50", "from",
                "2025-01-01", "document", MARK);
        assertThat(post(clerk, "/spending/categories", value).status()).isEqualTo(403);
        Map<String, String> past = new HashMap<>(value);
        past.put("from", "2024-11-19");
        assertThat(post(admin, "/spending/categories", past).text()).contains("日期要在 2024-11-20 或以后");
        assertThat(post(admin, "/spending/categories", value).status()).isEqualTo(303);
        assertThat(admin.get("/spending/categories").text()).contains("每人每天不超过 40.00 元", "每人每天不超过 50.00 元");

        // As if the correction of the decided year had come after its first version was paid.
        String first = " where payout in (select id from spending.payout where appraisal = '2022-2023' and version = %d)";
        String ours = " and school = '" + school.substring(school.lastIndexOf('/') + 1) + "'";
        String version = "update spending.payout set version = %d where appraisal = '2022-2023' and version = %d";
        List<String> earlier = List.of(version.formatted(1, 2),
                "update spending.payout_line set fen = fen - 100" + first.formatted(1) + ours);
        List<String> back = List.of("delete from spending.payout_line" + first.formatted(2),
                "delete from spending.payout where appraisal = '2022-2023' and version = 2", version.formatted(2, 1),
                "update spending.payout_line set fen = fen + 100" + first.formatted(2) + ours);
        TestCluster.shared().remove(url, earlier);
        try {
            Visitor bureau = visitor.as("示例职员01");
            assertThat(bureau.get("/spending").text()).contains("还没有记拨付");
            Page open = bureau.get("/spending/payouts");
            assertThat(open.text()).contains("更正后的差额（第 2 版）", "记 1.00 元已经拨付给 1 所学校");
            assertThat(bureau.submit(open, "form[action=/spending/payouts]",
                    Map.of("day", "2023-01-01", "document", MARK)).text()).contains("2023-10-31");
            assertThat(bureau.submit(open, "form[action=/spending/payouts]", Map.of("document", MARK)).status())
                    .isEqualTo(303);
            assertThat(bureau.submit(open, "form[action=/spending/payouts]", Map.of("document", MARK)).text())
                    .contains("已经记过");
            assertThat(bureau.get("/spending").text()).doesNotContain("还没有记拨付");
        } finally {
            TestCluster.shared().remove(url, back);
        }
    }

    /** A page costs what it shows in rows and the same in questions, for six schools or all, for a busy school or an empty one. */
    @Test
    void aPageAsksTheSameHoweverMuchThereIs(Visitor visitor) {
        Visitor bureau = visitor.as("示例职员01");
        String community = one("select id::text from community.community order by position limit 1");
        bureau.get("/spending");
        int all = SqlCount.of(() -> bureau.get("/spending")).selects();
        assertThat(SqlCount.of(() -> bureau.get("/spending?community=" + community)).selects())
                .isEqualTo(all);
        String busy = path("育才学校");
        String empty = path("白杜小学");
        int most = SqlCount.of(() -> bureau.get(busy)).selects();
        assertThat(most - SqlCount.of(() -> bureau.get(empty)).selects())
                .as("only what names the occasions").isBetween(0, 8);
    }

    @Test
    void aPartIsTakenBackAndNeverMoreThanIsLeft(Visitor visitor) {
        Visitor clerk = visitor.as("示例教务05");
        Visitor head = visitor.as("示例校长18");
        String expense = path(post(clerk, path("育才学校") + "/expenses", payment()));
        post(head, expense + "/approval", Map.of());
        assertThat(clerk.get(expense).html().select("#reversal-amount").val()).isEqualTo("120.50");
        String part = path(post(clerk, expense + "/reversal", Map.of("amount", "50", "words", MARK + "退回两张票")));
        assertThat(clerk.get(part).text()).contains("红冲待同意", "−50.00");
        Page more = post(clerk, expense + "/reversal", Map.of("amount", "70.51", "words", MARK + "太多"));
        assertThat(more.status()).isEqualTo(422);
        assertThat(more.text()).contains("这一笔还没有冲掉的只有 70.50 元");
        assertThat(more.html().select("#reversal-amount").val()).as("nothing typed is lost").isEqualTo("70.51");
        assertThat(post(clerk, part + "/approval", Map.of()).status()).isEqualTo(403);
        sumsAreWhatThePaymentsComeTo();
        assertThat(post(head, part + "/approval", Map.of()).status()).isEqualTo(303);
        sumsAreWhatThePaymentsComeTo();
        assertThat(clerk.get(expense).text()).contains("没有冲掉的", "70.50").doesNotContain("已红冲", "照这一笔重新记");
        assertThat(clerk.get(path("育才学校") + "?show=REVERSED").html().select("a[href=" + expense + "]")).isNotEmpty();
        assertThat(post(clerk, path("育才学校") + "/expenses", payment()).text()).as("its invoice is still spent")
                .contains("本校已经记过");
        refused("""
                insert into spending.expense (id, school, year, day, category, fen, quantity, source, payee, payee_name, about,
                    clause, duty, invoice, over_budget, over_share, reason, reverses, state, actor, actor_name, on_day)
                select gen_random_uuid(), school, year, day, category, -7051, quantity, source, payee, payee_name, about, clause,
                    duty, invoice, false, false, '', id, 'WAITING', actor, actor_name, on_day
                from spending.expense where id = '%s'
                """
                .formatted(id(expense)), "more than it came to");
        String rest = path(post(clerk, expense + "/reversal", Map.of("words", MARK + "其余也退")));
        assertThat(post(clerk, expense + "/reversal", Map.of("words", "再来")).status()).as("nothing is left")
                .isEqualTo(422);
        assertThat(post(head, rest + "/return", Map.of("words", "先等等")).status()).isEqualTo(303);
        assertThat(clerk.get(expense).html().select("#reversal-amount").val()).as("what was returned takes nothing")
                .isEqualTo("70.50");
        rest = path(post(clerk, expense + "/reversal", Map.of("amount", "70.50", "words", MARK + "其余也退")));
        assertThat(post(head, rest + "/approval", Map.of()).status()).isEqualTo(303);
        assertThat(clerk.get(expense).text()).contains("已红冲", "照这一笔重新记");
        sumsAreWhatThePaymentsComeTo();
    }

    @Test
    void whatWaitsIsDueOfTheSecondPersonUntilItIsDecided(Visitor visitor) {
        Visitor head = visitor.as("示例校长18");
        String byHead = id(path(post(head, path("育才学校") + "/expenses", payment("invoice", "TEST0003"))));
        String byClerk = id(path(post(visitor.as("示例教务05"), path("育才学校") + "/expenses", payment())));
        UUID account = UUID.fromString(one("select actor::text from spending.expense where id = ?::uuid", byHead));
        List<Due> open = due(LocalDate.of(2024, 11, 27));
        Due told = open.stream().filter(each -> each.matter().id().equals(byClerk)).findFirst().orElseThrow();
        assertThat(told.title()).contains("育才学校：支出待同意", MARK + "包车", "120.50");
        assertThat(told.due()).isEqualTo(LocalDate.of(2024, 11, 27));
        assertThat(told.ladder().getFirst().accounts()).contains(account);
        Due own = open.stream().filter(each -> each.matter().id().equals(byHead)).findFirst().orElseThrow();
        assertThat(own.ladder().getFirst().accounts()).as("nobody is reminded to approve their own")
                .doesNotContain(account);
        assertThat(due(LocalDate.of(2024, 11, 26)))
                .extracting(each -> each.matter().id()).as("its last day is later").doesNotContain(byClerk);
        assertThat(post(head, told.path() + "/approval", Map.of()).status()).isEqualTo(303);
        List<Due> left = inDistrict(_ -> due.open(TODAY, List.of(byClerk, byHead)));
        assertThat(left).extracting(each -> each.matter().id()).containsExactly(byHead);
    }

    private List<Due> due(LocalDate until) {
        return inDistrict(_ -> due.open(TODAY, until));
    }

    private static String id(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** Whoever goes around the pages meets the same rules. */
    @Test
    void theDatabaseKeepsTheSecondPersonAndWhatWasEntered() {
        String entered = """
                insert into spending.expense (id, school, year, day, category, fen, quantity, source, payee, payee_name, about,
                    clause, duty, invoice, over_budget, over_share, reason, state, actor, actor_name, on_day, decider,
                    decider_name, decided_on)
                select gen_random_uuid(), id, 2024, '2024-11-01', 'meal', 100, 1, 'OWN', 'STAFF', '', 'by hand', '五(三)4', '', '',
                    false, false, '', 'APPROVED', '00000000-0000-0000-0000-000000000001', 'a',
                    '2024-11-01', '00000000-0000-0000-0000-000000000001', 'b', '2024-11-02'
                from school.school order by id limit 1
                """;
        refused(entered, "second_person");
        refused("update spending.expense set fen = fen + 1 where state = 'APPROVED' and fen > 0", "stays as it was");
        refused("update spending.expense set state = 'WITHDRAWN' where state = 'APPROVED'", "");
        refused("delete from spending.expense", "permission denied");
        refused("update spending.budget_line set fen = fen + 1", "permission denied");
        refused("update spending.category set ceiling = 1", "permission denied");
    }

    private void refused(String sql, String why) {
        assertThatThrownBy(() -> inDistrict(client -> {
            int rows = client.sql(sql).update();
            throw new AssertionError(rows + " rows were written by " + sql);
        })).isInstanceOf(DataAccessException.class).hasStackTraceContaining(why);
    }
}
