package org.jiaogongti.platform.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ServiceWorkerPolicy;
import java.util.Objects;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.access.Actors;
import org.jiaogongti.platform.access.Scope;
import org.jiaogongti.platform.activity.Activities;
import org.jiaogongti.platform.activity.ActivityRecords;
import org.jiaogongti.platform.activity.OccasionLives;
import org.jiaogongti.platform.attendance.Arrivals;
import org.jiaogongti.platform.attendance.AttendedLesson;
import org.jiaogongti.platform.attendance.Expected;
import org.jiaogongti.platform.attendance.RollHistory;
import org.jiaogongti.platform.attendance.Rolls;
import org.jiaogongti.platform.staff.People;
import org.jiaogongti.platform.testing.PlatformTest;
import org.jiaogongti.platform.testing.Visitor;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** 签到 in real browsers: the host's screen, a phone that chooses its name, and one in a hall without network. */
@PlatformTest
final class AttendanceIT {

    private final AttendedLesson lesson;
    private final Rolls rolls;
    private final Arrivals arrivals;

    AttendanceIT(Activities activities, ActivityRecords records, RollHistory history, OccasionLives lives,
            People people, Rolls rolls, Arrivals arrivals, Actors actors, JdbcClient jdbc,
            TransactionTemplate transaction) {
        this.lesson = new AttendedLesson(activities,
                new AttendedLesson.Around(records, history, lives, people, actors), jdbc, transaction);
        this.rolls = rolls;
        this.arrivals = arrivals;
    }

    private Rolls.Shown shown() {
        return Scope.call(AttendedLesson.DISTRICT, () -> rolls.shown(lesson.principal(), lesson.id())).orElseThrow();
    }

    @Test
    void aHallSignsInWithAndWithoutNetwork(Visitor visitor) {
        try (Chromium chromium = new Chromium();
                Walk host = new Walk(chromium, Chromium.desktop().setViewportSize(1280, 900), visitor.base())
                        .signIn("示例校长03");
                Walk phone = new Walk(chromium, Chromium.phone(), visitor.base());
                Cable cable = new Cable(visitor.base());
                Walk dark = new Walk(chromium, Chromium.phone().setServiceWorkers(ServiceWorkerPolicy.ALLOW),
                        cable.base())) {
            host.open(lesson.at());
            host.picture("attendance-host-begin");
            host.at("form[action$='/opening'] button").click();
            host.at("[data-pin]").waitFor();
            choosesTheirName(phone);
            Locator there = host.at("#list .sg:has-text('" + lesson.expected().getFirst().name() + "') .t-done");
            PlaywrightAssertions.assertThat(there).isVisible();
            withoutNetwork(dark, cable, lesson.expected().get(4));
            host.at("button.sg >> nth=0").click();
            stranger(phone);
            host.open(lesson.at());
            host.picture("attendance-host");
            narrow(host);
            host.open(lesson.at() + "/paper");
            host.picture("attendance-paper");
            sample(host);
            host.open(lesson.at() + "/wall");
            host.picture("attendance-wall");
            host.profile().setOffline(true);
            host.page().evaluate("performance.now = () => 90000000");
            PlaywrightAssertions.assertThat(host.at("[data-no-qr]")).isVisible();
            assertThat(host.at("[data-pin]").innerText()).matches("\\d{3} \\d{3}");
            host.profile().setOffline(false);
            host.hadNothingToComplainOf();
            phone.hadNothingToComplainOf();
        } finally {
            lesson.takeBack();
        }
    }

    /** Today's open roll of the sample world, as the school where it is sees it. */
    private void sample(Walk host) {
        host.open("/activities/" + lesson.sampleRoll());
        host.at("#attendance a").first().click();
        host.at("[data-pin]").waitFor();
        host.picture("attendance-sample");
    }

    /** The host may have nothing but a phone. */
    private void narrow(Walk host) {
        for (int width : new int[]{390, 320}) {
            host.page().setViewportSize(width, 844);
            host.open(lesson.at());
            assertThat((Integer) host.page().evaluate("document.documentElement.scrollWidth"))
                    .isLessThanOrEqualTo(width);
            host.picture("attendance-host-" + width);
        }
        host.page().setViewportSize(1280, 900);
    }

    private void choosesTheirName(Walk phone) {
        Expected me = lesson.expected().getFirst();
        phone.open("/attend/" + shown().ticket().text());
        phone.picture("attendance-phone-school");
        phone.at(".pick label:has-text('" + me.schoolName() + "')").tap();
        phone.at("#q").fill(me.name());
        Locator mine = phone.at("#names label:has-text('" + me.name() + "')");
        mine.waitFor();
        mine.tap();
        PlaywrightAssertions.assertThat(phone.at("[data-i-am]")).hasText("我是" + me.name() + "，签到");
        phone.picture("attendance-phone-name");
        new PageCheck(phone.page(), new java.util.ArrayList<>()).hasOneHeading("sign-in page");
        phone.page().setViewportSize(320, 844);
        assertThat((Integer) phone.page().evaluate("document.documentElement.scrollWidth")).isLessThanOrEqualTo(320);
        phone.page().setViewportSize(390, 844);
        phone.at("[data-i-am]").tap();
        phone.at(".bigmark").waitFor();
        phone.picture("attendance-phone-done");
    }

    private void stranger(Walk phone) {
        phone.at("a[href*='show=other']").tap();
        phone.at("summary").first().tap();
        phone.at("#unit").fill("示例区教研室");
        phone.at("#name").fill("示例来宾79");
        phone.picture("attendance-phone-stranger");
        phone.at("form:has(#unit) button").tap();
        phone.at(".bigmark .t-soon").waitFor();
    }

    /** The page was opened on the way, without an account; in the hall it opens again, with nothing but the digits on the wall. */
    private void withoutNetwork(Walk dark, Cable cable, Expected who) {
        Actor actor = new Actor(new java.util.UUID(5, 5), who.person(), who.name(), lesson.principal().postings());
        String ticket = Scope.call(AttendedLesson.DISTRICT, () -> arrivals.along(actor, lesson.id())).orElseThrow()
                .text();
        dark.open("/attend/at/" + ticket);
        dark.picture("attendance-phone-along");
        assertThat(dark.page().evaluate("""
                async () => {
                    await navigator.serviceWorker.ready;
                    for (let tries = 0; tries < 200; tries++) {
                        for (const name of (await caches.keys()).filter(each => each.endsWith('-guest'))) {
                            if (await (await caches.open(name)).match(location.pathname)) return true;
                        }
                        await new Promise(done => setTimeout(done, 50));
                    }
                    return false;
                }""")).as("kept for nobody in particular").isEqualTo(true);
        cable.cut();
        dark.profile().setOffline(true);
        dark.page().reload();
        PlaywrightAssertions.assertThat(dark.at("#kept")).isVisible();
        dark.at("#pin").fill(shown().pin());
        dark.at("[data-along] button").tap();
        PlaywrightAssertions.assertThat(dark.at("[data-kept-here]")).isVisible();
        dark.picture("attendance-phone-kept");
        assertThat(lesson.rows("SIGNED")).isEqualTo(1);
        cable.mend();
        dark.profile().setOffline(false);
        dark.at(".bigmark").waitFor();
        assertThat(lesson.rows("SIGNED")).isEqualTo(2);
        assertThat(Objects.requireNonNull(dark.page().evaluate("localStorage.getItem('jgt-attend')"))).isEqualTo("[]");
    }
}
