package org.jiaogongti.platform.advice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jiaogongti.platform.access.District;
import org.jiaogongti.platform.access.Permissions;
import org.jiaogongti.platform.access.Scope;
import org.jiaogongti.platform.testing.Page;
import org.jiaogongti.platform.testing.PlatformTest;
import org.jiaogongti.platform.testing.Visitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Advisers over HTTP: the register, the link that opens one thing on one device, what was written and what became of it. */
@PlatformTest
class AdvisersPagesTest {

    private static final District DISTRICT = new District("330213");
    private static final String UNIT = "测试单位";

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    AdvisersPagesTest(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
    }

    @AfterEach
    void takeOutWhatWasEntered() {
        Scope.run(DISTRICT, () -> transaction.executeWithoutResult(_ -> {
            String own = "(select id from advice.adviser where unit like '" + UNIT + "%')";
            String visits = "(select id from advice.visit where adviser in " + own + ")";
            jdbc.sql("delete from advice.step where recommendation in "
                    + "(select id from advice.recommendation where visit in " + visits + ")").update();
            jdbc.sql("delete from advice.recommendation where visit in " + visits).update();
            jdbc.sql("delete from advice.visit where adviser in " + own).update();
            jdbc.sql("delete from advice.link where adviser in " + own).update();
            jdbc.sql("delete from advice.adviser where unit like '" + UNIT + "%'").update();
        }));
    }

    private <T> T asked(Class<T> type, String sql, Map<String, ?> values) {
        return Scope.call(DISTRICT,
                () -> transaction.execute(_ -> jdbc.sql(sql).params(values).query(type).single()));
    }

    private List<String> journalled(UUID... objects) {
        return Scope.call(DISTRICT, () -> transaction.execute(
                _ -> jdbc.sql("select action from journal.entry where object_id in (:ids) order by number")
                        .param("ids", List.of(objects)).query(String.class).list()));
    }

    /** The community that the sample principal's school leads. */
    private String community() {
        return asked(UUID.class, """
                select m.community from community.membership m join staff.posting o on o.school = m.school
                    join staff.person p on p.id = o.person
                where p.name = '示例校长03' and m.to_day is null limit 1
                """, Map.of()).toString();
    }

    private Map<String, String> typed() {
        return new HashMap<>(Map.of("community", community(), "name", "示例顾问99", "kind", "TEACHING", "level", "CITY",
                "unit", UNIT, "titles", "", "invitedBy", "区教育局", "document", "示例教〔2024〕9 号", "from", "2024-09-01", "to",
                ""));
    }

    private String engaged(Visitor clerk) {
        Page done = clerk.submit(clerk.get("/advisers/new"), "form[action=/advisers]", typed());
        assertThat(done.status()).as(done.toString()).isEqualTo(303);
        return done.location();
    }

    private static String path(String location) {
        return location.substring(location.indexOf("/advisers/"));
    }

    @Test
    void theBureauEntersAnAdviserEndsThemAndTakesAMistakeBack(Visitor visitor) {
        Visitor clerk = visitor.as("示例职员01");
        String path = path(engaged(clerk));
        assertThat(clerk.get(path).text()).contains("示例顾问99", "教学顾问", "市级", "2024-09-01 起");
        Page again = clerk.submit(clerk.get("/advisers/new"), "form[action=/advisers]", typed());
        assertThat(again.status()).isEqualTo(422);
        assertThat(again.text()).contains("重叠");
        assertThat(again.html().select("input[name=unit]").val()).isEqualTo(UNIT);
        assertThat(clerk.submit(clerk.get(path), "form[action$=/end]", Map.of("last", "2024-08-31")).text())
                .contains("早于");
        assertThat(clerk.submit(clerk.get(path), "form[action$=/end]", Map.of("last", "2024-10-31")).status())
                .isEqualTo(303);
        assertThat(clerk.get("/advisers").text()).doesNotContain("示例顾问99");
        assertThat(clerk.get("/advisers?on=2024-10-31").text()).contains("示例顾问99");
        assertThat(clerk.get("/advisers/export.csv?on=2024-10-31").text()).contains("示例顾问99,教学顾问,市级," + UNIT);
        assertThat(clerk.submit(clerk.get(path), "form[action$=/withdrawal]", Map.of()).status()).isEqualTo(303);
        assertThat(clerk.get(path).status()).isEqualTo(404);
        assertThat(journalled(UUID.fromString(path.substring(path.lastIndexOf('/') + 1))))
                .containsExactly("AdviserEngaged", "AdviserEnded", "AdviserTakenBack");
    }

    /** A link as the page shows it once, relative. */
    private static String link(Page made) {
        String address = made.html().select(".secret").text();
        assertThat(address).as(made.toString()).contains("/invitation/330213-");
        return address.substring(address.indexOf("/invitation/"));
    }

    private String held(Page adviser) {
        return adviser.html().select("select[name=occasion] option").eachAttr("value").stream()
                .filter(id -> !id.isEmpty() && asked(String.class,
                        "select state || (held_on <= '2024-11-20') from activity.occasion where id = :id",
                        Map.of("id", UUID.fromString(id))).equals("HELDtrue"))
                .findFirst().orElseThrow();
    }

    @Test
    void aLinkOpensOneThingOnOneDeviceUntilItIsRevoked(Visitor visitor) {
        String path = path(engaged(visitor.as("示例职员01")));
        Visitor principal = visitor.as("示例校长03");
        Page page = principal.get(path);
        Page made = principal.submit(page, "form[action$=/links]", Map.of("occasion", held(page)));
        String link = link(made);
        for (String format : List.of("docx", "pdf")) {
            Page letter = principal.submit(made, "form[action$=/letter]", Map.of("format", format));
            assertThat(letter.status()).isEqualTo(200);
            assertThat(letter.bytes().length).isGreaterThan(2_000);
        }
        Visitor phone = visitor.another();
        assertThat(phone.get(link).text()).contains("示例顾问99，您好");
        assertThat(phone.get(link).status()).as("looking uses nothing up").isEqualTo(200);
        Page taken = phone.submit(phone.get(link), "form[action^=/invitation/]", Map.of());
        assertThat(taken.status()).isEqualTo(303);
        String own = taken.location().substring(taken.location().indexOf("/advising/"));
        assertThat(phone.open(link).text()).as("the link in the chat goes on working here").contains("来访记录");
        Visitor other = visitor.another();
        Page gone = other.get(link);
        assertThat(gone.status()).isEqualTo(404);
        assertThat(said(other.get(own))).isEqualTo(said(gone));
        assertThat(said(other.get("/invitation/330213-" + "a".repeat(43)))).isEqualTo(said(gone));
        nothingElse(phone, own);
        Page links = principal.get(path);
        assertThat(links.html().select("#links").text()).contains("在用");
        assertThat(links.text()).as("shown once").doesNotContain("/invitation/");
        assertThat(principal.submit(links, "form[action$=/revocation]", Map.of()).status()).isEqualTo(303);
        assertThat(said(phone.get(own))).isEqualTo(said(gone));
        assertThat(phone.open(link).status()).isEqualTo(404);
    }

    private static String said(Page page) {
        return page.status() + " " + page.html().select("title, main").text();
    }

    /** To everything but the open doors the device is nobody: each is answered by the way to the sign-in. */
    private static void nothingElse(Visitor phone, String own) {
        assertThat(phone.get(own).status()).isEqualTo(200);
        List<String> shown = new ArrayList<>();
        int tried = 0;
        for (Permissions.Row row : Permissions.rows()) {
            if (row.method().equals("GET") && row.audience() != Permissions.Audience.ANYBODY
                    && !row.pattern().getPatternString().startsWith("/api/")) {
                tried++;
                String address = row.pattern().getPatternString().replaceAll("\\{[a-z]+:([a-z]+)\\|[^}]*}", "$1")
                        .replaceAll("\\{[^}]+}", own.substring(own.lastIndexOf('/') + 1));
                Page page = phone.get(address);
                if (page.status() != 303 || !page.location().startsWith("/sign-in")) {
                    shown.add(address + " -> " + page.status());
                }
            }
        }
        assertThat(shown).isEmpty();
        assertThat(tried).isGreaterThan(50);
    }

    @Test
    void whatAnAdviserWritesIsAnsweredCarriedOutAndSeenAgain(Visitor visitor) {
        String path = path(engaged(visitor.as("示例职员01")));
        Visitor principal = visitor.as("示例校长03");
        Page page = principal.get(path);
        String occasion = held(page);
        String link = link(principal.submit(page, "form[action$=/links]", Map.of("occasion", occasion)));
        Visitor phone = visitor.another();
        phone.submit(phone.get(link), "form[action^=/invitation/]", Map.of());
        Page form = phone.open(link);
        Page empty = phone.submit(form, "form[action$=/report]", Map.of());
        assertThat(empty.status()).isEqualTo(422);
        assertThat(empty.text()).contains("还什么都没有写");
        Page written = phone.submit(form, "form[action$=/report]",
                Map.of("seen", "看了两节课", "diagnosis", "练习没有分层", "words", "把练习分成两层", "address", "", "answerBy",
                        "2024-12-01"));
        assertThat(written.status()).as(written.toString()).isEqualTo(303);
        assertThat(phone.open(link).text()).contains("已签到", "把练习分成两层", "等答复");
        UUID given = asked(UUID.class, "select r.id from advice.recommendation r join advice.visit v on v.id = r.visit "
                + "join advice.adviser a on a.id = v.adviser where a.unit = :unit", Map.of("unit", UNIT));
        assertThat(principal.get("/activities/" + occasion).text()).contains("顾问来访：示例顾问99", "练习没有分层");
        assertThat(principal.open("/school").text()).contains("等您答复的顾问建议", "把练习分成两层");
        String at = "/recommendations/" + given;
        Page declined = principal.submit(principal.get(at), "form[action$=/answers]", Map.of("what", "DECLINED"));
        assertThat(declined.status()).isEqualTo(422);
        assertThat(declined.text()).contains("不采纳要写原因");
        answer(principal, at, Map.of("what", "ADOPTED"));
        assertThat(principal.submit(principal.get(at), "form:has(input[name=doneOn])",
                Map.of("words", "已分层", "doneOn", "2024-11-21")).status()).as("a day to come").isEqualTo(422);
        assertThat(principal.submit(principal.get(at), "form:has(input[name=doneOn])",
                Map.of("words", "已分层", "doneOn", "2024-11-20", "occasion", occasion)).status()).isEqualTo(303);
        assertThat(phone.open(link).text()).contains("已落实", "已分层").doesNotContain("收回这条建议");
        assertThat(principal.submit(principal.get(at), "form:has(input[value=TAKEN_BACK])", Map.of()).status())
                .isEqualTo(303);
        assertThat(principal.get(at).text()).contains("已采纳", "收回上一次答复");
        Visitor member = visitor.as("示例校长18");
        assertThat(member.get(at).status()).isIn(200, 404);
        assertThat(member.get(at).html().select("form[action$=/answers]")).as("the lead school answers").isEmpty();
        assertThat(journalled(given)).containsExactly("RecommendationAnswered", "RecommendationAnswered",
                "RecommendationAnswered");
    }

    private static void answer(Visitor principal, String at, Map<String, String> fields) {
        assertThat(principal.submit(principal.get(at), "form:has(input[type=radio])", fields).status())
                .isEqualTo(303);
    }

    @Test
    void theSampleWorldHasEveryStateAndTheListIsNarrowed(Visitor visitor) {
        Visitor leader = visitor.as("示例领导01");
        String all = leader.get("/recommendations").text();
        assertThat(all).contains("等答复", "超期未答复", "已采纳", "部分采纳", "不采纳", "已落实");
        for (Recommendation.State state : Recommendation.State.values()) {
            Page narrowed = leader.get("/recommendations?state=" + state);
            assertThat(narrowed.html().select("table.lines tbody tr")).as(state.name()).isNotEmpty();
            assertThat(narrowed.html().select("table.lines tbody td .st").eachText()).as(state.name())
                    .containsOnly(narrowed.html().select("select[name=state] option[selected]").text());
        }
        assertThat(leader.get("/recommendations/export.csv?state=LATE").text()).contains("超期未答复")
                .doesNotContain("已落实");
        assertThat(leader.get("/advisers?everybody=true").text()).contains("示例顾问06", "当天不在聘");
        assertThat(visitor.as("示例技术员01").get("/recommendations").status()).isEqualTo(403);
    }
}
