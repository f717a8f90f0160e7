package org.jiaogongti.platform.attendance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.access.Actors;
import org.jiaogongti.platform.access.District;
import org.jiaogongti.platform.access.Scope;
import org.jiaogongti.platform.activity.Activities;
import org.jiaogongti.platform.activity.ActivityRecords;
import org.jiaogongti.platform.activity.Invitees;
import org.jiaogongti.platform.activity.OccasionLives;
import org.jiaogongti.platform.attendance.Rolls.Shown;
import org.jiaogongti.platform.staff.People;
import org.jiaogongti.platform.testing.Page;
import org.jiaogongti.platform.testing.PlatformTest;
import org.jiaogongti.platform.testing.Visitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** 签到 over HTTP: the host's pages, phones without an account, what waits for the host, paper, and what arrives late. */
@PlatformTest
class AttendancePagesTest {

    private static final District DISTRICT = AttendedLesson.DISTRICT;

    private final Rolls rolls;
    private final Arrivals arrivals;
    private final Guessing guessing;
    private final Nights nights;
    private final Invitees invitees;
    private final Supplier<AttendedLesson> holding;
    private AttendedLesson lesson;
    private UUID occasion;
    private List<Expected> expected;

    AttendancePagesTest(Activities activities, ActivityRecords records, Rolls rolls, RollHistory history,
            OccasionLives lives, People people, Arrivals arrivals, Guessing guessing, Actors actors, JdbcClient jdbc,
            PlatformTransactionManager transactions, Nights nights, Invitees invitees) {
        this.nights = nights;
        this.invitees = invitees;
        this.rolls = rolls;
        this.arrivals = arrivals;
        this.guessing = guessing;
        this.holding = () -> new AttendedLesson(activities,
                new AttendedLesson.Around(records, history, lives, people, actors), jdbc,
                new TransactionTemplate(transactions));
    }

    @BeforeEach
    void hold() {
        lesson = holding.get();
        occasion = lesson.id();
        expected = lesson.expected();
    }

    @AfterEach
    void takeBack() {
        lesson.takeBack();
    }

    private static <T> T in(ScopedValue.CallableOp<T, RuntimeException> work) {
        return Scope.call(DISTRICT, work);
    }

    private <T> T asked(Class<T> type, String sql) {
        return lesson.one(type, sql);
    }

    private List<String> texts(String sql) {
        return lesson.list(String.class, sql);
    }

    private int rows(String state) {
        return lesson.rows(state);
    }

    private String at() {
        return lesson.at();
    }

    private Visitor host(Visitor visitor) {
        Visitor host = visitor.as("示例校长03");
        assertThat(host.submit(host.get(at()), "form[action$=/opening]", Map.of()).status()).isEqualTo(303);
        return host;
    }

    private Shown shown() {
        return in(() -> rolls.shown(lesson.principal(), occasion)).orElseThrow();
    }

    private static String local(Page redirect) {
        assertThat(redirect.status()).as(redirect.toString()).isEqualTo(303);
        return redirect.location().substring(redirect.location().indexOf("/attend"));
    }

    /** A phone that scanned the screen, at its page. */
    private String scanned(Visitor phone) {
        return local(phone.get("/attend/" + shown().ticket().text()));
    }

    private Page choose(Visitor phone, String page, Expected who, Map<String, String> more) {
        Map<String, String> fields = new HashMap<>(more);
        fields.put("person", who.person().toString());
        return phone.submit(phone.get(page + "?show=other&q=" + URLEncoder.encode(who.name(),
                StandardCharsets.UTF_8)), "#names form", fields);
    }

    @Test
    void aPhoneWithoutAnAccountSignsInOnceAndIsRemembered(Visitor visitor) {
        Visitor host = host(visitor);
        Page page = host.get(at());
        assertThat(page.text()).contains("/ 6 人", "谁签了").contains(expected.getFirst().name());
        assertThat(page.html().select("[data-pin]").text().replace(" ", "")).isEqualTo(shown().pin());
        assertThat(page.html().select("#code svg.qr path").attr("d")).isNotEmpty();
        assertThat(host.get(at() + "/wall").html().select("noscript meta[http-equiv=refresh]")).hasSize(1);
        Visitor phone = visitor.another();
        String door = scanned(phone);
        Page empty = phone.get(door);
        assertThat(empty.text()).as("never the whole list").doesNotContain(expected.getFirst().name())
                .contains(expected.getFirst().schoolName());
        assertThat(visitor.another().get(door).status()).as("the page of another phone").isEqualTo(404);
        Expected me = expected.getFirst();
        Page form = phone.get(door + "?q=" + URLEncoder.encode(me.name(),
                StandardCharsets.UTF_8));
        assertThat(form.html().select("input[type=radio][name=person]").size()).isLessThanOrEqualTo(8);
        try (ExecutorService twenty = Executors.newFixedThreadPool(20)) {
            List<Callable<Integer>> sendings = new ArrayList<>();
            for (int each = 0; each < 20; each++) {
                sendings.add(() -> phone.submit(form, "#names form", Map.of("person", me.person().toString(),
                        "remember", "on")).status());
            }
            assertThat(twenty.invokeAll(sendings)).allMatch(sent -> sent.resultNow() == 303);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        assertThat(rows("SIGNED")).as("sent twenty times").isEqualTo(1);
        assertThat(phone.get(door).text()).contains(me.name() + "，签好了", "扫码");
        Visitor second = visitor.another();
        String other = scanned(second);
        assertThat(second.get(other + "?q=" + URLEncoder.encode(me.name(),
                StandardCharsets.UTF_8)).text()).contains("已签");
        assertThat(second.post(other, Map.of("person", me.person().toString())).status()).as("without a token")
                .isEqualTo(403);
        assertThat(phone.submit(phone.get(door), "form[action$=/undo]", Map.of()).status()).isEqualTo(303);
        assertThat(rows("SIGNED")).isZero();
        Page known = phone.get(scanned(phone));
        assertThat(known.text()).contains("我是" + me.name() + "，签到");
        assertThat(phone.submit(known, "form[action*=/attend/at/]:has(input[name=person])", Map.of()).status())
                .isEqualTo(303);
        assertThat(asked(String.class, "SELECT way FROM attendance.arrival WHERE occasion = :id AND state = 'SIGNED'"))
                .isEqualTo("PHONE");
    }

    @Test
    void whatAPhoneCannotDecideTheHostDoesAndTheNumberComesFromHere(Visitor visitor) {
        Visitor host = host(visitor);
        Visitor phone = visitor.another();
        String door = scanned(phone);
        assertThat(choose(phone, door, expected.get(0), Map.of()).status()).isEqualTo(303);
        assertThat(choose(phone, door, expected.get(3), Map.of()).status()).isEqualTo(303);
        assertThat(phone.get(door).text()).contains("交给主持人了");
        Visitor stranger = visitor.another();
        Page unknown = stranger.get(scanned(stranger));
        assertThat(stranger.submit(unknown, "form:has(#unit)", Map.of("unit", " ", "name", "示例来宾77")).status())
                .isEqualTo(422);
        assertThat(stranger.submit(unknown, "form:has(#unit)", Map.of("unit", "示例局", "name", "示例来宾77")).status())
                .isEqualTo(303);
        Page waiting = host.get(at());
        assertThat(waiting.text()).contains("要您看一眼 2 件", "第二个名字", "示例局 示例来宾77");
        for (int each = 0; each < 2; each++) {
            assertThat(host.submit(host.get(at()), "form[action$=/decision]", Map.of("answer", "there")).status())
                    .isEqualTo(303);
        }
        assertThat(host.submit(host.get(at()), "#ticks", Map.of("person", expected.get(1).person().toString(), "note",
                "没带手机")).status()).isEqualTo(303);
        assertThat(host.submit(host.get(at() + "/paper"), "form:has(input[value=paper])",
                Map.of("person", expected.get(2).person().toString())).status()).isEqualTo(303);
        assertThat(host.get(at() + "/paper").text()).contains("主持人代签 · 没带手机", "纸面");
        assertThat(host.submit(host.get(at()), "#ticks", Map.of("person", UUID.randomUUID().toString())).status())
                .as("not on the list").isEqualTo(404);
        assertThat(sheet(host)).contains("签到表", expected.get(4).name(), "已用手机签");
        assertThat(host.get(at() + "/sheet.pdf").bytes().length).isGreaterThan(3_000);
        String code = shown().ticket().text();
        Page unclear = host.submit(host.get(at()), "form[action$=/closing]", Map.of("began", "09:00", "ended", "8:30"));
        assertThat(unclear.status()).isEqualTo(422);
        assertThat(unclear.text()).contains("起止时间没有看懂");
        assertThat(host.submit(host.get(at()), "form[action$=/closing]", Map.of("began", "08:50", "ended", "10:20"))
                .status()).isEqualTo(303);
        assertThat(host.get(at()).text()).contains("实际 08:50–10:20");
        assertThat(present()).as("three of the host's school, one of the other").containsExactlyInAnyOrder(3, 1);
        assertThat(stranger.get("/attend/" + code).text()).contains("签到已经结束");
        assertThat(host.submit(host.get(at() + "/paper"), "form[action$=/removal]", Map.of()).status())
                .isEqualTo(303);
        assertThat(present().stream().mapToInt(Integer::intValue).sum()).as("corrected").isEqualTo(3);
        assertThat(host.get("/activities/" + occasion).text()).contains("已签 4 / 7 人");
        assertThat(asked(Integer.class, "SELECT count(device)::int FROM attendance.arrival WHERE occasion = :id"))
                .as("phones are forgotten").isZero();
        assertThat(texts(
                "SELECT action FROM journal.entry WHERE object_kind = 'roll' AND object_id = :id ORDER BY number"))
                .containsExactly("RollOpened", "ArrivalsTicked", "ArrivalsTicked", "RollClosed");
    }

    /** The words of the printed sheet's Word file. */
    private String sheet(Visitor host) {
        try (ZipInputStream word = new ZipInputStream(
                new ByteArrayInputStream(host.get(at() + "/sheet.docx").bytes()))) {
            for (ZipEntry entry = word.getNextEntry(); entry != null; entry = word.getNextEntry()) {
                if (entry.getName().equals("word/document.xml")) {
                    return new String(word.readAllBytes(), StandardCharsets.UTF_8);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return "";
    }

    private List<Integer> present() {
        return lesson.list(Integer.class, "SELECT people FROM activity.participant WHERE occasion = :id");
    }

    @Test
    void digitsAreTypedAndKeptDigitsArriveLaterInOrderAndOnce(Visitor visitor) {
        host(visitor);
        Visitor phone = visitor.another();
        Page digits = phone.get("/attend");
        Page wrong = phone.submit(digits, "form[action=/attend]", Map.of("pin", "12 34"));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.text()).contains("数字码不对");
        String door = local(phone.submit(digits, "form[action=/attend]", Map.of("pin", " " + shown().pin())));
        assertThat(choose(phone, door, expected.get(5), Map.of()).status()).isEqualTo(303);
        assertThat(asked(String.class, "SELECT way FROM attendance.arrival WHERE occasion = :id")).isEqualTo("PIN");
        String first = along(expected.get(0));
        String second = along(expected.get(1));
        String third = along(expected.get(2));
        Visitor dark = visitor.another();
        Page kept = dark.get("/attend/at/" + first);
        assertThat(kept.text()).contains(expected.get(0).name());
        long off = System.currentTimeMillis() - 3 * 3_600_000L;
        String body = "_csrf=" + kept.html().select("input[name=_csrf]").val() + item(second, 2, shown().pin(), off, 2)
                + item(first, 1, shown().pin(), off, 1) + item(first, 1, shown().pin(), off, 1)
                + item(third, 3, "000000".equals(shown().pin()) ? "000001" : "000000", off, 3);
        for (int sent = 0; sent < 2; sent++) {
            assertThat(dark.send(dark.request("/attend/later").header("Content-Type",
                    "application/x-www-form-urlencoded").POST(HttpRequest.BodyPublishers.ofString(body))
                    .build()).status()).isEqualTo(303);
        }
        assertThat(rows("SIGNED")).isEqualTo(3);
        assertThat(asked(String.class, "SELECT string_agg(name, ' ' ORDER BY arrived_at) FROM attendance.arrival "
                + "WHERE occasion = :id AND way = 'LATER' AND state = 'SIGNED'"))
                .isEqualTo(expected.get(0).name() + " " + expected.get(1).name());
        assertThat(asked(String.class, "SELECT why FROM attendance.arrival WHERE occasion = :id AND state = 'WAITING'"))
                .isEqualTo("CODE");
        Page now = dark.submit(dark.get("/attend/at/" + along(expected.get(3))), "form[action=/attend/later]",
                Map.of("pin", "000000".equals(shown().pin()) ? "000001" : "000000"));
        assertThat(now.status()).isEqualTo(422);
        assertThat(now.text()).contains("数字码不对");
        assertThat(dark.submit(dark.get("/attend/at/" + along(expected.get(3))), "form[action=/attend/later]",
                Map.of("pin", shown().pin())).status()).isEqualTo(303);
        assertThat(rows("SIGNED")).isEqualTo(4);
    }

    private String along(Expected who) {
        Actor actor = new Actor(UUID.randomUUID(), who.person(), who.name(), lesson.principal().postings());
        return in(() -> arrivals.along(actor, occasion)).orElseThrow().text();
    }

    private static String item(String ticket, int id, String pin, long at, int sequence) {
        return "&ticket=" + ticket + "&key=" + new UUID(0x7000, 0x8000_0000_0000_0000L | id) + "&pin=" + pin + "&at="
                + at + "&sequence=" + sequence;
    }

    @Test
    void codesThatAreOldOrOfOthersOpenNothingAndOnlyTheHostHosts(Visitor visitor) {
        Visitor host = host(visitor);
        String code = shown().ticket().text();
        Visitor phone = visitor.another();
        String mark = code.substring(code.length() - 16);
        assertThat(phone.get("/attend/" + code.replace(mark, "AAAAAAAAAAAAAAAA")).status()).isEqualTo(404);
        assertThat(phone.get("/attend/330212" + code.substring(6)).status()).isEqualTo(404);
        assertThat(phone.get("/attend/at/" + code).status()).as("a code is no ticket").isEqualTo(404);
        String door = scanned(phone);
        Page form = phone.get(door + "?q=1");
        assertThat(host.submit(host.get(at()), "form[action$=/closing]", Map.of()).status()).isEqualTo(303);
        assertThat(phone.get("/attend/" + code).text()).contains("签到已经结束");
        Page late = phone.submit(form, "form:has(#unit)", Map.of("unit", "示例局", "name", "示例来宾78"));
        assertThat(late.status()).isEqualTo(404);
        assertThat(late.text()).contains("签到已经结束");
        assertThat(rows("WAITING")).isZero();
        assertThat(present()).as("nobody signed in: what was typed stays").containsExactly(3, 3);
        Visitor other = visitor.as("示例校长18");
        assertThat(other.get(at() + "/wall").status()).isEqualTo(404);
        assertThat(visitor.as("示例技术员01").get(at()).status()).isEqualTo(403);
        Page seen = visitor.as("示例领导01").get(at());
        assertThat(seen.status()).isEqualTo(200);
        assertThat(seen.html().select("form[action*=attendance], svg.qr")).as("the bureau looks on").isEmpty();
    }

    @Test
    void guessingSlowsDownByAddressAndRightDigitsCostNothing() {
        String address = "test " + UUID.randomUUID();
        for (int wrong = 0; wrong < 20; wrong++) {
            assertThat(guessing.allowed(address)).isTrue();
            guessing.wrong(address);
        }
        assertThat(guessing.allowed(address)).isFalse();
        assertThat(guessing.allowed("test " + UUID.randomUUID())).as("another address").isTrue();
    }

    @Test
    void whatNobodyClosedIsClosedAtNightAndSaysSo(Visitor visitor) {
        Visitor host = host(visitor);
        Visitor phone = visitor.another();
        assertThat(choose(phone, scanned(phone), expected.get(0), Map.of()).status()).isEqualTo(303);
        assertThat(in(() -> nights.close(LocalDate.of(2024, 11, 20)))).as("not on its day").isZero();
        lesson.wasYesterday();
        assertThat(in(() -> nights.close(LocalDate.of(2024, 11, 20)))).isEqualTo(1);
        assertThat(in(() -> nights.close(LocalDate.of(2024, 11, 20)))).as("twice does no harm").isZero();
        assertThat(host.get(at()).text()).contains("没有人收尾", "自动结束了签到，共签到 1 人");
        assertThat(present()).as("counted").containsExactly(1);
    }

    @Test
    void aResearcherWhoIsInvitedSignsInForNoSchool(Visitor visitor) {
        UUID researcher = asked(UUID.class,
                """
                        SELECT p.person FROM staff.posting p JOIN activity.occasion o ON o.id = :id AND o.community = p.community
                         WHERE p.role = 'RESEARCHER' AND p.to_day IS NULL ORDER BY p.person LIMIT 1
                        """);
        lesson.expect(researcher);
        Visitor host = host(visitor);
        assertThat(host.get("/activities/" + occasion + "/invitees").text()).contains("区研训部门");
        Expected coming = in(() -> invitees.of(occasion)).stream().filter(each -> each.person().equals(researcher))
                .map(each -> new Expected(each.person(), each.name(), each.school(), each.schoolName(), false))
                .findFirst().orElseThrow();
        Visitor phone = visitor.another();
        assertThat(choose(phone, scanned(phone), coming, Map.of()).status()).isEqualTo(303);
        assertThat(host.get(at()).text()).contains("区研训部门", coming.name());
        assertThat(asked(String.class, "SELECT state FROM attendance.arrival WHERE occasion = :id"))
                .isEqualTo("SIGNED");
        assertThat(host.submit(host.get(at()), "form[action$=/closing]", Map.of()).status()).isEqualTo(303);
        assertThat(present()).as("of no school").containsExactlyInAnyOrder(3, 3);
    }

    @Test
    void theSampleWorldHasAnOpenAClosedAndAnEmptyRoll(Visitor visitor) {
        assertThat(
                texts("""
                        SELECT CASE WHEN closed_by_name = '' THEN 'by itself' WHEN closed_at IS NOT NULL THEN 'closed' WHEN on_day = '2024-11-20' THEN 'open' ELSE 'empty' END
                        FROM attendance.roll WHERE occasion <> :id
                        """))
                .containsExactlyInAnyOrder("open", "closed",
                        "by itself");
        assertThat(Set.copyOf(texts("SELECT way || ' ' || state FROM attendance.arrival WHERE occasion <> :id")))
                .contains("PAPER SIGNED", "HOST SIGNED", "SCAN SIGNED", "SCAN WAITING");
    }
}
