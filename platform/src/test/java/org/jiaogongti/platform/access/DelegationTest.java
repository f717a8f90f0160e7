package org.jiaogongti.platform.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jiaogongti.platform.testing.EmptyPlatformTest;
import org.jiaogongti.platform.testing.Page;
import org.jiaogongti.platform.testing.Visitor;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A role in a colleague's hands for some days, and everything of one person handed to another. */
@EmptyPlatformTest
final class DelegationTest {

    private static final String FORM = "form[action=/me/delegations]";

    private final FoundedDistrict founded;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    DelegationTest(Districts districts, Founding founding, Accounts accounts, JdbcClient jdbc,
            PlatformTransactionManager transactions) {
        this.transaction = new TransactionTemplate(transactions);
        this.founded = new FoundedDistrict(districts, founding, accounts, transaction);
        this.jdbc = jdbc;
    }

    private String newLogin(Posting... roles) {
        founded.ensure();
        String login = "deputy-" + UUID.randomUUID();
        founded.account(FoundedDistrict.DISTRICT, login, roles);
        return login;
    }

    private static Visitor entered(Visitor visitor, String login) {
        Visitor person = visitor.another();
        FoundedDistrict.signIn(person, login, FoundedDistrict.DISTRICT);
        FoundedDistrict.setUpSecondFactor(person, login);
        return person;
    }

    private static LocalDate today() {
        return LocalDate.now(ZoneId.of("Asia/Shanghai"));
    }

    private static Page delegate(Visitor person, String deputy, LocalDate first, LocalDate last) {
        return person.submit(person.get("/me/delegations"), FORM,
                Map.of("deputy", deputy, "first", first.toString(), "last", last.toString()));
    }

    private UUID id(String login) {
        return one("SELECT id FROM access.account WHERE login = :login", login, UUID.class);
    }

    private <T> T one(String sql, String login, Class<T> type) {
        return Objects.requireNonNull(Scope.call(FoundedDistrict.DISTRICT,
                () -> transaction.execute(status -> jdbc.sql(sql).param("login", login).query(type).single())));
    }

    private void change(String sql, String login) {
        Scope.run(FoundedDistrict.DISTRICT,
                () -> transaction.executeWithoutResult(status -> jdbc.sql(sql).param("login", login).update()));
    }

    /** The leader's page is the deputy's on the days given, and the next click after the end is refused. */
    @Test
    void aDeputyHoldsTheRoleOnItsDaysAndTheJournalNamesBoth(Visitor visitor) {
        String leader = newLogin(Posting.inDistrict(Role.BUREAU_LEADER));
        String deputy = newLogin(Posting.inDistrict(Role.INSPECTOR));
        Visitor away = entered(visitor, leader);
        Visitor here = entered(visitor, deputy);
        assertThat(here.get("/waivers").status()).isEqualTo(403);
        assertThat(delegate(away, deputy, today(), today().plusDays(3)).status()).isEqualTo(303);
        assertThat(here.get("/waivers").status()).isEqualTo(200);
        Page wrong = here.post("/waivers/" + UUID.randomUUID() + "/revocation", Map.of());
        assertThat(wrong.status()).isEqualTo(403);
        here.submit(here.get("/me"), "form[action=/me/password]",
                Map.of("old", FoundedDistrict.PASSWORD, "password", "又一条山路也要慢慢走", "again", "又一条山路也要慢慢走"));
        assertThat(one("""
                SELECT p.body::text FROM journal.entry e JOIN journal.payload p
                  ON p.district = e.district AND p.number = e.number
                WHERE e.action = 'PasswordSet' AND e.object_id = (SELECT id FROM access.account WHERE login = :login)
                """, deputy, String.class)).contains("standingInFor").contains(id(leader).toString());
        Visitor again = visitor.another();
        assertThat(again.get("/waivers").status()).isEqualTo(303);
    }

    @Test
    void itEndsByItselfByHandAndWithTheRoleItself(Visitor visitor) {
        String leader = newLogin(Posting.inDistrict(Role.BUREAU_LEADER));
        String deputy = newLogin(Posting.inDistrict(Role.INSPECTOR));
        Visitor away = entered(visitor, leader);
        Visitor here = entered(visitor, deputy);
        assertThat(delegate(away, deputy, today(), today()).status()).isEqualTo(303);
        assertThat(here.get("/waivers").status()).isEqualTo(200);
        String mine = "WHERE absent = (SELECT id FROM access.account WHERE login = :login)";
        change("UPDATE access.delegation SET first_day = first_day - 9, last_day = last_day - 1 " + mine, leader);
        assertThat(here.get("/waivers").status()).isEqualTo(403);
        change("UPDATE access.delegation SET last_day = last_day + 1 " + mine, leader);
        assertThat(here.get("/waivers").status()).isEqualTo(200);
        String grants = "UPDATE access.granted_role SET ended_at = %s, ended_by = %s "
                + "WHERE account_id = (SELECT id FROM access.account WHERE login = :login)";
        change(grants.formatted("now()", "account_id"), leader);
        assertThat(here.get("/waivers").status()).isEqualTo(403);
        change(grants.formatted("NULL", "NULL"), leader);
        assertThat(here.get("/waivers").status()).isEqualTo(200);
        Page ended = away.submit(away.get("/me/delegations"), "form[action$=/end]", Map.of());
        assertThat(ended.status()).isEqualTo(303);
        assertThat(here.get("/waivers").status()).isEqualTo(403);
    }

    @Test
    void nobodyHandsOnWhatTheyDoNotHoldNorToWhomItCannotGo(Visitor visitor) {
        String leader = newLogin(Posting.inDistrict(Role.BUREAU_LEADER));
        String deputy = newLogin(Posting.inDistrict(Role.INSPECTOR));
        String third = newLogin(Posting.inDistrict(Role.INSPECTOR));
        String teacher = newLogin(Posting.atSchool(Role.TEACHER, new UUID(1, 1)));
        Visitor away = entered(visitor, leader);
        Visitor here = entered(visitor, deputy);
        assertThat(delegate(away, deputy, today(), today()).status()).isEqualTo(303);
        Page form = here.get("/me/delegations");
        assertThat(form.html().select("#posting option").eachAttr("value")).containsExactly("INSPECTOR:::");
        for (String posting : List.of("BUREAU_LEADER:::", "BUREAU_ADMIN:::", "")) {
            Page page = here.submit(form, FORM, Map.of("posting", posting, "deputy", third, "first",
                    today().toString(), "last", today().toString()));
            assertThat(page.status()).as(posting).isEqualTo(422);
        }
        assertThat(delegate(away, teacher, today(), today()).status()).isEqualTo(422);
        assertThat(delegate(away, leader, today(), today()).status()).isEqualTo(422);
        assertThat(delegate(away, third, today(), today().plusDays(200)).status()).isEqualTo(422);
        assertThat(delegate(away, third, today().minusDays(3), today().minusDays(1)).status()).isEqualTo(422);
        assertThat(entered(visitor, teacher).get("/me/delegations").html().select("#posting")).isEmpty();
    }

    @Test
    void everythingPassesToTheSuccessorInOneActionAndOneLine(Visitor visitor) {
        String leaving = newLogin(Posting.inDistrict(Role.BUREAU_LEADER), Posting.inDistrict(Role.BUREAU_CLERK));
        String next = newLogin(Posting.inDistrict(Role.BUREAU_CLERK));
        String admin = newLogin(Posting.inDistrict(Role.BUREAU_ADMIN));
        Visitor administrator = entered(visitor, admin);
        Visitor before = entered(visitor, leaving);
        assertThat(before.get("/waivers").status()).isEqualTo(200);
        String path = "/accounts/" + id(leaving) + "/handover";
        assertThat(administrator.get(path).html().select("form[method=post][action$=/handover]")).isEmpty();
        Page missed = administrator.get(path + "?successor=nobody-here");
        assertThat(missed.html().select("form[method=post][action$=/handover]")).isEmpty();
        Page look = administrator.get(path + "?successor=" + next);
        assertThat(look.html().select(".li")).hasSizeGreaterThanOrEqualTo(2);
        assertThat(before.get("/waivers").status()).as("looking changes nothing").isEqualTo(200);
        Page done = administrator.submit(look, "form[method=post][action$=/handover]", Map.of());
        assertThat(done.status()).as(done.toString()).isEqualTo(303);
        assertThat(before.get("/waivers").status()).isEqualTo(403);
        assertThat(entered(visitor, next).get("/waivers").status()).isEqualTo(200);
        assertThat(one("""
                SELECT count(*) FROM journal.entry WHERE action = 'HandedOver'
                  AND object_id = (SELECT id FROM access.account WHERE login = :login)
                """, leaving, Long.class)).isEqualTo(1);
        assertThat(administrator.submit(look, "form[method=post][action$=/handover]", Map.of()).status())
                .as("pressed twice").isEqualTo(422);
    }
}
