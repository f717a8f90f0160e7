package org.jiaogongti.platform.reminder;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicReference;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.access.District;
import org.jiaogongti.platform.access.Posting;
import org.jiaogongti.platform.access.Role;
import org.jiaogongti.platform.access.Scope;
import org.jiaogongti.platform.reminder.Due.Matter;
import org.jiaogongti.platform.reminder.Nudges.Pressed;
import org.jiaogongti.platform.testing.Page;
import org.jiaogongti.platform.testing.PlatformTest;
import org.jiaogongti.platform.testing.SqlCount;
import org.jiaogongti.platform.testing.Visitor;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Messages, letters and chats of the sample week, and the button that reminds others. */
@PlatformTest
class RemindersTest {

    private static final District FENGHUA = new District("330213");
    private static final LocalDate TODAY = LocalDate.of(2024, 11, 20);
    /** What the sample world tells of is older; what a test does happens now. */
    private static final OffsetDateTime AFTER_SAMPLE = TODAY.plusDays(1).atStartOfDay().atOffset(ZoneOffset.UTC);
    private static final Instant MORNING = Instant.parse("2024-11-20T02:00:00Z");

    private final Rounds rounds;
    private final Sources sources;
    private final Nudges nudges;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    RemindersTest(Rounds rounds, Sources sources, Nudges nudges, JdbcClient jdbc, TransactionTemplate transaction) {
        this.rounds = rounds;
        this.sources = sources;
        this.nudges = nudges;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /** The sample week stays as it was loaded; what the tests set up goes. */
    @AfterEach
    void forget() {
        inDistrict(() -> {
            for (String table : List.of("delivery", "robot", "mail_server", "habit")) {
                jdbc.sql("delete from reminder." + table).update();
            }
            jdbc.sql("delete from reminder.press where pressed_at > :sample").param("sample", AFTER_SAMPLE).update();
            for (String table : List.of("told", "reminder")) {
                jdbc.sql("delete from reminder." + table + " where stage like 'PRESSED%' and at > :sample")
                        .param("sample", AFTER_SAMPLE).update();
            }
            jdbc.sql("update reminder.reminder set letter = null").update();
            return true;
        });
    }

    private <T> T inDistrict(Callable<T> work) {
        AtomicReference<T> value = new AtomicReference<>();
        Scope.run(FENGHUA, () -> transaction.executeWithoutResult(_ -> {
            try {
                value.set(work.call());
            } catch (Exception failed) {
                throw new IllegalStateException(failed);
            }
        }));
        return value.get();
    }

    private int round() {
        return Scope.call(FENGHUA, () -> rounds.round(TODAY, MORNING));
    }

    private static Visitor as(Visitor visitor, String name) {
        Page door = visitor.get("/sign-in");
        Element button = door.html().select("form[action=/sign-in/sample] button").stream()
                .filter(each -> each.text().contains(name)).findFirst().orElseThrow();
        assertThat(visitor.submit(door, "form[action=/sign-in/sample]", Map.of("account", button.val())).status())
                .isEqualTo(303);
        return visitor;
    }

    private List<Due> open() {
        return inDistrict(() -> sources.open(TODAY, TODAY.plusDays(90)));
    }

    private Due quiet() {
        Set<UUID> told = Set.copyOf(inDistrict(() -> jdbc.sql("""
                select distinct school from reminder.told where school is not null and monday = '2024-11-18'
                """).query(UUID.class).list()));
        return open().stream().filter(due -> due.matter().kind().equals("duty")
                && due.ladder().getFirst().school() != null && !told.contains(due.ladder().getFirst().school()))
                .findFirst().orElseThrow();
    }

    private long told(String condition) {
        return inDistrict(() -> jdbc.sql("select count(*) from reminder.reminder where " + condition)
                .query(Long.class).single());
    }

    @Test
    void theSampleWeekHasEveryKindAndASecondLookSaysNothing() {
        assertThat(told("stage like 'AHEAD%'")).isPositive();
        assertThat(told("stage like 'OVERDUE%'")).isPositive();
        assertThat(told("stage like 'ESCALATED%'")).isPositive();
        assertThat(told("stage like 'PRESSED%'")).as("somebody pressed").isPositive();
        assertThat(told("read_at is not null")).isPositive();
        assertThat(told("read_at is null")).isPositive();
        int most = inDistrict(() -> jdbc.sql("""
                select max(n) from (select count(*) as n from reminder.told where school is not null
                    group by monday, school) as weeks
                """).query(Integer.class).single());
        assertThat(most).as("the ceiling, and some school has come to it").isEqualTo(3);
        long before = told("true");
        assertThat(round()).isZero();
        assertThat(told("true")).isEqualTo(before);
    }

    @Test
    void messagesAreReadOneByOneAndTheBellCountsWhatIsNew(Visitor visitor) {
        String login = inDistrict(() -> jdbc.sql("""
                select account::text from reminder.reminder where read_at is null and settled_at is null
                group by account order by count(*) desc, account limit 1
                """).query(String.class).single());
        Visitor clerk = signedIn(visitor, login);
        int count = Integer.parseInt(clerk.get("/messages/count").text().strip());
        assertThat(count).isPositive();
        SqlCount.measure(() -> clerk.get("/messages")).sql().assertSelectsAtMost(4);
        Page list = clerk.get("/messages?show=new");
        assertThat(list.html().select(".msgs .li")).hasSize(Math.min(count, 30));
        Page opened = clerk.submit(list, ".msgs form[action$=/opening]", Map.of());
        assertThat(opened.status()).isEqualTo(303);
        assertThat(clerk.get(opened.location()).status()).isEqualTo(200);
        assertThat(clerk.get("/messages/count").text().strip()).isEqualTo(Integer.toString(count - 1));
        UUID id = UUID.fromString(list.html().select(".msgs form[action$=/opening]").attr("action").split("/")[2]);
        inDistrict(() -> jdbc.sql("update reminder.reminder set read_at = null where id = :id").param("id", id)
                .update());
        Page none = as(visitor.another(), "示例技术员01").get("/messages");
        assertThat(none.text()).contains("还没有消息");
    }

    private Visitor signedIn(Visitor visitor, String account) {
        Page door = visitor.get("/sign-in");
        Element button = door.html().select("form[action=/sign-in/sample] button[value=" + account + "]").first();
        return button != null ? as(visitor, button.text()) : anybody(visitor, account, door);
    }

    /** Sample accounts that have no button sign in by the same door. */
    private static Visitor anybody(Visitor visitor, String account, Page door) {
        assertThat(visitor.submit(door, "form[action=/sign-in/sample]", Map.of("account", account)).status())
                .isEqualTo(303);
        return visitor;
    }

    @Test
    void theButtonTellsWhoMustActOnceInThreeDays(Visitor visitor) {
        Due due = quiet();
        Visitor clerk = as(visitor, "示例职员01");
        Page page = clerk.get(due.path());
        Page pressed = clerk.submit(page, "form.press", Map.of());
        assertThat(pressed.status()).as(pressed.toString()).isEqualTo(303);
        assertThat(pressed.location()).isEqualTo(due.path());
        Page after = clerk.get(due.path());
        assertThat(after.text()).contains("示例职员01", "催过", "起可再催");
        assertThat(after.html().select("form.press")).isEmpty();
        assertThat(told("stage like 'PRESSED%'")).isPositive();
        Page again = as(visitor.another(), "示例管理员01").submit(page, "form.press", Map.of());
        assertThat(again.status()).isIn(200, 403);
        assertThat(told("stage like 'PRESSED%'")).as("nobody is told twice")
                .isEqualTo(inDistrict(() -> jdbc
                        .sql("select count(distinct account) from reminder.reminder where stage like 'PRESSED%'")
                        .query(Long.class).single()));
        int lines = inDistrict(() -> jdbc.sql("select count(*) from journal.entry where action = 'ReminderPressed'")
                .query(Integer.class).single());
        assertThat(lines).isPositive();
    }

    @Test
    void pressedFromTheSchoolsPageOrTheTrayItSaysWhoDid(Visitor visitor) {
        Visitor clerk = as(visitor, "示例职员01");
        String school = inDistrict(() -> jdbc.sql("select id::text from school.school where name = '育才学校'")
                .query(String.class).single());
        String filing = inDistrict(() -> sources.open(TODAY, TODAY.plusDays(60)).stream()
                .filter(due -> due.matter().kind().equals("filing")).map(due -> due.matter().id()).findFirst()
                .orElseThrow());
        for (String at : List.of("/schools/" + school, "/filings/" + filing)) {
            Page page = clerk.get(at);
            assertThat(page.html().select("form.press")).as(at).isNotEmpty();
            assertThat(page.html().select(".pressed")).as(at).isEmpty();
            Element form = page.html().select("form.press").getFirst();
            // Every lead school has had its share of the sample week, so that the button itself would say no.
            inDistrict(() -> jdbc.sql("""
                    insert into reminder.press (id, kind, matter, pressed_by, pressed_at, again_at)
                    select gen_random_uuid(), :kind, :matter, id, now(), now() + interval '3 days' from access.account
                     where name = '示例职员01'
                    """).param("kind", form.select("input[name=matterKind]").val())
                    .param("matter", form.select("input[name=matter]").val()).update());
            Page after = clerk.get(at);
            assertThat(after.html().select(".pressed").text()).as(at).contains("示例职员01", "催过", "起可再催");
            assertThat(after.html().select("form.press")).as("rests")
                    .hasSize(page.html().select("form.press").size() - 1);
        }
    }

    private static Actor bureau(long number) {
        return new Actor(new UUID(7, number), null, "", java.util.Set.of(Posting.inDistrict(Role.BUREAU_CLERK)));
    }

    @Test
    void ofTwoWhoPressAtOneMomentOneIsToldThatTheOtherHas() {
        Matter matter = quiet().matter();
        CyclicBarrier together = new CyclicBarrier(2);
        List<CompletableFuture<Pressed>> both = new ArrayList<>();
        for (long number = 1; number <= 2; number++) {
            Actor actor = bureau(number);
            both.add(CompletableFuture.supplyAsync(() -> {
                try {
                    together.await();
                } catch (Exception broken) {
                    throw new IllegalStateException(broken);
                }
                return Scope.call(FENGHUA, () -> nudges.press(actor, matter));
            }));
        }
        List<Pressed> came = both.stream().map(CompletableFuture::join).toList();
        assertThat(came).filteredOn(Pressed.Done.class::isInstance).hasSize(1);
        assertThat(came).filteredOn(Pressed.Refused.class::isInstance).singleElement()
                .extracting(refused -> ((Pressed.Refused) refused).key()).isEqualTo("reminder.press.rest");
    }

    @Test
    void aFullWeekIsAskedForNoMoreAndWhatIsDoneOrUnknownIsAbsent() {
        UUID full = inDistrict(() -> jdbc.sql("""
                select school from reminder.told where school is not null and monday = '2024-11-18'
                group by school having count(*) = 3 limit 1
                """).query(UUID.class).single());
        Due due = open().stream().filter(each -> full.equals(each.ladder().getFirst().school())).findFirst()
                .orElseThrow();
        assertThat(Scope.call(FENGHUA, () -> nudges.press(bureau(1), due.matter())))
                .isInstanceOfSatisfying(Pressed.Refused.class,
                        refused -> assertThat(refused.key()).isEqualTo("reminder.press.ceiling"));
        for (Matter none : List.of(new Matter("duty", "Q16|x|-|2024-2025-1"), new Matter("duty", "x"),
                new Matter("filing", "x"), new Matter("nothing", ""))) {
            assertThat(Scope.call(FENGHUA, () -> nudges.press(bureau(1), none))).isInstanceOf(Pressed.Absent.class);
        }
    }

    @Test
    void whatIsDoneIsSettledAndNotWrittenAbout() {
        inDistrict(() -> jdbc.sql("""
                insert into reminder.reminder (id, account, kind, matter, stage, title, path, due, at)
                values (gen_random_uuid(), gen_random_uuid(), 'duty', 'Q16|x|-|2024-2025-1', 'PRESSED:0', '示例', '/me',
                    '2024-11-20', now())
                """).update());
        assertThat(round()).isEqualTo(1);
        assertThat(told("stage like 'PRESSED%' and settled_at is not null")).isEqualTo(1);
    }

    @Test
    void aLetterADayGoesByTheBureausServer(Visitor visitor) throws Exception {
        GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));
        mail.start();
        try {
            Visitor admin = as(visitor, "示例管理员01");
            Page made = admin.submit(admin.get("/reminders"), "form[action=/reminders/mail]",
                    Map.of("server", "localhost", "port", Integer.toString(mail.getSmtp().getPort()), "security",
                            "PLAIN", "sender", "jgt@bureau.example"));
            assertThat(made.status()).as(made.text()).isEqualTo(303);
            Page tried = admin.submit(admin.get("/reminders"), "form[action=/reminders/mail/trial]",
                    Map.of("mailbox", "admin@bureau.example"));
            assertThat(tried.text()).contains("已送到");
            String account = inDistrict(() -> jdbc.sql("""
                    select account::text from reminder.reminder where read_at is null and settled_at is null
                    group by account having bool_and(not news) order by count(*) desc, account limit 1
                    """).query(String.class).single());
            Visitor clerk = signedIn(visitor.another(), account);
            assertThat(clerk.submit(clerk.get("/me/reminders"), "form[action=/me/reminders]",
                    Map.of("mail", "true", "mailbox", "nobody")).status()).isEqualTo(422);
            assertThat(clerk.submit(clerk.get("/me/reminders"), "form[action=/me/reminders]",
                    Map.of("mail", "true", "mailbox", "clerk@school.example")).status()).isEqualTo(303);
            round();
            round();
            MimeMessage[] came = mail.getReceivedMessages();
            assertThat(came).as("the test letter and one of today").hasSize(2);
            assertThat(came[1].getSubject()).contains("件事要办");
            assertThat((String) came[1].getContent()).contains("http", "最后一天");
            int readable = inDistrict(() -> jdbc.sql("""
                    select count(*) from reminder.habit
                    where position('clerk@school.example'::bytea in email::bytea) > 0
                    """).query(Integer.class).single());
            assertThat(readable).as("sealed").isZero();
            mail.stop();
            inDistrict(() -> jdbc.sql("update reminder.delivery set due_at = now(), outcome = null").update()
                    + jdbc.sql("update reminder.reminder set letter = (select id from reminder.delivery limit 1)"
                            + " where account = :account").param("account", UUID.fromString(account)).update());
            Scope.call(FENGHUA, () -> rounds.round(TODAY, Instant.now()));
            assertThat(admin.get("/reminders").text()).contains("对方没有回答", "再试");
        } finally {
            mail.stop();
        }
    }

    @Test
    void newsGoByLetterAtOnceAndOnlyOnce(Visitor visitor) throws Exception {
        GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));
        mail.start();
        UUID account = inDistrict(() -> jdbc.sql("""
                select account from reminder.reminder where news and stage like 'MOVED%' and read_at is null
                   and settled_at is null order by account limit 1
                """).query(UUID.class).single());
        try {
            Visitor admin = as(visitor, "示例管理员01");
            assertThat(admin.submit(admin.get("/reminders"), "form[action=/reminders/mail]",
                    Map.of("server", "localhost", "port", Integer.toString(mail.getSmtp().getPort()), "security",
                            "PLAIN", "sender", "jgt@bureau.example"))
                    .status()).isEqualTo(303);
            Visitor person = signedIn(visitor.another(), account.toString());
            assertThat(person.get("/messages").text()).contains("改期了，原定", "教师走不开");
            assertThat(person.submit(person.get("/me/reminders"), "form[action=/me/reminders]", Map.of("mail", "true",
                    "mailbox", "t@school.example", "digest", "16:00")).status()).isEqualTo(303);
            Scope.call(FENGHUA, () -> rounds.round(TODAY, Instant.parse("2024-11-20T13:00:00Z")));
            assertThat(mail.getReceivedMessages()).as("nine in the evening").isEmpty();
            round();
            round();
            assertThat(mail.getReceivedMessages()).hasSize(1);
            assertThat(mail.getReceivedMessages()[0].getSubject()).contains("条消息");
            assertThat((String) mail.getReceivedMessages()[0].getContent()).contains("改期", "原定", "/activities/");
            assertThat(admin.get("/reminders").text()).contains("邮件（活动消息）");
        } finally {
            mail.stop();
        }
    }

    @Test
    void robotsSpeakOnceADaySignedAndTheirNoIsSeen(Visitor visitor) throws IOException {
        ConcurrentLinkedQueue<HttpExchange> asked = new ConcurrentLinkedQueue<>();
        ConcurrentLinkedQueue<String> bodies = new ConcurrentLinkedQueue<>();
        HttpServer chat = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        chat.createContext("/", exchange -> {
            bodies.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            asked.add(exchange);
            boolean good = exchange.getRequestURI().getPath().startsWith("/robot");
            byte[] answer = (good
                    ? "{\"errcode\":0,\"errmsg\":\"ok\"}"
                    : "{\"errcode\":93000,\"errmsg\":\"invalid key\"}")
                    .getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        chat.start();
        try {
            Visitor admin = as(visitor, "示例管理员01");
            String base = "http://localhost:" + chat.getAddress().getPort();
            assertThat(robot(admin, "DINGTALK", "https://elsewhere.example/robot", "").status()).isEqualTo(422);
            assertThat(robot(admin, "DINGTALK", base + "/robot/send?access_token=x", "SECtrial").status())
                    .isEqualTo(303);
            assertThat(robot(admin, "WECOM", base + "/wecom?key=y", "").status()).isEqualTo(303);
            assertThat(admin.get("/reminders").text()).doesNotContain("access_token", "SECtrial");
            round();
            round();
            assertThat(asked).as("each once").hasSize(2);
            HttpExchange signed = asked.stream().filter(each -> each.getRequestURI().getPath().startsWith("/robot"))
                    .findFirst().orElseThrow();
            String query = signed.getRequestURI().getRawQuery();
            String stamp = query.replaceAll(".*timestamp=([0-9]+).*", "$1");
            assertThat(query).isEqualTo(
                    "access_token=x" + RobotOut.signed("SECtrial", Instant.ofEpochMilli(Long.parseLong(stamp))));
            assertThat(bodies).anySatisfy(body -> {
                JsonNode said = JsonMapper.shared().readTree(body);
                assertThat(said.path("msgtype").asString()).isEqualTo("markdown");
                assertThat(said.path("markdown").path("text").asString()).contains("要办的事");
            }).anySatisfy(body -> assertThat(
                    JsonMapper.shared().readTree(body).path("markdown").path("content").asString()).contains("要办的事"));
            assertThat(admin.get("/reminders").text()).contains("已送到", "对方没有收", "93000", "再试");
        } finally {
            chat.stop(0);
        }
    }

    private static Page robot(Visitor admin, String kind, String url, String secret) {
        return admin.submit(admin.get("/reminders"), "form[action=/reminders/robots]",
                Map.of("name", "示例群", "kind", kind, "url", url, "password", secret, "at", "08:30"));
    }

    /** By the maker's description: HMAC-SHA256 over millisecond, line feed and secret; computed once by another program. */
    @Test
    void dingTalksSignature() {
        String signed = RobotOut.signed("SECabc", Instant.ofEpochMilli(1700000000000L));
        assertThat(signed).startsWith("&timestamp=1700000000000&sign=");
        assertThat(URLDecoder.decode(signed.substring(signed.indexOf("sign=") + 5), StandardCharsets.UTF_8))
                .isEqualTo("jcUpW0QmtKduN03n4JqQ0PBosVjqnM8gU7fIIvsDmCM=");
    }

    @Test
    void theBureausRulesAreHeldToTheirBounds(Visitor visitor) {
        Visitor admin = as(visitor, "示例管理员01");
        Page page = admin.get("/reminders");
        assertThat(page.text()).contains("到了上限", "3/3 次");
        for (Map<String, String> wrong : List.of(Map.of("usual", "zehn"), Map.of("usual", "1、2、3、4、5、6"),
                Map.of("usual", "91"), Map.of("delay", "0"), Map.of("ceiling", "31"), Map.of("lead-Q13", "x"))) {
            assertThat(admin.submit(page, "form[action=/reminders/rules]", wrong).status()).as(wrong.toString())
                    .isEqualTo(422);
        }
        assertThat(admin.submit(page, "form[action=/reminders/rules]", Map.of()).status()).isEqualTo(303);
        assertThat(admin.get("/reminders").html().select("#lead-Q13").val()).isEqualTo("45、10、3");
        assertThat(as(visitor.another(), "示例职员01").get("/reminders").status()).isEqualTo(403);
    }
}
