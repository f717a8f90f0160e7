package org.jiaogongti.platform.appraisal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jiaogongti.platform.appraisal.AppraisalPagesTest.as;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.jiaogongti.platform.testing.Page;
import org.jiaogongti.platform.testing.PlatformTest;
import org.jiaogongti.platform.testing.TestCluster;
import org.jiaogongti.platform.testing.Visitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;

/** From a decided year to the page that the public reads: whom the scheme lets be named, through two people. */
@PlatformTest
final class ResultPublicTest {

    private static final String DONE = "/appraisals?year=2023";
    private static final String OFFER = "/disclosure/new?from=appraisal/commendation-2023";

    private final String url;

    ResultPublicTest(@Value("${jgt.database.url}") String url) {
        this.url = url;
    }

    /** What was public stays by rule, so the test's own rows go past the rules. */
    @AfterEach
    void takeOutWhatWasWritten() throws SQLException {
        sql("DELETE FROM disclosure.step WHERE publication IN (SELECT id FROM "
                + "disclosure.publication WHERE origin = 'appraisal/commendation-2023')");
        sql("DELETE FROM disclosure.publication WHERE origin = 'appraisal/commendation-2023'");
    }

    private void sql(String statement) throws SQLException {
        try (var connection = TestCluster.shared().postgres().superuser(url.substring(url.lastIndexOf('/') + 1));
                var past = connection.createStatement()) {
            past.execute("SET session_replication_role = replica");
            past.executeUpdate(statement);
        }
    }

    @Test
    void theResultOfADecidedYearIsReadByThePublicOnceASecondPersonPublishesIt(Visitor visitor) throws SQLException {
        Visitor clerk = as(visitor, "示例职员01");
        Page form = clerk.get(clerk.get(DONE).html().select("a[href='" + OFFER + "']").attr("href"));
        assertThat(form.html().select("input[name=title]").val()).contains("2023", "表彰");
        Page saved = clerk.submit(form, "form[action=/disclosure]", Map.of());
        assertThat(saved.status()).as(saved.text()).isEqualTo(303);
        String path = saved.location().substring(saved.location().indexOf("/disclosure/"));
        Page draft = clerk.get(path);
        assertThat(draft.html().select("a[href^='" + DONE + "']")).as("back to the year").hasSize(1);
        Page desk = clerk.get(DONE);
        assertThat(desk.html().select("a[href=" + path + "]").text()).isEqualTo("草稿");
        assertThat(desk.html().select("a[href='" + OFFER + "']")).as("there is one already").isEmpty();
        assertThat(desk.text()).doesNotContain("按第 1 版另做一份");
        Visitor principal = as(visitor, "示例校长03");
        assertThat(principal.get(DONE).html().select("a[href^=/disclosure], a[href^=/public/]")).isEmpty();
        Page submitted = clerk.submit(draft, "form[action$=/submission]", Map.of());
        assertThat(submitted.status()).as(submitted.text()).isEqualTo(303);
        Visitor second = as(visitor, "示例职员02");
        assertThat(second.submit(second.get(path), "form[action$=/publication]", Map.of()).status()).isEqualTo(303);
        String address = principal.get(DONE).html().select("a[href^=/public/]").attr("href");
        Page read = visitor.another().get(address);
        assertThat(read.status()).isEqualTo(200);
        assertThat(read.html().select(".pubbody tbody tr").text()).contains("岳林小学教学共同体", "锦屏小学教学共同体");
        assertThat(read.html().select(".pubbody td.nw").eachText()).as("not broken over lines").containsExactly(
                "98.44", "97.81", "97.06", "97.11", "99.27");
        assertThat(read.text()).contains("考核第 1 版，核验码", "主动公开").doesNotContain("SHA-256");
        // What is public of an earlier version stays; the year says that there is a later one, to the bureau only.
        sql("UPDATE disclosure.publication SET body = regexp_replace(body, '核验码 [0-9A-F-]+', '核验码 0000') "
                + "WHERE origin = 'appraisal/commendation-2023'");
        assertThat(clerk.get(DONE).html().select("a:contains(按第 1 版另做一份)").attr("href")).isEqualTo(OFFER);
        assertThat(principal.get(DONE).text()).doesNotContain("另做一份");
        assertThat(second.submit(second.get(path), "form[action$=/withdrawal]", Map.of("reason", "重新核对")).status())
                .isEqualTo(303);
        assertThat(clerk.get(DONE).html().select("a[href='" + OFFER + "']")).as("once withdrawn, anew").hasSize(1);
    }

    /** The sample's own: a year with whom the scheme commends, and nobody else. */
    @Test
    void theDecidedYearIsPublicFromTheStartWithThoseWhoAreCommended(Visitor visitor) {
        Page desk = as(visitor, "示例职员01").get("/appraisals?year=2022-2023");
        Page read = visitor.another().get(desk.html().select("a[href^=/public/]").attr("href"));
        assertThat(read.html().select(".pubbody tbody tr").text()).contains("岳林小学教学共同体")
                .doesNotContain("锦屏小学教学共同体");
        assertThat(read.text()).contains("考核第 2 版，核验码");
    }

    /** Who gets how much: every school once, the sum is the budget. */
    @Test
    void theDivisionOfTheMoneyIsOfferedWhereTheSchemeMakesItPublic(Visitor visitor) {
        Visitor clerk = as(visitor, "示例职员01");
        Page form = clerk.get(OFFER.replace("commendation-2023", "grants-2022-2023"));
        String body = form.html().select("textarea[name=body]").val();
        BigDecimal sum = BigDecimal.ZERO;
        List<String> rows = body.lines().filter(line -> line.matches(".+\t.+\t[0-9,.]+")).toList();
        for (String row : rows) {
            sum = sum.add(new BigDecimal(row.substring(row.lastIndexOf('\t') + 1).replace(",", "")));
        }
        assertThat(rows).hasSize(28);
        assertThat(sum).isEqualByComparingTo("500000");
        assertThat(form.html().select("input[name=title]").val()).contains("以奖代补");
        assertThat(form.html().select("select[name=category] option[selected]").val()).isEqualTo("GRANTS");
    }

    /** A circular is public only where the scheme says so, and nothing is offered of a year that is not decided. */
    @Test
    void nothingIsOfferedThatTheSchemeOrTheStageKeepsBack(Visitor visitor) {
        Visitor clerk = as(visitor, "示例职员01");
        assertThat(clerk.get("/disclosure").html().select("a[href*=appraisal/]").eachAttr("href"))
                .containsExactly(OFFER, OFFER.replace("commendation", "grants"),
                        OFFER.replace("commendation-2023", "commendation-2022-2023"),
                        OFFER.replace("commendation-2023", "grants-2022-2023"));
        assertThat(clerk.get(OFFER.replace("commendation", "circular")).status()).isEqualTo(404);
        assertThat(clerk.get(OFFER.replace("2023", "2023-2024")).status()).isEqualTo(404);
        Page undecided = clerk.get("/appraisals?year=2023-2024");
        assertThat(undecided.html().select("a[href^=/disclosure/new]")).isEmpty();
        // Whoever names a source that offers no such text gets a draft that leads nowhere.
        Page fresh = clerk.get("/disclosure/new");
        assertThat(fresh.html().select("input[name=from]")).isEmpty();
    }
}
