package org.jiaogongti.platform.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.List;
import org.jiaogongti.charter.archive.Archive;
import org.jiaogongti.charter.archive.Verdict;
import org.jiaogongti.platform.shell.BusinessClock;
import org.jiaogongti.platform.shell.Installation;
import org.jiaogongti.platform.testing.PlatformTest;
import org.jiaogongti.platform.testing.TestCluster;
import org.jiaogongti.platform.testing.Visitor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;

/**
 * A school year from a visit to what the public reads: a finding, the preview, frozen, checked by the schools, one record
 * disputed and put right, heard, decided by somebody else, commended in public by a second person, paid, and verified. The days
 * between pass by the demo's own page.
 */
@PlatformTest
final class YearIT {

    private static final LocalDate TODAY = LocalDate.of(2024, 11, 20);
    private static final String YEAR = "2023-2024";
    private static final String DESK = "/appraisals?year=" + YEAR;
    private static final String RUN = "/appraisals/" + YEAR;
    private static final String MARK = "测试督查 集中考核";
    private static final String COMMUNITY = "居敬小学教学共同体";
    private static final String GUIDANCE = "指导管理";

    private static Chromium chromium;

    private final BusinessClock clock;
    private final Installation installation;
    private final String url;

    YearIT(BusinessClock clock, Installation installation, @Value("${jgt.database.url}") String url) {
        this.clock = clock;
        this.installation = installation;
        this.url = url;
    }

    @BeforeAll
    static void start() {
        chromium = new Chromium();
    }

    @AfterAll
    static void stop() {
        chromium.close();
    }

    @Test
    void aYearIsClosedFromTheVisitToThePublishedResult(Visitor visitor) throws IOException {
        String base = visitor.base();
        try (Walk inspector = new Walk(chromium, Chromium.phone(), base).signIn("示例督学01");
                Walk clerk = new Walk(chromium, Chromium.desktop(), base).signIn("示例职员01");
                Walk principal = new Walk(chromium, Chromium.phone(), base).signIn("示例校长03");
                Walk leader = new Walk(chromium, Chromium.desktop(), base).signIn("示例领导01");
                Walk second = new Walk(chromium, Chromium.desktop(), base).signIn("示例职员02")) {
            visits(inspector);
            String previewed = score(clerk, "");
            presses(clerk.open(DESK), "/freezing", "until", "2024-11-25", "");
            assertThat(score(clerk, "")).as("frozen as it was shown").isEqualTo(previewed);
            checksAndDisputes(principal);
            isPutRight(inspector, clerk, previewed);
            passes(clerk.open(DESK), "2024-11-26");
            presses(clerk, "/review", "", "", "");
            presses(clerk, "/proposal", "until", "2024-12-01", "");
            isHeard(principal);
            passes(leader.open(DESK), "2024-12-02");
            presses(leader, "/decision", "", "", "已经听取，缺的一次补在下学期。");
            presses(leader, "/publication", "", "", "");
            leader.picture("year-5-closed");
            isPublic(clerk, second, base);
            isPaid(leader);
            verifies(inspector);
            nobodyWritesItAnyMore(principal);
            List.of(inspector, clerk, principal, leader, second).forEach(Walk::hadNothingToComplainOf);
        }
    }

    /** On a phone: planned for today, one line of the checklist is lacking, and that becomes a finding with a deadline. */
    private static void visits(Walk inspector) {
        inspector.open("/inspections/new");
        inspector.at("#day").fill(TODAY.toString());
        inspector.at("#about").fill(MARK);
        inspector.at("label:has-text('居敬小学') input[name=school]").check();
        inspector.at("#over").fill("集中考核前看一次。");
        inspector.at("input[name=duty][value=Q05]").check();
        inspector.at("form[action='/inspections'] .btn-primary").tap();
        inspector.at("section[id^=point-] summary").last().tap();
        inspector.at("input[name=result][value=PARTLY]").check();
        inspector.at("textarea[name=note]").fill("有一次指导没有记录。");
        inspector.at("form[action$='/results'] .btn-primary").tap();
        inspector.at("a[href*='findings/new?point=']").tap();
        inspector.at("#words").fill(MARK + "：指导管理缺一次记录。");
        inspector.at("form[action='/inspections/findings'] .btn-primary").tap();
        PlaywrightAssertions.assertThat(inspector.at("main")).containsText("指导管理缺一次记录");
        inspector.picture("year-1-finding");
    }

    private static String score(Walk walk, String query) {
        walk.open(DESK + query);
        return walk.at("main tbody tr:has-text('" + COMMUNITY + "') td[data-l=得分]").innerText().strip();
    }

    /** Opens what asks back, fills in and goes through with it. */
    private static void presses(Walk walk, String action, String field, String value, String words) {
        Locator ask = walk.at("details.ask:has(form[action='" + RUN + action + "'])");
        ask.locator("summary").click();
        if (!field.isEmpty()) {
            ask.locator("input[name=" + field + "]").fill(value);
        }
        if (!words.isEmpty()) {
            ask.locator("[name=words]").fill(words);
        }
        ask.locator("button.btn-late").click();
        walk.at("[data-toast]").waitFor();
    }

    /** The demo's own way to let days pass; it leads back to the page it was asked from. */
    private static void passes(Walk walk, String day) {
        String from = walk.path();
        walk.at("a.demo").click();
        walk.at("#to").fill(day);
        walk.at("form:has(#to) .btn-primary").click();
        PlaywrightAssertions.assertThat(walk.at(".hd .demo")).containsText(day);
        assertThat(walk.path()).isEqualTo(from);
    }

    private static String school(Walk principal) {
        principal.open(DESK);
        principal.at("main th a.n:has-text('" + COMMUNITY + "')").tap();
        principal.at("main a[href*='/schools/']:has-text('居敬小学')").first().tap();
        principal.at("#self").waitFor();
        return principal.path();
    }

    private static void checksAndDisputes(Walk principal) {
        String school = school(principal);
        principal.at("form:has(input[value=CHECKED]) button").tap();
        principal.at("[data-toast]").waitFor();
        principal.open(school + "/records");
        Locator month = principal.at("details:has(.li:has-text('" + GUIDANCE + "'):has-text('算进：'):has(.btn))").first();
        month.locator("summary").tap();
        month.locator(".li:has-text('" + GUIDANCE + "'):has-text('算进：') .btn").first().tap();
        principal.at("#dispute-words").fill("那天下大雨，没有去成，后来没有补。");
        principal.picture("year-2-dispute");
        principal.at("form[action$='/disputes'] .btn-primary").tap();
        PlaywrightAssertions.assertThat(principal.at("#self").locator("xpath=ancestor::section")).containsText("等答复");
    }

    /** One number of one duty changes; both versions stand beside each other, and the first is still what it was. */
    private static void isPutRight(Walk inspector, Walk clerk, String previewed) {
        inspector.open(RUN + "/disputes");
        Locator ask = inspector.at("details.ask:has(form[action$='/rulings'])");
        ask.locator("summary").tap();
        ask.locator("select[name=outcome]").selectOption("UPHELD");
        ask.locator("input[name=words]").fill("问了两校，当天没有办。");
        ask.locator("button.btn-late").tap();
        inspector.at("[data-toast]").waitFor();
        clerk.open(RUN + "/versions");
        PlaywrightAssertions.assertThat(clerk.at("section.kc")).hasCount(2);
        List<String> changed = clerk.at("section:has(#v2) h3 + ul li").allInnerTexts();
        assertThat(changed).hasSize(2);
        assertThat(changed.getFirst()).contains("2/2 → 1/2");
        assertThat(changed.getLast()).contains(COMMUNITY, "得分：" + previewed);
        clerk.picture("year-3-versions");
        assertThat(score(clerk, "&version=1")).isEqualTo(previewed);
        assertThat(new BigDecimal(score(clerk, ""))).isLessThan(new BigDecimal(previewed));
    }

    private static void isHeard(Walk principal) {
        school(principal);
        principal.at("form:has(input[value=STATEMENT]) textarea").fill("同意结果，下学期补上。");
        principal.at("form:has(input[value=STATEMENT]) button").tap();
        principal.at("[data-toast]").waitFor();
        principal.picture("year-4-heard");
    }

    private static void isPublic(Walk clerk, Walk second, String base) {
        clerk.open(DESK);
        clerk.at("a[href='/disclosure/new?from=appraisal/commendation-" + YEAR + "']").click();
        clerk.at("form[action='/disclosure'] .btn-primary").click();
        clerk.at("form[action$='/submission'] button").click();
        clerk.at("form[action$='/return']").waitFor();
        second.open(clerk.path());
        second.at("form[action$='/publication'] button").click();
        second.at("form[action$='/withdrawal']").waitFor(new Locator.WaitForOptions().setState(
                WaitForSelectorState.ATTACHED));
        String address = second.at("a[href^='/public/']").first().getAttribute("href");
        try (Walk reader = new Walk(chromium, Chromium.phone(), base).open(address)) {
            PlaywrightAssertions.assertThat(reader.at(".pubbody")).containsText("岳林小学教学共同体");
            PlaywrightAssertions.assertThat(reader.at("body")).containsText("考核第 2 版，核验码");
            PlaywrightAssertions.assertThat(reader.at(".pubbody")).not().containsText(COMMUNITY);
            reader.picture("year-6-public");
        }
    }

    private static void isPaid(Walk leader) {
        String[] lines = leader.open(DESK).page().request().get(leader.page().url().replaceFirst("(://[^/]+).*", "$1")
                + RUN + "/grants/export.csv").text().strip().split("\r?\n");
        BigDecimal sum = BigDecimal.ZERO;
        for (int line = 1; line < lines.length - 1; line++) {
            sum = sum.add(new BigDecimal(lines[line].split(",")[2]));
        }
        assertThat(lines).as("a line a school, the heads and the sum").hasSize(30);
        assertThat(sum).isEqualByComparingTo("600000");
    }

    /** Taken as a file, as somebody would who verifies it elsewhere; one changed figure is found. */
    private static void verifies(Walk inspector) throws IOException {
        inspector.open(RUN + "/versions");
        for (int number = 1; number <= 2; number++) {
            Locator link = inspector.at("a[href='" + RUN + "/versions/" + number + "/archive.zip']");
            byte[] bytes = Files.readAllBytes(inspector.page().waitForDownload(link::tap).path());
            assertThat(Archive.verify(bytes)).isInstanceOf(Verdict.Equal.class);
            byte[] forged = bytes.clone();
            int at = indexOf(forged, "600000");
            forged[at] = '9';
            assertThat(Archive.verify(forged)).isNotInstanceOf(Verdict.Equal.class);
        }
    }

    private static int indexOf(byte[] bytes, String wanted) {
        int at = new String(bytes, StandardCharsets.ISO_8859_1).indexOf(wanted);
        assertThat(at).isPositive();
        return at;
    }

    private static void nobodyWritesItAnyMore(Walk principal) {
        principal.open(school(principal) + "/records");
        assertThat(principal.at("a[href*='disputes/new']").count()).isZero();
        assertThat(principal.open(DESK).at("form[action^='" + RUN + "']").count()).isZero();
    }

    /** What is decided stays by rule; the shared world is put back past the rules. */
    @AfterEach
    void takeBack() throws IOException {
        clock.moveTo(TODAY);
        Files.deleteIfExists(installation.data().resolve("business-date"));
        String run = "(select id from appraisal.run where year = '" + YEAR + "')";
        String visit = "(select id from inspection.inspection where about = '" + MARK + "')";
        String finding = "(select id from inspection.finding where words like '" + MARK + "%')";
        String point = "(select id from inspection.point where inspection in " + visit + ")";
        String made = "(select id from disclosure.publication where origin = 'appraisal/commendation-" + YEAR + "')";
        TestCluster.shared().remove(url, List.of(
                "delete from disclosure.step where publication in " + made,
                "delete from disclosure.publication where id in " + made,
                "delete from appraisal.ruling where dispute in (select id from appraisal.dispute where run in " + run
                        + ")",
                "delete from appraisal.dispute where run in " + run, "delete from appraisal.school_word where run in "
                        + run,
                "delete from appraisal.step where run in " + run, "delete from appraisal.proposal where run in " + run,
                "delete from appraisal.place where run in " + run, "delete from appraisal.version where run in " + run,
                "delete from appraisal.run where id in " + run,
                "delete from inspection.finding_step where finding in " + finding,
                "delete from inspection.finding where id in " + finding,
                "delete from inspection.point_result where point in " + point,
                "delete from inspection.point where id in " + point,
                "delete from inspection.inspection_step where inspection in " + visit,
                "delete from inspection.inspection where id in " + visit));
    }
}
