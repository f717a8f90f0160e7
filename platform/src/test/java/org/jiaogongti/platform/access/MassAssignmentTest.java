package org.jiaogongti.platform.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Parameter;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jiaogongti.platform.testing.EmptyPlatformTest;
import org.jiaogongti.platform.testing.Page;
import org.jiaogongti.platform.testing.Visitor;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Fields that no form has, sent all the same: nothing of the request but what a handler names reaches a row. */
@EmptyPlatformTest
final class MassAssignmentTest {

    /** What would give rights, or say that something was decided, were it taken from a request. */
    private static final Set<String> FORBIDDEN = Set.of("district", "role", "roles", "status", "state", "standing",
            "confirmed", "approvedBy", "decidedBy", "count", "counted", "score", "createdBy", "recorder", "actor",
            "personId", "accountId", "disabledAt", "epoch", "sampleOrder", "passwordHash", "secret");
    /** The forms in which such a word is the very question. */
    private static final Set<String> ASKED = Set.of("POST /accounts role", "POST /accounts/{id}/roles role",
            "POST /start district", "POST /sign-in district", "POST /evidence/{id}/publication confirmed");

    private final List<RequestMappingHandlerMapping> mappings;
    private final FoundedDistrict founded;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    MassAssignmentTest(List<RequestMappingHandlerMapping> mappings, Districts districts, Founding founding,
            Accounts accounts, JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.mappings = mappings;
        this.transaction = new TransactionTemplate(transactions);
        this.founded = new FoundedDistrict(districts, founding, accounts, transaction);
        this.jdbc = jdbc;
    }

    /** A handler gets named parameters, a record, or the whole form to read by names; never an object that is filled. */
    @Test
    void noHandlerLetsARequestFillAnObject() {
        List<String> wrong = new ArrayList<>();
        Set<String> seen = new TreeSet<>();
        mappings.forEach(mapping -> mapping.getHandlerMethods().forEach((info, handler) -> info.getPatternValues()
                .forEach(pattern -> info.getMethodsCondition().getMethods().forEach(method -> {
                    for (Parameter parameter : handler.getMethod().getParameters()) {
                        check(method + " " + pattern, parameter, seen, wrong);
                    }
                }))));
        assertThat(wrong).isEmpty();
        assertThat(seen).as("the forms in which such a word is asked for").containsExactlyInAnyOrderElementsOf(ASKED);
    }

    private static void check(String route, Parameter parameter, Set<String> seen, List<String> wrong) {
        RequestParam asked = parameter.getAnnotation(RequestParam.class);
        if (parameter.isAnnotationPresent(ModelAttribute.class)) {
            wrong.add(route + " fills a model attribute");
        } else if (asked != null) {
            name(route, asked.name().isEmpty()
                    ? asked.value().isEmpty() ? parameter.getName() : asked.value()
                    : asked.name(), seen, wrong);
        } else if (parameter.getType().isRecord() && !parameter.isAnnotationPresent(PathVariable.class)
                && parameter.getType().getSimpleName().endsWith("Form")) {
            Arrays.stream(parameter.getType().getRecordComponents()).map(RecordComponent::getName)
                    .forEach(name -> name(route, name, seen, wrong));
        } else if (parameter.getType().getName().startsWith("org.jiaogongti") && !parameter.getType().isRecord()
                && !parameter.isAnnotationPresent(RequestHeader.class)
                && !parameter.getType().getSimpleName().equals("Messages")) {
            wrong.add(route + " fills " + parameter.getType().getSimpleName());
        }
    }

    private static void name(String route, String name, Set<String> seen, List<String> wrong) {
        if (route.startsWith("POST ") && FORBIDDEN.contains(name)) {
            seen.add(route + " " + name);
            if (!ASKED.contains(route + " " + name)) {
                wrong.add(route + " takes " + name);
            }
        }
    }

    /** Every form of the accounts' pages, with every column of the account's row sent along. */
    @Test
    void extraFieldsOfTheAccountFormsChangeNothing(Visitor visitor) {
        founded.ensure();
        String admin = "mass-" + UUID.randomUUID();
        founded.account(FoundedDistrict.DISTRICT, admin, Posting.inDistrict(Role.BUREAU_ADMIN));
        FoundedDistrict.signInWithCode(visitor, admin, FoundedDistrict.DISTRICT);
        String login = "made-" + UUID.randomUUID();
        Map<String, String> fields = extras();
        fields.put("login", login);
        fields.put("name", "示例新人");
        fields.put("role", "INSPECTOR");
        Page made = visitor.submit(visitor.get("/accounts/new"), "form[action=/accounts]", fields);
        assertThat(made.status()).as(made.toString()).isEqualTo(303);
        assertThat(row(login)).isEqualTo("330213|" + login + "|示例新人|null|null|1|null|null|INSPECTOR");
        String path = made.location();
        Map<String, String> role = extras();
        role.put("role", "TECHNICIAN");
        assertThat(visitor.submit(visitor.get(path), "form[action$=/roles]", role).status()).isEqualTo(303);
        assertThat(row(login)).isEqualTo("330213|" + login + "|示例新人|null|null|1|null|null|INSPECTOR,TECHNICIAN");
        for (String action : List.of("disabling", "enabling")) {
            Page done = visitor.post(path + "/" + action, with(extras(), visitor.get(path)));
            assertThat(done.status()).as(action).isEqualTo(303);
        }
        assertThat(row(login)).isEqualTo("330213|" + login + "|示例新人|null|null|2|null|null|INSPECTOR,TECHNICIAN");
    }

    /** Nobody makes themselves more by their own forms. */
    @Test
    void extraFieldsOfOnesOwnFormsChangeNothing(Visitor visitor) {
        founded.ensure();
        String login = "own-" + UUID.randomUUID();
        founded.account(FoundedDistrict.DISTRICT, login, Posting.atSchool(Role.TEACHER, new UUID(1, 1)));
        Map<String, String> door = extras();
        door.putAll(Map.of("login", login, "password", FoundedDistrict.PASSWORD, "district", "330213", "role",
                "BUREAU_ADMIN", "way", "SAMPLE", "epoch", "9"));
        Page in = visitor.submit(visitor.get("/sign-in"), "form[action=/sign-in]", door);
        assertThat(in.status()).isEqualTo(303);
        assertThat(visitor.get("/accounts").status()).isEqualTo(403);
        String before = row(login);
        Map<String, String> password = with(extras(), visitor.get("/me"));
        password.putAll(Map.of("old", FoundedDistrict.PASSWORD, "password", "另一条山路也要慢慢走", "again", "另一条山路也要慢慢走",
                "back", "/me", "choice", "lang-en"));
        assertThat(visitor.post("/preferences", password).status()).isEqualTo(303);
        assertThat(row(login)).isEqualTo(before);
        assertThat(visitor.post("/me/password", password).status()).isEqualTo(303);
        assertThat(row(login)).isEqualTo(before.replace("|1|null", "|2|null"));
    }

    private static Map<String, String> extras() {
        Map<String, String> fields = new LinkedHashMap<>();
        FORBIDDEN.forEach(name -> fields.put(name, switch (name) {
            case "district" -> "330212";
            case "epoch", "sampleOrder", "count", "counted", "score" -> "7";
            default -> "BUREAU_ADMIN";
        }));
        fields.remove("role");
        fields.putAll(Map.of("id", "0199aaaa-0000-7000-8000-00000000beef", "grants[0].role", "BUREAU_ADMIN",
                "roles[0]", "BUREAU_ADMIN", "posting.role", "BUREAU_ADMIN", "class.module", "x", "person_id",
                "0199aaaa-0000-7000-8000-00000000beef", "disabled", "true"));
        return fields;
    }

    private static Map<String, String> with(Map<String, String> fields, Page page) {
        fields.put("_csrf", page.html().select("input[name=_csrf]").val());
        return fields;
    }

    private String row(String login) {
        return Objects.requireNonNull(Scope.call(FoundedDistrict.DISTRICT, () -> transaction.execute(status -> jdbc
                .sql("""
                        SELECT concat_ws('|', district, login, name, coalesce(person_id::text, 'null'),
                            coalesce(sample_order::text, 'null'), epoch, coalesce(disabled_at::text, 'null'),
                            coalesce(disabled_by::text, 'null'),
                            (SELECT string_agg(role, ',' ORDER BY granted_at) FROM access.granted_role g
                             WHERE g.account_id = account.id))
                        FROM access.account WHERE login = :login
                        """).param("login", login).query(String.class).single())));
    }
}
