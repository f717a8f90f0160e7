package org.jiaogongti.platform.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jiaogongti.platform.access.Proof.Missing;
import org.jiaogongti.platform.access.SignedIn.Way;
import org.jiaogongti.platform.access.SoftKey.Asked;
import org.jiaogongti.platform.testing.EmptyPlatformTest;
import org.jiaogongti.platform.testing.Page;
import org.jiaogongti.platform.testing.Visitor;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Passkeys over HTTP: made, shown, refused, removed. What a real browser does is {@code PasskeyIT}'s. */
@EmptyPlatformTest
class PasskeyTest {

    private static final String HERE = "form[action=/me/passkeys]";
    private static final String DOOR = "form[action=/sign-in/passkey]";

    private final FoundedDistrict founded;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    PasskeyTest(Districts districts, Founding founding, Accounts accounts, JdbcClient jdbc,
            PlatformTransactionManager transactions) {
        this.transaction = new TransactionTemplate(transactions);
        this.founded = new FoundedDistrict(districts, founding, accounts, transaction);
        this.jdbc = jdbc;
    }

    /** Somebody with a password, signed in. */
    private record Person(UUID account, String login, Visitor visitor) {}

    private Person person(Visitor visitor, Role role) {
        founded.ensure();
        String login = "passkey-" + UUID.randomUUID();
        UUID account = founded.account(FoundedDistrict.DISTRICT, login, Posting.inDistrict(role));
        Visitor own = visitor.another();
        FoundedDistrict.signIn(own, login, FoundedDistrict.DISTRICT);
        return new Person(account, login, own);
    }

    private static SoftKey add(Visitor visitor, SoftKey key) {
        Page page = visitor.get("/me/passkeys");
        key.owner(page.html().select(HERE).attr("data-owner"));
        Page done = visitor.submit(page, HERE,
                Map.of("name", "示例手机", "credential", key.make(Asked.by(page, "/me/passkeys", visitor.base()))));
        assertThat(done.status()).as(done.toString()).isEqualTo(303);
        return key;
    }

    private static Page show(Visitor visitor, SoftKey key) {
        Page door = visitor.get("/sign-in");
        return visitor.submit(door, DOOR,
                Map.of("credential", key.show(Asked.by(door, "/sign-in/passkey", visitor.base()))));
    }

    private List<String> refusals() {
        return Objects.requireNonNull(Scope.call(FoundedDistrict.DISTRICT, () -> transaction.execute(status -> jdbc
                .sql("""
                        SELECT p.body::jsonb->>'why' FROM journal.entry e JOIN journal.payload p USING (district, number)
                        WHERE e.action = 'PasskeyRefused' ORDER BY e.number
                        """)
                .query((rows, number) -> rows.getString(1)).list())));
    }

    @Test
    void aPasskeyIsAnAdministratorsSessionWithoutPasswordAndCode(Visitor visitor) {
        Person admin = person(visitor, Role.BUREAU_ADMIN);
        assertThat(admin.visitor().get("/accounts").location()).startsWith("/me/second-factor");
        SoftKey key = add(admin.visitor(), new SoftKey());
        Page again = admin.visitor().get(admin.visitor().get("/accounts").location());
        Page proven = admin.visitor().submit(again, "form[action=/again/passkey]",
                Map.of("credential", key.show(Asked.by(again, "/again/passkey", visitor.base()))));
        assertThat(proven.location()).as("it counts as the second factor").isEqualTo("/accounts");
        assertThat(admin.visitor().get("/accounts").status()).isEqualTo(200);

        Visitor elsewhere = visitor.another();
        assertThat(show(elsewhere, key).location()).isEqualTo("/");
        assertThat(elsewhere.get("/accounts").status()).isEqualTo(200);
        Page page = elsewhere.get("/accounts/" + admin.account());
        assertThat(elsewhere.submit(page, "form[action$=/link]", Map.of()).status()).as("what is asked for anew")
                .isEqualTo(200);
        assertThat(elsewhere.get("/me/passkeys").text()).contains("示例手机", "最近用于");
    }

    @Test
    void oneTextForEverythingThatIsWrong(Visitor visitor) {
        Person person = person(visitor, Role.INSPECTOR);
        Person other = person(visitor, Role.INSPECTOR);
        SoftKey key = add(person.visitor(), new SoftKey().count(5));
        String rightOwner = person.visitor().get("/me/passkeys").html().select(HERE).attr("data-owner");
        String othersOwner = other.visitor().get("/me/passkeys").html().select(HERE).attr("data-owner");
        List<Page> refused = new ArrayList<>();

        Visitor thief = visitor.another();
        Page door = thief.get("/sign-in");
        Asked asked = Asked.by(door, "/sign-in/passkey", visitor.base());
        String foreign = visitor.another().get("/sign-in").html().select(DOOR).attr("data-challenge");
        refused.add(sent(thief, key.show(new Asked(foreign, asked.host(), asked.origin()))));
        refused.add(sent(thief, key.show(new Asked(fresh(thief), asked.host(), "https://elsewhere.example"))));
        refused.add(sent(thief, key.show(new Asked(fresh(thief), "elsewhere.example", asked.origin()))));
        refused.add(sent(thief, key.showUnverified(new Asked(fresh(thief), asked.host(), asked.origin()))));
        refused.add(sent(thief, key.owner(othersOwner).show(new Asked(fresh(thief), asked.host(), asked.origin()))));
        refused.add(sent(thief, new SoftKey().owner(rightOwner)
                .show(new Asked(fresh(thief), asked.host(), asked.origin()))));
        refused.add(sent(thief, "{}"));
        refused.add(sent(thief, "not even that"));
        refused.add(sent(thief, ""));
        assertThat(refused).allMatch(page -> page.status() == 401);
        assertThat(refused.stream().map(page -> page.html().select("[role=alert]:has(b)").text())
                .distinct()).hasSize(1).allMatch(text -> text.contains("通行密钥没有通过"));
        assertThat(thief.get("/me").location()).startsWith("/sign-in");

        assertThat(show(visitor.another(), key.owner(rightOwner)).status()).isEqualTo(303);
    }

    private static String fresh(Visitor visitor) {
        return visitor.get("/sign-in").html().select(DOOR).attr("data-challenge");
    }

    private static Page sent(Visitor visitor, String credential) {
        return visitor.submit(visitor.get("/sign-in"), DOOR, Map.of("credential", credential));
    }

    @Test
    void anAnswerCountsOnce(Visitor visitor) {
        Person person = person(visitor, Role.INSPECTOR);
        SoftKey key = add(person.visitor(), new SoftKey());
        Visitor owner = visitor.another();
        Page door = owner.get("/sign-in");
        String answer = key.show(Asked.by(door, "/sign-in/passkey", visitor.base()));
        assertThat(owner.submit(door, DOOR, Map.of("credential", answer)).status()).isEqualTo(303);
        assertThat(sent(owner, answer).status()).as("in the same browser").isEqualTo(401);
        assertThat(sent(visitor.another(), answer).status()).as("in another").isEqualTo(401);
    }

    @Test
    void aClonedKeyIsFoundByItsCounter(Visitor visitor) {
        Person person = person(visitor, Role.INSPECTOR);
        SoftKey key = add(person.visitor(), new SoftKey().count(5));
        assertThat(show(visitor.another(), key).status()).isEqualTo(303);
        assertThat(show(visitor.another(), key).status()).isEqualTo(303);
        long seen = key.count();
        key.count(seen - 1);
        assertThat(show(visitor.another(), key).status()).as("the copy has not counted along").isEqualTo(401);
        assertThat(refusals().getLast()).isEqualTo("counter");
        key.count(seen);
        assertThat(show(visitor.another(), key).status()).isEqualTo(303);
    }

    @Test
    void whatWasRemovedOrIsADisabledAccountsOpensNothing(Visitor visitor) {
        Person person = person(visitor, Role.INSPECTOR);
        SoftKey key = add(person.visitor(), new SoftKey());
        Page list = person.visitor().get("/me/passkeys");
        String form = "form[action^=/me/passkeys/]";
        Person other = person(visitor, Role.INSPECTOR);
        String end = list.html().select(form).attr("action");
        String token = other.visitor().get("/me").html().select("input[name=_csrf]").val();
        assertThat(other.visitor().post(end, Map.of("_csrf", token)).status()).as("somebody else's").isEqualTo(404);
        assertThat(person.visitor().submit(list, form, Map.of()).status()).isEqualTo(303);
        assertThat(show(visitor.another(), key).status()).isEqualTo(401);

        SoftKey second = add(person.visitor(), new SoftKey());
        Person admin = person(visitor, Role.BUREAU_ADMIN);
        FoundedDistrict.setUpSecondFactor(admin.visitor(), admin.login());
        Page account = admin.visitor().get("/accounts/" + person.account());
        Page lost = admin.visitor().submit(account, "form[action$=/second-factor/removal]", Map.of());
        assertThat(lost.status()).as("a lost phone takes its passkeys along").isEqualTo(303);
        assertThat(show(visitor.another(), second).status()).isEqualTo(401);

        FoundedDistrict.signIn(person.visitor(), person.login(), FoundedDistrict.DISTRICT);
        SoftKey third = add(person.visitor(), new SoftKey());
        admin.visitor().submit(admin.visitor().get("/accounts/" + person.account()), "form[action$=/disabling]",
                Map.of());
        assertThat(show(visitor.another(), third).status()).isEqualTo(401);
    }

    /** A session whose password was stolen must not make itself a way in that is worth more. */
    @Test
    void addingOneAsksForAllThatTheAccountHas() {
        Permissions.Row row = Permissions.rowOf("POST", "/me/passkeys").orElseThrow();
        Instant then = Instant.parse("2024-11-20T08:00:00Z");
        assertThat(missing(row, Way.PASSWORD, false, then, then)).isEqualTo(Missing.NOTHING);
        assertThat(missing(row, Way.PASSWORD, true, then, then)).isEqualTo(Missing.PASSWORD);
        assertThat(missing(row, Way.PROVIDER, true, then, then)).isEqualTo(Missing.PASSWORD);
        assertThat(missing(row, Way.SECOND_FACTOR, true, then, then)).isEqualTo(Missing.NOTHING);
        assertThat(missing(row, Way.SECOND_FACTOR, true, then, then.plusSeconds(601))).isEqualTo(Missing.PASSWORD);
        assertThat(missing(row, Way.PASSKEY, false, then, then.plusSeconds(601))).isEqualTo(Missing.PASSWORD);
        Permissions.Row export = Permissions.rowOf("POST", "/accounts/x/link").orElseThrow();
        assertThat(missing(export, Way.PASSKEY, false, then, then)).isEqualTo(Missing.NOTHING);
        assertThat(missing(export, Way.PROVIDER_TWICE, false, then, then)).isEqualTo(Missing.NOTHING);
        assertThat(missing(export, Way.PROVIDER, false, then, then)).isEqualTo(Missing.SECOND_FACTOR);
    }

    private static Missing missing(Permissions.Row row, Way way, boolean secondFactor, Instant then, Instant now) {
        SignedIn session = new SignedIn(new UUID(1, 1), "330213", 1, then.getEpochSecond(), way, then.getEpochSecond(),
                null);
        return new Actors.Present(
                new Actor(new UUID(1, 1), null, "示例", Set.of(Posting.inDistrict(Role.BUREAU_ADMIN))), session,
                secondFactor).missing(row, now);
    }
}
