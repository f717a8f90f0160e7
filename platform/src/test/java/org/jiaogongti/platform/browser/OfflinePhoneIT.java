package org.jiaogongti.platform.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.ServiceWorkerPolicy;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Random;
import javax.imageio.ImageIO;
import org.jiaogongti.platform.testing.PlatformTest;
import org.jiaogongti.platform.testing.Visitor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a phone keeps without a network, and what becomes of it: in a real browser, with the line really cut. */
@PlatformTest
final class OfflinePhoneIT {

    private static final String TEACHER = "示例教师03";
    private static final String PRINCIPAL = "示例校长03";
    private static final String SAVE = ".actbar .btn-primary";

    private static Chromium chromium;

    @BeforeAll
    static void start() {
        chromium = new Chromium();
    }

    @AfterAll
    static void stop() {
        chromium.close();
    }

    /** A phone at the end of a cable. */
    private static final class Phone implements AutoCloseable {

        private final Cable cable;
        private final Walk walk;

        Phone(Visitor visitor) {
            Browser.NewContextOptions options = Chromium.phone().setServiceWorkers(ServiceWorkerPolicy.ALLOW);
            cable = new Cable(visitor.base());
            walk = new Walk(chromium, options, cable.base());
        }

        /** Signed in, and long enough there that everything for a day without network has come. */
        Phone ready() {
            walk.signIn(TEACHER);
            keeps("/activities/new");
            keeps("/waiting");
            return this;
        }

        void keeps(String path) {
            assertThat(walk.page().evaluate(
                    """
                            async path => {
                                await navigator.serviceWorker.ready;
                                for (let tries = 0; tries < 200; tries++) {
                                    const names = (await caches.keys()).filter(name => name.startsWith('jgt-pages-'));
                                    const found = await Promise.all(names.map(async name => (await caches.open(name)).match(path)));
                                    if (found.some(Boolean) && navigator.serviceWorker.controller) return true;
                                    await new Promise(done => setTimeout(done, 50));
                                }
                                return false;
                            }""",
                    path)).as(path + " is kept").isEqualTo(true);
        }

        void goOffline() {
            cable.cut();
            walk.profile().setOffline(true);
        }

        void goOnline() {
            cable.mend();
            walk.profile().setOffline(false);
        }

        Locator waiting(String state) {
            return walk.at(".wait-row:has([data-state=" + state + "]:not([hidden]))");
        }

        void isWaiting(String state, int rows) {
            PlaywrightAssertions.assertThat(waiting(state)).hasCount(rows);
        }

        void save() {
            walk.at(SAVE).tap();
        }

        /** Room for so much more than what is kept already. */
        void leavesRoomFor(long bytes) {
            Object used = walk.page().evaluate("navigator.storage.estimate().then(estimate => estimate.usage)");
            JsonObject quota = new JsonObject();
            quota.addProperty("origin", cable.base());
            quota.addProperty("quotaSize", ((Number) used).longValue() + bytes);
            walk.profile().newCDPSession(walk.page()).send("Storage.overrideQuotaForOrigin", quota);
        }

        @Override
        public void close() {
            walk.close();
            cable.close();
        }
    }

    @Test
    void whatIsRecordedWithoutNetworkIsSentOnceWithItsPhoto(Visitor visitor) {
        try (Phone phone = new Phone(visitor).ready()) {
            Walk teacher = phone.walk;
            phone.goOffline();
            teacher.open("/activities/new");
            PlaywrightAssertions.assertThat(teacher.at("#kept")).isVisible();
            PlaywrightAssertions.assertThat(teacher.at("[data-net=offline]")).isVisible();
            String token = teacher.at("[name=token]").inputValue();
            RecordingIT.fill(teacher, "2024-11-06", "断网带照片的一课");
            teacher.at("#files").setInputFiles(photo("课堂.jpg", 900));
            PlaywrightAssertions.assertThat(teacher.at("#sent small")).hasText("存在本机");
            teacher.picture("offline-form");
            comesBackAfterAReload(teacher, token);
            phone.save();
            phone.isWaiting("waiting", 1);
            assertThat(teacher.path()).isEqualTo("/waiting");
            teacher.page().reload();
            phone.isWaiting("waiting", 1);
            assertThat(phone.waiting("waiting").innerText()).contains("断网带照片的一课", "课堂.jpg");
            teacher.picture("offline-waiting");
            teacher.open("/board");
            PlaywrightAssertions.assertThat(teacher.at("[data-not-kept]")).isVisible();
            teacher.picture("offline-not-kept");
            teacher.open("/waiting");

            phone.cable.loseTheAnswerTo("POST /activities ");
            phone.goOnline();
            teacher.page().waitForCondition(() -> phone.cable.lost() == 1);
            // Both at once: after the first has come back there would be nothing left to press for.
            teacher.page().evaluate("window.dispatchEvent(new Event('online'));"
                    + "document.querySelector('[data-send-all]').click()");
            teacher.page().reload();
            phone.isWaiting("sent", 1);
            teacher.picture("offline-sent");
            isThereOnce(teacher);
        }
    }

    /** A form from the shelf has a token of its own each time, and the draft with its photo comes back into it. */
    private static void comesBackAfterAReload(Walk teacher, String token) {
        teacher.page().waitForTimeout(900);
        teacher.page().reload();
        assertThat(teacher.at("[name=token]").inputValue()).isNotEqualTo(token);
        teacher.at("[data-draft-use]").tap();
        assertThat(teacher.at("#topic").inputValue()).isEqualTo("断网带照片的一课");
        assertThat(teacher.at("[name=token]").inputValue()).isEqualTo(token);
        PlaywrightAssertions.assertThat(teacher.at("#sent small")).hasText("存在本机");
    }

    private static void isThereOnce(Walk teacher) {
        String occasion = teacher.at(".wait-row a").first().getAttribute("href");
        teacher.open(occasion);
        assertThat(teacher.at("h1").innerText()).contains("断网带照片的一课");
        PlaywrightAssertions.assertThat(teacher.at("[data-waiting]")).isHidden();
        assertThat(teacher.at("#files .ev").count()).as("photos").isEqualTo(1);
        Locator moved = teacher.at(".live .row1:has(> b:text('→'))").first();
        String promised = moved.locator("> b").innerText().replaceFirst(".*→\\s*(\\d+)\\s*/.*", "$1");
        teacher.open(moved.locator("a:not(.cl)").getAttribute("href"));
        assertThat(teacher.at(".fig .big").innerText().trim()).isEqualTo(promised);
        teacher.open("/activities?q=断网带照片的一课");
        assertThat(teacher.at("main a[href^='/activities/']:has-text('断网带照片的一课')").count()).isEqualTo(1);
    }

    @Test
    void aFullPhoneSaysWhatTakesTheRoomAndLosesNothing(Visitor visitor) {
        try (Phone phone = new Phone(visitor).ready()) {
            Walk teacher = phone.walk;
            phone.leavesRoomFor(200_000);
            phone.goOffline();
            teacher.open("/activities/new");
            RecordingIT.fill(teacher, "2024-11-07", "先存下的一课");
            phone.save();
            phone.isWaiting("waiting", 1);
            teacher.open("/activities/new");
            RecordingIT.fill(teacher, "2024-11-08", "存不下的一课");
            teacher.at("#files").setInputFiles(photo("大照片.jpg", 1400));
            PlaywrightAssertions.assertThat(teacher.at("#sent button")).isVisible();
            phone.save();
            PlaywrightAssertions.assertThat(teacher.at("[data-net=full]")).isInViewport();
            assertThat(teacher.at("[data-net=full]").innerText()).contains("大照片.jpg", "存不下", "去掉几张照片");
            teacher.picture("offline-full");
            assertThat(teacher.at("#topic").inputValue()).isEqualTo("存不下的一课");
            PlaywrightAssertions.assertThat(teacher.at("[data-waiting-count]")).hasText("1");
            phone.leavesRoomFor(20_000_000);
            phone.save();
            phone.isWaiting("waiting", 2);
            teacher.at(".wait-row:has-text('存不下的一课') summary").tap();
            teacher.picture("offline-remove");
            teacher.at(".wait-row:has-text('存不下的一课') [data-remove]").tap();
            phone.isWaiting("waiting", 1);
        }
    }

    @Test
    void aConflictShowsBothSidesAndThePersonChooses(Visitor visitor) {
        try (Phone phone = new Phone(visitor).ready();
                Walk principal = new Walk(chromium, Chromium.desktop(), visitor.base()).signIn(PRINCIPAL)) {
            Walk teacher = phone.walk;
            teacher.open("/activities/new");
            RecordingIT.fill(teacher, "2024-11-13", "两边都改的一课");
            phone.save();
            teacher.at("[data-recorded]").waitFor();
            String occasion = teacher.path();
            teacher.open(occasion + "/edit");
            principal.open(occasion + "/edit");
            principal.at("#topic").fill("校长改的课题");
            principal.at("#people").fill("示例教师03、别的老师");
            principal.at("#record .only-d .btn-primary").click();
            principal.at("[data-recorded]").waitFor();
            phone.goOffline();
            teacher.at("#topic").fill("老师改的课题");
            phone.save();
            phone.isWaiting("waiting", 1);
            phone.goOnline();
            phone.isWaiting("conflict", 1);
            teacher.picture("offline-conflict");
            teacher.at("[data-open]").tap();
            teacher.at("#conflict").waitFor();
            assertThat(teacher.at("#conflict").innerText()).contains("老师改的课题", "校长改的课题", "别的老师", PRINCIPAL)
                    .doesNotContain("各校参加人数");
            teacher.at("[name=take_TOPIC][value=mine]").check();
            teacher.at("[name=take_PEOPLE][value=theirs]").check();
            teacher.picture("offline-conflict-chosen");
            phone.save();
            teacher.at("[data-recorded]").waitFor();
            assertThat(teacher.at("main").innerText()).contains("老师改的课题", "别的老师").doesNotContain("校长改的课题");
            teacher.open("/waiting");
            phone.isWaiting("conflict", 0);
        }
    }

    @Test
    void anotherSessionAndAnotherPersonFindNothingOfTheFirst(Visitor visitor) {
        try (Phone phone = new Phone(visitor).ready()) {
            Walk teacher = phone.walk;
            phone.goOffline();
            teacher.open("/activities/new");
            RecordingIT.fill(teacher, "2024-11-14", "过期以后才发的一课");
            phone.save();
            phone.isWaiting("waiting", 1);
            teacher.profile().clearCookies();
            phone.goOnline();
            phone.isWaiting("sign-in", 1);
            teacher.picture("offline-sign-in-again");
            teacher.signIn(PRINCIPAL).open("/waiting");
            phone.isWaiting("sign-in", 0);
            PlaywrightAssertions.assertThat(teacher.at("[data-others]")).isVisible();
            assertThat(teacher.page().evaluate(
                    "async () => (await caches.keys()).filter(name => name.startsWith('jgt-pages-')).length"))
                    .as("one person's pages at most").isIn(0, 1);
            teacher.signIn(TEACHER).open("/waiting");
            phone.isWaiting("sent", 1);
        }
    }

    /** Noise, which no compression makes small. */
    private static FilePayload photo(String name, int edge) {
        BufferedImage picture = new BufferedImage(edge, edge, BufferedImage.TYPE_INT_RGB);
        Random noise = new Random(edge);
        for (int y = 0; y < edge; y++) {
            for (int x = 0; x < edge; x++) {
                picture.setRGB(x, y, noise.nextInt(0x1000000) & 0x7F7F7F);
            }
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, "jpg", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new FilePayload(name, "image/jpeg", out.toByteArray());
    }
}
