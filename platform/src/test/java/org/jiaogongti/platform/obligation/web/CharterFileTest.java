package org.jiaogongti.platform.obligation.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jiaogongti.charter.reading.CharterText;
import org.jiaogongti.charter.reading.Charters;
import org.jiaogongti.platform.access.District;
import org.jiaogongti.platform.access.Scope;
import org.jiaogongti.platform.obligation.Adoption;
import org.jiaogongti.platform.obligation.Progresses;
import org.jiaogongti.platform.testing.Page;
import org.jiaogongti.platform.testing.PlatformTest;
import org.jiaogongti.platform.testing.Visitor;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A whole charter file, taken out, changed in an editor and put in again by two people. */
@PlatformTest
@Order(3)
class CharterFileTest {

    private static final District FENGHUA = new District("330213");
    private static final String LESSONS = "至少: 15\n";
    private static final String FROM_SPRING = "至少: [ { 自: 2019-10-01, 数: 15 }, { 自: 2025-02-17, 数: 20, 决定: 示例领导01, 依据: 局务会 } ]\n";
    private static final Map<String, String> REST = Map.of("from", "2025-02-17", "document", "示例教〔2024〕9 号", "decider",
            "示例领导01");

    private final Adoption adoption;
    private final Progresses progresses;
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;

    CharterFileTest(Adoption adoption, Progresses progresses, JdbcClient jdbc, TransactionTemplate transactions) {
        this.adoption = adoption;
        this.progresses = progresses;
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    @AfterEach
    void takeTheNoticesOwnCharterAgain() {
        Scope.run(FENGHUA, () -> adoption.adopt("fenghua-2019", null));
    }

    private static Visitor as(Visitor visitor, String name) {
        Page door = visitor.get("/sign-in");
        Element button = door.html().select("form[action=/sign-in/sample] button").stream()
                .filter(each -> each.text().contains(name)).findFirst().orElseThrow();
        assertThat(visitor.submit(door, "form[action=/sign-in/sample]", Map.of("account", button.val())).status())
                .isEqualTo(303);
        return visitor;
    }

    private static Page handIn(Visitor visitor, String file) {
        return visitor.submit(visitor.get("/charter/changes/file"), "form[action$=/file]", REST,
                Map.of("charter", file));
    }

    private static String refusal(Visitor visitor, String file) {
        Page page = handIn(visitor, file);
        assertThat(page.status()).as(page.toString()).isEqualTo(422);
        return page.html().select("main [role=alert]").text();
    }

    private static String file(Visitor visitor) {
        return visitor.get("/charter/file").text();
    }

    /** What is kept of every instance. */
    private Map<String, String> kept() {
        Map<String, String> kept = new TreeMap<>();
        Scope.run(FENGHUA, () -> transactions.executeWithoutResult(_ -> jdbc.sql("""
                select duty || '/' || bearer || '/' || counterpart || '/' || period as key,
                    target || ' ' || counted || ' ' || planned || ' ' || coalesce(waiver::text, '') as figures
                from obligation.progress
                """).query(row -> {
            kept.put(row.getString("key"), row.getString("figures"));
        })));
        return kept;
    }

    @Test
    void aFileIsPutInByTwoPeopleAndGivenOutToTheLetter(Visitor visitor) {
        Map<String, String> before = kept();
        Visitor editor = as(visitor, "示例职员02");
        String changed = file(editor).replace(LESSONS, FROM_SPRING);
        Page handed = handIn(editor, changed);
        assertThat(handed.status()).as(handed.toString()).isEqualTo(303);
        assertThat(handIn(editor, changed).location()).as("handed over twice, kept once").isEqualTo(handed.location());
        assertThat(kept()).as("nothing holds before a second person confirms").isEqualTo(before);
        Page own = editor.get(handed.location());
        assertThat(own.html().select("form[action$=confirmation]")).isEmpty();
        assertThat(own.html().select("table.lines tbody tr")).as("five lead schools in spring").hasSize(5);

        Visitor admin = as(visitor.another(), "示例管理员01");
        Page waiting = admin.get(handed.location());
        assertThat(waiting.text()).contains("换成整份新的章程文件");
        admin.submit(waiting, "form[action$=confirmation]", Map.of());

        Map<String, String> after = kept();
        assertThat(after.keySet()).isEqualTo(before.keySet());
        List<String> moved = after.keySet().stream().filter(key -> !Objects.equals(after.get(key), before.get(key)))
                .toList();
        assertThat(moved).hasSize(5).allMatch(key -> key.startsWith("Q21/") && key.endsWith("/2024-2025-2"));
        assertThat(moved).allMatch(key -> after.getOrDefault(key, "").startsWith("20 "));
        assertThat(file(admin)).isEqualTo(changed);
        assertThat(refusal(admin, changed)).contains("不用改");
    }

    @Test
    void commentsMayChangeWithoutACell(Visitor visitor) {
        Visitor editor = as(visitor, "示例职员02");
        Page handed = handIn(editor, "# 局里的注\n" + file(editor));
        assertThat(handed.status()).isEqualTo(303);
        Page waiting = editor.get(handed.location());
        assertThat(waiting.text()).contains("重算 0 格");
        assertThat(waiting.html().select("table.lines")).isEmpty();
        editor.submit(waiting, "form[action$=withdrawal]", Map.of());
    }

    @Test
    void endedTermsKeepWhatCameOutOfThem(Visitor visitor) {
        Visitor editor = as(visitor, "示例职员02");
        assertThat(refusal(editor, file(editor).replace(LESSONS, "至少: 20\n"))).contains("会改动已结束的学期", "到成员校上示范课");
        Visitor other = as(visitor.another(), "示例管理员01");
        assertThat(refusal(other, file(other).replace("到成员校上示范课15节以上\n    名称",
                "到成员校上示范课15节以上\n    编号2: x\n    名称"))).containsPattern("charter\\.yaml:491:\\d+");
    }

    @Test
    void whatCannotBeReadIsSaidWithItsPlace(Visitor visitor) {
        Visitor editor = as(visitor, "示例职员02");
        String now = file(editor);
        assertThat(refusal(editor, now)).contains("不用改");
        assertThat(refusal(editor, now.replace("到成员校上示范课15节以上", "上示范课15节以上")))
                .containsPattern("charter\\.yaml:490:\\d+");
        assertThat(refusal(editor, now.replaceFirst("章程: fenghua-2019", "章程: xikou-2020"))).contains("xikou-2020",
                "fenghua-2019");
        Page none = editor.submit(editor.get("/charter/changes/file"), "form[action$=/file]", REST);
        assertThat(none.status()).isEqualTo(422);
        assertThat(none.html().select("[aria-invalid=true]").eachAttr("name")).containsExactly("charter");
        assertThat(as(visitor.another(), "示例职员01").get("/charter/changes/file").status()).isEqualTo(403);
    }

    @Test
    void aFileDoesNotTakeBackWhatWasChangedMeanwhile(Visitor visitor) {
        Visitor editor = as(visitor, "示例职员02");
        String first = handIn(editor, file(editor).replace(LESSONS, FROM_SPRING)).location();
        String second = handIn(editor, "# 另一份\n" + file(editor)).location();
        Visitor admin = as(visitor.another(), "示例管理员01");
        admin.submit(admin.get(first), "form[action$=confirmation]", Map.of());
        Page late = admin.get(second);
        assertThat(late.html().select("form[action$=confirmation]")).isEmpty();
        assertThat(late.text()).contains("交上来以后章程又改过");
        assertThat(file(admin)).doesNotContain("另一份");
    }

    @Test
    void aDistrictAdoptsAFileOfItsOwnAndOwesWhatItSays() {
        CharterText own = new CharterText(
                Charters.bundledText("fenghua-2019").charter().replace(LESSONS, "至少: 12\n"),
                Charters.bundledText("fenghua-2019").notice());
        Scope.run(FENGHUA, () -> adoption.adopt(own, null));
        assertThat(Scope.call(FENGHUA, () -> progresses.inForce().orElseThrow().charter().obligations()))
                .isEqualTo(Charters.of("charter.yaml", own).having(Set.of("报备", "活动方案")).obligations());
        assertThat(kept().entrySet().stream().filter(each -> each.getKey().startsWith("Q21/")).toList())
                .isNotEmpty().noneMatch(each -> each.getValue().startsWith("15 "));
    }
}
