package org.jiaogongti.platform.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.HttpCookie;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jiaogongti.platform.access.model.Brake;
import org.jiaogongti.platform.testing.EmptyPlatformTest;
import org.jiaogongti.platform.testing.Page;
import org.jiaogongti.platform.testing.SqlCount;
import org.jiaogongti.platform.testing.Visitor;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Signing in, failing to, and what protects a session. */
@EmptyPlatformTest
class SignInTest {

    private final FoundedDistrict founded;
    private final SignIns signIns;
    private final Accounts accounts;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    SignInTest(Districts districts, Founding founding, Accounts accounts, SignIns signIns, JdbcClient jdbc,
            PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.founded = new FoundedDistrict(districts, founding, accounts, transaction);
        this.accounts = accounts;
        this.signIns = signIns;
    }

    private String newLogin(Posting... roles) {
        founded.ensure();
        String login = "sign-in-" + UUID.randomUUID();
        founded.account(FoundedDistrict.DISTRICT, login, roles);
        return login;
    }

    private static Page enter(Visitor visitor, String login, String password) {
        return visitor.submit(visitor.get("/sign-in"), "form[action=/sign-in]",
                Map.of("login", login, "password", password, "district", FoundedDistrict.DISTRICT.code()));
    }

    private static String session(Visitor visitor) {
        return visitor.cookies().getCookieStore().getCookies().stream().filter(cookie -> cookie.getName().equals("jgt"))
                .map(HttpCookie::getValue).findFirst().orElse("");
    }

    @Test
    void theSessionGetsANewIdAndTheOldOneIsDead(Visitor visitor) {
        String login = newLogin();
        Page form = visitor.get("/sign-in");
        String before = session(visitor);
        assertThat(before).isNotEmpty();
        Page answer = visitor.submit(form, "form[action=/sign-in]", Map.of("login", login, "password",
                FoundedDistrict.PASSWORD, "district", FoundedDistrict.DISTRICT.code()));
        assertThat(answer.status()).isEqualTo(303);
        assertThat(session(visitor)).isNotEmpty().isNotEqualTo(before);
        Visitor thief = visitor.another();
        assertThat(thief.get("/me", "Cookie", "jgt=" + before).status()).isEqualTo(303);
    }

    @Test
    void failureIsOneTextWhateverWasWrong(Visitor visitor) {
        String login = newLogin();
        Page wrong = enter(visitor.another(), login, "nicht das richtige");
        Page unknown = enter(visitor.another(), "nobody-" + UUID.randomUUID(), "nicht das richtige");
        assertThat(wrong.status()).isEqualTo(401).isEqualTo(unknown.status());
        assertThat(wrong.html().select("[role=alert]").text()).isEqualTo(unknown.html().select("[role=alert]").text())
                .isNotBlank();
        assertThat(wrong.html().select("[aria-invalid]")).isEmpty();
        assertThat(wrong.html().select("input[name=password]").val()).isEmpty();
    }

    @Test
    void guessingIsSlowedDownForOneAddressOnly() {
        String login = newLogin();
        Scope.run(FoundedDistrict.DISTRICT, () -> {
            for (int attempt = 0; attempt < 6; attempt++) {
                assertThat(signIns.byPassword(login, "falsch falsch " + attempt, "10.0.0.1"))
                        .isInstanceOf(SignInResult.Refused.class);
            }
            assertThat(signIns.byPassword(login, FoundedDistrict.PASSWORD, "10.0.0.1"))
                    .isInstanceOf(SignInResult.Refused.class);
            assertThat(signIns.byPassword(login, FoundedDistrict.PASSWORD, "10.0.0.2"))
                    .isInstanceOf(SignInResult.Passed.class);
        });
    }

    /** Ten wrong ones from one address: the owner enters from another at once, and from the first after the wait. */
    @Test
    void guessingShutsOutNeitherTheOwnerNorTheSchool() {
        String login = newLogin();
        String colleague = newLogin();
        Scope.run(FoundedDistrict.DISTRICT, () -> {
            for (int attempt = 0; attempt < 10; attempt++) {
                // Each wait is over before the next try, as for somebody patient.
                waitIsOver();
                assertThat(signIns.byPassword(login, "falsch falsch " + attempt, "10.0.1.1"))
                        .isInstanceOf(SignInResult.Refused.class);
            }
            assertThat(signIns.byPassword(login, FoundedDistrict.PASSWORD, "10.0.1.1"))
                    .isInstanceOf(SignInResult.Refused.class);
            assertThat(signIns.byPassword(colleague, FoundedDistrict.PASSWORD, "10.0.1.1"))
                    .isInstanceOf(SignInResult.Passed.class);
            assertThat(signIns.byPassword(login, FoundedDistrict.PASSWORD, "10.0.1.2"))
                    .isInstanceOf(SignInResult.Passed.class);
            waitIsOver();
            assertThat(signIns.byPassword(login, FoundedDistrict.PASSWORD, "10.0.1.1"))
                    .isInstanceOf(SignInResult.Passed.class);
        });
    }

    private void waitIsOver() {
        transaction.executeWithoutResult(status -> jdbc.sql("""
                UPDATE access.sign_in_failure SET blocked_until = blocked_until - interval '1 hour'
                WHERE address LIKE '10.0.1.%'
                """).update());
    }

    /** The same statements for an account that exists and one that does not; the hash's cost is held in PasswordsTest. */
    @Test
    void anUnknownAccountIsAsMuchWorkAsAWrongPassword() {
        String login = newLogin();
        Set<List<String>> statements = new HashSet<>();
        for (String each : List.of(login, "nobody-" + UUID.randomUUID())) {
            statements.add(SqlCount.of(() -> Scope.run(FoundedDistrict.DISTRICT,
                    () -> signIns.byPassword(each, "falsch falsch falsch", "10.0.2.1"))).statements());
        }
        assertThat(statements).hasSize(1).allSatisfy(each -> assertThat(each).hasSizeGreaterThan(3));
    }

    @Test
    void theWaitDoublesUpToAQuarterOfAnHour() {
        Instant now = Instant.parse("2024-11-20T00:00:00Z");
        assertThat(Brake.until(4, now)).isEmpty();
        assertThat(Brake.until(5, now)).contains(now.plusSeconds(30));
        assertThat(Brake.until(6, now)).contains(now.plusSeconds(60));
        assertThat(Brake.until(500, now)).contains(now.plusSeconds(900));
    }

    @Test
    void everyPostWithoutItsOwnTokenIsRefused(Visitor visitor) {
        String login = newLogin();
        assertThat(enter(visitor, login, FoundedDistrict.PASSWORD).status()).isEqualTo(303);
        Visitor stranger = visitor.another();
        String foreign = stranger.get("/sign-in").html().select("input[name=_csrf]").val();
        for (String path : List.of("/sign-out", "/me/password", "/accounts", "/preferences", "/sign-in")) {
            assertThat(visitor.post(path, Map.of()).status()).as(path).isEqualTo(403);
            assertThat(visitor.post(path, Map.of("_csrf", foreign)).status()).as(path).isEqualTo(403);
        }
    }

    @Test
    void aPasswordChangeAndDisablingEndEverySession(Visitor visitor) {
        String login = newLogin();
        assertThat(enter(visitor, login, FoundedDistrict.PASSWORD).status()).isEqualTo(303);
        Visitor elsewhere = visitor.another();
        assertThat(enter(elsewhere, login, FoundedDistrict.PASSWORD).status()).isEqualTo(303);
        String fresh = "河边的石头都记得水的声音";
        Page changed = visitor.submit(visitor.get("/me"), "form[action=/me/password]",
                Map.of("old", FoundedDistrict.PASSWORD, "password", fresh, "again", fresh));
        assertThat(changed.location()).isEqualTo("/sign-in");
        assertThat(elsewhere.get("/me").status()).isEqualTo(303);
        assertThat(enter(elsewhere, login, fresh).status()).isEqualTo(303);
        Scope.run(FoundedDistrict.DISTRICT, () -> {
            UUID id = accounts.page(login, null, 1).getFirst().id();
            accounts.disable(Actor.system(), id);
        });
        assertThat(elsewhere.get("/me").status()).isEqualTo(303);
        assertThat(enter(elsewhere, login, fresh).status()).isEqualTo(401);
    }

    @Test
    void aRoleThatWasTakenAwayDecidesAtTheNextClick(Visitor visitor) {
        String login = newLogin(Posting.inDistrict(Role.BUREAU_ADMIN));
        FoundedDistrict.signInWithCode(visitor, login, FoundedDistrict.DISTRICT);
        assertThat(visitor.get("/accounts").status()).isEqualTo(200);
        Scope.run(FoundedDistrict.DISTRICT, () -> {
            Accounts.Account account = accounts.page(login, null, 1).getFirst();
            accounts.endGrant(Actor.system(), account.id(), account.grants().getFirst().id());
        });
        assertThat(visitor.get("/accounts").status()).isEqualTo(403);
    }

    @Test
    void fieldsThatAFormDoesNotHaveChangeNothing(Visitor visitor) {
        String login = newLogin(Posting.inDistrict(Role.BUREAU_ADMIN));
        FoundedDistrict.signInWithCode(visitor, login, FoundedDistrict.DISTRICT);
        String made = "made-" + UUID.randomUUID();
        Page answer = visitor.submit(visitor.get("/accounts/new"), "form[action=/accounts]",
                Map.of("login", made, "name", "示例教师𠮷", "id", new UUID(9, 9).toString(), "passwordHash", "x",
                        "personId", new UUID(8, 8).toString(), "roles", "BUREAU_LEADER", "epoch", "7", "sampleOrder",
                        "1"));
        assertThat(answer.status()).isEqualTo(303);
        Accounts.Account account = Scope.call(FoundedDistrict.DISTRICT, () -> accounts.page(made, null, 1).getFirst());
        assertThat(account.id()).isNotEqualTo(new UUID(9, 9));
        assertThat(account.name()).isEqualTo("示例教师𠮷");
        assertThat(account.grants()).isEmpty();
        assertThat(account.hasPassword()).isFalse();
        assertThat(account.personId()).isNull();
    }

    @Test
    void aRoleIsGivenOnlyAtASchoolOfTheDistrict(Visitor visitor) {
        String login = newLogin(Posting.inDistrict(Role.BUREAU_ADMIN));
        FoundedDistrict.signInWithCode(visitor, login, FoundedDistrict.DISTRICT);
        String made = "made-" + UUID.randomUUID();
        Page answer = visitor.submit(visitor.get("/accounts/new"), "form[action=/accounts]", Map.of("login", made,
                "name", "示例教师01", "role", "TEACHER", "school", UUID.randomUUID().toString()));
        assertThat(answer.text()).contains("请选职务");
        assertThat(Scope.call(FoundedDistrict.DISTRICT, () -> accounts.page(made, null, 1))).isEmpty();
    }

    @Test
    void aLinkWorksOnceAndLookingAtItDoesNotUseItUp(Visitor visitor) {
        String login = newLogin();
        String token = Scope.call(FoundedDistrict.DISTRICT, () -> {
            UUID id = accounts.page(login, null, 1).getFirst().id();
            return accounts.link(Actor.system(), id) instanceof Accounts.Change.Linked linked ? linked.token() : "";
        });
        String path = "/link/" + token;
        assertThat(visitor.get(path).status()).isEqualTo(200);
        Page page = visitor.get(path);
        String fresh = "雨停了以后再去看看那块田";
        Page done = visitor.submit(page, "form[action^=/link/]", Map.of("password", fresh, "again", fresh));
        assertThat(done.location()).isEqualTo("/sign-in");
        assertThat(visitor.get(path).status()).isEqualTo(404);
        assertThat(enter(visitor, login, fresh).status()).isEqualTo(303);
    }

    @Test
    void anAdviserEntersByLinkOnce(Visitor visitor) {
        String login = newLogin(Posting.inCommunity(Role.ADVISER, new UUID(1, 2)));
        String token = Scope.call(FoundedDistrict.DISTRICT, () -> {
            UUID id = accounts.page(login, null, 1).getFirst().id();
            return accounts.link(Actor.system(), id) instanceof Accounts.Change.Linked linked ? linked.token() : "";
        });
        Page entered = visitor.submit(visitor.get("/link/" + token), "form[action^=/link/]", Map.of());
        assertThat(entered.status()).isEqualTo(303);
        assertThat(visitor.get("/me").status()).isEqualTo(200);
        assertThat(visitor.another().get("/link/" + token).status()).isEqualTo(404);
    }

    @Test
    void signingOutEndsTheSessionAndPagesAreNotKept(Visitor visitor) {
        String login = newLogin();
        enter(visitor, login, FoundedDistrict.PASSWORD);
        Page me = visitor.get("/me");
        assertThat(me.header("Cache-Control")).contains("no-store");
        String old = session(visitor);
        assertThat(visitor.submit(me, "form[action=/sign-out]", Map.of()).location()).isEqualTo("/sign-in");
        assertThat(visitor.another().get("/me", "Cookie", "jgt=" + old).status()).isEqualTo(303);
    }

    @Test
    void aRedirectAfterSignInNeverLeavesTheSite(Visitor visitor) {
        String login = newLogin();
        Page form = visitor.get("/sign-in?next=//evil.example/x");
        Page answer = visitor.submit(form, "form[action=/sign-in]", Map.of("login", login, "password",
                FoundedDistrict.PASSWORD, "district", FoundedDistrict.DISTRICT.code(), "next",
                "https://evil.example/"));
        assertThat(answer.location()).isEqualTo("/");
    }

    /** Chosen on one device it is there on the other, and not with whoever uses the first one next. */
    @Test
    void theSizeOfTypeGoesAlongWithTheAccount(Visitor visitor) {
        String login = newLogin();
        enter(visitor, login, FoundedDistrict.PASSWORD);
        Visitor elsewhere = visitor.another();
        enter(elsewhere, login, FoundedDistrict.PASSWORD);
        choose(visitor, "size:larger");
        assertThat(visitor.get("/me").html().body().className()).isEqualTo("elder larger");
        assertThat(elsewhere.get("/me").html().body().className()).isEqualTo("elder larger");
        assertThat(List.of(visitor, elsewhere)).allSatisfy(each -> assertThat(cookies(each)).doesNotContain("size"));
        visitor.submit(visitor.get("/me"), "form[action=/sign-out]", Map.of());
        assertThat(visitor.get("/sign-in").html().body().className()).isEmpty();
        choose(elsewhere, "size:normal");
        assertThat(elsewhere.get("/me").html().body().className()).isEmpty();
        enter(visitor, login, FoundedDistrict.PASSWORD);
        assertThat(visitor.get("/me").html().body().className()).isEmpty();
    }

    private static void choose(Visitor visitor, String choice) {
        String token = visitor.get("/me").html().select("input[name=_csrf]").getFirst().val();
        assertThat(visitor.post("/preferences", Map.of("_csrf", token, "choice", choice, "back", "/me")).status())
                .isEqualTo(303);
    }

    private static List<String> cookies(Visitor visitor) {
        return visitor.cookies().getCookieStore().getCookies().stream().map(HttpCookie::getName).toList();
    }
}
