package org.jiaogongti.platform.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.UUID;
import org.jiaogongti.platform.testing.EmptyPlatformTest;
import org.jiaogongti.platform.testing.Page;
import org.jiaogongti.platform.testing.Visitor;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every route for every role, at home and from another district: what the table says is what happens. */
@EmptyPlatformTest
class RouteSweepTest {

    private static final District OTHER = new District("330212");

    private final List<RequestMappingHandlerMapping> mappings;
    private final FoundedDistrict founded;
    private final Districts districts;
    private final Actors actors;
    private final ApiTokens tokens;
    private final Map<Visitor, String> tokenOf = new HashMap<>();

    RouteSweepTest(List<RequestMappingHandlerMapping> mappings, Districts districts, Founding founding,
            Accounts accounts, PlatformTransactionManager transactions, Actors actors, ApiTokens tokens) {
        this.mappings = mappings;
        this.actors = actors;
        this.tokens = tokens;
        this.districts = districts;
        this.founded = new FoundedDistrict(districts, founding, accounts, new TransactionTemplate(transactions));
    }

    /** A route as the application knows it. */
    private record Route(String method, String pattern) {

        /** The address with an id that does not exist in place of every variable. */
        String absent() {
            return pattern.replaceAll("\\{[a-z]+:([a-z]+)\\|[^}]*}", "$1").replaceAll("\\{[^}]+}",
                    "0199aaaa-0000-7000-8000-00000000dead");
        }

        /** Below the interface no session counts, only a token. */
        boolean forPrograms() {
            return pattern.startsWith("/api/");
        }

        boolean named() {
            return pattern.matches(".*\\{[A-Za-z]+}.*");
        }
    }

    private List<Route> routes() {
        List<Route> routes = new ArrayList<>();
        for (RequestMappingHandlerMapping mapping : mappings) {
            for (RequestMappingInfo info : mapping.getHandlerMethods().keySet()) {
                info.getPatternValues().forEach(pattern -> info.getMethodsCondition().getMethods()
                        .forEach(method -> routes.add(new Route(method.name(), pattern))));
            }
        }
        return routes;
    }

    @Test
    void everyRouteHasARowAndEveryRowARoute() {
        Set<String> routes = new TreeSet<>();
        routes().forEach(route -> routes.add(route.method() + " " + route.pattern()));
        Set<String> rows = new TreeSet<>();
        Permissions.rows().stream().filter(row -> !row.method().equals("*"))
                .filter(row -> !row.pattern().getPatternString()
                        .matches("/(css|js|icons|webjars)/.*|/\\{file:.*"))
                .forEach(row -> rows.add(row.method() + " " + row.pattern().getPatternString()));
        assertThat(routes).isEqualTo(rows);
    }

    @Test
    void aRouteWithoutARowIsFound() {
        assertThat(Permissions.names("GET", "/board/secret")).isFalse();
        assertThat(Permissions.rowOf("GET", "/board/secret")).isEmpty();
        assertThat(Permissions.rowOf("DELETE", "/me")).isEmpty();
    }

    @Test
    void everyRouteAnswersEveryRoleAsTheTableSays(Visitor visitor) {
        founded.ensure();
        Map<Role, Visitor> people = new EnumMap<>(Role.class);
        for (Role role : Role.values()) {
            if (role != Role.PUBLIC) {
                people.put(role, signedIn(visitor, FoundedDistrict.DISTRICT, role));
            }
        }
        List<String> wrong = Collections.synchronizedList(new ArrayList<>());
        for (Route route : routes()) {
            if (route.pattern().equals("/sign-out") || route.pattern().equals("/error")) {
                continue;
            }
            Permissions.Row row = Permissions.rowOf(route.method(), route.absent()).orElseThrow();
            // Reading changes nothing, so two may do it at a time.
            Stream<Map.Entry<Role, Visitor>> each = people.entrySet().stream();
            (route.method().equals("GET") ? each.parallel() : each)
                    .forEach(person -> check(route, row, person.getKey(), person.getValue(), wrong));
            checkStranger(route, row, visitor.another(), wrong);
        }
        assertThat(wrong).isEmpty();
    }

    private void check(Route route, Permissions.Row row, Role role, Visitor person, List<String> wrong) {
        int status = ask(person, route).status();
        boolean admitted = row.admits(true, Set.of(role));
        boolean right = admitted ? status != 403 && status < 500 : status == 403;
        // Who has to show the password anew is asked for it before anybody looks whether there is such a thing.
        boolean asked = row.proof() == Proof.ANEW && status == 303;
        boolean foreign = !admitted || !route.named() || !route.method().equals("GET") || status == 404 || asked;
        if (!right || !foreign) {
            wrong.add(role + " " + route.method() + " " + route.pattern() + " -> " + status);
        }
    }

    private void checkStranger(Route route, Permissions.Row row, Visitor stranger, List<String> wrong) {
        Page page = ask(stranger, route);
        boolean open = row.audience() == Permissions.Audience.ANYBODY;
        boolean sent = route.forPrograms()
                ? page.status() == 401
                : page.status() == 303 && page.location().startsWith("/sign-in");
        if (open == sent) {
            wrong.add("stranger " + route.method() + " " + route.pattern() + " -> " + page.status());
        }
    }

    private Page askByToken(Visitor person, Route route) {
        String token = tokenOf.get(person);
        String[] headers = token == null ? new String[0] : new String[]{"Authorization", "Bearer " + token};
        HttpRequest.Builder request = person.request(route.absent(), headers);
        return person.send(route.method().equals("GET")
                ? request.GET().build()
                : request.header("Content-Type", "application/json").header("Idempotency-Key", "sweep")
                        .header("If-Match", "\"1\"").POST(HttpRequest.BodyPublishers.ofString("{}")).build());
    }

    /** A POST carries the token of the person's own page, so that only the table can refuse it. */
    private Page ask(Visitor person, Route route) {
        if (route.forPrograms()) {
            return askByToken(person, route);
        }
        if (route.method().equals("GET")) {
            return person.get(route.absent());
        }
        return person.post(route.absent(), Map.of("_csrf", person.formToken(), "choice", "", "back", "/me"));
    }

    @Test
    void oddWaysToAskDecideLikeThePlainOne(Visitor visitor) {
        founded.ensure();
        Visitor teacher = signedIn(visitor, FoundedDistrict.DISTRICT, Role.TEACHER);
        assertThat(teacher.get("/accounts").status()).isEqualTo(403);
        assertThat(teacher.get("/accounts/").status()).isIn(403, 404);
        assertThat(teacher.get("/accounts;jsessionid=1").status()).isIn(400, 403);
        assertThat(teacher.get("//accounts").status()).isIn(400, 403, 404);
        assertThat(teacher.get("/me/%2e%2e/accounts").status()).isIn(400, 403, 404);
        assertThat(teacher.get("/%61ccounts").status()).isEqualTo(403);
        for (String method : List.of("HEAD", "OPTIONS")) {
            assertThat(send(teacher, method, "/accounts").status()).as(method).isEqualTo(403);
        }
        assertThat(teacher.get("/accounts", "X-HTTP-Method-Override", "POST").status()).isEqualTo(403);
        assertThat(teacher.get("/me?_method=DELETE").status()).isEqualTo(200);
        assertThat(send(teacher, "PUT", "/me").status()).isIn(403, 405);
    }

    @Test
    void anAccountOfAnotherDistrictIsAnsweredLikeOneThatDoesNotExist(Visitor visitor) {
        founded.ensure();
        other();
        UUID foreign = founded.account(OTHER, "foreign-" + UUID.randomUUID(), Posting.inDistrict(Role.INSPECTOR));
        Visitor admin = signedIn(visitor, FoundedDistrict.DISTRICT, Role.BUREAU_ADMIN);
        Page there = admin.get("/accounts/" + foreign);
        Page nowhere = admin.get("/accounts/" + UUID.randomUUID());
        assertThat(there.status()).isEqualTo(404);
        assertThat(nowhere.status()).isEqualTo(404);
        String token = admin.formToken();
        for (String action : List.of("disabling", "enabling", "link")) {
            assertThat(admin.post("/accounts/" + foreign + "/" + action, Map.of("_csrf", token)).status())
                    .as(action).isEqualTo(404);
        }
    }

    private void other() {
        if (!districts.all().contains(OTHER)) {
            districts.add(OTHER, "宁波市鄞州区");
        }
    }

    private static Page send(Visitor person, String method, String path) {
        return person.send(person.request(path).method(method, HttpRequest.BodyPublishers.noBody()).build());
    }

    private Visitor signedIn(Visitor visitor, District district, Role role) {
        UUID somewhere = new UUID(1, 1);
        Posting posting = switch (role.reach()) {
            case NONE, DISTRICT -> Posting.inDistrict(role);
            case SCHOOL -> Posting.atSchool(role, somewhere);
            case COMMUNITY -> Posting.inCommunity(role, somewhere);
            case SUBJECT_GROUP -> Posting.inSubjectGroup(role, somewhere, "数学");
        };
        String login = "s-" + UUID.randomUUID();
        UUID account = founded.account(district, login, posting);
        Visitor person = visitor.another();
        Scope.run(district, () -> {
            if (tokens.make(actors.ofAccount(account).orElseThrow(), "sweep", true,
                    1) instanceof ApiTokens.Made.Shown made) {
                tokenOf.put(person, made.text());
            }
        });
        if (role == Role.BUREAU_ADMIN) {
            FoundedDistrict.signInWithCode(person, login, district);
        } else {
            FoundedDistrict.signIn(person, login, district);
        }
        return person;
    }
}
