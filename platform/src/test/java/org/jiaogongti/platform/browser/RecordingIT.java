package org.jiaogongti.platform.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.util.ArrayList;
import java.util.List;
import org.jiaogongti.platform.testing.PlatformTest;
import org.jiaogongti.platform.testing.Visitor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Recording as people do it: by thumb on a phone, by keyboard alone, and what the other school says to it. */
@PlatformTest
final class RecordingIT {

    private static final String TEACHER = "示例教师03";
    private static final String PRINCIPAL = "示例校长03";
    private static final String RECEIVER = "示例教务05";
    private static final String FIGURES = ".live .row1 > b";

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
    void oneOccasionRecordedByThumbMovesSeveralDuties(Visitor visitor) {
        try (Walk teacher = new Walk(chromium, Chromium.phone(), visitor.base()).signIn(TEACHER)) {
            teacher.picture("phone-school-home");
            teacher.at(".tabbar a.main").tap();
            teacher.picture("phone-record-empty");
            showsWhoIsStillShort(teacher);
            teacher.untilAnswered("/activities/preview", "lessons_lesson-observation=2",
                    () -> fill(teacher, "2024-11-19", "五上 小数除法"));
            PlaywrightAssertions.assertThat(teacher.at("#live .row1").nth(2)).isAttached();
            List<String> promised = teacher.at("#live .row1 > b").allInnerTexts();
            assertThat(promised).hasSizeGreaterThanOrEqualTo(3);
            assertThat(teacher.at("#livebar").innerText()).contains(Integer.toString(promised.size()));
            teacher.picture("phone-record-preview");
            teacher.at(".actbar .btn-primary").tap();
            teacher.at("[data-recorded]").waitFor();
            assertThat(teacher.at(FIGURES).allInnerTexts()).isEqualTo(promised);
            assertThat(teacher.at(".toastx").innerText()).contains(Integer.toString(promised.size()));
            teacher.picture("phone-record-saved");
            for (int i = 0; i < promised.size(); i++) {
                if (promised.get(i).contains("→")) {
                    String duty = teacher.at(".live .row1 a:not(.cl)").nth(i).getAttribute("href");
                    assertThat(figure(teacher, duty)).isEqualTo(after(promised.get(i)));
                    teacher.page().goBack();
                }
            }
            teacher.hadNothingToComplainOf();
        }
    }

    @Test
    void theReceivingSchoolSaysCameAndNotSo(Visitor visitor) {
        try (Walk teacher = new Walk(chromium, Chromium.phone(), visitor.base()).signIn(TEACHER);
                Walk receiver = new Walk(chromium, Chromium.phone(), visitor.base()).signIn(RECEIVER)) {
            String agreed = record(teacher, "2024-11-15", "四上 条形统计图");
            String contested = record(teacher, "2024-11-12", "六上 圆的周长");
            String duty = teacher.at(".live .row1 a:not(.cl)").first().getAttribute("href");
            int counted = Integer.parseInt(figure(teacher, duty));
            receiver.open("/school");
            receiver.picture("phone-receiver-home");
            answer(receiver, agreed, "came");
            answer(receiver, contested, "not-so");
            receiver.picture("phone-receiver-answered");
            assertThat(receiver.at("#confirm").innerText()).contains("六上 圆的周长").doesNotContain("四上 条形统计图");
            teacher.open(agreed);
            assertThat(teacher.at("#answer").innerText()).contains("来过");
            teacher.open(contested);
            assertThat(teacher.at(".st").first().innerText()).contains("有异议");
            teacher.picture("phone-record-disputed");
            assertThat(Integer.parseInt(figure(teacher, duty))).isLessThan(counted);
            teacher.picture("phone-duty-disputed");
            teacher.hadNothingToComplainOf();
            receiver.hadNothingToComplainOf();
        }
    }

    @Test
    void everythingCanBeDoneByKeyboardAlone(Visitor visitor) {
        try (Walk teacher = new Walk(chromium, Chromium.desktop(), visitor.base())) {
            Keys keys = new Keys(teacher.open("/sign-in").page());
            keys.to("button[name=account]:has-text('" + TEACHER + "')").press("Enter");
            teacher.at(".hd details.menu").waitFor();
            keys.to("main a[href='/activities/new']").press("Enter");
            teacher.at("#record").waitFor();
            recordByKeyboard(keys);
            PlaywrightAssertions.assertThat(teacher.at("#live .row1").first()).isAttached();
            teacher.picture("desktop-record-keyboard");
            keys.to("#record .btn-primary").press("Enter");
            teacher.at("[data-recorded]").waitFor();
            String path = teacher.path();
            assertThat(teacher.at("h1").innerText()).contains("键盘录入");
            keys.to("form[action='" + path + "/withdrawal'] button").press("Enter");
            PlaywrightAssertions.assertThat(teacher.at("main .st").first()).hasText("已撤回");
            teacher.picture("desktop-record-undone");
            teacher.hadNothingToComplainOf();
        }
    }

    @Test
    void somebodyElsesRecordIsWithdrawnWithAReason(Visitor visitor) {
        try (Walk teacher = new Walk(chromium, Chromium.desktop(), visitor.base()).signIn(TEACHER);
                Walk principal = new Walk(chromium, Chromium.desktop(), visitor.base()).signIn(PRINCIPAL)) {
            String path = record(teacher, "2024-11-08", "三上 认识分数");
            String duty = teacher.at(".live .row1 a:not(.cl)").first().getAttribute("href");
            int counted = Integer.parseInt(figure(teacher, duty));
            principal.open(path);
            Locator takeback = principal.at("details.more:has(form[action='" + path + "/withdrawal'])");
            takeback.locator("summary").click();
            takeback.locator("button").click();
            assertThat(principal.path()).as("a reason is asked for").isEqualTo(path);
            takeback.locator("input[name=reason]").fill("记错了学校");
            principal.picture("desktop-withdrawal-reason");
            takeback.locator("button").click();
            PlaywrightAssertions.assertThat(principal.at("main .st").first()).hasText("已撤回");
            assertThat(principal.at(".tl").innerText()).contains("记错了学校");
            principal.picture("desktop-withdrawn");
            assertThat(Integer.parseInt(figure(teacher, duty))).isLessThan(counted);
        }
    }

    /** A kind that is owed to every member school marks those that still lack it, and another kind takes the marks away. */
    private static void showsWhoIsStillShort(Walk teacher) {
        teacher.at("summary:has-text('其他')").first().tap();
        teacher.at(".pick label:has(input[value=guidance-visit])").tap();
        assertThat(teacher.at("#short").innerText()).startsWith("本学期还差").contains("育才").contains("次");
        assertThat(teacher.at("#host option:has-text('育才学校')").first().innerText()).contains("还差 1 次");
        teacher.picture("phone-record-short");
        teacher.at(".pick label:has(input[value=demonstration-lesson])").first().tap();
        assertThat(teacher.at("#short").innerText()).isEmpty();
    }

    private static String record(Walk teacher, String date, String topic) {
        teacher.open("/activities/new");
        fill(teacher, date, topic);
        teacher.at(".actbar .btn-primary, #record .only-d .btn-primary").locator("visible=true").first().click();
        teacher.at("[data-recorded]").waitFor();
        return teacher.path();
    }

    /** A lesson given at a member school, observed and discussed afterwards. */
    static void fill(Walk teacher, String date, String topic) {
        teacher.at("#date").fill(date);
        teacher.chooseSchool("#host", "育才学校");
        teacher.at("#people").fill(TEACHER);
        teacher.at("#leaderRank").selectOption("BACKBONE");
        teacher.chooseSchool("#leader", "居敬小学");
        teacher.at(".pick label:has(input[value=demonstration-lesson])").first().click();
        teacher.at("#subject").selectOption("数学");
        teacher.at(".grades input[value=五]").check();
        teacher.at("#topic").fill(topic);
        for (String kind : List.of("outreach-lesson", "lesson-observation")) {
            teacher.at(".part[data-kind=" + kind + "] input[type=checkbox]").check();
        }
        teacher.at(".part[data-kind=lesson-observation] [data-step='1']").click();
    }

    private static void recordByKeyboard(Keys keys) {
        keys.to("#host").chooseStarting("育才学校");
        keys.to("#people").type(TEACHER);
        keys.to("#leaderRank").choose("BACKBONE");
        keys.to("#leader").chooseStarting("居敬小学");
        keys.to("input[name=mainKind]").pick("demonstration-lesson");
        keys.to("#subject").choose("数学");
        keys.to(".grades input[value=五]").press("Space");
        keys.to("#topic").type("键盘录入");
        keys.to(".part[data-kind=lesson-observation] input[type=checkbox]").press("Space");
        keys.to(".part[data-kind=lesson-observation] [data-step='1']").press("Enter");
    }

    private static void answer(Walk receiver, String path, String word) {
        receiver.at("#confirm form[action='" + path + "/answers'] button[value=" + word + "]").tap();
        PlaywrightAssertions.assertThat(receiver.at("#confirm form[action='" + path + "/answers']"))
                .hasCount(0, new LocatorAssertions.HasCountOptions().setTimeout(20_000));
    }

    /** What a duty's page says is done. */
    private static String figure(Walk walk, String duty) {
        walk.open(duty);
        return walk.at(".fig .big").innerText().trim();
    }

    /** {@code 10} of {@code 9 → 10 / 15}. */
    private static String after(String figures) {
        return figures.replaceFirst(".*→\\s*(\\d+)\\s*/.*", "$1");
    }

    /** A person without a mouse. */
    private static final class Keys {

        private static final int MOST_STEPS = 250;

        private final Page page;

        Keys(Page page) {
            this.page = page;
        }

        Keys to(String selector) {
            List<String> passed = new ArrayList<>();
            for (int steps = 0; steps < MOST_STEPS; steps++) {
                page.keyboard().press("Tab");
                Locator focused = page.locator(":focus").and(page.locator(selector));
                if (focused.count() == 1) {
                    return this;
                }
                passed.add(String.valueOf(page.evaluate("document.activeElement.outerHTML.slice(0, 60)")));
            }
            throw new AssertionError("Tab never comes to " + selector + " but to " + passed);
        }

        void press(String key) {
            page.keyboard().press(key);
        }

        void type(String text) {
            page.keyboard().type(text);
        }

        void choose(String value) {
            down("o => o.value === '" + value + "'");
        }

        void chooseStarting(String text) {
            down("o => o.text.startsWith('" + text + "')");
        }

        private void down(String wanted) {
            Object steps = page.evaluate("""
                    ([...document.activeElement.options].findIndex(%s)) - document.activeElement.selectedIndex"""
                    .formatted(wanted));
            for (int i = 0; i < ((Number) steps).intValue(); i++) {
                page.keyboard().press("ArrowDown");
            }
            assertThat(page.evaluate("(%s)(document.activeElement.selectedOptions[0])".formatted(wanted)))
                    .isEqualTo(true);
        }

        /** Moves within a group of radio buttons until the one is chosen. */
        void pick(String value) {
            page.keyboard().press("Space");
            for (int i = 0; i < 12 && !value.equals(page.evaluate("document.activeElement.value")); i++) {
                page.keyboard().press("ArrowRight");
            }
            assertThat(page.locator("input[value=" + value + "]:checked").count()).isPositive();
        }
    }
}
