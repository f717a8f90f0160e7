package org.jiaogongti.platform.round;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.jiaogongti.platform.access.Role;
import org.jiaogongti.platform.access.Posting;
import org.jiaogongti.platform.access.Actor;
import java.util.Set;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.jiaogongti.platform.access.District;
import org.jiaogongti.platform.access.Scope;
import org.jiaogongti.platform.obligation.Adoption;
import org.jiaogongti.platform.testing.Page;
import org.jiaogongti.platform.testing.PlatformTest;
import org.jiaogongti.platform.testing.TestCluster;
import org.jiaogongti.platform.testing.Visitor;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Round two drafted, tried on round one and issued by a second person in the browser. */
@PlatformTest
@Order(3)
class RoundPagesTest {

    private static final District FENGHUA = new District("330213");
    private static final String HERE = "/rounds/next";

    private final Adoption adoption;
    private final RoundPlans plans;
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final String url;

    RoundPagesTest(Adoption adoption, RoundPlans plans, JdbcClient jdbc, TransactionTemplate transactions,
            @Value("${jgt.database.url}") String url) {
        this.adoption = adoption;
        this.plans = plans;
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.url = url;
    }

    @BeforeEach
    void keep() throws Exception {
        onAll("CREATE TABLE %2$s AS SELECT * FROM round.%1$s");
    }

    /** As the sample world has it, and the notice's own charter again where another was issued. */
    @AfterEach
    void restore() throws Exception {
        boolean issued = Boolean.TRUE.equals(Scope.call(FENGHUA, () -> transactions.execute(
                _ -> jdbc.sql("select exists (select from round.issue)").query(Boolean.class).single())));
        onAll("DELETE FROM round.%1$s; INSERT INTO round.%1$s SELECT * FROM %2$s; DROP TABLE %2$s");
        if (issued) {
            Scope.run(FENGHUA, () -> adoption.adopt("fenghua-2019", null));
        }
    }

    private void onAll(String sql) throws SQLException {
        try (Connection connection = TestCluster.shared().postgres()
                .superuser(url.substring(url.lastIndexOf('/') + 1));
                Statement statement = connection.createStatement()) {
            statement.execute("SET session_replication_role = replica");
            for (String table : List.of("plan", "draft", "trial", "line", "shift", "issue")) {
                statement.execute(sql.formatted(table, "round_kept_" + table));
            }
        }
    }

    private static Visitor as(Visitor visitor, String name) {
        Page door = visitor.get("/sign-in");
        Element button = door.html().select("form[action=/sign-in/sample] button").stream()
                .filter(each -> each.text().contains(name)).findFirst().orElseThrow();
        assertThat(visitor.submit(door, "form[action=/sign-in/sample]", Map.of("account", button.val())).status())
                .isEqualTo(303);
        return visitor;
    }

    /** The row of a duty in the table of results. */
    private static String row(Page page, String duty) {
        return page.html().select("section[aria-labelledby=trial] tbody tr").stream().map(Element::text)
                .filter(text -> text.startsWith(duty)).findFirst().orElse("");
    }

    private static Page tried(Visitor visitor) {
        visitor.submit(visitor.get(HERE), "form[action=" + HERE + "/trial]", Map.of());
        for (int look = 0; look < 300; look++) {
            Page page = visitor.get(HERE);
            if (page.html().select("section[aria-labelledby=trial] [role=status]").isEmpty()) {
                return page;
            }
            pause();
        }
        throw new AssertionError("the trial does not end");
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private Map<String, String> kept() {
        Map<String, String> kept = new TreeMap<>();
        Scope.run(FENGHUA, () -> transactions.executeWithoutResult(_ -> jdbc
                .sql("select duty || '/' || bearer || '/' || counterpart || '/' || period as key, "
                        + "target || ' ' || counted || ' ' || disputed as figures from obligation.progress")
                .query(row -> {
                    kept.put(row.getString("key"), row.getString("figures"));
                })));
        return kept;
    }

    @Test
    void theSampleDraftSaysWhatRoundOneCameToAndWouldHaveComeTo(Visitor visitor) {
        Page page = as(visitor, "示例领导01").get(HERE);

        assertThat(page.html().select("#changes").text()).isEqualTo("改动 2 处");
        assertThat(page.html().select("article del").eachText()).containsExactly("3 次", "15 节");
        assertThat(page.html().select("article ins").eachText()).containsExactly("4 次", "12 节");
        assertThat(page.html().text()).contains("示例文〔2024〕60 号（示例）", "2024学年第二学期是第一个照它计的时段");
        assertThat(row(page, "薄弱学科共同备课和教研")).contains("改", "230/230 完成（100%）", "0/230 完成（0%）", "+230 次");
        assertThat(row(page, "到成员校上示范课")).contains("35/35 完成（100%）", "−88 节");
        assertThat(row(page, "到成员校听课评课")).contains("34/35 完成（97%）", "不变");
        assertThat(page.html().select("form[action^=" + HERE + "]")).as("a leader reads").isEmpty();

        Page instances = visitor.get(HERE + "/instances?duty=Q13");
        assertThat(instances.html().select("tbody tr")).hasSize(50);
        assertThat(instances.html().select("tbody tr").getFirst().text()).contains("3/3", "3/4");
        assertThat(visitor.get(instances.html().select(".f a").attr("href")).html().select("tbody tr")).hasSize(50);
        String address = instances.html().select("tbody a").attr("href");
        assertThat(visitor.get(address).status()).as("opens down to the instance").isEqualTo(200);
    }

    /** The whole way: changed, tried anew, refused to its author, issued by another, seen on every page. */
    @Test
    void aSecondPersonIssuesWhatWasTriedAndRoundOneStays(Visitor visitor) {
        Map<String, String> before = kept();
        Visitor editor = as(visitor, "示例职员02");
        Page changed = editor.submit(editor.get(HERE), "form[action=" + HERE + "/changes]",
                Map.of("what", "duty:Q23", "often", "SCHOOL_YEAR", "decider", "示例领导01", "document", "示例文〔2024〕61 号"));
        assertThat(changed.status()).isEqualTo(303);
        Page aimed = editor.submit(editor.follow(changed), "form[action=" + HERE + "/changes]",
                Map.of("what", "goal:G1", "aim", "９７.５", "year", "2025", "yearAim", "97", "decider", "示例领导01",
                        "document", "示例文〔2024〕61 号"));
        Page aims = editor.follow(aimed);
        assertThat(aims.html().select("article").stream().map(Element::text)).as("goals are changed like duties")
                .anyMatch(text -> text.contains("教学管理水平 预期 95% 以上 97.5% 以上"))
                .anyMatch(text -> text.contains("教学管理水平 2025 年 95% 以上 97% 以上"));
        assertThat(aims.html().select("section[aria-labelledby=trial] tbody tr").stream().map(Element::text))
                .as("and tried on what round one came to").anyMatch(text -> text.startsWith("教学管理水平 二 轮末的预期")
                        && text.contains("95% 以上") && text.contains("97.5% 以上"));
        Page draft = editor.follow(editor.submit(aims, "form[action=" + HERE + "/changes]",
                Map.of("what", "duty:Q06", "number", "3", "most", "4", "decider", "示例领导01", "document",
                        "示例文〔2024〕61 号")));
        assertThat(draft.html().select("article ins").eachText()).containsExactly("97.5% 以上", "97% 以上", "3—4 名", "4 次",
                "12 节", "每学年");
        assertThat(draft.html().text()).contains("下面是改以前的结果");
        assertThat(draft.html().select("form[action$=/issue]")).isEmpty();
        Page result = tried(editor);
        assertThat(row(result, "到成员校作专题讲座")).contains("改", "34/35 完成（97%）");
        assertThat(result.html().select("#issue").parents().text()).contains("请另一位");
        Page own = editor.post(HERE + "/issue", Map.of("_csrf", editor.formToken(), "seen", "4", "trial",
                result.html().select("input[name=trial]").val()));
        assertThat(editor.follow(own).html().text()).contains("自己起草的不能自己签发");
        assertThat(kept()).as("nothing holds before it is issued").isEqualTo(before);

        Visitor admin = as(visitor.another(), "示例管理员01");
        Page waiting = admin.get(HERE);
        assertThat(admin.submit(waiting, "form[action$=/issue]", Map.of()).status()).isEqualTo(303);
        Page issued = admin.get(HERE);
        assertThat(issued.html().text()).contains("已签发", "示例管理员01");
        assertThat(issued.html().select("form[action^=" + HERE + "]")).isEmpty();

        Map<String, String> after = kept();
        assertThat(before.entrySet().stream().filter(each -> !each.getKey().endsWith("/2024-2025-2")
                && !each.getKey().endsWith("/2024-2025") && !each.getValue().equals(after.get(each.getKey()))))
                .as("only what ends after the day").isEmpty();
        assertThat(after.entrySet().stream().filter(each -> each.getKey().startsWith("Q21/")
                && each.getKey().endsWith("/2024-2025-2"))).hasSize(5)
                .allMatch(each -> each.getValue().startsWith("12 "));
        assertThat(after.keySet().stream().filter(key -> key.startsWith("Q23/") && key.endsWith("/2024-2025")))
                .hasSize(5);
        assertThat(after.keySet().stream().filter(key -> key.startsWith("Q23/") && key.endsWith("/2024-2025-2")))
                .isEmpty();

        assertThat(admin.get("/charter?part=" + URLEncoder.encode("三(三)", StandardCharsets.UTF_8)).html()
                .select("#duty-Q21").text()).contains("15 节 12 节 自 2025-02-17", "示例文〔2024〕60 号（示例）");
        assertThat(admin.get("/board?term=2024-2025-2&duty=Q21").html().select("th del, th ins").eachText())
                .containsExactly("15 节", "12 节");
        assertThat(admin.get("/board?term=2022-2023-1&duty=Q21").html().select("th del, th ins")).as("round one's page")
                .isEmpty();
        String key = after.keySet().stream().filter(each -> each.startsWith("Q21/") && each.endsWith("/2024-2025-2"))
                .findFirst().orElseThrow();
        assertThat(admin.get("/duties/" + key).html().select("[aria-labelledby=revised] ins").text()).isEqualTo("12 节");
        assertThat(admin.get("/duties/" + key.replace("2024-2025-2", "2021-2022-1")).html()
                .select("[aria-labelledby=revised]")).as("round one's page").isEmpty();
        assertThat(admin.get("/charter/file").text()).contains("改为:", "数: 12", "预期: { 值: 97.5 }", "不多于: 4");
        assertThat(admin.get("/goals/G1?round=2").html().select("[aria-labelledby=revised] ins").eachText())
                .containsExactly("97.5% 以上", "97% 以上");
        assertThat(admin.get("/goals/G1?round=1").html().select("[aria-labelledby=revised]")).isEmpty();
    }

    @Test
    void aTrialOnOtherRecordsIsStaleAndCannotBeIssued(Visitor visitor) {
        Visitor admin = as(visitor, "示例管理员01");
        Page fresh = tried(admin);
        assertThat(fresh.html().select("form[action$=/issue]")).hasSize(1);
        assertThat(fresh.html().select("section[aria-labelledby=trial]").text()).contains("正是现在的草稿");
        UUID record = Scope.call(FENGHUA, () -> transactions.execute(_ -> jdbc.sql("""
                update obligation.source set revision = revision + 1 where id = (select source_id from obligation.fact
                    where first_day between '2021-03-01' and '2021-04-30' order by source_id limit 1) returning id
                """).query(UUID.class).single()));
        try {
            Page refused = admin.submit(fresh, "form[action$=/issue]", Map.of());
            Page again = admin.follow(refused);
            assertThat(again.status()).isEqualTo(422);
            assertThat(again.html().select("[role=alert]").text()).contains("没有签发。请重新试算");
            assertThat(again.html().select("section[aria-labelledby=trial]").text()).contains("签发前请重新试算");
            assertThat(again.html().select("form[action$=/issue]")).isEmpty();
            Page shown = tried(admin);
            assertThat(shown.html().select("section[aria-labelledby=trial]").text()).contains("正是现在的草稿");
            assertThat(row(shown, "薄弱学科共同备课和教研")).contains("0/230 完成（0%）");
            assertThat(shown.html().select("form[action$=/issue]")).hasSize(1);
        } finally {
            Scope.run(FENGHUA, () -> transactions.executeWithoutResult(_ -> jdbc
                    .sql("update obligation.source set revision = revision - 1 where id = :id").param("id", record)
                    .update()));
        }
    }

    /** Whatever the dates say: a round is arranged by the assessment of the one before, and that is not there before two signed it. */
    @Test
    void withoutTheFormalCloseNothingIsIssued(Visitor visitor) throws Exception {
        Visitor admin = as(visitor, "示例管理员01");
        assertThat(admin.get(HERE).html().select("section[aria-labelledby=issue] li").eachText()).hasSize(3)
                .first().asString().startsWith("好了 第一轮由两个人签署了轮末结论 示例职员01 提出，示例领导01 于 2022-12-28 签署。");
        Page fresh = tried(admin);
        superuser("UPDATE goal.closing SET round = 'x' WHERE round = '第一轮'");
        try {
            Page refused = admin.submit(fresh, "form[action$=/issue]", Map.of());
            Page shown = admin.follow(refused);
            assertThat(shown.status()).isEqualTo(422);
            assertThat(shown.html().select("[role=alert]").text()).contains("第一轮还没有由两个人签署轮末结论");
            Element check = shown.html().select("section[aria-labelledby=issue] li").getFirst();
            assertThat(check.text()).startsWith("还没有").contains("还没有人提出");
            assertThat(admin.get(check.select("a").attr("href")).status()).isEqualTo(200);
            assertThat(shown.html().select("form[action$=/issue]")).isEmpty();
        } finally {
            superuser("UPDATE goal.closing SET round = '第一轮' WHERE round = 'x'");
        }
    }

    private void superuser(String sql) throws SQLException {
        try (Connection connection = TestCluster.shared().postgres()
                .superuser(url.substring(url.lastIndexOf('/') + 1));
                Statement statement = connection.createStatement()) {
            statement.execute("SET session_replication_role = replica");
            statement.execute(sql);
        }
    }

    @Test
    void whoStandsInForTheDrafterDoesNotIssueEither() {
        Scope.run(FENGHUA, () -> {
            UUID drafter = Objects.requireNonNull(transactions.execute(
                    _ -> jdbc.sql("select made_by from round.draft where number = 1").query(UUID.class).single()));
            Actor deputy = new Actor(UUID.randomUUID(), null, "示例代理", Set.of(Posting.inDistrict(Role.BUREAU_ADMIN)),
                    Set.of(drafter));
            assertThat(plans.issue(deputy, 1, "")).isEqualTo(new Answer.Refused("round.refused.own", List.of()));
        });
    }

    @Test
    void theDatabaseAsksForASecondPersonToo() {
        assertThatThrownBy(() -> Scope.run(FENGHUA,
                () -> transactions.executeWithoutResult(_ -> jdbc
                        .sql("""
                                insert into round.issue (plan, draft, trial, edition, from_day, drafted_by, issued_by, issued_name, issued_on)
                                select d.plan, d.id, t.id, gen_random_uuid(), '2025-02-17', d.made_by, d.made_by, 'x', '2024-11-20'
                                from round.draft d join round.trial t on t.draft = d.id
                                """)
                        .update())))
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("round_needs_a_second_person");
    }

    @Test
    void whatCannotBeIsSaidInWordsAndOthersMayNot(Visitor visitor) {
        Visitor editor = as(visitor, "示例职员02");
        Page page = editor.get(HERE);
        Page nothing = editor.submit(page, "form[action=" + HERE + "/changes]", Map.of("what", "duty:Q22"));
        assertThat(nothing.status()).isEqualTo(422);
        assertThat(nothing.html().select(".bad").eachText()).hasSize(3);
        Page same = editor.submit(page, "form[action=" + HERE + "/changes]",
                Map.of("what", "duty:Q22", "number", "30", "decider", "示例领导01", "document", "示例文"));
        assertThat(same.html().select("[role=alert]").text()).contains("Q22 现在就是 30，不用改");
        assertThat(same.html().select("input[name=document]").val()).as("what was typed stays").isEqualTo("示例文");
        Page closed = editor.submit(page, "form[action=" + HERE + "/day]", Map.of("day", "2023-02-06"));
        assertThat(closed.html().select("[role=alert]").text()).contains("最早从 2024-09-02 起");
        Page file = editor.submit(page, "form[action=" + HERE + "/file]", Map.of(), Map.of("file", """
                修订: 第二轮
                章程: fenghua-2019
                自: 2025-02-17
                改动:
                  - 责任: Q91
                    至少: 3
                    决定: 示例领导01
                    依据: 示例文
                """));
        assertThat(file.status()).isEqualTo(422);
        assertThat(file.html().select("[role=alert] li").eachText()).hasSize(2).first().asString()
                .contains("修订.yaml:5:", "没有责任“Q91”");
        assertThat(editor.get(HERE + "/file").text()).startsWith("修订: 第二轮\n章程: fenghua-2019\n自: 2025-02-17\n");
        Page removed = editor.submit(page, "form[action=" + HERE + "/changes/removal]", Map.of());
        assertThat(editor.follow(removed).html().select("article")).hasSize(1);
        Page late = editor.submit(page, "form[action=" + HERE + "/day]", Map.of("day", "2025-03-01"));
        assertThat(late.html().select("[role=alert]").text()).as("the page was of the version before")
                .contains("别人刚改过草稿");

        assertThat(as(visitor.another(), "示例校长03").get(HERE).status()).isEqualTo(403);
        Visitor leader = as(visitor.another(), "示例领导01");
        assertThat(leader.post(HERE + "/trial", Map.of("_csrf", leader.formToken())).status()).isEqualTo(403);
    }
}
