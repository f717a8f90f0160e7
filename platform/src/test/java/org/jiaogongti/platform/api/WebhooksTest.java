package org.jiaogongti.platform.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.access.District;
import org.jiaogongti.platform.access.Scope;
import org.jiaogongti.platform.api.model.Patience;
import org.jiaogongti.platform.api.model.Signature;
import org.jiaogongti.platform.journal.Journal;
import org.jiaogongti.platform.outbound.Receivers;
import org.jiaogongti.platform.testing.Page;
import org.jiaogongti.platform.testing.PlatformTest;
import org.jiaogongti.platform.testing.Visitor;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Another system is told of what happened: signed, once, again where it was away, and never of what is in it. */
@PlatformTest
class WebhooksTest {

    private static final District FENGHUA = new District("330213");

    /** What came, with its headers. */
    private record Came(String id, String at, String signature, String body) {}

    private final Courier courier;
    private final Journal journal;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final ConcurrentLinkedQueue<Came> came = new ConcurrentLinkedQueue<>();
    private final AtomicInteger answer = new AtomicInteger(204);
    private HttpServer receiver;

    WebhooksTest(Courier courier, Journal journal, JdbcClient jdbc, TransactionTemplate transaction)
            throws IOException {
        this.courier = courier;
        this.journal = journal;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    }

    @BeforeEach
    void listen() {
        receiver.createContext("/told", this::take);
        receiver.start();
    }

    @AfterEach
    void forget() {
        receiver.stop(0);
        Scope.run(FENGHUA, () -> transaction.executeWithoutResult(_ -> {
            jdbc.sql("delete from api.delivery").update();
            jdbc.sql("delete from api.webhook").update();
        }));
    }

    private void take(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        var headers = exchange.getRequestHeaders();
        came.add(new Came(headers.getFirst("webhook-id"), headers.getFirst("webhook-timestamp"),
                headers.getFirst("webhook-signature"), body));
        exchange.sendResponseHeaders(answer.get(), -1);
        exchange.close();
    }

    private String url() {
        return "http://localhost:" + receiver.getAddress().getPort() + "/told";
    }

    private static Visitor as(Visitor visitor, String name) {
        Page door = visitor.get("/sign-in");
        Element button = door.html().select("form[action=/sign-in/sample] button").stream()
                .filter(each -> each.text().contains(name)).findFirst().orElseThrow();
        assertThat(visitor.submit(door, "form[action=/sign-in/sample]", Map.of("account", button.val())).status())
                .isEqualTo(303);
        return visitor;
    }

    private Page make(Visitor admin, String url) {
        return admin.submit(admin.get("/webhooks"), "form[action=/webhooks]", Map.of("name", "示例数据平台", "url", url));
    }

    private void happens(String action, String kind) {
        Scope.run(FENGHUA, () -> transaction
                .executeWithoutResult(_ -> journal.write(Actor.system(), action, kind, null, Map.of("words", "不该出门"))));
    }

    private void round() {
        Scope.run(FENGHUA, courier::round);
    }

    private void becomesDue() {
        Scope.run(FENGHUA, () -> transaction.executeWithoutResult(
                _ -> jdbc.sql("update api.delivery set due_at = now() where due_at is not null").update()));
    }

    @Test
    void whatHappensIsToldOnceSignedAndWithoutItsWords(Visitor visitor) {
        Visitor admin = as(visitor, "示例管理员01");
        Page made = make(admin, url());
        assertThat(made.status()).as(made.toString()).isEqualTo(200);
        String secret = made.html().select(".secret code").text();
        assertThat(admin.get("/webhooks").text()).as("shown once").doesNotContain(secret);
        happens("OccasionRecorded", "occasion");
        happens("TokenMade", "token");
        round();
        round();
        assertThat(came).as("told once, and not of what is nobody's business").hasSize(1);
        Came message = came.element();
        JsonNode body = JsonMapper.shared().readTree(message.body());
        assertThat(body.path("type").asString()).isEqualTo("OccasionRecorded");
        assertThat(body.path("data").path("kind").asString()).isEqualTo("occasion");
        assertThat(message.body()).doesNotContain("不该出门");
        byte[] key = Base64.getDecoder().decode(secret.substring("whsec_".length()));
        assertThat(key).hasSize(32);
        assertThat(message.signature()).isEqualTo(Signature.of(secret, message.id(),
                Instant.ofEpochSecond(Long.parseLong(message.at())), message.body()));
        assertThat(admin.get("/webhooks").text()).contains("送到");
        Integer readable = Scope.call(FENGHUA, () -> transaction.execute(_ -> jdbc.sql("""
                select count(*) from api.webhook
                where position(:key in secret) > 0 or position(:told::bytea in secret) > 0
                """).param("key", key).param("told", secret.getBytes(StandardCharsets.UTF_8)).query(Integer.class)
                .single()));
        assertThat(readable).as("sealed").isZero();
    }

    @Test
    void whatDidNotArriveIsTriedAgainAndGivenUpAtLast(Visitor visitor) {
        Visitor admin = as(visitor, "示例管理员01");
        make(admin, url());
        happens("OccasionChanged", "occasion");
        answer.set(503);
        round();
        round();
        assertThat(came).as("not before its time").hasSize(1);
        assertThat(admin.get("/webhooks").text()).contains("试过 1 次", "503");
        for (int tries = 2; tries <= 9; tries++) {
            becomesDue();
            round();
            assertThat(came).hasSize(tries);
        }
        becomesDue();
        round();
        assertThat(came).as("given up").hasSize(9);
        assertThat(came.stream().map(Came::id).distinct()).as("the same message each time").hasSize(1);
        Page given = admin.get("/webhooks");
        assertThat(given.text()).contains("不再自己试了");
        answer.set(200);
        assertThat(admin.submit(given, "form[action$=/again]", Map.of()).status()).isEqualTo(303);
        round();
        assertThat(came).hasSize(10);
        assertThat(admin.get("/webhooks").html().select("form[action$=/again]")).isEmpty();
    }

    @Test
    void whoIsGoneIsToldNoMore(Visitor visitor) {
        Visitor admin = as(visitor, "示例管理员01");
        make(admin, url());
        happens("OccasionRecorded", "occasion");
        happens("OccasionChanged", "occasion");
        answer.set(410);
        round();
        int until = came.size();
        happens("OccasionRecorded", "occasion");
        becomesDue();
        round();
        assertThat(came).hasSize(until);
        assertThat(admin.get("/webhooks").text()).contains("410");
    }

    @Test
    void anEndedOneIsToldNoMoreAndOthersMayNotSetOne(Visitor visitor) {
        Visitor admin = as(visitor, "示例管理员01");
        make(admin, url());
        happens("OccasionRecorded", "occasion");
        assertThat(admin.submit(admin.get("/webhooks"), "form[action$=/end]", Map.of()).status()).isEqualTo(303);
        round();
        assertThat(came).isEmpty();
        assertThat(as(visitor.another(), "示例职员01").get("/webhooks").status()).isEqualTo(403);
    }

    @Test
    void anInnerAddressIsNoReceiverUnlessItIsNamed(Visitor visitor) {
        Visitor admin = as(visitor, "示例管理员01");
        for (String url : List.of("http://example.org/x", "https://user@example.org/x", "ftp://example.org/",
                "not an address", "https://")) {
            Page refused = make(admin, url);
            assertThat(refused.status()).as(url).isEqualTo(422);
            assertThat(refused.html().select("input[name=url]").val()).isEqualTo(url.strip());
        }
        for (String inner : List.of("127.0.0.1", "10.1.2.3", "192.168.3.4", "172.16.0.1", "169.254.169.254",
                "100.64.0.1", "[::1]", "[fe80::1]", "[fd00::1]", "0.0.0.0")) {
            assertThat(Receivers.callable(URI.create("https://" + inner + "/"), Set.of())).as(inner).isFalse();
        }
        assertThat(Receivers.callable(URI.create("https://93.184.216.34/"), Set.of())).isTrue();
        assertThat(Receivers.callable(URI.create("https://127.0.0.1/"), Set.of("127.0.0.1"))).isTrue();
    }

    /** The example of the specification's reference libraries; the same figure comes from openssl's HMAC. */
    @Test
    void theSignatureIsThatOfTheSpecification() {
        byte[] secret = Base64.getDecoder().decode("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
        assertThat(
                Signature.of(Signature.told(secret), "msg_p5jXN8AQM9LWM0D4loKWxJek", Instant.ofEpochSecond(1614265330),
                        "{\"test\": 2432232314}"))
                .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
        assertThat(Signature.told(secret)).isEqualTo("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
    }

    /** 1, 5, 30 minutes; 2, 5, 10, 14, 20 hours: 51 hours and 36 minutes in all. */
    @Test
    void patienceLastsTwoDays() {
        Instant now = Instant.parse("2024-11-20T00:00:00Z");
        Instant at = now;
        for (int tries = 1; tries <= 8; tries++) {
            at = Patience.next(tries, at).orElseThrow();
        }
        assertThat(at).isEqualTo(Instant.parse("2024-11-22T03:36:00Z"));
        assertThat(Patience.next(9, now)).isEmpty();
    }
}
