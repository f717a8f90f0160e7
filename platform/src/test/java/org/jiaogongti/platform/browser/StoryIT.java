package org.jiaogongti.platform.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.access.Actors;
import org.jiaogongti.platform.access.District;
import org.jiaogongti.platform.access.Scope;
import org.jiaogongti.platform.activity.Activities;
import org.jiaogongti.platform.activity.Outcome;
import org.jiaogongti.platform.attendance.Rolls;
import org.jiaogongti.platform.testing.PlatformTest;
import org.jiaogongti.platform.testing.Visitor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A term's working life in one go: 集体备课 is planned on a phone, checked, filed, announced, moved, attended by 26 people with
 * a browser each, recorded with minutes, confirmed by the school where it was, and found again in duties, ledger and calendar.
 */
@PlatformTest
final class StoryIT {

    private static final District DISTRICT = new District("330213");
    private static final String TOPIC = "六上 能量的转换 共同体备课";
    private static final String CONVENOR = "示例教师01";
    private static final String RECEIVER = "示例教务05";
    /** They have accounts, and so can take the page along to a hall without network. */
    private static final List<String> IN_THE_DARK = List.of("示例教师03", "示例校长03", RECEIVER);
    private static final int EXPECTED = 26;

    private static Chromium chromium;

    private final Activities activities;
    private final Actors actors;
    private final Rolls rolls;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    StoryIT(Activities activities, Actors actors, Rolls rolls, JdbcClient jdbc, TransactionTemplate transaction) {
        this.activities = activities;
        this.actors = actors;
        this.rolls = rolls;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    @BeforeAll
    static void start() {
        chromium = new Chromium();
    }

    @AfterAll
    static void stop() {
        chromium.close();
    }

    /** Somebody on the list, as the list names them. */
    private record Guest(String name, String school) {}

    @Test
    void jointPlanningGoesFromThePlanToTheLedger(Visitor visitor) {
        String base = visitor.base();
        try (Walk convenor = new Walk(chromium, Chromium.phone(), base).signIn(CONVENOR);
                Walk receiver = new Walk(chromium, Chromium.phone(), base).signIn(RECEIVER);
                Walk desk = new Walk(chromium, Chromium.desktop(), base)) {
            String at = plans(convenor);
            Map<String, Integer> before = figures(desk.signIn(CONVENOR), at);
            isCheckedAndFiled(convenor, desk, at);
            announces(convenor, at);
            invites(convenor, at);
            movesToToday(convenor, at);
            List<Guest> guests = guests(convenor, at);
            assertThat(guests).hasSize(EXPECTED);
            allSignIn(convenor, base, at, guests);
            closesAndRecords(convenor, at);
            confirms(receiver, at);
            Map<String, Integer> after = figures(desk.signIn(CONVENOR), at);
            assertThat(before).hasSizeGreaterThanOrEqualTo(4);
            assertThat(after.keySet()).as("and the two papers").containsAll(before.keySet())
                    .hasSize(before.size() + 2);
            assertThat(after).allSatisfy((duty, counted) -> assertThat(counted).as(duty)
                    .isEqualTo(before.getOrDefault(duty, 0) + 1));
            isInLedgerAndCalendar(desk, before.keySet());
            List.of(convenor, receiver, desk).forEach(Walk::hadNothingToComplainOf);
        }
    }

    /** On a phone, for the week after; what is held there also serves lessons. */
    private static String plans(Walk convenor) {
        convenor.open("/activities/new");
        convenor.at("#date").fill("2024-11-27");
        convenor.chooseSchool("#host", "育才学校");
        convenor.at(".pick label:has(input[value=joint-planning])").first().tap();
        convenor.at("#people").fill(CONVENOR);
        convenor.chooseSchool("#leader", "居敬小学");
        convenor.at("#subject").selectOption("科学");
        convenor.at("#topic").fill(TOPIC);
        for (String school : List.of("居敬小学", "育才学校", "江口小学", "南浦小学")) {
            convenor.at(".seats div:has(> label:has-text('" + school + "')) input[name^=p_]").first().fill("6");
        }
        for (String kind : List.of("demonstration-lesson", "lesson-observation")) {
            convenor.at(".part[data-kind=" + kind + "] input[type=checkbox]").check();
        }
        convenor.picture("story-1-plan");
        convenor.at(".actbar .btn-primary").tap();
        convenor.at("[data-recorded]").waitFor();
        return convenor.path();
    }

    /** What the pages of the duties that this is for say is done, by their address. */
    private static Map<String, Integer> figures(Walk walk, String at) {
        walk.open(at);
        List<String> duties = new ArrayList<>();
        walk.at(".live .row1 a:not(.cl)").all().forEach(link -> duties.add(link.getAttribute("href")));
        Map<String, Integer> figures = new LinkedHashMap<>();
        for (String duty : duties) {
            walk.open(duty);
            figures.put(duty, Integer.parseInt(walk.at(".fig .big").innerText().strip()));
        }
        return figures;
    }

    private static void isCheckedAndFiled(Walk convenor, Walk desk, String at) {
        convenor.open(at + "/filing");
        convenor.at("#agenda").fill("1. 看一节课；2. 说课。");
        convenor.at("#attendees").fill("四校科学教师 26 人。");
        convenor.at("form[action$='/filing'] .btn-primary").tap();
        convenor.at(".tray-sheet").waitFor();
        String filing = convenor.path();

        desk.signIn("示例教研员01").open("/filings");
        desk.at("main a[href*='" + filing.substring("/filings/".length()) + "']").first().click();
        desk.at("#words").fill("请写明谁主备，课后怎样改教案。");
        desk.at("[data-tray-return]").click();
        desk.open(filing);
        desk.picture("story-2-returned");

        convenor.open(at + "/filing");
        assertThat(convenor.at(".nt.soon:visible").innerText()).contains("请写明谁主备", "示例教研员01");
        convenor.picture("story-3-advice");
        convenor.at("#agenda").fill("1. 示例教师01 主备并上一节课；2. 说课；3. 当天改好教案发各校。");
        convenor.at("form[action$='/filing'] .btn-primary").tap();
        convenor.at(".tray-sheet").waitFor();

        desk.open(filing);
        assertThat(desk.at(".plan ins").first().innerText()).isNotBlank();
        desk.at("[data-tray-approve]").click();
        desk.open(filing);
        PlaywrightAssertions.assertThat(desk.at(".tray-sheet .st").first()).hasText("已报备，等收下");

        desk.signIn("示例研训01").open("/filings");
        desk.at("main a[href*='" + filing.substring("/filings/".length()) + "']").first().click();
        assertThat(desk.at(".tl").first().innerText()).contains("示例教研员01", "请写明谁主备");
        desk.picture("story-4-department");
        desk.at("form[action='" + filing + "/acceptance'] button").click();
        desk.open(filing);
        PlaywrightAssertions.assertThat(desk.at(".tray-sheet .st").first()).hasText("研训部已收下");
    }

    private static void announces(Walk convenor, String at) {
        convenor.open(at + "/announcement");
        convenor.at("input[name=entry][value=INVITED]").check();
        convenor.at("#words").fill("请带本年级的教案。");
        convenor.at("form[action$='/announcement'] .btn-primary").tap();
        convenor.at("[data-recorded]").waitFor();
        assertThat(convenor.at("main").innerText()).contains("请带本年级的教案");
    }

    /** The subject's group at once, some by name, the others as the search finds them. */
    private static void invites(Walk convenor, String at) {
        convenor.open(at + "/invitees");
        convenor.at("form[action$='/invitees/group'] button").tap();
        convenor.at("tbody tr").first().waitFor();
        for (String name : IN_THE_DARK) {
            finds(convenor, name);
            if (convenor.at("input[name=person]").count() == 1) {
                convenor.at("form[action$='/invitees'] .btn-primary").tap();
                convenor.at("tbody tr td:text-is('" + name + "')").waitFor();
            }
        }
        finds(convenor, "示例教师");
        int missing = EXPECTED - convenor.at("tbody tr").count();
        Locator found = convenor.at("#find input[name=person]");
        for (int next = 0; next < missing; next++) {
            found.nth(next).check();
        }
        convenor.picture("story-5-invite");
        convenor.at("#find form[method=post] .btn-primary").tap();
        PlaywrightAssertions.assertThat(convenor.at("tbody tr")).hasCount(EXPECTED);
    }

    private static void finds(Walk convenor, String name) {
        convenor.at("#q").fill(name);
        convenor.at("#find form[method=get] button").tap();
        convenor.page().waitForURL("**/invitees?q=**");
    }

    private static void movesToToday(Walk convenor, String at) {
        convenor.open(at + "/moving");
        convenor.at("#date").fill("2024-11-20");
        convenor.at("#reason").fill("下周育才学校运动会，提前到今天。");
        convenor.at("form[action$='/moving'] .btn-primary").tap();
        convenor.at("[data-recorded]").waitFor();
        assertThat(convenor.at("main").innerText()).contains("运动会");
    }

    private static List<Guest> guests(Walk convenor, String at) {
        convenor.open(at + "/invitees");
        return convenor.at("table.lines tbody tr").all().stream().map(row -> {
            List<String> cells = row.locator("td").allInnerTexts();
            return new Guest(cells.get(0).strip(), cells.get(1).strip());
        }).toList();
    }

    private void allSignIn(Walk host, String base, String at, List<Guest> guests) {
        host.open(at + "/attendance");
        host.at("form[action$='/opening'] button").tap();
        host.at("[data-pin]").waitFor();
        List<Guest> others = new ArrayList<>(guests);
        others.removeIf(guest -> IN_THE_DARK.contains(guest.name()));
        Guest onPaper = others.removeLast();
        List<Dark> dark = new ArrayList<>();
        try {
            IN_THE_DARK.forEach(name -> dark.add(new Dark(base, name, at)));
            dark.forEach(phone -> phone.signsInWithoutNetwork(shown(at).pin()));
            boolean scans = true;
            for (Guest guest : others) {
                signsIn(base, at, guest, scans);
                scans = !scans;
            }
            assertThat(signed(at)).isEqualTo(EXPECTED - IN_THE_DARK.size() - 1);
            dark.getFirst().losesTheFirstAnswer();
            dark.forEach(Dark::comesBack);
        } finally {
            dark.forEach(Dark::close);
        }
        assertThat(signed(at)).as("each once").isEqualTo(EXPECTED - 1);
        host.open(at + "/attendance/paper");
        host.at("label.sg.un:has-text('" + onPaper.name() + "') input").check();
        host.picture("story-6-paper");
        host.at("form[action$='/ticks'] .btn-primary").tap();
        PlaywrightAssertions.assertThat(host.at("label.sg.un:has-text('" + onPaper.name() + "')")).hasCount(0);
        assertThat(signed(at)).isEqualTo(EXPECTED);
        assertThat(host.at("main").innerText()).contains(IN_THE_DARK);
    }

    /** A phone of its own, without account: from the code on the wall or the digits beside it to the own name. */
    private void signsIn(String base, String at, Guest guest, boolean scans) {
        try (Walk phone = light(base)) {
            if (scans) {
                phone.open("/attend/" + shown(at).ticket().text());
            } else {
                phone.open("/attend");
                phone.at("#pin").fill(shown(at).pin());
                phone.at("form[action='/attend'] button").tap();
            }
            phone.at(".pick label:has-text('" + guest.school() + "')").tap();
            phone.at("#q").fill(guest.name());
            Locator mine = phone.at("#names label:has(.myname:text-is('" + guest.name() + "'))");
            try {
                mine.waitFor(new Locator.WaitForOptions().setTimeout(3_000));
            } catch (TimeoutError slow) {
                phone.at("#look button").tap();
            }
            mine.tap();
            phone.at("[data-i-am]").tap();
            phone.at(".bigmark").waitFor();
        }
    }

    private static Walk light(String base) {
        Walk phone = new Walk(chromium, Chromium.phone(), base);
        phone.profile().setDefaultTimeout(30_000);
        return phone;
    }

    /** The phone of somebody who opened the page on the way, at the end of a cable. */
    private static final class Dark implements AutoCloseable {

        private final Cable cable;
        private final Walk phone;
        private boolean loses;

        Dark(String base, String name, String at) {
            cable = new Cable(base);
            phone = new Walk(chromium, Chromium.phone(), cable.base());
            phone.signIn(name).open(at);
            phone.at("a[href='" + at + "/attendance/along']").tap();
            phone.at("[data-along]").waitFor();
        }

        void signsInWithoutNetwork(String pin) {
            cable.cut();
            phone.profile().setOffline(true);
            phone.at("#pin").fill(pin);
            phone.at("[data-along] button").tap();
            PlaywrightAssertions.assertThat(phone.at("[data-kept-here]")).isVisible();
        }

        void losesTheFirstAnswer() {
            cable.loseTheAnswerTo("POST /attend/later");
            loses = true;
        }

        void comesBack() {
            cable.mend();
            phone.profile().setOffline(false);
            if (loses) {
                phone.page().waitForCondition(() -> cable.lost() == 1);
                phone.page().reload();
            }
            phone.at(".bigmark").waitFor();
            phone.page().waitForCondition(this::keepsNothing);
        }

        private boolean keepsNothing() {
            try {
                return "[]".equals(phone.page().evaluate("localStorage.getItem('jgt-attend')"));
            } catch (PlaywrightException reloading) {
                return false;
            }
        }

        @Override
        public void close() {
            phone.close();
            cable.close();
        }
    }

    private static void closesAndRecords(Walk convenor, String at) {
        convenor.open(at + "/attendance");
        convenor.at("form[action$='/closing'] button").tap();
        PlaywrightAssertions.assertThat(convenor.at("form[action$='/opening']")).isVisible();
        PlaywrightAssertions.assertThat(convenor.at("main")).containsText(Integer.toString(EXPECTED));
        convenor.picture("story-7-closed");
        convenor.open(at);
        convenor.at("form[action$='/held'] button").tap();
        convenor.at("a[href='" + at + "/minutes']").first().tap();
        convenor.at("#text").fill("看了一节课，改好的教案已发四校。\n各校下周试上。");
        convenor.at("form[action$='/minutes'] .btn-primary").tap();
        PlaywrightAssertions.assertThat(convenor.at("#minutes")).containsText("各校下周试上");
        convenor.picture("story-8-recorded");
    }

    private static void confirms(Walk receiver, String at) {
        receiver.open("/school");
        receiver.at("#confirm form[action='" + at + "/answers'] button[value=came]").tap();
        PlaywrightAssertions.assertThat(receiver.at("#confirm form[action='" + at + "/answers']"))
                .hasCount(0, new LocatorAssertions.HasCountOptions().setTimeout(20_000));
        receiver.open(at);
        assertThat(receiver.at("#answer").innerText()).contains(RECEIVER);
        receiver.picture("story-9-confirmed");
    }

    private static void isInLedgerAndCalendar(Walk desk, Iterable<String> duties) {
        for (String duty : duties) {
            desk.open("/ledgers?duty=" + duty.split("/")[2]);
            assertThat(desk.at("#ledger").innerText()).as(duty).contains(TOPIC);
        }
        desk.picture("story-10-ledger");
        desk.open("/agenda/feeds");
        desk.at("form[action='/agenda/feeds'] .btn-primary").click();
        URI address = URI.create(desk.at(".secret").innerText().strip());
        String calendar = desk.page().request().get(desk.page().url().replaceFirst("(://[^/]+).*", "$1")
                + address.getPath()).text().replace("\r\n ", "");
        assertThat(calendar).contains("BEGIN:VCALENDAR", TOPIC);
    }

    private Rolls.Shown shown(String at) {
        return Scope.call(DISTRICT, () -> rolls.shown(convenor(), id(at))).orElseThrow();
    }

    private int signed(String at) {
        return in(
                () -> jdbc.sql("SELECT count(*)::int FROM attendance.arrival WHERE occasion = :id AND state = 'SIGNED'")
                        .param("id", id(at)).query(Integer.class).single());
    }

    private static UUID id(String at) {
        return UUID.fromString(at.substring("/activities/".length()));
    }

    private Actor convenor() {
        UUID account = in(() -> jdbc.sql("SELECT id FROM access.account WHERE name = :name").param("name", CONVENOR)
                .query(UUID.class).single());
        return Scope.call(DISTRICT, () -> actors.ofAccount(account)).orElseThrow();
    }

    private <T> T in(Supplier<T> work) {
        return Scope.call(DISTRICT, () -> transaction.execute(_ -> work.get()));
    }

    /** What was told goes again, and with it what it moved. */
    @AfterEach
    void takeBack() {
        for (UUID id : in(
                () -> jdbc.sql("SELECT id FROM activity.occasion WHERE topic = :topic AND state <> 'WITHDRAWN'")
                        .param("topic", TOPIC).query(UUID.class).list())) {
            int version = in(() -> jdbc.sql("SELECT version FROM activity.occasion WHERE id = :id").param("id", id)
                    .query(Integer.class).single());
            assertThat(Scope.call(DISTRICT, () -> activities.withdraw(convenor(), id, version, "试完了")))
                    .isInstanceOf(Outcome.Done.class);
            for (String sql : List.of(
                    "DELETE FROM attendance.phone WHERE person IN (SELECT person FROM activity.invitee WHERE occasion = :id)",
                    "DELETE FROM attendance.arrival WHERE occasion = :id",
                    "DELETE FROM attendance.roll WHERE occasion = :id",
                    "DELETE FROM activity.invitee WHERE occasion = :id")) {
                in(() -> jdbc.sql(sql).param("id", id).update());
            }
        }
        in(() -> jdbc.sql("DELETE FROM agenda.feed WHERE account = :account").param("account", convenor().accountId())
                .update());
    }
}
