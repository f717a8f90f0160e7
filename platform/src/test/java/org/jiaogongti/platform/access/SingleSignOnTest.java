package org.jiaogongti.platform.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jiaogongti.platform.testing.EmptyPlatformTest;
import org.jiaogongti.platform.testing.Page;
import org.jiaogongti.platform.testing.Provider;
import org.jiaogongti.platform.testing.Visitor;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.util.UriComponentsBuilder;

/** Signing in by the district's identity provider, played by a real one over HTTP. */
@EmptyPlatformTest
class SingleSignOnTest {

    private static final long LONG = 300;

    private final FoundedDistrict founded;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    SingleSignOnTest(Districts districts, Founding founding, Accounts accounts, JdbcClient jdbc,
            PlatformTransactionManager transactions) {
        this.transaction = new TransactionTemplate(transactions);
        this.founded = new FoundedDistrict(districts, founding, accounts, transaction);
        this.jdbc = jdbc;
    }

    private UUID account(String login, Role role) {
        founded.ensure();
        return founded.account(FoundedDistrict.DISTRICT, login, Posting.inDistrict(role));
    }

    private static String login() {
        return "sso-" + UUID.randomUUID();
    }

    /** The browser's way to the provider and back; the address it comes back to is not asked for yet. */
    private static String there(Visitor visitor, String begin, String subject) {
        Page sent = visitor.get(begin);
        assertThat(sent.status()).as(sent.toString()).isEqualTo(303);
        String place = sent.header("Location");
        assertThat(place).startsWith(Provider.shared().issuer()).contains("code_challenge_method=S256", "state=",
                "nonce=", "response_type=code");
        Page answer = visitor.send(HttpRequest.newBuilder(URI.create(place)).GET().build());
        if (answer.status() == 200) {
            // Asked to have the person sign in anew, it shows its own form.
            answer = visitor.submit(answer, "form", Map.of("username", subject));
        }
        String back = answer.header("Location");
        assertThat(back).startsWith(visitor.base() + "/sign-in/provider/back?");
        return back.substring(visitor.base().length());
    }

    private static Page enter(Visitor visitor, String subject, Map<String, Object> claims, long seconds) {
        String back = there(visitor, "/sign-in/provider?next=/me", subject);
        Provider.shared().next(subject, claims, seconds);
        return visitor.get(back);
    }

    private static Page enter(Visitor visitor, String subject, Map<String, Object> claims) {
        return enter(visitor, subject, claims, LONG);
    }

    private void tie(Visitor owner, String subject) {
        String back = there(owner, "/me/provider/go", subject);
        Provider.shared().next(subject, Map.of("name", "示例同名"), LONG);
        assertThat(owner.get(back).location()).isEqualTo("/me/provider");
        Page look = owner.get("/me/provider");
        assertThat(look.text()).contains("示例同名", subject, "核对是不是本人");
        Page done = owner.submit(look, "form[action=/me/provider]", Map.of());
        assertThat(done.status()).as(done.toString()).isEqualTo(303);
    }

    private static String refusal(Page page) {
        assertThat(page.status()).as(page.toString()).isEqualTo(401);
        return page.html().select("[role=alert]").text();
    }

    @Test
    void whoeverTiedTheirAccountByHandEntersAndSignsOut(Visitor visitor) {
        String login = login();
        account(login, Role.INSPECTOR);
        Visitor owner = visitor.another();
        FoundedDistrict.signIn(owner, login, FoundedDistrict.DISTRICT);
        String subject = "person-" + UUID.randomUUID();
        tie(owner, subject);

        Visitor elsewhere = visitor.another();
        assertThat(enter(elsewhere, subject, Map.of()).location()).isEqualTo("/me");
        assertThat(elsewhere.get("/me").text()).contains("示例" + login);
        assertThat(elsewhere.get("/accounts").status()).isEqualTo(403);
        Page out = elsewhere.submit(elsewhere.get("/me"), "form[action=/sign-out]", Map.of());
        assertThat(out.location()).isEqualTo("/sign-in?left=provider");
        Page door = elsewhere.get(out.location());
        assertThat(door.text()).contains("在" + Provider.NAME + "也退出");
        assertThat(elsewhere.get("/sign-in/provider/leaving").header("Location")).startsWith(Provider.shared().issuer())
                .contains("endsession", "client_id=jiaogongti");

        owner.submit(owner.get("/me/provider"), "form[action=/me/provider/end]", Map.of());
        assertThat(refusal(enter(visitor.another(), subject, Map.of()))).isNotBlank();
    }

    /** Neither a name nor an address makes anybody somebody here, and no account comes into being. */
    @Test
    void oneTextForEverythingThatIsWrongAndNoAccountByItself(Visitor visitor) {
        String login = login();
        UUID account = account(login, Role.INSPECTOR);
        String subject = "wrong-" + UUID.randomUUID();
        Visitor owner = visitor.another();
        FoundedDistrict.signIn(owner, login, FoundedDistrict.DISTRICT);
        tie(owner, subject);
        long before = accounts();
        List<String> texts = new ArrayList<>();
        texts.add(refusal(enter(visitor.another(), "stranger", Map.of("name", "示例" + login, "preferred_username",
                login, "email", login + "@example.org"))));
        texts.add(refusal(enter(visitor.another(), subject, Map.of("iss", "https://elsewhere.example"))));
        texts.add(refusal(enter(visitor.another(), subject, Map.of("aud", List.of("another-client")))));
        texts.add(refusal(enter(visitor.another(), subject, Map.of("nonce", "another-one"))));
        texts.add(refusal(enter(visitor.another(), subject, Map.of(), -600)));
        Visitor thief = visitor.another();
        String back = there(visitor.another(), "/sign-in/provider", subject);
        texts.add(refusal(thief.get(back)));
        there(thief, "/sign-in/provider", subject);
        texts.add(refusal(thief.get(UriComponentsBuilder.fromUriString(back).build().toUriString())));
        texts.add(refusal(thief.get("/sign-in/provider/back?error=access_denied&state=x")));

        Visitor once = visitor.another();
        String used = there(once, "/sign-in/provider", subject);
        Provider.shared().next(subject, Map.of(), LONG);
        assertThat(once.get(used).status()).isEqualTo(303);
        texts.add(refusal(once.get(used)));

        Scope.run(FoundedDistrict.DISTRICT, () -> transaction.executeWithoutResult(status -> jdbc
                .sql("UPDATE access.account SET disabled_at = now(), disabled_by = id WHERE id = :id")
                .param("id", account).update()));
        texts.add(refusal(enter(visitor.another(), subject, Map.of())));
        assertThat(texts.stream().distinct()).hasSize(1).allMatch(text -> text.contains("没有登录成功"));
        assertThat(accounts()).isEqualTo(before);
    }

    private long accounts() {
        return Objects.requireNonNull(Scope.call(FoundedDistrict.DISTRICT, () -> transaction
                .execute(status -> jdbc.sql("SELECT count(*) FROM access.account").query(Long.class).single())));
    }

    @Test
    void theProvidersSecondFactorCountsOnlyWhereItIsNamed(Visitor visitor) {
        String login = login();
        account(login, Role.BUREAU_ADMIN);
        Visitor owner = visitor.another();
        FoundedDistrict.signInWithCode(owner, login, FoundedDistrict.DISTRICT);
        String subject = "twice-" + UUID.randomUUID();
        tie(owner, subject);

        Visitor half = visitor.another();
        assertThat(enter(half, subject, Map.of("amr", List.of("pwd", "otp"))).location())
                .as("the code is asked for here")
                .startsWith("/sign-in/code");
        assertThat(half.get("/accounts").location()).startsWith("/sign-in");

        Visitor whole = visitor.another();
        assertThat(enter(whole, subject, Map.of("amr", List.of("pwd", "mfa"), "auth_time",
                Instant.now().getEpochSecond())).location()).isEqualTo("/me");
        assertThat(whole.get("/accounts").status()).isEqualTo(200);
        String link = "form[action$=/link]";
        assertThat(whole.submit(whole.get("/accounts/" + account(login(), Role.INSPECTOR)), link, Map.of()).status())
                .isEqualTo(200);

        Visitor morning = visitor.another();
        enter(morning, subject, Map.of("acr", "mfa", "auth_time", Instant.now().minusSeconds(3_600).getEpochSecond()));
        assertThat(morning.get("/accounts").status()).isEqualTo(200);
        assertThat(morning.submit(morning.get("/accounts/" + account(login(), Role.INSPECTOR)), link, Map.of())
                .status()).as("shown an hour ago").isEqualTo(401);
    }

    @Test
    void theAdministratorTiesByTheIdentifierAlone(Visitor visitor) {
        String login = login();
        account(login, Role.BUREAU_ADMIN);
        FoundedDistrict.signInWithCode(visitor, login, FoundedDistrict.DISTRICT);
        String theirs = login();
        String form = "form[action$=/provider]";
        String page = "/accounts/" + account(theirs, Role.INSPECTOR);
        String subject = "given-" + UUID.randomUUID();
        Page card = visitor.submit(visitor.get(page), form, Map.of("subject", "11010519491231002X"));
        assertThat(card.status()).isEqualTo(422);
        assertThat(card.text()).contains("身份证号");
        assertThat(visitor.submit(visitor.get(page), form, Map.of("subject", subject)).status()).isEqualTo(303);
        assertThat(visitor.get(page).text()).contains(subject);
        String another = "/accounts/" + account(login(), Role.INSPECTOR);
        assertThat(visitor.submit(visitor.get(another), form, Map.of("subject", subject)).text())
                .contains("这个身份已经关联别的账号");
        Visitor person = visitor.another();
        assertThat(enter(person, subject, Map.of()).location()).isEqualTo("/me");
        assertThat(person.get("/me").text()).contains(theirs);
        visitor.submit(visitor.get(page), "form[action$=/provider/end]", Map.of());
        assertThat(enter(visitor.another(), subject, Map.of()).status()).isEqualTo(401);
    }
}
