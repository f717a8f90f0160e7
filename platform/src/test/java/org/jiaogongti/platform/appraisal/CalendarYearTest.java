package org.jiaogongti.platform.appraisal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jiaogongti.platform.appraisal.AppraisalPagesTest.as;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jiaogongti.charter.archive.Archive;
import org.jiaogongti.charter.archive.Verdict;
import org.jiaogongti.platform.shell.BusinessClock;
import org.jiaogongti.platform.testing.Page;
import org.jiaogongti.platform.testing.PlatformTest;
import org.jiaogongti.platform.testing.TestCluster;
import org.jiaogongti.platform.testing.Visitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;

/**
 * A calendar year by the scheme that weighs parts, pays whole yuan and bundles schools: from the budget to who gets how much,
 * over HTTP, on the days on which it could be.
 */
@PlatformTest
final class CalendarYearTest {

    private static final String YEAR = "2024";
    private static final String DESK = "/appraisals?year=" + YEAR;
    private static final String RUN = "/appraisals/" + YEAR;

    private final BusinessClock clock;
    private final String url;

    CalendarYearTest(BusinessClock clock, @Value("${jgt.database.url}") String url) {
        this.clock = clock;
        this.url = url;
    }

    @AfterEach
    void takeBack() {
        clock.moveTo(LocalDate.of(2024, 11, 20));
        String run = "(select id from appraisal.run where year = '" + YEAR + "')";
        TestCluster.shared().remove(url, List.of(
                "delete from appraisal.ruling where dispute in (select id from appraisal.dispute where run in " + run
                        + ")",
                "delete from appraisal.dispute where run in " + run, "delete from appraisal.step where run in " + run,
                "delete from appraisal.proposal where run in " + run, "delete from appraisal.place where run in " + run,
                "delete from appraisal.version where run in " + run, "delete from appraisal.run where id in " + run,
                "delete from appraisal.budget where year = '" + YEAR + "'"));
    }

    private static void presses(Visitor person, String action, Map<String, String> fields) {
        Page answer = person.submit(person.get(DESK), "form[action=" + RUN + action + "]", fields);
        assertThat(answer.status()).as(action + " " + answer.html().select("main").text()).isEqualTo(303);
    }

    @Test
    void aCalendarYearIsClosedAndPaidInWholeYuan(Visitor visitor) {
        Visitor clerk = as(visitor, "示例职员01");
        Visitor leader = as(visitor, "示例领导01");
        Visitor principal = as(visitor, "示例校长03");
        assertThat(clerk.get(DESK).html().select("form[action$=freezing]")).as("it goes on").isEmpty();
        clock.moveTo(LocalDate.of(2025, 1, 31));
        presses(leader, "/budgets", Map.of("budget", "600000", "document", "示例文〔2025〕2 号"));
        presses(clerk, "/freezing", Map.of("until", "2025-02-05"));
        disputes(principal);
        Page rulings = clerk.get(RUN + "/disputes");
        assertThat(clerk.submit(rulings, "form[action$=rulings]", Map.of("outcome", "UPHELD", "words", "查实"))
                .status()).isEqualTo(303);
        Page versions = clerk.get(RUN + "/versions");
        assertThat(versions.html().select("section:has(#v2) h3 + ul li").eachText()).hasSize(2).first().asString()
                .contains("2/2 → 1/2");
        clock.moveTo(LocalDate.of(2025, 2, 6));
        presses(clerk, "/review", Map.of());
        presses(clerk, "/proposal", Map.of("until", "2025-02-11"));
        clock.moveTo(LocalDate.of(2025, 2, 12));
        presses(leader, "/decision", Map.of());
        presses(clerk, "/publication", Map.of());
        isPaidInWholeYuan(leader);
        isBundledWithProgress(principal);
        byte[] archive = clerk.get(RUN + "/versions/2/archive.zip").bytes();
        assertThat(Archive.verify(archive)).isInstanceOf(Verdict.Equal.class);
        archive[archive.length / 2] ^= 1;
        assertThat(Archive.verify(archive)).isNotInstanceOf(Verdict.Equal.class);
    }

    private static void disputes(Visitor principal) {
        Page own = principal.get(principal.get(DESK).html().select("main th a.n").attr("href"));
        String school = own.html().select("main a[href*=/schools/]:contains(居敬小学)").attr("href");
        Page records = principal.get(school + "/records");
        Page form = principal
                .get(records.html().select("div.li:contains(指导管理):contains(算进：) a").getFirst().attr("href"));
        assertThat(principal.submit(form, "form[action$=disputes]", Map.of("words", "那天没有去成")).status()).isEqualTo(303);
    }

    private static void isPaidInWholeYuan(Visitor leader) {
        List<String> lines = leader.get(RUN + "/grants/export.csv").text().strip().lines().skip(1).toList();
        BigDecimal sum = BigDecimal.ZERO;
        for (String line : lines.subList(0, lines.size() - 1)) {
            BigDecimal yuan = new BigDecimal(line.substring(line.lastIndexOf(',') + 1));
            assertThat(yuan.remainder(BigDecimal.ONE)).as(line).isEqualByComparingTo("0");
            sum = sum.add(yuan);
        }
        assertThat(lines).hasSize(29);
        assertThat(sum).isEqualByComparingTo("600000");
    }

    /** The year before is decided in the sample, so every school has something to be measured by. */
    private static void isBundledWithProgress(Visitor principal) {
        Page bundled = principal.get(RUN + "/bundled");
        assertThat(bundled.html().select("section tbody td[data-l=进步]").eachText()).hasSize(28)
                .allMatch(points -> points.matches("[0-9]+\\.[0-9]{2}"));
        assertThat(bundled.text()).doesNotContain("一栏空着");
        assertThat(principal.get("/appraisals/2023/bundled").text()).as("nothing was decided before it")
                .contains("一栏空着", "不能再补");
    }
}
