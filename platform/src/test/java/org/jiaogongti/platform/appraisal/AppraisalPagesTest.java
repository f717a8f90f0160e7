package org.jiaogongti.platform.appraisal;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jiaogongti.platform.testing.Page;
import org.jiaogongti.platform.testing.PlatformTest;
import org.jiaogongti.platform.testing.SqlCount;
import org.jiaogongti.platform.testing.Visitor;
import org.junit.jupiter.api.Test;

/** The preview over HTTP: side by side, down to the instances, and who may see whom. */
@PlatformTest
final class AppraisalPagesTest {

    /** A year that is over and was never frozen. */
    private static final String OPEN = "2023-2024";

    static Visitor as(Visitor visitor, String name) {
        Visitor person = visitor.another();
        Page door = person.get("/sign-in");
        String account = door.html().select("button[name=account]:contains(" + name + ")").val();
        assertThat(person.submit(door, "form[action=/sign-in/sample]", Map.of("account", account)).status())
                .isEqualTo(303);
        return person;
    }

    @Test
    void aYearOpensFromTheScoresDownToTheRecords(Visitor visitor) {
        Visitor clerk = as(visitor, "示例职员01");
        clerk.get("/appraisals?year=" + OPEN);
        SqlCount.Counted<Page> read = SqlCount.measure(() -> clerk.get("/appraisals?year=" + OPEN));
        assertThat(read.sql().selects()).as(() -> String.join("\n", read.sql().statements())).isLessThanOrEqualTo(20);
        Page desk = read.value();
        assertThat(desk.html().select("main tbody tr")).hasSize(5);
        assertThat(desk.text()).contains("试算");
        Page calendar = clerk.get("/appraisals?year=2024");
        assertThat(calendar.text()).contains("这一年还没有定总额");
        // 25, 35 and 30 of 90: the part with nothing in it leaves its 10 to them, and no score is above what it is out of.
        assertThat(calendar.html().select("thead th .sub").eachText()).containsExactly("满分 27.78", "满分 38.89",
                "满分 33.33", "满分 10", "满分 100");
        Page sheet = clerk.get(desk.html().select("main th a.n").get(1).attr("href"));
        assertThat(sheet.text()).contains("龙津实验学校", "可选", "暂停");
        Page duty = clerk.get(sheet.html().select("main table a.n").getFirst().attr("href"));
        assertThat(duty.html().select("blockquote mark").text()).isNotEmpty();
        Page instance = clerk.get(duty.html().select("main table a.n").getFirst().attr("href"));
        assertThat(instance.status()).isEqualTo(200);
        assertThat(instance.html().select("a[href^=/activities/]")).isNotEmpty();
        Page school = clerk.get(sheet.html().select("main a[href*=schools]").getFirst().attr("href"));
        assertThat(school.text()).contains("其中本校的贡献");
    }

    /** Of a decided year: the money adds up to the fen, on the page as it is read. */
    @Test
    void theMoneyOnThePageAddsUpToTheBudget(Visitor visitor) {
        Page desk = as(visitor, "示例职员01").get("/appraisals?year=2022-2023");
        BigDecimal sum = BigDecimal.ZERO;
        for (var row : desk.html().select("main tbody tr")) {
            sum = sum.add(new BigDecimal(row.select("td").getLast().text().replace(",", "")));
        }
        assertThat(sum).isEqualByComparingTo("500000.00");
        assertThat(desk.text()).contains("已定，第 2 版");
        Page sheet = as(visitor, "示例职员01").get(desk.html().select("main th a.n").get(2).attr("href"));
        List<String> shares = sheet.html().select("[aria-labelledby=shares] tbody tr td:last-child").eachText();
        BigDecimal schools = shares.stream().map(yuan -> new BigDecimal(yuan.replace(",", "")))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(schools).isEqualByComparingTo(sheet.html()
                .select("[aria-labelledby=shares] tfoot td:last-child").text().replace(",", ""));
    }

    @Test
    void aSchoolSeesItsOwnCommunityBeforeTheDecisionAndAllAfterIt(Visitor visitor) {
        Visitor principal = as(visitor, "示例校长03");
        assertThat(principal.get("/appraisals?year=" + OPEN).html().select("main tbody th")).hasSize(1);
        assertThat(principal.get("/appraisals?year=2022-2023").html().select("main tbody th")).hasSize(5);
        Page all = as(visitor, "示例职员01").get("/appraisals?year=" + OPEN);
        String foreign = all.html().select("main th a.n").getFirst().attr("href");
        assertThat(principal.get(foreign).status()).isEqualTo(404);
        assertThat(as(visitor, "示例技术员01").get("/appraisals").status()).isEqualTo(403);
        assertThat(principal.get("/appraisals?year=1999-2000").status()).isEqualTo(404);
    }

    @Test
    void aSchemeIsReadBeforeItIsAdoptedAndRefusedOnceItsYearHasBegun(Visitor visitor) {
        Visitor admin = as(visitor, "示例管理员01");
        Page page = admin.get("/appraisals/schemes");
        assertThat(page.html().select("a[href^=/appraisals/schemes/]").eachText()).anyMatch(text -> text
                .startsWith("2021学年起：基本"));
        assertThat(page.text()).contains("日历里的各年都已经开始");
        Page form = as(visitor, "示例职员01").get("/appraisals/schemes");
        assertThat(form.text()).doesNotContain("定下一份方案");
    }

    @Test
    void aBudgetThatIsNoAmountSaysSo(Visitor visitor) {
        Visitor leader = as(visitor, "示例领导01");
        Page desk = leader.get("/appraisals?year=" + OPEN);
        Page refused = leader.submit(desk, "form[action$=budgets]", Map.of("budget", "三十万", "document", "示例文"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("总额不是钱数");
        assertThat(refused.html().select("input[name=document]").val()).isEqualTo("示例文");
    }
}
