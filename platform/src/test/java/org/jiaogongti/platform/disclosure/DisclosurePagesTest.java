package org.jiaogongti.platform.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jiaogongti.platform.access.District;
import org.jiaogongti.platform.access.Scope;
import org.jiaogongti.platform.testing.Page;
import org.jiaogongti.platform.testing.PlatformTest;
import org.jiaogongti.platform.testing.TestCluster;
import org.jiaogongti.platform.testing.Visitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Publishing over HTTP: what the public sees without a cookie, the second person, withdrawal, personal data found. */
@PlatformTest
class DisclosurePagesTest {

    private static final District DISTRICT = new District("330213");
    private static final String HOME = "/public/330213";
    private static final String TITLE = "测试公开内容";

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final String url;

    DisclosurePagesTest(JdbcClient jdbc, PlatformTransactionManager transactions,
            @Value("${jgt.database.url}") String url) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.url = url;
    }

    /** What was public stays by rule, so the test's own rows go past the rules. */
    @AfterEach
    void takeOutWhatWasWritten() throws Exception {
        try (var connection = TestCluster.shared().postgres().superuser(url.substring(url.lastIndexOf('/') + 1));
                var statement = connection.createStatement()) {
            statement.execute("SET session_replication_role = replica");
            String own = "(SELECT id FROM disclosure.publication WHERE title LIKE '" + TITLE + "%')";
            statement.executeUpdate("DELETE FROM disclosure.step WHERE publication IN " + own);
            statement.executeUpdate("DELETE FROM disclosure.look WHERE publication IN " + own);
            statement.executeUpdate("DELETE FROM disclosure.publication WHERE title LIKE '" + TITLE + "%'");
        }
    }

    private static String written(Visitor clerk, String title, String body) {
        Page done = clerk.submit(clerk.get("/disclosure/new"), "form[action=/disclosure]",
                Map.of("title", title, "body", body));
        assertThat(done.status()).as(done.toString()).isEqualTo(303);
        return done.location().substring(done.location().indexOf("/disclosure/"));
    }

    private static void submitted(Visitor clerk, String path) {
        assertThat(clerk.submit(clerk.get(path), "form[action$=/submission]", Map.of()).status()).isEqualTo(303);
    }

    private static String address(String path) {
        return HOME + path.substring("/disclosure".length());
    }

    @Test
    void anybodyReadsWithoutSignInAndWithoutACookie(Visitor visitor) {
        Visitor anybody = visitor.another();
        assertThat(anybody.get("/public").location()).endsWith(HOME);
        Page list = anybody.get(HOME);
        assertThat(list.status()).isEqualTo(200);
        assertThat(list.header("Cache-Control")).contains("public").contains("max-age=60");
        assertThat(list.header("Vary")).containsIgnoringCase("cookie");
        assertThat(list.text()).contains("小学教育共同体和成员学校名单", "“基础+拓展”课程展示安排").doesNotContain("共同体联络人名单", "送教活动侧记",
                "本年度共同体考核评估安排");
        Page notice = anybody.get(list.html().select("a:contains(关于建立小学)").attr("href"));
        assertThat(notice.html().select("dl.ind dt").eachText()).containsExactly("索引号", "组配分类", "主题分类", "公开方式", "公开范围",
                "发布机构", "发文日期");
        assertThat(notice.html().select("dl.ind dd").eachText()).contains("113302830029800655/2019-96908", "主动公开",
                "2019-09-11");
        assertThat(notice.html().select(".pubbody h2").eachText()).anyMatch(head -> head.startsWith("一、"));
        assertThat(anybody.cookies().getCookieStore().getCookies()).isEmpty();
        // Bigger type is one plain form without a token; the choice is kept by the browser.
        Page bigger = anybody.submit(notice, "form[action=/public/look]", Map.of("choice", "size:larger"));
        assertThat(bigger.status()).isEqualTo(303);
        assertThat(anybody.follow(bigger).html().body().className()).contains("elder");
        assertThat(anybody.cookies().getCookieStore().getCookies()).extracting(cookie -> cookie.getName())
                .containsExactly("size");
    }

    @Test
    void searchesAndFeeds(Visitor visitor) throws Exception {
        Visitor anybody = visitor.another();
        assertThat(anybody.get(HOME + "?q=%E6%8B%93%E5%B1%95").html().select(".publist a").eachText())
                .contains("“基础+拓展”课程展示安排");
        assertThat(anybody.get(HOME + "?q=96908").html().select(".publist a")).hasSize(1);
        assertThat(anybody.get(HOME + "?q=%25").html().select(".publist a")).as("no wildcard").isEmpty();
        assertThat(anybody.get(HOME + "?kind=COMMUNITIES").html().select(".publist a").eachText())
                .containsExactly("小学教育共同体和成员学校名单");
        Page feed = anybody.get(HOME + "/feed");
        assertThat(feed.header("Content-Type")).startsWith("application/rss+xml");
        DocumentBuilderFactory xml = DocumentBuilderFactory.newInstance();
        xml.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        var document = xml.newDocumentBuilder().parse(new ByteArrayInputStream(feed.bytes()));
        assertThat(document.getDocumentElement().getAttribute("version")).isEqualTo("2.0");
        assertThat(document.getElementsByTagName("item").getLength()).isGreaterThanOrEqualTo(3);
        assertThat(anybody.get("/public/330299").status()).isEqualTo(404);
        assertThat(anybody.get("/public/nowhere/feed").status()).isEqualTo(404);
    }

    @Test
    void onePersonWritesAnotherPublishesAndWithdrawalLeavesWord(Visitor visitor) {
        Visitor clerk = visitor.as("示例职员01");
        Visitor second = visitor.as("示例职员02");
        String path = written(clerk, TITLE + "一", "各小学：\n明天的活动照常。");
        assertThat(visitor.another().get(address(path)).status()).as("a draft").isEqualTo(404);
        submitted(clerk, path);
        Page mine = clerk.get(path);
        assertThat(mine.html().select("form[action$=/publication]")).isEmpty();
        assertThat(clerk.post(path + "/publication", Map.of("_csrf", clerk.formToken(), "version", "1")).text())
                .contains("不能自己发布");
        assertThat(second.post(path + "/publication", Map.of("_csrf", second.formToken(), "version", "9")).text())
                .contains("再看一遍");
        assertThat(second.submit(second.get(path), "form[action$=/publication]", Map.of()).status()).isEqualTo(303);
        Page read = visitor.another().get(address(path));
        assertThat(read.status()).isEqualTo(200);
        assertThat(read.html().select("dl.ind dd").eachText().getFirst()).matches("113302830029800655/2024-[0-9]{5}");
        assertThat(second.get(path + "/text").status()).as("what is public is not written over").isEqualTo(303);
        assertThat(second.submit(second.get(path), "form[action$=/withdrawal]", Map.of("reason", "")).status())
                .isEqualTo(422);
        assertThat(second.submit(second.get(path), "form[action$=/withdrawal]", Map.of("reason", "日期写错了")).status())
                .isEqualTo(303);
        Page gone = visitor.another().get(address(path));
        assertThat(gone.status()).isEqualTo(410);
        assertThat(gone.text()).contains("日期写错了").doesNotContain("明天的活动照常");
        assertThat(visitor.another().get(HOME).text()).doesNotContain(TITLE);
        assertThat(second.get(path).html().select("ol.tl").text()).contains("写成草稿", "交给另一个人发布", "发布 · 示例职员02",
                "撤回 · 示例职员02", "日期写错了");
    }

    @Test
    void theDatabaseAsksForTheSecondPersonTooAndKeepsWhatWasPublic(Visitor visitor) {
        Visitor clerk = visitor.as("示例职员01");
        String path = written(clerk, TITLE + "二", "正文。");
        submitted(clerk, path);
        String id = path.substring(path.lastIndexOf('/') + 1);
        assertThatThrownBy(
                () -> run("update disclosure.publication set state = 'PUBLISHED', number = 'x', published_by ="
                        + " submitted_by, published_name = 'x', published_on = '2024-11-20' where id = '" + id + "'"))
                .hasMessageContaining("second_person");
        assertThatThrownBy(() -> run("update disclosure.publication set body = 'x' where state = 'PUBLISHED'"))
                .hasMessageContaining("stays as it is");
        assertThatThrownBy(() -> run("delete from disclosure.publication where state = 'WITHDRAWN'"))
                .hasMessageContaining("stays as it is");
    }

    private void run(String sql) {
        Scope.run(DISTRICT, () -> transaction.executeWithoutResult(_ -> jdbc.sql(sql).update()));
    }

    @Test
    void personalDataIsFoundNamedAndStopsPublishing(Visitor visitor) {
        Visitor clerk = visitor.as("示例职员01");
        String path = written(clerk, TITLE + "三", "由示例校长03带队。\n电话 138 0000 0000");
        Page shown = clerk.get(path);
        assertThat(shown.text()).contains("姓名“示例校长03”", "正文第 3 行", "手机号“138 0000 0000”", "正文第 4 行");
        Page refused = clerk.submit(shown, "form[action$=/submission]", Map.of());
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("还有 2 处个人信息没有处理");
        assertThat(clerk.post(path + "/clearances", Map.of("_csrf", clerk.formToken(), "name", "138 0000 0000"))
                .status()).as("a number cannot be let stand").isEqualTo(422);
        assertThat(clerk.submit(shown, "form[action$=/clearances]", Map.of()).status()).isEqualTo(303);
        Page form = clerk.submit(clerk.get(path + "/text"), "form[action$=/text]", Map.of("body", "由示例校长03带队。"));
        assertThat(form.status()).isEqualTo(303);
        submitted(clerk, path);
        assertThat(clerk.get(path).html().select("ol.tl").text()).contains("认定可以公开的姓名").contains("示例校长03");
    }

    @Test
    void everyFileMustHaveBeenLookedAt(Visitor visitor) {
        Visitor clerk = visitor.as("示例职员01");
        String path = written(clerk, TITLE + "四", "见附件。");
        String pdf = """
                %PDF-1.4
                1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
                2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj
                trailer<</Root 1 0 R>>
                %%EOF
                """;
        Page attached = clerk.submit(clerk.get(path), "form[action$=/files]", Map.of(), Map.of("files", pdf));
        assertThat(attached.status()).as(attached.text()).isEqualTo(303);
        Page refused = clerk.submit(clerk.get(path), "form[action$=/submission]", Map.of());
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("还有 1 个附件没有人看过");
        assertThat(clerk.submit(clerk.get(path), "form[action$=/look]", Map.of()).status()).isEqualTo(303);
        submitted(clerk, path);
        Visitor second = visitor.as("示例职员02");
        String id = jdbcFile(path);
        assertThat(visitor.another().get(address(path) + "/files/" + id).status()).as("not public yet").isEqualTo(404);
        assertThat(second.submit(second.get(path), "form[action$=/publication]", Map.of()).status()).isEqualTo(303);
        Page file = visitor.another().get(address(path) + "/files/" + id);
        assertThat(file.status()).isEqualTo(200);
        assertThat(file.header("Content-Disposition")).startsWith("attachment");
        assertThat(file.header("Cache-Control")).contains("public");
    }

    private String jdbcFile(String path) {
        return java.util.Objects.requireNonNull(Scope.call(DISTRICT, () -> transaction.execute(_ -> jdbc
                .sql("select id::text from evidence.item where holder = :holder::uuid")
                .param("holder", path.substring(path.lastIndexOf('/') + 1)).query(String.class).single())));
    }

    @Test
    void aDraftBeginsWithWhatAModuleHandsOver(Visitor visitor) {
        Visitor clerk = visitor.as("示例职员01");
        Page desk = clerk.get("/disclosure");
        assertThat(desk.text()).contains("等另一个人发布", "已撤回", "草稿");
        Page form = clerk.get(desk.html().select("a[href^=/disclosure/new?from=charter]").attr("href"));
        assertThat(form.html().select("input[name=number]").val()).isEqualTo("113302830029800655/2019-96908");
        Page taken = clerk.submit(form, "form[action=/disclosure]", Map.of("title", TITLE + "五"));
        String path = taken.location().substring(taken.location().indexOf("/disclosure/"));
        assertThat(clerk.submit(clerk.get(path), "form[action$=/submission]", Map.of()).text()).contains("索引号");
        assertThat(clerk.submit(clerk.get("/disclosure/new"), "form[action=/disclosure]",
                Map.of("title", "", "body", "x", "issuedOn", "昨天")).text()).contains("请填日期");
        assertThat(visitor.as("示例校长03").get("/disclosure").status()).isEqualTo(403);
    }

    @Test
    void onlyTheAdministratorSetsTheUnitOfIndexNumbers(Visitor visitor) {
        Visitor clerk = visitor.as("示例职员01");
        assertThat(clerk.get("/disclosure").html().select("form[action$=/numbering]")).isEmpty();
        assertThat(clerk.post("/disclosure/numbering", Map.of("_csrf", clerk.formToken(), "unit", "X")).status())
                .isEqualTo(403);
    }

    /** As PDF and as plain text, with what stands at its head; a draft has none. */
    @Test
    void aPublicTextIsTakenAway(Visitor visitor) {
        Visitor anybody = visitor.another();
        Page notice = anybody.get(anybody.get(HOME).html().select("a:contains(关于建立小学)").attr("href"));
        assertThat(notice.html().select("a[href^=tel:]").eachAttr("href")).contains("tel:057400000000");
        Page text = anybody.get(notice.html().select("a[href$=export.txt]").attr("href"));
        assertThat(text.header("Content-Type")).isEqualTo("text/plain;charset=UTF-8");
        assertThat(text.text()).contains("索引号：113302830029800655/2019-96908", "各小学", "一、组建共同体");
        Page paper = anybody.get(notice.html().select("a[href$=export.pdf]").attr("href"));
        assertThat(paper.status()).isEqualTo(200);
        assertThat(new String(paper.bytes(), 0, 5, java.nio.charset.StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
        assertThat(anybody.cookies().getCookieStore().getCookies()).isEmpty();
        Visitor clerk = visitor.as("示例职员01");
        String draft = written(clerk, TITLE + "不能下载", "还没有公开。");
        assertThat(anybody.get(address(draft) + "/export.txt").status()).isEqualTo(404);
    }

    @Test
    void theNumberToAskUnderIsTheAdministratorsToSet(Visitor visitor) {
        Visitor admin = visitor.as("示例管理员01");
        String form = "form[action=/disclosure/contact]";
        assertThat(admin.submit(admin.get("/disclosure"), form, Map.of("phone", "张三")).status()).isEqualTo(422);
        assertThat(admin.submit(admin.get("/disclosure"), form, Map.of("phone", "")).status()).isEqualTo(303);
        assertThat(visitor.another().get(HOME).html().select("a[href^=tel:]")).isEmpty();
        assertThat(admin.submit(admin.get("/disclosure"), form, Map.of("phone", "0574-00000000")).status())
                .isEqualTo(303);
        assertThat(visitor.another().get(HOME).html().select("a[href^=tel:]")).isNotEmpty();
        assertThat(visitor.as("示例职员01").get("/disclosure").html().select(form)).isEmpty();
        // The unit's own part of index numbers, in the form the notice's own number has.
        String numbering = "form[action=/disclosure/numbering]";
        assertThat(admin.submit(admin.get("/disclosure"), numbering, Map.of("unit", "不 行")).status()).isEqualTo(422);
        assertThat(admin.submit(admin.get("/disclosure"), numbering, Map.of("unit", "113302830029800655")).status())
                .isEqualTo(303);
    }
}
