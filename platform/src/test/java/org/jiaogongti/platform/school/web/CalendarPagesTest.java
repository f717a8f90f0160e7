package org.jiaogongti.platform.school.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jiaogongti.platform.access.District;
import org.jiaogongti.platform.access.Scope;
import org.jiaogongti.platform.testing.Page;
import org.jiaogongti.platform.testing.PlatformTest;
import org.jiaogongti.platform.testing.Visitor;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The school calendar on the sample world: looked at, proposed, changed after a look, taken back; nothing stays changed. */
@PlatformTest
class CalendarPagesTest {

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    CalendarPagesTest(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
    }

    private static Visitor as(Visitor visitor, String role) {
        Page door = visitor.get("/sign-in");
        String account = door.html().select("button[name=account]:contains(" + role + ")").val();
        assertThat(visitor.submit(door, "form[action=/sign-in/sample]", Map.of("account", account)).status())
                .isEqualTo(303);
        return visitor;
    }

    /** Every instance with its days, its sum and its end, by its key. */
    private Map<String, String> instances() {
        return Scope.call(new District("330213"), () -> transaction.execute(_ -> {
            Map<String, String> rows = new TreeMap<>();
            jdbc.sql("""
                    select concat_ws(' ', period, duty, bearer, counterpart) as key,
                        concat_ws(' ', community, target, first_day, last_day, exists_from, counted, planned, disputed)
                            as stands
                    from obligation.progress
                    """).query(row -> {
                rows.put(row.getString("key"), row.getString("stands"));
            });
            return rows;
        }));
    }

    private static Page look(Visitor visitor, Page form, Map<String, String> changes) {
        Map<String, String> fields = new HashMap<>();
        form.html().select("form#plan input").stream()
                .filter(input -> !input.attr("type").equals("checkbox") || input.hasAttr("checked"))
                .forEach(input -> fields.put(input.attr("name"), input.hasAttr("value") ? input.val() : "on"));
        fields.putAll(changes);
        return visitor.post(form.html().select("form#plan").attr("action") + "/preview", fields);
    }

    private static Page takeBack(Visitor visitor, String reason) {
        return visitor.submit(visitor.get("/calendar"), "#changes form[action$=/withdrawal]", Map.of("reason", reason));
    }

    @Test
    void whoeverHasBusinessSeesTheWeeksAndOnlyTheAdministratorChangesThem(Visitor visitor) {
        as(visitor, "教研员");
        Page page = visitor.get("/calendar?year=2024-2025");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.html().select("table.cal")).hasSize(2);
        assertThat(page.html().select("tr.mid").eachText()).satisfiesExactly(
                autumn -> assertThat(autumn).startsWith("11 11/11 12 13").contains("期中周", "送教"),
                spring -> assertThat(spring).startsWith("9 4/14").contains("期中周", "送教"));
        assertThat(page.html().select("tr.pre").first()).asString().contains("开学前一周", "8/26");
        assertThat(page.html().select("time[datetime=2024-10-01]").parents().first()).asString().contains("休");
        assertThat(page.html().select("#rounds").text()).contains("2019-2022 轮", "前期准备：2019-10-01 至 2019-12-30",
                "2022-2025 轮");
        assertThat(page.html().select("main form, main a[href*=new], main a[href$=edit]")).isEmpty();
        assertThat(visitor.get("/calendar/years/new").status()).isEqualTo(403);
        assertThat(as(visitor.another(), "技术员").get("/calendar").status()).isEqualTo(403);
    }

    @Test
    void theNextYearIsProposedCheckedKeptAndTakenBack(Visitor visitor) {
        as(visitor, "示例管理员01");
        Map<String, String> before = instances();
        Page form = visitor.get("/calendar/years/new");
        assertThat(form.html().select("#autumnFirst, #autumnLast, #springFirst").eachAttr("value"))
                .containsExactly("2025-09-01", "2026-02-06", "2026-03-02");
        assertThat(form.html().select(".nt.soon").text()).contains("建议", "2026-02-17", "国务院办公厅");

        Page crossing = look(visitor, form, Map.of("autumnLast", "2026-03-03"));
        assertThat(crossing.html().select(".nt.late").text()).contains("2025-2026-1", "2025-2026-2", "2026-03-02");
        assertThat(look(visitor, form, Map.of("autumnFirst", "九月一日")).html().select("#autumnFirst-error").text())
                .contains("2025-09-01");

        Page unseen = visitor.submit(form, "form#plan", Map.of());
        assertThat(unseen.status()).as("nothing is kept that was not looked at").isEqualTo(422);
        Page looked = look(visitor, form, Map.of("keep8", ""));
        assertThat(looked.status()).isEqualTo(200);
        assertThat(looked.html().select("#foreseen").text()).contains(
                "新增 2025学年第一学期：2025-09-01 至 2026-02-06，期中周 2025-11-17",
                "新增 2026：", "0 条记录换了学期");
        Page saved = visitor.submit(looked, "form#plan", Map.of());
        assertThat(saved.location()).endsWith("/calendar?year=2025-2026");
        assertThat(visitor.get("/calendar?year=2025-2026").html().select("table.cal")).hasSize(2);
        assertThat(instances().keySet()).anyMatch(key -> key.startsWith("2025-2026-1 Q21 "))
                .containsAll(before.keySet());

        assertThat(takeBack(visitor, "").status()).isEqualTo(303);
        assertThat(instances()).isEqualTo(before);
        assertThat(visitor.get("/calendar").html().select("#changes").text()).contains("撤回上一次改动", "示例管理员01");
    }

    @Test
    void aMovedMidTermWeekMovesItsDutiesAndTheLookSaidSo(Visitor visitor) {
        as(visitor, "示例管理员01");
        Map<String, String> before = instances();
        Page form = visitor.get("/calendar/years/2024-2025/edit");
        Page stale = look(visitor, form, Map.of("autumnMid", "2024-11-25"));
        Page looked = look(visitor, form, Map.of("autumnMid", "2024-11-18"));
        String said = looked.html().select("#foreseen").text();
        assertThat(said).contains("期中周 2024-11-11 → 2024-09-02 至 2025-01-22，期中周 2024-11-18");
        assertThat(visitor.submit(looked, "form#plan", Map.of()).status()).isEqualTo(303);
        Map<String, String> after = instances();
        long changed = after.entrySet().stream().filter(each -> !each.getValue().equals(before.get(each.getKey())))
                .count();
        assertThat(changed).isPositive();
        assertThat(after.keySet()).isEqualTo(before.keySet());
        assertThat(said).contains("新增 0 条、取消 0 条、改变 " + changed + " 条责任");

        Page late = visitor.submit(stale, "form#plan", Map.of());
        assertThat(late.status()).isEqualTo(422);
        assertThat(late.html().select(".nt.late").text()).contains("别人刚改过校历");
        assertThat(takeBack(visitor, "").status()).isEqualTo(303);
        assertThat(instances()).isEqualTo(before);
    }

    @Test
    void anEndedTermChangesOnlyForAReason(Visitor visitor) {
        as(visitor, "示例管理员01");
        Map<String, String> before = instances();
        Page looked = look(visitor, visitor.get("/calendar/years/2023-2024/edit"), Map.of("springLast", "2024-06-14"));
        assertThat(looked.html().select("#foreseen").text()).contains("已经结束的日子").doesNotContain(" 0 条记录换了学期");
        Page refused = visitor.submit(looked, "form#plan", Map.of());
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.html().select("#reason-error").text()).contains("写理由");
        assertThat(instances()).isEqualTo(before);
        assertThat(visitor.submit(refused, "form#plan", Map.of("reason", "台风停课，提前放假")).status()).isEqualTo(303);
        assertThat(instances()).isNotEqualTo(before);
        assertThat(visitor.get("/calendar").html().select("#changes .li").first()).asString().contains("台风停课，提前放假");
        takeBack(visitor, "");
        assertThat(instances()).as("taking it back needs a reason too").isNotEqualTo(before);
        takeBack(visitor, "录错了年份");
        assertThat(instances()).isEqualTo(before);
    }

    @Test
    void aRoundHasItsPhasesAndTheNextOneIsProposedLikeTheLast(Visitor visitor) {
        as(visitor, "示例管理员01");
        Map<String, String> before = instances();
        Page form = visitor.get("/calendar/rounds/new");
        assertThat(form.html().select("#first, #last, #name1, #from1, #to1").eachAttr("value")).containsExactly(
                "2025-09-01", "2028-08-31", "开展工作", "2026-01-01", "2028-12-01");
        Page far = look(visitor, form, Map.of("to2", "2029-12-30"));
        assertThat(far.html().select(".nt.late").text()).contains("考核评估", "2025-2028");
        Page looked = look(visitor, form, Map.of());
        assertThat(visitor.submit(looked, "form#plan", Map.of()).status()).isEqualTo(303);
        assertThat(visitor.get("/calendar").html().select("#rounds").text()).contains("2025-2028 轮", "开展工作：2026-01-01");
        assertThat(takeBack(visitor, "").status()).isEqualTo(303);
        assertThat(instances()).isEqualTo(before);
        assertThat(visitor.get("/calendar/rounds/1999-2002/edit").status()).isEqualTo(404);
        assertThat(visitor.get("/calendar/years/1999-2000/edit").status()).isEqualTo(404);
    }
}
