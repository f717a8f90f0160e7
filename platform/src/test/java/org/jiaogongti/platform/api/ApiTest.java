package org.jiaogongti.platform.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jiaogongti.platform.access.District;
import org.jiaogongti.platform.access.Permissions;
import org.jiaogongti.platform.access.Scope;
import org.jiaogongti.platform.testing.Page;
import org.jiaogongti.platform.testing.PlatformTest;
import org.jiaogongti.platform.testing.Visitor;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The interface as a program meets it, with tokens that people made on their own page. */
@PlatformTest
final class ApiTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final District DISTRICT = new District("330213");
    private static final String TEACHER = "示例教师03";

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    ApiTest(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
    }

    private static Visitor as(Visitor visitor, String name) {
        Visitor person = visitor.another();
        Page door = person.get("/sign-in");
        Element button = door.html().select("button[name=account]").stream().filter(each -> each.text().contains(name))
                .findFirst().orElseThrow();
        person.post("/sign-in/sample",
                Map.of("_csrf", door.html().select("input[name=_csrf]").val(), "account", button.val()));
        return person;
    }

    /** A token made on the page, as it is shown there. */
    private static String token(Visitor person, String scope) {
        Page made = person.submit(person.get("/me/tokens"), "form[action=/me/tokens]",
                Map.of("name", "程序" + UUID.randomUUID().toString().substring(0, 8), "scope", scope, "days", "7"));
        assertThat(made.status()).as(made.toString()).isEqualTo(200);
        String shown = made.html().select(".secret code").text();
        assertThat(shown).startsWith("jgt_330213-").hasSize(54);
        assertThat(person.get("/me/tokens").text()).doesNotContain(shown);
        return shown;
    }

    private static Page get(Visitor visitor, String token, String path, String... headers) {
        HttpRequest.Builder request = visitor.another().request(path, headers);
        return visitor.another().send(request.header("Authorization", "Bearer " + token).GET().build());
    }

    private static Page post(Visitor visitor, String token, String path, String body, String... headers) {
        HttpRequest.Builder request = visitor.another().request(path, headers);
        return visitor.another().send(request.header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString(body)).build());
    }

    private static JsonNode json(Page page) {
        return JSON.readTree(page.text());
    }

    private static String school(Visitor visitor, String token, String name) {
        for (JsonNode school : json(get(visitor, token, "/api/v1/schools?limit=200")).get("items")) {
            if (school.get("name").asString().equals(name)) {
                return school.get("id").asString();
            }
        }
        throw new AssertionError("no school " + name);
    }

    private String lesson(Visitor visitor, String token, String topic) {
        return """
                {"school": "%1$s", "leader": "%1$s", "host": "%2$s", "date": "2024-11-19", "subject": "数学",
                 "people": ["示例教师03"], "parts": [{"kind": "demonstration-lesson", "lessons": 1}], "topic": "%3$s"}
                """.formatted(school(visitor, token, "居敬小学"), school(visitor, token, "育才学校"), topic);
    }

    @Test
    void anOccasionIsMadeOnceReadAndTakenBackAndTheJournalNamesTheToken(Visitor visitor) {
        String token = token(as(visitor, TEACHER), "write");
        String body = lesson(visitor, token, "接口的一课");
        Page made = post(visitor, token, "/api/v1/occasions", body, "Idempotency-Key", "one");
        assertThat(made.status()).as(made.toString()).isEqualTo(201);
        String at = made.location();
        Page again = post(visitor, token, "/api/v1/occasions", body, "Idempotency-Key", "one");
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.location()).isEqualTo(at);
        Page read = get(visitor, token, at);
        assertThat(json(read).get("topic").asString()).isEqualTo("接口的一课");
        assertThat(get(visitor, token, at, "If-None-Match", read.header("ETag")).status()).isEqualTo(304);
        assertThat(said("OccasionRecorded")).contains("\"by\":\"token 程序");
        String reason = "{\"reason\": \"试完了\"}";
        assertThat(post(visitor, token, at + "/withdrawal", reason).status()).isEqualTo(428);
        assertThat(post(visitor, token, at + "/withdrawal", reason, "If-Match", "\"99\"").status()).isEqualTo(412);
        assertThat(post(visitor, token, at + "/withdrawal", reason, "If-Match", read.header("ETag")).status())
                .isEqualTo(200);
        assertThat(json(get(visitor, token, at)).get("state").asString()).isEqualTo("WITHDRAWN");
        assertThat(said("OccasionWithdrawn")).contains("\"by\":\"token 程序");
    }

    private String said(String action) {
        return Scope.call(DISTRICT, () -> transaction.execute(_ -> jdbc.sql("""
                SELECT p.body FROM journal.entry e JOIN journal.payload p ON p.number = e.number
                 WHERE e.action = :action ORDER BY e.number DESC LIMIT 1
                """).param("action", action).query(String.class).single()));
    }

    @Test
    void whatIsWrongIsSaidFieldByFieldWithItsRemedy(Visitor visitor) {
        String token = token(as(visitor, TEACHER), "write");
        Page bad = post(visitor, token, "/api/v1/occasions", "{\"date\": \"昨天吧\"}", "Idempotency-Key", "bad");
        assertThat(bad.status()).isEqualTo(422);
        assertThat(bad.header("Content-Type")).startsWith("application/problem+json");
        assertThat(json(bad).get("detail").asString()).contains("errors");
        Set<String> fields = new HashSet<>();
        json(bad).get("errors").forEach(error -> fields.add(error.get("field").asString()));
        assertThat(fields).contains("date", "school", "mainKind");
        assertThat(post(visitor, token, "/api/v1/occasions", "{", "Idempotency-Key", "x").status()).isEqualTo(400);
        assertThat(post(visitor, token, "/api/v1/occasions", "{}").status()).isEqualTo(400);
        assertThat(get(visitor, token, "/api/v1/schools?limit=0").status()).isEqualTo(400);
        assertThat(get(visitor, token, "/api/v1/schools/no-id").status()).isEqualTo(404);
        assertThat(get(visitor, token, "/api/v1/nothing").status()).isEqualTo(404);
    }

    @Test
    void aTokenNeverDoesMoreThanItSaysOrItsOwnerMay(Visitor visitor) {
        Visitor teacher = as(visitor, TEACHER);
        String reading = token(teacher, "read");
        Page refused = post(visitor, reading, "/api/v1/occasions", "{}", "Idempotency-Key", "r");
        assertThat(refused.status()).isEqualTo(403);
        assertThat(json(refused).get("type").asString()).endsWith("read-only");
        String clerk = token(as(visitor, "示例职员01"), "read");
        Set<String> all = ids(visitor, clerk, "/api/v1/occasions?limit=200");
        Set<String> own = ids(visitor, reading, "/api/v1/occasions?limit=200");
        all.removeAll(own);
        assertThat(all).isNotEmpty();
        int foreign = 0;
        for (String id : List.copyOf(all).subList(0, Math.min(10, all.size()))) {
            int page = teacher.get("/activities/" + id).status();
            assertThat(get(visitor, reading, "/api/v1/occasions/" + id).status()).isEqualTo(page);
            foreign += page == 404 ? 1 : 0;
        }
        assertThat(foreign).isPositive();
        assertThat(get(visitor, token(as(visitor, "示例技术员01"), "read"), "/api/v1/schools").status()).isEqualTo(403);
    }

    private static Set<String> ids(Visitor visitor, String token, String path) {
        Set<String> ids = new LinkedHashSet<>();
        json(get(visitor, token, path)).get("items").forEach(item -> ids.add(item.get("id").asString()));
        return ids;
    }

    @Test
    void noCookieCountsAndAnEndedTokenNoMore(Visitor visitor) {
        Visitor teacher = as(visitor, TEACHER);
        Page byCookie = teacher.get("/api/v1/schools");
        assertThat(byCookie.status()).isEqualTo(401);
        assertThat(byCookie.header("WWW-Authenticate")).startsWith("Bearer");
        String token = token(teacher, "read");
        Page read = get(visitor, token, "/api/v1/schools");
        assertThat(read.status()).isEqualTo(200);
        assertThat(read.headers().allValues("Set-Cookie")).isEmpty();
        Page list = teacher.get("/me/tokens");
        for (Element form : list.html().select("form[action$=/end]")) {
            assertThat(teacher.submit(list, "form[action=" + form.attr("action") + "]", Map.of()).status())
                    .isEqualTo(303);
        }
        assertThat(get(visitor, token, "/api/v1/schools").status()).isEqualTo(401);
        assertThat(get(visitor, token.replace("330213", "330212"), "/api/v1/schools").status()).isEqualTo(401);
        assertThat(get(visitor, "x", "/api/v1/schools").status()).isEqualTo(401);
    }

    @Test
    void whoAsksTooOftenIsToldWhenToComeBack(Visitor visitor) {
        String token = token(as(visitor, "示例督学01"), "read");
        Page last = get(visitor, token, "/api/v1/communities");
        for (int asked = 0; asked < 400 && last.status() == 200; asked++) {
            last = get(visitor, token, "/api/v1/communities");
        }
        assertThat(last.status()).isEqualTo(429);
        assertThat(Integer.parseInt(last.header("Retry-After"))).isPositive();
        assertThat(json(last).get("title").asString()).isEqualTo("请求太多");
    }

    @Test
    void pagesFollowEachOtherToTheEndWithoutGaps(Visitor visitor) {
        String token = token(as(visitor, "示例职员01"), "read");
        Set<String> whole = ids(visitor, token, "/api/v1/schools?limit=200");
        Set<String> paged = new LinkedHashSet<>();
        String next = "";
        do {
            JsonNode page = json(get(visitor, token, "/api/v1/schools?limit=9" + next));
            page.get("items").forEach(item -> paged.add(item.get("id").asString()));
            next = page.get("next").isNull() ? "" : "&cursor=" + page.get("next").asString();
        } while (!next.isEmpty());
        assertThat(paged).containsExactlyElementsOf(whole).hasSizeGreaterThan(18);
        JsonNode first = json(get(visitor, token, "/api/v1/occasions?limit=2&state=HELD"));
        Set<String> second = ids(visitor, token,
                "/api/v1/occasions?limit=2&state=HELD&cursor=" + first.get("next").asString());
        assertThat(second).hasSize(2).doesNotContain(first.get("items").get(1).get("id").asString());
    }

    /** Routes and document name each other, and every answer is what the document says. */
    @Test
    void theDocumentIsWhatTheInterfaceDoes(Visitor visitor) {
        JsonNode document = json(visitor.another().get("/api/v1/openapi"));
        Set<String> described = new TreeSet<>();
        document.get("paths").properties().forEach(path -> path.getValue().propertyNames()
                .forEach(method -> described.add(method.toUpperCase(java.util.Locale.ROOT) + " " + path.getKey())));
        Set<String> routes = new TreeSet<>();
        Permissions.rows().stream().filter(row -> row.pattern().getPatternString().startsWith("/api/"))
                .forEach(row -> routes.add(row.method() + " " + row.pattern().getPatternString()));
        assertThat(described).isEqualTo(routes);
        String token = token(as(visitor, "示例职员01"), "read");
        JsonNode duties = answers(document, visitor, token, "/api/v1/terms/{term}/duties",
                "/api/v1/terms/2024-2025-1/duties?limit=5");
        JsonNode duty = duties.get("items").get(0);
        String key = String.join("/", duty.get("duty").asString(), duty.get("bearer").asString(),
                duty.get("counterpart").asString().replace('/', '~'), duty.get("period").asString());
        JsonNode explained = answers(document, visitor, token, "/api/v1/duties/{duty}/{bearer}/{counterpart}/{period}",
                "/api/v1/duties/" + key);
        assertThat(explained.get("duty")).isEqualTo(duty);
        assertThat(explained.get("explanation").get("parts").size()).isPositive();
        JsonNode occasions = answers(document, visitor, token, "/api/v1/occasions", "/api/v1/occasions?limit=20");
        answers(document, visitor, token, "/api/v1/occasions/{id}",
                "/api/v1/occasions/" + occasions.get("items").get(0).get("id").asString());
        JsonNode schools = answers(document, visitor, token, "/api/v1/schools", "/api/v1/schools");
        answers(document, visitor, token, "/api/v1/schools/{id}",
                "/api/v1/schools/" + schools.get("items").get(0).get("id").asString());
        answers(document, visitor, token, "/api/v1/communities", "/api/v1/communities");
        JsonNode memberships = answers(document, visitor, token, "/api/v1/memberships",
                "/api/v1/memberships?asOf=2024-11-20&limit=200");
        assertThat(memberships.get("items").size()).isEqualTo(28);
        assertThat(json(get(visitor, token, "/api/v1/memberships?asOf=2018-01-01")).get("items").size()).isZero();
    }

    private static JsonNode answers(JsonNode document, Visitor visitor, String token, String path, String address) {
        Page page = get(visitor, token, address);
        assertThat(page.status()).as(page.toString()).isEqualTo(200);
        JsonNode schema = document.get("paths").get(path).get("get").get("responses").get("200").get("content")
                .get("application/json").get("schema");
        JsonNode body = json(page);
        fits(document, schema, body, path);
        return body;
    }

    /** As much of JSON Schema as the document uses. */
    private static void fits(JsonNode document, JsonNode schema, JsonNode value, String where) {
        if (schema.has("$ref")) {
            String name = schema.get("$ref").asString().replace("#/components/schemas/", "");
            fits(document, document.get("components").get("schemas").get(name), value, where);
            return;
        }
        if (schema.has("oneOf")) {
            if (!value.isNull()) {
                fits(document, schema.get("oneOf").get(0), value, where);
            }
            return;
        }
        Set<String> types = new HashSet<>();
        JsonNode type = schema.get("type");
        if (type.isArray()) {
            type.forEach(each -> types.add(each.asString()));
        } else {
            types.add(type.asString());
        }
        assertThat(types).as(where + " " + value).contains(typeOf(value));
        if (value.isArray()) {
            value.forEach(each -> fits(document, schema.get("items"), each, where + "[]"));
        } else if (value.isObject()) {
            Set<String> known = new TreeSet<>(schema.get("properties").propertyNames());
            assertThat(known).as(where).containsAll(value.propertyNames());
            schema.get("required").forEach(name -> assertThat(value.has(name.asString()))
                    .as(where + "." + name.asString()).isTrue());
            value.properties().forEach(each -> fits(document, schema.get("properties").get(each.getKey()),
                    each.getValue(), where + "." + each.getKey()));
        }
        if (schema.has("enum")) {
            assertThat(schema.get("enum").valueStream().toList()).as(where).contains(value);
        }
    }

    private static String typeOf(JsonNode value) {
        return value.isNull()
                ? "null"
                : value.isArray()
                        ? "array"
                        : value.isObject()
                                ? "object"
                                : value.isBoolean() ? "boolean" : value.isNumber() ? "integer" : "string";
    }
}
