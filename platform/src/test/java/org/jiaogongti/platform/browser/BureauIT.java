package org.jiaogongti.platform.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jiaogongti.platform.testing.PlatformTest;
import org.jiaogongti.platform.testing.Visitor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A clerk of the bureau opens a number down to its words, takes the rows along, and changes the dress. */
@PlatformTest
final class BureauIT {

    private static final String CLERK = "局职员";
    private static final int FIRST_VISIT_BYTES = 120_000;
    private static final int LATER_VISIT_BYTES = 20_000;

    private static Chromium chromium;

    @BeforeAll
    static void start() {
        chromium = new Chromium();
    }

    @AfterAll
    static void stop() {
        chromium.close();
    }

    @Test
    void aNumberOpensDownToTheWordsOfTheNotice(Visitor visitor) {
        try (Walk clerk = new Walk(chromium, Chromium.desktop(), visitor.base()).signIn(CLERK)) {
            clerk.open("/board");
            clerk.picture("desktop-board");
            Locator cell = clerk.at("table.mx tr:has-text('示范课') td a.cell").first();
            String figure = cell.locator("b").innerText();
            cell.click();
            clerk.picture("desktop-duty");
            assertThat(clerk.at(".fig").innerText().replaceAll("[^0-9/]", "")).isEqualTo(figure.replaceAll("\\s", ""));
            int lines = clerk.at("table.lines tbody tr").count();
            assertThat(lines).isPositive();
            Locator record = clerk.at("table.lines tbody a").first();
            String title = record.innerText();
            record.click();
            assertThat(clerk.at("h1").innerText()).contains(title);
            clerk.picture("desktop-record-read");
            clerk.at(".live .row1 a.cl").first().click();
            clerk.picture("desktop-notice");
            assertThat(clerk.path()).startsWith("/charter");
            PlaywrightAssertions.assertThat(clerk.at(".doc").first()).isVisible();
            assertThat(clerk.page().url()).matches(".*#c-\\d.*");
            clerk.picture("desktop-charter");
            clerk.hadNothingToComplainOf();
        }
    }

    @Test
    void theFileHasTheRowsThatAreShown(Visitor visitor) throws IOException {
        try (Walk clerk = new Walk(chromium, Chromium.desktop(), visitor.base()).signIn(CLERK)) {
            clerk.open("/board");
            clerk.at("select[name=state]").selectOption("late");
            clerk.at(".filters button").click();
            List<String> shown = new ArrayList<>();
            for (Locator row : clerk.at("table.mx tbody tr:not(.grp)").all()) {
                List<String> cells = new ArrayList<>(List.of(row.locator("th a.cl").innerText(),
                        row.locator("th .du > a:not(.cl)").innerText()));
                cells.addAll(row.locator("td .cell b").allInnerTexts());
                shown.add(String.join("|", cells));
            }
            Download download = clerk.page().waitForDownload(() -> clerk.at("a[href^='/board.csv']").click());
            List<String> lines = Files.readString(download.path()).lines().skip(1).toList();
            assertThat(lines).hasSameSizeAs(shown);
            for (int i = 0; i < lines.size(); i++) {
                List<String> cells = Arrays.asList(lines.get(i).split(",", -1));
                List<String> kept = new ArrayList<>(cells.subList(1, 3));
                cells.subList(4, cells.size()).forEach(cell -> kept.add(cell.replaceFirst("^.* ", "")));
                assertThat(String.join("|", kept)).isEqualTo(shown.get(i));
            }
        }
    }

    @Test
    void theLargeVersionIsChosenUsedAndLeft(Visitor visitor) {
        try (Walk clerk = new Walk(chromium, Chromium.desktop(), visitor.base()).signIn(CLERK)) {
            clerk.open("/board");
            clerk.button("老年版").first().click();
            PlaywrightAssertions.assertThat(clerk.at("body.elder")).isVisible();
            clerk.picture("desktop-board-elder");
            double usual = size(clerk);
            assertThat(usual).isGreaterThanOrEqualTo(20);
            clerk.at(".eb").getByText("再大一点").click();
            PlaywrightAssertions.assertThat(clerk.at("body.elder.larger")).isVisible();
            assertThat(size(clerk)).isGreaterThan(25.9);
            assertThat(clerk.path()).isEqualTo("/board");
            clerk.picture("desktop-board-larger");
            clerk.at("table.mx tr:has-text('示范课') td a.cell").first().click();
            PlaywrightAssertions.assertThat(clerk.at("body.elder h1")).isVisible();
            clerk.page().evaluate("() => { window.printed = 0; window.print = () => { window.printed++; }; }");
            clerk.at(".eb").getByText("打印").click();
            assertThat(clerk.page().evaluate("window.printed")).as("one press, one print").isEqualTo(1);
            clerk.button("回到普通版").first().click();
            assertThat(clerk.at("body.elder").count()).isZero();
            clerk.hadNothingToComplainOf();
        }
    }

    @Test
    void pagesAreLightAtFirstAndLighterLater(Visitor visitor) {
        try (Walk teacher = new Walk(chromium, Chromium.phone(), visitor.base()).signIn("示例教师03")) {
            holdsItsWeight(teacher, "/activities/new");
        }
        try (Walk clerk = new Walk(chromium, Chromium.desktop(), visitor.base()).signIn(CLERK)) {
            holdsItsWeight(clerk, "/board");
        }
    }

    private static void holdsItsWeight(Walk walk, String path) {
        int whole = bytes(walk.open(path), "encodedBodySize");
        assertThat(whole).as("first visit of " + path).isBetween(10_000, FIRST_VISIT_BYTES);
        int again = bytes(walk.open(path), "transferSize");
        assertThat(again).as("later visit of " + path).isBetween(0, LATER_VISIT_BYTES);
    }

    /** What the browser counted for a page and everything it needs, compressed as it came. */
    private static int bytes(Walk walk, String measure) {
        walk.page().waitForLoadState();
        return ((Number) walk.page().evaluate("""
                measure => performance.getEntriesByType('navigation').concat(performance.getEntriesByType('resource'))
                    .reduce((sum, entry) => sum + entry[measure], 0)""", measure)).intValue();
    }

    private static double size(Walk walk) {
        return Double.parseDouble(String.valueOf(
                walk.page()
                        .evaluate("parseFloat(getComputedStyle(document.getElementById('main')).fontSize)"
                                + " * (document.getElementById('main').currentCSSZoom ?? 1)")));
    }

    /** Pictures of what stands in the mockups, for the eye; that they can be taken at all is the test. */
    @Test
    void thePagesOfTheMockupsArePictured(Visitor visitor) {
        try (Walk clerk = new Walk(chromium, Chromium.desktop(), visitor.base())) {
            clerk.open("/sign-in").picture("desktop-sign-in");
            clerk.signIn(CLERK).open("/board");
            Path print = Chromium.SCREENSHOTS.resolve("journeys").resolve("board.pdf");
            clerk.page().pdf(new Page.PdfOptions().setPath(print).setPreferCSSPageSize(true));
            assertThat(print).isNotEmptyFile();
            clerk.at(".hd details.menu summary").click();
            clerk.button("深色").click();
            PlaywrightAssertions.assertThat(clerk.at("html[data-bs-theme=dark]")).isVisible();
            clerk.picture("desktop-board-dark");
            clerk.open("/charter").picture("desktop-charter-dark");
            clerk.hadNothingToComplainOf();
        }
        try (Walk clerk = new Walk(chromium, Chromium.phone(), visitor.base())) {
            clerk.open("/sign-in").picture("phone-sign-in");
            clerk.signIn(CLERK).open("/board").picture("phone-board");
            clerk.at("summary:has-text('居敬')").first().tap();
            clerk.picture("phone-board-open");
            clerk.at("details[open] a.cell").locator("visible=true").nth(2).tap();
            clerk.picture("phone-duty");
        }
        try (Walk head = new Walk(chromium, Chromium.desktop(), visitor.base()).signIn("示例校长03")) {
            head.open("/school").picture("desktop-school-home");
            head.open("/activities/new").picture("desktop-record-empty");
            head.open("/charter?part=%E4%B8%89(%E4%B8%89)").picture("desktop-charter-part");
        }
    }
}
