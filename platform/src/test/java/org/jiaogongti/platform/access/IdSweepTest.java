package org.jiaogongti.platform.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jiaogongti.platform.testing.Page;
import org.jiaogongti.platform.testing.PlatformTest;
import org.jiaogongti.platform.testing.TestCluster;
import org.jiaogongti.platform.testing.Visitor;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Ids of another district tried by every role, and ids of another community by every role of a school or community, at every
 * place of every route that takes one: the answer is that to an id which nobody has, and no row is written. A parameter that
 * is neither among the plain ones nor has such ids fails the test: add it to {@link IdPlaces#PLAIN} or to {@link IdPlaces#IDS}.
 */
@PlatformTest
class IdSweepTest {

    private static final District HOME = new District("330212");
    private static final District ELSEWHERE = new District("330213");
    private static final String BOUNDARY = "----jgt-ids-22c7";

    /** The values of {@link IdPlaces#SHARED} in the sample world. */
    private static final Map<String, String> KNOWN = new ConcurrentHashMap<>();

    private final List<RequestMappingHandlerMapping> mappings;
    private final FoundedDistrict founded;
    private final Districts districts;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final CharterShelf charters;
    private final String url;
    private final List<UUID> made = new ArrayList<>();
    private final ApiTokens programs;
    private final Actors actors;
    private final Map<Visitor, String> tokens = new HashMap<>();

    IdSweepTest(List<RequestMappingHandlerMapping> mappings, Districts districts, Founding founding, Accounts accounts,
            JdbcClient jdbc, PlatformTransactionManager transactions, CharterShelf charters, ApiTokens programs,
            Actors actors,
            @Value("${jgt.database.url}") String url) {
        this.mappings = mappings;
        this.transaction = new TransactionTemplate(transactions);
        this.founded = new FoundedDistrict(districts, founding, accounts, transaction);
        this.districts = districts;
        this.jdbc = jdbc;
        this.charters = charters;
        this.programs = programs;
        this.actors = actors;
        this.url = url;
    }

    @BeforeEach
    void found() {
        districts.add(HOME, "宁波市鄞州区");
        Scope.call(HOME, () -> transaction.execute(status -> {
            charters.adopt(Actor.system(), charters.offers().getFirst().id());
            return true;
        }));
    }

    /** The sample world has one district for all other tests, and its own accounts only. */
    @AfterEach
    void remove() throws Exception {
        Scope.run(ELSEWHERE, () -> transaction.executeWithoutResult(status -> {
            jdbc.sql("DELETE FROM agenda.feed WHERE account IN (:made)").param("made", made).update();
            jdbc.sql("DELETE FROM intake.upload WHERE kind = 'swept'").update();
            jdbc.sql("DELETE FROM api.delivery WHERE body = 'swept'").update();
            jdbc.sql("DELETE FROM api.webhook WHERE name = 'swept'").update();
            jdbc.sql("DELETE FROM reminder.delivery WHERE detail = 'swept'").update();
            jdbc.sql("DELETE FROM reminder.robot WHERE name = 'swept'").update();
            jdbc.sql("DELETE FROM access.delegation WHERE absent IN (:made)").param("made", made).update();
            for (String table : List.of("access.api_token", "access.passkey", "access.device", "access.recovery_code",
                    "access.second_factor",
                    "access.granted_role")) {
                jdbc.sql("DELETE FROM " + table + " WHERE account_id IN (:made)").param("made", made).update();
            }
            jdbc.sql("DELETE FROM access.account WHERE id IN (:made)").param("made", made).update();
        }));

        try (var connection = TestCluster.shared().postgres().superuser(url.substring(url.lastIndexOf('/') + 1));
                var statement = connection.createStatement()) {
            List<String> tables = new ArrayList<>();
            try (var rows = statement.executeQuery("SELECT format('%I.%I', table_schema, table_name) "
                    + "FROM information_schema.columns JOIN information_schema.tables "
                    + "USING (table_schema, table_name) WHERE column_name = 'district' AND table_type = 'BASE TABLE'")) {
                while (rows.next()) {
                    tables.add(rows.getString(1));
                }
            }
            statement.execute("SET session_replication_role = replica");
            statement.executeUpdate("DELETE FROM obligation.amendment WHERE document = 'swept'");
            statement.executeUpdate("DELETE FROM school.calendar_change WHERE reason = 'swept'");
            statement.executeUpdate("DELETE FROM community.coverage_exception WHERE document = 'swept'");
            for (String table : tables) {
                statement.executeUpdate("DELETE FROM " + table + " WHERE district = '" + HOME.code() + "'");
            }
            statement.executeUpdate("DELETE FROM access.district WHERE code = '" + HOME.code() + "'");
        }
    }

    @Test
    void anIdOfAnotherDistrictIsAnsweredLikeOneThatNobodyHas(Visitor visitor) {
        List<String> wrong = Collections.synchronizedList(new ArrayList<>());
        List<SweptRoute> routes = SweptRoute.all(mappings, wrong);
        assertThat(wrong).as("parameters of which the test knows nothing").isEmpty();
        Map<String, String> foreign = foreign();
        Map<Role, Visitor> people = new EnumMap<>(Role.class);
        Arrays.stream(Role.values()).filter(role -> role != Role.PUBLIC)
                .forEach(role -> people.put(role, signedIn(visitor, role, HOME, new UUID(1, 1), new UUID(1, 2))));
        Written written = new Written();
        int tried = 0;
        for (SweptRoute route : routes) {
            if (IdPlaces.OPEN.contains(route.name()) || (route.path().isEmpty() && route.sent().isEmpty())) {
                continue;
            }
            tried++;
            people.entrySet().parallelStream()
                    .forEach(each -> compare(route, each.getKey(), each.getValue(), foreign, wrong));
        }
        assertThat(wrong).isEmpty();
        assertThat(tried).as("routes with ids").isGreaterThan(30);
        written.nothingSince();
    }

    /** Two communities of one district. What all of a district may see is not asked for here. */
    @Test
    void anIdOfAnotherCommunityIsAnsweredLikeOneThatNobodyHas(Visitor visitor) {
        List<String> wrong = Collections.synchronizedList(new ArrayList<>());
        Map<String, String> sides = sides();
        Map<Role, Visitor> people = new EnumMap<>(Role.class);
        Arrays.stream(Role.values())
                .filter(role -> role.reach() != Role.Reach.DISTRICT && role.reach() != Role.Reach.NONE)
                .forEach(role -> people.put(role, signedIn(visitor, role, ELSEWHERE,
                        UUID.fromString(side(sides, "own school")), UUID.fromString(side(sides, "own community")))));
        Written written = new Written();
        int tried = 0;
        for (SweptRoute route : SweptRoute.all(mappings, new ArrayList<>())) {
            ScopeRule scope = Permissions.rowOf(route.method(), route.pattern().replaceAll("[{}|:]", "x")).map(
                    Permissions.Row::scope).orElse(ScopeRule.NONE);
            boolean own = scope == ScopeRule.OWN_SCHOOL || scope == ScopeRule.OWN_COMMUNITY;
            if (own && (!route.path().isEmpty() || route.sent().stream().anyMatch(IdPlaces.SIDES::contains))) {
                tried++;
                people.entrySet().parallelStream().forEach(each -> {
                    if (route.path().isEmpty()) {
                        taken(route, each.getKey(), each.getValue(), sides, wrong);
                    } else {
                        compare(route, each.getKey(), each.getValue(), sides, wrong);
                    }
                });
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(tried).as("routes with ids of a school or community").isGreaterThan(15);
        written.nothingSince();
    }

    /** A form may name another side, and a list may be asked for it: it saves nothing and shows nothing of it. */
    private void taken(SweptRoute route, Role role, Visitor person, Map<String, String> sides, List<String> wrong) {
        for (List<String> sent : route.tries()) {
            Page page = ask(person, route, sent, sides);
            if (page.status() / 100 == 3 || page.status() == 201 || page.status() >= 500
                    || (route.method().equals("GET") && page.text().contains(side(sides, "activities.id")))) {
                wrong.add(role + " " + route.name() + " " + sent + " -> " + page.status() + ": taken or shown");
            }
        }
    }

    private static String side(Map<String, String> sides, String name) {
        return Objects.requireNonNull(sides.get(name), name);
    }

    /** A school with its community, and from another community a school, an occasion and a file of it. */
    private Map<String, String> sides() {
        return Objects.requireNonNull(Scope.call(ELSEWHERE, () -> transaction.execute(status -> {
            Map<String, @Nullable Object> far = jdbc.sql("""
                    SELECT o.id, o.school, o.community, e.id AS file FROM activity.occasion o
                    JOIN evidence.item e ON e.holder = o.id
                    WHERE o.state = 'HELD' AND EXISTS (SELECT FROM community.seat s WHERE s.community = o.community)
                      AND NOT EXISTS (SELECT FROM evidence.removal r WHERE r.item = e.id)
                    ORDER BY o.held_on DESC, o.id LIMIT 1
                    """).query().singleRow();
            Map<String, @Nullable Object> near = jdbc.sql("""
                    SELECT o.school, o.community FROM activity.occasion o
                    WHERE o.community <> :far AND o.school NOT IN (
                        SELECT school FROM activity.occasion WHERE community = :far UNION
                        SELECT host FROM activity.occasion WHERE community = :far AND host IS NOT NULL)
                    ORDER BY o.held_on DESC, o.id LIMIT 1
                    """).param("far", far.get("community")).query().singleRow();
            String occasion = String.valueOf(far.get("id"));
            Map<String, @Nullable Object> posted = jdbc.sql("""
                    SELECT p.id, p.person FROM staff.posting p WHERE p.school = :school AND p.to_day IS NULL
                    ORDER BY p.id LIMIT 1
                    """).param("school", far.get("school")).query().singleRow();
            String seat = jdbc.sql("SELECT id::text FROM community.seat WHERE community = :far ORDER BY id LIMIT 1")
                    .param("far", far.get("community")).query(String.class).single();
            Map<String, String> people = Map.of("people.id", String.valueOf(posted.get("person")), "people.after",
                    String.valueOf(posted.get("person")), "person", String.valueOf(posted.get("person")),
                    "people.posting", String.valueOf(posted.get("id")), "community",
                    String.valueOf(far.get("community")), "seat", seat);
            Map<String, @Nullable Object> meeting = jdbc.sql("""
                    SELECT m.pair, m.id FROM staff.mentoring_meeting m JOIN staff.mentoring_pair p ON p.id = m.pair
                    WHERE p.mentor_school <> :near AND p.mentee_school <> :near ORDER BY m.id LIMIT 1
                    """).param("near", near.get("school")).query().singleRow();
            Map<String, @Nullable Object> lesson = jdbc.sql("""
                    SELECT l.pair, l.id FROM register.planned_lesson l JOIN register.pair p ON p.id = l.pair
                    JOIN community.membership m ON m.school = p.giver AND m.community = :far ORDER BY l.id LIMIT 1
                    """).param("far", far.get("community")).query().singleRow();
            Map<String, @Nullable Object> advised = jdbc.sql("""
                    SELECT a.id, l.id AS link, r.id AS recommendation FROM advice.adviser a
                    JOIN advice.link l ON l.adviser = a.id JOIN advice.recommendation r ON r.community = a.community
                    WHERE a.community = :far ORDER BY r.id LIMIT 1
                    """).param("far", far.get("community")).query().singleRow();
            Map<String, String> sides = new LinkedHashMap<>(people);
            sides.putAll(Map.of("advisers.id", String.valueOf(advised.get("id")), "link",
                    String.valueOf(advised.get("link")), "occasion", occasion, "recommendations.id",
                    String.valueOf(advised.get("recommendation")), "recommendations.after",
                    String.valueOf(advised.get("recommendation"))));
            for (String table : List.of("requirement", "revision", "sheet")) {
                sides.put(table, jdbc.sql("SELECT id::text FROM register." + table
                        + " WHERE community <> :near ORDER BY id LIMIT 1").param("near", near.get("community"))
                        .query(String.class).single());
            }
            Map<String, @Nullable Object> inspected = jdbc.sql("""
                    SELECT i.id, p.id AS point, f.id AS finding, c.id AS proceeding, d.sample, d.id AS drawn
                    FROM inspection.inspection i JOIN inspection.point p ON p.inspection = i.id,
                        inspection.finding f, inspection.proceeding c, inspection.drawn d
                    WHERE i.state = 'HELD' AND i.school <> :near AND f.school <> :near AND c.school <> :near
                      AND d.school <> :near ORDER BY i.id, p.id, f.id, c.id, d.id LIMIT 1
                    """).param("near", near.get("school")).query().singleRow();
            inspected.forEach((name, id) -> sides.put(name.equals("id") ? "inspections.id" : name,
                    String.valueOf(id)));
            sides.putAll(Map.of("registers/pairs.id", String.valueOf(lesson.get("pair")), "registers/pairs.after",
                    String.valueOf(lesson.get("pair")), "lesson", String.valueOf(lesson.get("id"))));
            sides.putAll(Map.of("mentoring.id", String.valueOf(meeting.get("pair")), "filings.id",
                    jdbc.sql("SELECT id::text FROM filing.filing WHERE community = :far ORDER BY id LIMIT 1")
                            .param("far", far.get("community")).query(String.class).single(),
                    "meeting",
                    String.valueOf(meeting.get("id"))));
            sides.putAll(Map.of("own school", String.valueOf(near.get("school")), "own community",
                    String.valueOf(near.get("community")), "activities.id", occasion, "occasions.id", occasion, "other",
                    occasion, "holder", occasion, "school", String.valueOf(far.get("school")), "evidence.id",
                    String.valueOf(far.get("file"))));
            return sides;
        })));
    }

    /** What business tables held at a moment, to be told that nothing was written since. */
    private final class Written {

        private final long transactionBefore;
        private final Map<String, Long> before;

        Written() {
            transactionBefore = Objects.requireNonNull(transaction.execute(status -> jdbc
                    .sql("SELECT pg_snapshot_xmax(pg_current_snapshot())::text::bigint").query(Long.class).single()));
            before = rows(0);
        }

        void nothingSince() {
            assertThat(rows(transactionBefore).entrySet()).as("rows that were written")
                    .noneMatch(table -> table.getValue() > 0);
            assertThat(rows(0)).isEqualTo(before);
        }

        /** By district and table: rows of this transaction and later ones. Access and journal note the tries themselves. */
        private Map<String, Long> rows(long since) {
            Map<String, Long> found = new LinkedHashMap<>();
            for (District district : List.of(HOME, ELSEWHERE)) {
                Scope.run(district, () -> transaction.executeWithoutResult(status -> {
                    List<@Nullable String> tables = jdbc.sql("""
                            SELECT format('%I.%I', table_schema, table_name) FROM information_schema.columns
                            JOIN information_schema.tables USING (table_schema, table_name)
                            WHERE column_name = 'district' AND table_type = 'BASE TABLE'
                              AND table_schema NOT IN ('access', 'journal', 'seal')
                            """).query(String.class).list();
                    tables.forEach(table -> found.put(district.code() + " " + table,
                            jdbc.sql("SELECT count(*) FROM " + table + " WHERE xmin::text::bigint >= :since")
                                    .param("since", since).query(Long.class).single()));
                }));
            }
            return found;
        }
    }

    private void compare(SweptRoute route, Role role, Visitor person, Map<String, String> foreign, List<String> wrong) {
        route.tries().forEach(sent -> compare(route, role, person, sent, foreign, wrong));
    }

    private void compare(SweptRoute route, Role role, Visitor person, List<String> sent, Map<String, String> foreign,
            List<String> wrong) {
        if (!Permissions.rowOf(route.method(), address(route, foreign)).orElseThrow().admits(true, Set.of(role))) {
            // The table refuses before anybody looks at an id, whatever it is: RouteSweepTest asks every role.
            return;
        }
        Page there = ask(person, route, sent, foreign);
        Page nowhere = ask(person, route, sent, Map.of());
        String what = role + " " + route.name() + " " + sent + " -> " + there.status() + ", " + nowhere.status();
        if (there.status() != nowhere.status() || !shape(there).equals(shape(nowhere))) {
            wrong.add(what + "\n  " + shape(there) + "\n  " + shape(nowhere));
        } else if (!route.path().isEmpty() && there.status() != 404) {
            wrong.add(what + " instead of 404");
        } else if (there.status() / 100 == 3 || there.status() == 201) {
            wrong.add(what + ": taken");
        }
    }

    /** Everything a reader could tell two answers by, without what is new in every answer. */
    private static String shape(Page page) {
        Document html = page.html();
        String words = html.text().replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "ID");
        String elements = html.select("*").stream().map(Element::tagName).collect(Collectors.joining(" "));
        return page.status() + " " + page.header("Content-Type") + " " + words + " "
                + Integer.toHexString(elements.hashCode());
    }

    private String address(SweptRoute route, Map<String, String> ids) {
        String address = route.pattern().replace("{format:docx|pdf}", "docx")
                .replace("{format:pdf|txt}", "txt")
                .replaceAll("\\{[a-z]+:([a-z]+)\\|[^}]*}", "csv");
        for (String name : route.path()) {
            address = address.replace("{" + name + "}", encoded(value(route, name, ids)));
        }
        return address.replace("{district}", HOME.code()).replace("{from}", text("from"))
                .replace("{subject}", encoded(text("subject"))).replace("{term}", encoded(text("term")))
                .replace("{year}", "2021-2022").replace("{part}", "Q21")
                .replace("{version}", "1").replace("{round}", "1").replace("{goal}", "G4");
    }

    private Page ask(Visitor person, SweptRoute route, List<String> sent, Map<String, String> ids) {
        String address = address(route, ids);
        Map<String, String> fields = new LinkedHashMap<>(IdPlaces.FILLING);
        sent.forEach(name -> fields.put(name, value(route, name, ids)));
        if (route.method().equals("GET")) {
            boolean filled = address.startsWith("/waivers/preview") || address.endsWith("/move");
            if (!filled) {
                fields.keySet().retainAll(sent);
            }
            String query = query(fields);
            return person.get(query.isEmpty() ? address : address + "?" + query, token(route, person));
        }
        if (route.forPrograms()) {
            return person.send(person.request(address, token(route, person)).header("Content-Type", "application/json")
                    .header("Idempotency-Key", "ids").header("If-Match", "\"1\"")
                    .POST(HttpRequest.BodyPublishers.ofString(json(fields))).build());
        }
        fields.put("_csrf", person.formToken());
        return route.files() ? person.send(upload(person, address, fields)) : person.post(address, fields);
    }

    private String[] token(SweptRoute route, Visitor person) {
        String token = tokens.get(person);
        return route.forPrograms() && token != null
                ? new String[]{"Authorization", "Bearer " + token}
                : new String[0];
    }

    private static String text(String name) {
        return Objects.requireNonNull(IdPlaces.FILLING.get(name), name);
    }

    /** An occasion as the interface takes it, whose ids alone are wrong; a withdrawal reads its reason only. */
    private static String json(Map<String, String> fields) {
        String ids = Stream.of("school", "host", "leader").filter(fields::containsKey)
                .map(name -> "\"" + name + "\":\"" + fields.get(name) + "\",").collect(Collectors.joining());
        return fields.containsKey("school") || fields.containsKey("host") || fields.containsKey("leader")
                ? "{" + ids + """
                        "date":"2024-11-18","people":["示例教师03"],"parts":[{"kind":"demonstration-lesson","lessons":1}],\
                        "subject":"数学","grades":["五"],"topic":"他区","leaderRank":"BACKBONE","same":"no"}"""
                : "{\"reason\":\"试一试\"}";
    }

    private static String value(SweptRoute route, String name, Map<String, String> ids) {
        String key = route.key(name).orElse(name);
        return IdPlaces.SHARED.contains(key)
                ? Objects.requireNonNull(KNOWN.get(key), key)
                : ids.getOrDefault(key,
                        key.equals("waivers.bearer") ? "community:" + IdPlaces.NOBODYS : IdPlaces.NOBODYS);
    }

    private static String query(Map<String, String> fields) {
        return fields.entrySet().stream().map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text.replace('/', '~'), StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static HttpRequest upload(Visitor person, String address, Map<String, String> fields) {
        StringBuilder body = new StringBuilder();
        fields.forEach((name, value) -> body.append("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"")
                .append(name).append("\"\r\n\r\n").append(value).append("\r\n"));
        body.append("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.txt\"\r\n"
                + "Content-Type: text/plain\r\n\r\nabc\r\n--" + BOUNDARY + "--\r\n");
        return person.request(address, "Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(HttpRequest.BodyPublishers.ofString(body.toString())).build();
    }

    /** One id of each kind from the sample world. */
    private Map<String, String> foreign() {
        Map<String, String> found = new LinkedHashMap<>();
        UUID account = account(ELSEWHERE, "ids-" + UUID.randomUUID(), Posting.inDistrict(Role.TECHNICIAN));
        Scope.call(ELSEWHERE, () -> transaction.execute(status -> {
            SweptRows.insert(jdbc, ELSEWHERE, account);
            IdPlaces.IDS.forEach((key, sql) -> jdbc.sql(sql + " LIMIT 1").query(String.class).optional()
                    .ifPresent(id -> found.put(key, id)));
            return true;
        }));
        assertThat(found.keySet()).as("without an id the sweep would try nothing").containsAll(IdPlaces.IDS.keySet());
        IdPlaces.SHARED.forEach(key -> KNOWN.put(key, Objects.requireNonNull(found.get(key))));
        return found;
    }

    private Visitor signedIn(Visitor visitor, Role role, District district, UUID school, UUID community) {
        Posting posting = switch (role.reach()) {
            case NONE, DISTRICT -> Posting.inDistrict(role);
            case SCHOOL -> Posting.atSchool(role, school);
            case COMMUNITY -> Posting.inCommunity(role, community);
            case SUBJECT_GROUP -> Posting.inSubjectGroup(role, community, "数学");
        };
        String login = "ids-" + UUID.randomUUID();
        UUID account = account(district, login, posting);
        Visitor person = visitor.another();
        Scope.run(district, () -> {
            if (programs.make(actors.ofAccount(account).orElseThrow(), "ids", true,
                    1) instanceof ApiTokens.Made.Shown shown) {
                tokens.put(person, shown.text());
            }
        });
        FoundedDistrict.signIn(person, login, district);
        FoundedDistrict.setUpSecondFactor(person, login);
        return person;
    }

    private UUID account(District district, String login, Posting posting) {
        UUID account = founded.account(district, login, posting);
        made.add(account);
        return account;
    }
}
