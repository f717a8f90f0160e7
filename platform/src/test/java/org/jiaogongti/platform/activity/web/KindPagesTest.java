package org.jiaogongti.platform.activity.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jiaogongti.platform.access.District;
import org.jiaogongti.platform.access.Scope;
import org.jiaogongti.platform.testing.Page;
import org.jiaogongti.platform.testing.PlatformTest;
import org.jiaogongti.platform.testing.Visitor;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A kind of the bureau's own: made, looked at, recorded under, renamed, no longer used. */
@PlatformTest
class KindPagesTest {

    private static final District DISTRICT = new District("330213");
    private static final String ALL = "/activities/kinds";

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    KindPagesTest(JdbcClient jdbc, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    @Test
    void ownKindIsMadeLookedAtRecordedUnderAndRetired(Visitor visitor) {
        signIn(visitor, "示例管理员01");
        Page form = visitor.get(ALL + "/new");
        Map<String, String> kind = new LinkedHashMap<>();
        kind.put("name", "示例劳动实践联盟");
        kind.put("from", "2024-09-02");
        kind.put("gate", "FILED");
        kind.put("ask_HOST", "REQUIRED");
        kind.put("ask_visitors", "REQUIRED");
        kind.put("ask_SUBJECT", "");
        Map<String, String> asked = new LinkedHashMap<>(kind);
        asked.put("_csrf", form.html().select("form[action='" + ALL + "'] input[name=_csrf]").val());
        Page preview = visitor.post(ALL + "/preview", asked);
        assertThat(preview.html().select(".phone [data-ask=visitors]")).as(preview.toString()).hasSize(1);
        assertThat(preview.html().select(".phone #host")).hasSize(1);
        assertThat(preview.html().select(".phone #subject")).isEmpty();
        String code = "";
        try {
            assertThat(visitor.submit(form, "form[action='" + ALL + "']", kind).status()).isEqualTo(303);
            assertThat(visitor.submit(form, "form[action='" + ALL + "']", kind).status()).as("the name is taken")
                    .isEqualTo(422);
            code = one("SELECT code FROM activity.own_kind WHERE name = '示例劳动实践联盟'");
            recordsUnder(visitor.another(), code);
            Page page = visitor.get(ALL + "/" + code);
            assertThat(visitor.submit(page, "form[action$=/name]", Map.of("name", "示例劳动联盟", "short", "")).status())
                    .isEqualTo(303);
            assertThat(visitor.submit(page, "form[action$=/name]", Map.of("name", "示例劳动", "short", "")).status())
                    .as("on top of an older version").isEqualTo(409);
            Page again = visitor.get(ALL + "/" + code);
            assertThat(visitor.submit(again, "form[action$=/retirement]", Map.of("lastDay", "2024-10-31")).status())
                    .isEqualTo(303);
            assertThat(visitor.get(ALL).html().text()).contains("示例劳动联盟").contains("不再用");
            Visitor teacher = visitor.another();
            signIn(teacher, "示例教师03");
            assertThat(teacher.get("/activities/new").html().select("input[value=" + code + "]"))
                    .as("out of use today").isEmpty();
            assertThat(one("SELECT string_agg(action, ' ' ORDER BY number) FROM journal.entry WHERE action LIKE 'Kind%'"
                    + " AND object_id = (SELECT id FROM activity.own_kind WHERE code = '" + code + "')"))
                    .isEqualTo("KindAdded KindRenamed KindRetired");
        } finally {
            forget(code);
        }
    }

    /** Its required field is asked for, what no kind asks is refused, and it counts for nothing. */
    private void recordsUnder(Visitor teacher, String code) {
        signIn(teacher, "示例教师03");
        Page form = teacher.get("/activities/new");
        String host = form.html().select("#host option").stream().filter(option -> option.text().startsWith("育才学校"))
                .findFirst().orElseThrow().val();
        Map<String, String> entry = new LinkedHashMap<>();
        entry.put("date", "2024-11-18");
        entry.put("host", host);
        entry.put("mainKind", code);
        entry.put("topic", "劳动课");
        entry.put("f_link", "https://example.org");
        Page back = teacher.submit(form, "form#record", entry);
        assertThat(back.status()).isEqualTo(422);
        assertThat(back.html().select("#f_visitors-error, #f_link-error")).hasSize(2);
        entry.remove("f_link");
        entry.put("f_visitors_" + host, "31");
        Page saved = teacher.submit(form, "form#record", entry);
        assertThat(saved.status()).as(saved.toString()).isEqualTo(303);
        Page occasion = teacher.get(saved.location());
        assertThat(occasion.html().text()).contains("示例劳动实践联盟").contains("育才 31 人").contains("没有计入责任");
        assertThat(teacher.submit(occasion, "form[action$=/withdrawal]", Map.of()).status()).isEqualTo(303);
    }

    /** Kinds of the notice stay as they are but may ask for one thing more. */
    @Test
    void shippedKindMayAskForOneThingMore(Visitor visitor) {
        signIn(visitor, "示例管理员01");
        Page page = visitor.get(ALL + "/lecture");
        assertThat(page.html().select("form[action$=/name], form[action$=/retirement]")).isEmpty();
        try {
            assertThat(visitor.submit(page, "form[action$=/fields]", Map.of("field", "", "name", "示例讲座形式", "type",
                    "CHOICE", "words", "一样")).status()).as("one word is no choice").isEqualTo(422);
            assertThat(visitor.submit(page, "form[action$=/fields]", Map.of("field", "", "name", "示例讲座形式", "type",
                    "CHOICE", "words", "报告、沙龙")).status()).isEqualTo(303);
            assertThat(visitor.get(ALL + "/lecture").html().select(".phone option").eachText()).contains("报告", "沙龙");
            Page all = visitor.get(ALL);
            assertThat(all.html().select("#fields .li b").eachText()).endsWith("示例讲座形式").hasSizeGreaterThan(1);
            assertThat(visitor.submit(all, "#fields .li:last-of-type form", Map.of()).status()).isEqualTo(303);
            assertThat(visitor.submit(all, "#fields .li:last-of-type form", Map.of()).status())
                    .as("sent twice it is done once").isEqualTo(303);
            assertThat(visitor.get(ALL).html().select("#fields .li b").eachText()).startsWith("示例讲座形式");
            assertThat(visitor.another().get("/activities/kinds").status()).as("nobody signed in").isEqualTo(303);
            Visitor teacher = visitor.another();
            signIn(teacher, "示例教师03");
            assertThat(teacher.get("/activities/new").html().select("[data-ask^=own-]").text())
                    .as("the form follows").startsWith("示例讲座形式");
            assertThat(teacher.get(ALL).html().select("#fields form")).isEmpty();
        } finally {
            inDistrict("DELETE FROM activity.kind_ask WHERE kind = 'lecture'",
                    "DELETE FROM activity.own_field_word WHERE field IN (SELECT id FROM activity.own_field WHERE name = '示例讲座形式')",
                    "DELETE FROM activity.own_field WHERE name = '示例讲座形式'");
        }
    }

    /** A contest, a lesson or a test done at an occasion is a part of it: no second one, and no second fact in a community. */
    @Test
    void whatIsDoneAtAnOccasionIsThereOnce() {
        assertThatThrownBy(() -> inDistrict("INSERT INTO activity.part (district, occasion, kind, position, lessons)"
                + " SELECT district, occasion, kind, 9, 1 FROM activity.part LIMIT 1"))
                .isInstanceOf(DuplicateKeyException.class);
        assertThatThrownBy(() -> inDistrict("INSERT INTO activity.also_in (district, occasion, community, position)"
                + " SELECT district, occasion, community, 9 FROM activity.also_in LIMIT 1"))
                .isInstanceOf(DuplicateKeyException.class);
        assertThatThrownBy(() -> inDistrict("UPDATE activity.field_value SET words = 'x' WHERE number IS NOT NULL"))
                .as("one type, one value").isInstanceOf(DataIntegrityViolationException.class);
    }

    private void forget(String code) {
        inDistrict("DELETE FROM activity.kind_ask WHERE kind = '" + code + "'",
                "UPDATE activity.own_kind SET name = code, short_name = code WHERE code = '" + code + "'");
    }

    private void inDistrict(String... statements) {
        Scope.run(DISTRICT, () -> transaction.executeWithoutResult(_ -> {
            for (String statement : statements) {
                jdbc.sql(statement).update();
            }
        }));
    }

    private String one(String select) {
        return Scope.call(DISTRICT, () -> transaction.execute(_ -> jdbc.sql(select).query(String.class).single()));
    }

    private static void signIn(Visitor visitor, String name) {
        Page door = visitor.get("/sign-in");
        String account = door.html().select("button[name=account]").stream()
                .filter(button -> button.text().contains(name)).findFirst().orElseThrow().val();
        visitor.follow(visitor.submit(door, "form[action=/sign-in/sample]", Map.of("account", account)));
    }
}
