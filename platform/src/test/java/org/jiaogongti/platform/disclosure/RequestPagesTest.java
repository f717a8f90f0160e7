package org.jiaogongti.platform.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jiaogongti.platform.access.District;
import org.jiaogongti.platform.access.Pace;
import org.jiaogongti.platform.access.RateLimits;
import org.jiaogongti.platform.access.Scope;
import org.jiaogongti.platform.testing.Page;
import org.jiaogongti.platform.testing.PlatformTest;
import org.jiaogongti.platform.testing.TestCluster;
import org.jiaogongti.platform.testing.Visitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** 依申请公开 over HTTP: without an account, answered by the desk in time, looked up by the receipt, erased in the end. */
@PlatformTest
final class RequestPagesTest {

    private static final District DISTRICT = new District("330213");
    private static final String HOME = "/public/330213/requests";
    private static final String MARK = "测试申请公开";
    private static final String CONTACT = "zhang@example.test";

    private final InformationRequests requests;
    private final RateLimits limits;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final String url;

    RequestPagesTest(InformationRequests requests, RateLimits limits, JdbcClient jdbc,
            PlatformTransactionManager transactions, @Value("${jgt.database.url}") String url) {
        this.requests = requests;
        this.limits = limits;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.url = url;
    }

    @AfterEach
    void takeOut() {
        TestCluster.shared().remove(url, List.of("delete from disclosure.request where wanted like '" + MARK + "%'"));
    }

    private static Page ask(Visitor anybody, Map<String, String> more) {
        Map<String, String> fields = new HashMap<>(Map.of("wanted", MARK + "：近三年的方案", "name", "张三", "contact", CONTACT,
                "way", "HERE"));
        fields.putAll(more);
        return anybody.submit(anybody.get(HOME), "form[action=" + HOME + "]", fields);
    }

    private static Page look(Visitor anybody, String receipt) {
        return anybody.submit(anybody.get(HOME), "form[action=" + HOME + "/state]", Map.of("receipt", receipt));
    }

    /** How often this address may ask at once. */
    private int left() {
        return limits.look(UUID.nameUUIDFromBytes("asking 127.0.0.1".getBytes(StandardCharsets.UTF_8)), new Pace(5, 1))
                .left();
    }

    private String row(String column) {
        return Scope.call(DISTRICT, () -> transaction.execute(_ -> jdbc.sql("select " + column
                + " from disclosure.request where wanted like '" + MARK + "%' order by id desc limit 1")
                .query(String.class).single()));
    }

    /** The whole way of a request. */
    @Test
    void somebodyAsksIsAnsweredAndForgotten(Visitor visitor) {
        Visitor anybody = visitor.another();
        int left = left();
        assertThat(ask(anybody, Map.of("contact", " ")).status()).isEqualTo(422);
        assertThat(left()).as("a slip is free").isEqualTo(left);
        Page received = ask(anybody, Map.of());
        assertThat(received.status()).isEqualTo(200);
        assertThat(left()).as("an address asks only so often").isLessThan(left);
        assertThat(received.header("Cache-Control")).isEqualTo("no-store");
        String receipt = received.html().select("#receipt").text();
        assertThat(receipt).matches("2024-\\d+-[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}");
        assertThat(anybody.cookies().getCookieStore().getCookies()).isEmpty();
        // Twenty working days after 20 November.
        assertThat(row("due::text")).isEqualTo("2024-12-18");
        assertThat(row("encode(contact, 'escape')")).doesNotContain("example");
        assertThat(row("encode(receipt, 'escape')")).doesNotContain(receipt.substring(receipt.length() - 4));

        Visitor clerk = visitor.as("示例职员01");
        Page list = clerk.get("/disclosure/requests");
        String path = list.html().select("tr:contains(" + MARK + ") a.n").attr("href");
        Page page = clerk.get(path);
        assertThat(page.text()).contains("张三", CONTACT);
        assertThat(visitor.as("示例校长03").get(path).status()).isEqualTo(403);
        assertThat(clerk.submit(page, "form[action$=/extension]", Map.of("words", "要逐校核对。")).status()).isEqualTo(303);
        // Twenty more: Friday, 18 December, and on; New Year's Day is closed in the calendar of the sample world.
        assertThat(LocalDate.parse(row("due::text"))).isBetween(LocalDate.of(2025, 1, 15), LocalDate.of(2025, 1, 17));
        assertThat(look(anybody, receipt.toLowerCase(java.util.Locale.ROOT)).text()).contains("要逐校核对", "办理中")
                .doesNotContain("张三", CONTACT);
        assertThat(clerk.submit(clerk.get(path), "form[action$=/answer]", Map.of("kind", "PUBLIC", "words", "在公开栏里。"))
                .status()).isEqualTo(303);
        assertThat(look(anybody, receipt).text()).contains("已经主动公开", "在公开栏里");
        assertThat(clerk.get(path).html().select("form[action$=/answer]")).isEmpty();
        assertThat(look(anybody, "2024-1-AAAA-AAAA").status()).isEqualTo(404);

        UUID id = UUID.fromString(path.substring(path.lastIndexOf('/') + 1));
        Scope.run(DISTRICT, () -> transaction.executeWithoutResult(status -> {
            requests.erase(LocalDate.of(2025, 8, 19));
            assertThat(requests.show(id).contact()).containsExactly("张三", CONTACT);
            requests.erase(LocalDate.of(2025, 8, 20));
            assertThat(requests.show(id).contact()).isEmpty();
            assertThat(requests.show(id).request().wanted()).isEmpty();
            assertThat(requests.show(id).request().erased()).isEqualTo(LocalDate.of(2025, 8, 20));
            assertThat(requests.look(receipt)).isEmpty();
            // What the sample world keeps is kept.
            status.setRollbackOnly();
        }));
        List<String> told = Scope.call(DISTRICT, () -> transaction.execute(_ -> jdbc.sql("""
                select action from journal.entry where object_id = :id order by number
                """).param("id", id).query(String.class).list()));
        assertThat(told).containsExactly("RequestReceived", "RequestExtended", "RequestAnswered");
    }
}
