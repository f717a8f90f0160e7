package org.jiaogongti.platform.filing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jiaogongti.platform.access.District;
import org.jiaogongti.platform.access.Scope;
import org.jiaogongti.platform.testing.Page;
import org.jiaogongti.platform.testing.PlatformTest;
import org.jiaogongti.platform.testing.Visitor;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Trays and forms over HTTP, as the sample world's people meet them. */
@PlatformTest
class FilingPagesTest {

    private static final District DISTRICT = new District("330213");

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    FilingPagesTest(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
    }

    private UUID one(String sql) {
        return Scope.call(DISTRICT, () -> transaction.execute(_ -> jdbc.sql(sql).query(UUID.class).single()));
    }

    private UUID told() {
        return one("SELECT id FROM filing.filing WHERE title = '12月科学组教研活动方案'");
    }

    @Test
    void theResearcherSeesWhatChangedWhatWasSaidAndTheNoticesWords(Visitor visitor) {
        Visitor researcher = visitor.as("示例教研员01");
        Page tray = researcher.get("/filings");
        assertThat(tray.status()).isEqualTo(200);
        assertThat(tray.html().select("[data-row]")).isNotEmpty();
        Page page = researcher.get("/filings/" + told());
        assertThat(page.html().select(".plan del").text()).contains("居敬小学");
        assertThat(page.html().select(".plan ins").text()).contains("育才学校科学教室").contains("14");
        assertThat(page.html().select(".tl").text()).contains("退回第1稿").contains("时间太晚");
        assertThat(page.html().select("blockquote.qt mark").text()).contains("教研员予以审核并指导");
        assertThat(page.html().select("form[action$=/decisions] button")).hasSize(3);
        Page plain = researcher.get("/filings/" + told() + "?view=new");
        assertThat(plain.html().select(".plan ins, .plan del")).isEmpty();
        assertThat(researcher.get("/filings/" + told() + "?view=side").html().select(".plan.side>div")).hasSize(2);
    }

    @Test
    void aVersionThatIsNoLongerTheLatestIsRefusedWithBothShown(Visitor visitor) {
        Visitor researcher = visitor.as("示例教研员01");
        Page page = researcher.get("/filings/" + told());
        Page refused = researcher.submit(page, "form[action$=/decisions]",
                Map.of("version", "1", "outcome", "approve"));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.html().select("[role=alert]").text()).contains("你看的是第1稿").contains("第2稿");
        assertThat(refused.html().select(".plan del")).isNotEmpty();
        Page wordless = researcher.submit(page, "form[action$=/decisions]", Map.of("outcome", "return"));
        assertThat(wordless.status()).isEqualTo(422);
        assertThat(wordless.html().select("[role=alert]").text()).contains("没有写话");
    }

    @Test
    void theDepartmentReceivesSeveralAtOnceAndTheBureauOnlyLooks(Visitor visitor) {
        Page department = visitor.as("示例研训01").get("/filings");
        assertThat(department.html().select("[data-row] input[name=id]")).isNotEmpty();
        Visitor person = visitor.as("示例研训01");
        Page tray = person.get("/filings");
        Page none = person.submit(tray, "form[action=/filings/acceptances]", Map.of());
        assertThat(none.status()).isEqualTo(422);
        assertThat(none.html().select("[role=alert]").text()).contains("没有选中");
        Visitor clerk = visitor.as("示例职员02");
        Page looks = clerk.get("/filings");
        assertThat(looks.html().select("[data-row]")).isNotEmpty();
        assertThat(looks.html().select("[data-row] input, form[action$=/decisions], form[action$=/acceptance]"))
                .isEmpty();
    }

    private UUID toldOccasion() {
        return one("SELECT occasion FROM filing.filing WHERE title = '12月科学组教研活动方案'");
    }

    @Test
    void whoeverRecordsGoesOnFromWhatWasFiledAndFromTheTimetable(Visitor visitor) {
        Visitor teacher = visitor.as("示例教师01");
        Page edit = teacher.get("/activities/" + toldOccasion() + "/edit");
        assertThat(edit.html().select("#f_agenda").text()).contains("看 11月20日送教课").contains("完成单元作业设计");
        assertThat(edit.html().select(".nt.info").text()).contains("议程").contains("按报备的内容填好了");
        Page form = teacher.get("/activities/new?kind=demonstration-lesson&date=2024-11-20");
        Elements lessons = form.html().select("details a[href^=/activities/new?]");
        assertThat(lessons).as(form.toString()).isNotEmpty();
        Element lesson = lessons.getFirst();
        Page filled = teacher.get(lesson.attr("href"));
        assertThat(filled.html().select("#className").val()).isNotEmpty();
        assertThat(lesson.text()).contains(filled.html().select("#className").val())
                .contains(filled.html().select("#subject option[selected]").text());
        assertThat(filled.html().select("input[name=mainKind][checked]").val()).isEqualTo("demonstration-lesson");
    }

    @Test
    void fromTheHomeAndFromThePhoneOneComesToTheTray(Visitor visitor) {
        Visitor clerk = visitor.as("示例教务05");
        Page home = clerk.get(clerk.get("/school").location());
        assertThat(home.html().select("section.kc a[href=/filings]").text()).contains("审核和报备");
        assertThat(visitor.as("示例教研员01").get("/filings").html().select("nav.tabbar a[href=/filings]")).hasSize(1);
        assertThat(home.html().select("nav.tabbar a")).as("no room for a sixth").hasSizeLessThanOrEqualTo(5);
    }

    @Test
    void theListMarksWhatWasNotFiledInTimeAndShowsOneCommunity(Visitor visitor) {
        UUID community = one("SELECT id FROM community.community WHERE name = '居敬小学教学共同体'");
        Page list = visitor.as("示例职员02").get("/activities?state=HELD&community=" + community);
        assertThat(list.html().select("select[name=community] option[selected]").text()).isEqualTo("居敬小学教学共同体");
        assertThat(list.html().select("tbody tr")).isNotEmpty();
        String shown = list.html().select("tbody a.n").eachAttr("href").stream()
                .map(href -> "'" + href.substring(href.lastIndexOf('/') + 1) + "'").collect(Collectors.joining(","));
        Long elsewhere = Scope.call(DISTRICT, () -> transaction.execute(_ -> jdbc.sql("""
                SELECT count(*) FROM activity.occasion o WHERE o.id IN (%s) AND o.community <> :community
                   AND NOT EXISTS (SELECT FROM activity.also_in c WHERE c.occasion = o.id AND c.community = :community)
                """.formatted(shown)).param("community", community).query(Long.class).single()));
        assertThat(elsewhere).isZero();
        Page late = visitor.as("示例职员02")
                .get("/activities?state=HELD&kind=synchronous-lesson&community=" + community);
        assertThat(late.html().select("tbody .tag.dis").text()).contains("迟报 2 天");
    }

    @Test
    void theBoardOpensDownToTheFilingAndUpToTheClause(Visitor visitor) {
        Visitor leader = visitor.as("示例职员02");
        Page board = leader.get("/board?duty=Q08");
        assertThat(board.html().select(".mx tbody tr:not(.grp)")).hasSize(1);
        assertThat(board.html().select(".mx .need").text()).contains("每次活动");
        Page cell = leader.get(board.html().select(".mx a.cell").getFirst().attr("href"));
        assertThat(cell.html().select("table.lines tbody tr")).isNotEmpty();
        Elements rows = cell.html().select("table.lines tbody tr");
        Page duty = leader.get(rows.getFirst().select("a").attr("href"));
        assertThat(duty.html().select(".ph p").text()).contains("2024");
        assertThat(duty.html().select("main a[href^=/activities/]")).isNotEmpty();
        assertThat(duty.html().select("main a[href^=/charter]")).isNotEmpty();
        assertThat(duty.html().select("main").text()).doesNotContain("own-");
    }

    @Test
    void theFormIsFilledFromTheOccasionAndTellsWhatIsMissing(Visitor visitor) {
        UUID occasion = one("""
                SELECT o.id FROM activity.occasion o WHERE o.state = 'PLANNED' AND o.held_on = DATE '2024-12-17'
                   AND o.topic = '六上 能量的转换'
                """);
        Visitor teacher = visitor.as("示例教师01");
        Page shown = teacher.get("/activities/" + occasion);
        assertThat(shown.html().select("#papers").text()).contains("还没有报备").contains("研训部");
        Page form = teacher.get("/activities/" + occasion + "/filing");
        assertThat(form.html().select("textarea[name=timePlace]").text()).contains("12月17日").contains("江口小学");
        assertThat(form.html().select("textarea[name=theme]").text()).isEqualTo("六上 能量的转换");
        Page bad = teacher.submit(form, "form[action$=/filing]", Map.of("theme", ""));
        assertThat(bad.status()).isEqualTo(422);
        assertThat(bad.html().select("#theme-error").text()).contains("没有写主题");
        Page sent = teacher.submit(form, "form[action$=/filing]", new HashMap<>());
        assertThat(sent.status()).isEqualTo(303);
        Page filed = teacher.get(sent.location());
        assertThat(filed.html().select(".tray-sheet").text()).contains("已报备");
        Page back = teacher.submit(filed, "form[action$=/withdrawal]", Map.of("reason", "试一试"));
        assertThat(back.status()).isEqualTo(303);
        assertThat(teacher.get("/activities/" + occasion).html().select("#papers").text()).contains("撤回");
    }
}
