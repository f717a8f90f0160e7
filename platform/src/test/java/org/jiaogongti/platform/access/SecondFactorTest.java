package org.jiaogongti.platform.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.ReaderException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.decoder.Decoder;
import java.time.Instant;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jiaogongti.platform.access.SignedIn.Way;
import org.jiaogongti.platform.access.model.Totp;
import org.jiaogongti.platform.testing.EmptyPlatformTest;
import org.jiaogongti.platform.testing.Page;
import org.jiaogongti.platform.testing.Visitor;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The second factor: who needs it, what a code is worth, and the password that is asked for again. */
@EmptyPlatformTest
class SecondFactorTest {

    private final FoundedDistrict founded;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    SecondFactorTest(Districts districts, Founding founding, Accounts accounts, JdbcClient jdbc,
            PlatformTransactionManager transactions) {
        this.transaction = new TransactionTemplate(transactions);
        this.founded = new FoundedDistrict(districts, founding, accounts, transaction);
        this.jdbc = jdbc;
    }

    private String newLogin(Posting... roles) {
        founded.ensure();
        String login = "second-" + UUID.randomUUID();
        founded.account(FoundedDistrict.DISTRICT, login, roles);
        return login;
    }

    private String newAdministrator() {
        return newLogin(Posting.inDistrict(Role.BUREAU_ADMIN));
    }

    private static void enter(Visitor visitor, String login) {
        FoundedDistrict.signIn(visitor, login, FoundedDistrict.DISTRICT);
    }

    private static Page half(Visitor visitor, String login) {
        return visitor.submit(visitor.get("/sign-in"), "form[action=/sign-in]", Map.of("login", login, "password",
                FoundedDistrict.PASSWORD, "district", FoundedDistrict.DISTRICT.code(), "next", "/accounts"));
    }

    private static Page code(Visitor visitor, Page half, String code) {
        return visitor.submit(visitor.get(half.location()), "form[action=/sign-in/code]", Map.of("code", code));
    }

    @Test
    void anAdministratorWithoutOneIsLedToItFromEveryPageButTheOwn(Visitor visitor) {
        String login = newAdministrator();
        enter(visitor, login);
        for (String path : List.of("/accounts", "/board", "/waivers", "/accounts/new")) {
            assertThat(visitor.get(path).location()).as(path).startsWith("/me/second-factor?next=%2F");
        }
        assertThat(visitor.get("/me").status()).isEqualTo(200);
        Page begin = visitor.get(visitor.get("/accounts").location());
        assertThat(begin.html().select("input[name=next]").val()).isEqualTo("/accounts");
        String before = cookie(visitor);
        FoundedDistrict.setUpSecondFactor(visitor, login);
        assertThat(cookie(visitor)).isNotEqualTo(before);
        assertThat(visitor.get("/accounts").status()).isEqualTo(200);
        assertThat(actions(login)).contains("SecondFactorBegun", "SecondFactorConfirmed");
    }

    /** What a phone's camera reads from the drawing. */
    private static String scanned(Page page) throws ReaderException {
        int quiet = 4;
        int side = Integer.parseInt(page.html().select("svg.qr rect").attr("width")) - 2 * quiet;
        BitMatrix modules = new BitMatrix(side);
        Matcher run = Pattern.compile("M(\\d+) (\\d+)h(\\d+)v1h-(\\d+)z")
                .matcher(page.html().select("svg.qr path").attr("d"));
        while (run.find()) {
            modules.setRegion(Integer.parseInt(run.group(1)) - quiet, Integer.parseInt(run.group(2)) - quiet,
                    Integer.parseInt(run.group(3)), 1);
        }
        return new Decoder().decode(modules).getText();
    }

    /** A form that is stopped for the password is not lost: it is sent on by one more click. */
    @Test
    void whatAFormHeldSurvivesTheQuestionForThePassword(Visitor visitor) {
        String login = newAdministrator();
        enter(visitor, login);
        Visitor elsewhere = visitor.another();
        enter(elsewhere, login);
        FoundedDistrict.setUpSecondFactor(elsewhere, login);
        assertThat(visitor.get("/accounts").location()).startsWith("/again?next=%2Faccounts");
        String token = visitor.get("/me").html().select("input[name=_csrf]").val();
        String made = "kept-" + UUID.randomUUID();
        Page stopped = visitor.post("/accounts", Map.of("_csrf", token, "login", made, "name", "示例\"<b>"));
        assertThat(stopped.status()).isEqualTo(401);
        Page wrong = visitor.submit(stopped, "form[action=/again]", Map.of("password", "falsch falsch"));
        assertThat(wrong.status()).isEqualTo(401);
        Page passwordOnly = visitor.submit(wrong, "form[action=/again]", Map.of("password", FoundedDistrict.PASSWORD));
        assertThat(passwordOnly.status()).isEqualTo(401);
        Page proven = visitor.submit(passwordOnly, "form[action=/again]", Map.of("password", FoundedDistrict.PASSWORD,
                "code", FoundedDistrict.recoveryCodes(login).remove()));
        assertThat(proven.status()).as(proven.toString()).isEqualTo(200);
        Page done = visitor.submit(proven, "form[action=/accounts]", Map.of());
        assertThat(done.status()).as(done.toString()).isEqualTo(303);
        assertThat(visitor.follow(done).html().select("h1").text()).isEqualTo("示例\"<b>");
        assertThat(actions(login)).contains("ProofFailed", "ProvenAgain");
        Page off = visitor.submit(visitor.get("/again"), "form[action=/again]",
                Map.of("password", FoundedDistrict.PASSWORD, "to", "https://evil.example/", "code",
                        FoundedDistrict.recoveryCodes(login).remove()));
        assertThat(off.html().select("form[action^=https]")).isEmpty();
    }

    private static String cookie(Visitor visitor) {
        return visitor.cookies().getCookieStore().getCookies().toString();
    }

    @Test
    void theQrCodeIsDrawnAndTheSecretIsGoneOnceConfirmed(Visitor visitor) throws ReaderException {
        String login = newAdministrator();
        enter(visitor, login);
        Page begun = visitor.submit(visitor.get("/me/second-factor"), "form[action=/me/second-factor/beginning]",
                Map.of());
        Page form = visitor.get(begun.location());
        assertThat(scanned(form)).startsWith("otpauth://totp/").contains("secret="
                + form.html().select("#secret").text().replace(" ", ""));
        Page wrong = visitor.submit(form, "form[action=/me/second-factor]",
                Map.of("code", "000000", "password", "falsch falsch falsch"));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.html().select("#secret").text()).isEqualTo(form.html().select("#secret").text());
        FoundedDistrict.setUpSecondFactor(visitor, login);
        Page after = visitor.get("/me/second-factor");
        assertThat(after.html().select("#secret, svg.qr, .codes")).isEmpty();
    }

    @Test
    void aCodeWorksOnceAndThePasswordAloneIsNobody(Visitor visitor) {
        String login = newAdministrator();
        enter(visitor, login);
        byte[] secret = FoundedDistrict.setUpSecondFactor(visitor, login);
        long used = Totp.step(Instant.now());
        Visitor other = visitor.another();
        Page half = half(other, login);
        assertThat(half.location()).startsWith("/sign-in/code?");
        assertThat(other.get("/me").location()).startsWith("/sign-in");
        // The step after next to come is the only one near now that was surely not taken at the set-up.
        Page reused = code(other, half, lastTaken(login, secret));
        assertThat(reused.status()).isEqualTo(401);
        assertThat(other.get("/me").location()).startsWith("/sign-in");
        Page right = code(other, half, Totp.code(secret, Math.max(used, Totp.step(Instant.now())) + 1));
        assertThat(right.status()).as(right.toString()).isEqualTo(303);
        assertThat(right.location()).isEqualTo("/accounts");
        assertThat(other.get("/accounts").status()).isEqualTo(200);
        Visitor third = visitor.another();
        assertThat(code(third, half(third, login), lastTaken(login, secret)).status()).isEqualTo(401);
    }

    private String lastTaken(String login, byte[] secret) {
        return Totp.code(secret, one("""
                SELECT last_step FROM access.second_factor f JOIN access.account a ON a.id = f.account_id
                WHERE a.login = :login
                """, login, Long.class));
    }

    private <T> T one(String sql, String login, Class<T> type) {
        return Scope.call(FoundedDistrict.DISTRICT,
                () -> transaction.execute(status -> jdbc.sql(sql).param("login", login).query(type).single()));
    }

    private List<String> actions(String login) {
        return Scope.call(FoundedDistrict.DISTRICT, () -> transaction.execute(status -> jdbc.sql("""
                SELECT action FROM journal.entry
                WHERE object_id = (SELECT id FROM access.account WHERE login = :login)
                """).param("login", login).query(String.class).list()));
    }

    @Test
    void aRecoveryCodeWorksOnceHoweverItIsTyped(Visitor visitor) {
        String login = newAdministrator();
        enter(visitor, login);
        FoundedDistrict.setUpSecondFactor(visitor, login);
        Deque<String> codes = FoundedDistrict.recoveryCodes(login);
        String code = codes.remove();
        assertThat(codes).doesNotContain(code);
        Visitor other = visitor.another();
        assertThat(code(other, half(other, login), code.toLowerCase(java.util.Locale.ROOT).replace("-", " ")).status())
                .isEqualTo(303);
        Visitor third = visitor.another();
        assertThat(code(third, half(third, login), code).status()).isEqualTo(401);
        assertThat(one("""
                SELECT count(*) FROM access.recovery_code c JOIN access.account a ON a.id = c.account_id
                WHERE a.login = :login AND c.used_at IS NULL
                """, login, Long.class)).isEqualTo(9);
        assertThat(actions(login)).contains("RecoveryCodeUsed", "SecondFactorFailed");
    }

    @Test
    void guessingCodesIsSlowedDownWhereverItComesFrom(Visitor visitor) {
        String login = newAdministrator();
        enter(visitor, login);
        byte[] secret = FoundedDistrict.setUpSecondFactor(visitor, login);
        Visitor other = visitor.another();
        Page half = half(other, login);
        String wrong = Totp.code(secret, 1);
        for (int attempt = 0; attempt < 5; attempt++) {
            assertThat(code(other, half, wrong).status()).isEqualTo(401);
        }
        assertThat(code(other, half, Totp.code(secret, Totp.step(Instant.now()) + 1)).status()).isEqualTo(401);
        // The owner is never shut out: a recovery code is too long to be guessed and needs no brake.
        assertThat(code(other, half, FoundedDistrict.recoveryCodes(login).remove()).status()).isEqualTo(303);
    }

    @Test
    void anotherAdministratorRemovesItAndNobodyTheirOwn(Visitor visitor) {
        String login = newAdministrator();
        enter(visitor, login);
        FoundedDistrict.setUpSecondFactor(visitor, login);
        String other = newAdministrator();
        Visitor helper = visitor.another();
        FoundedDistrict.signInWithCode(helper, other, FoundedDistrict.DISTRICT);
        String path = "/accounts/" + one("SELECT id FROM access.account WHERE login = :login", login, UUID.class);
        assertThat(helper.get("/accounts/export.csv?q=" + login).text()).contains(login).doesNotContain(other);
        Page own = visitor.submit(visitor.get(path), "form[action$=/second-factor/removal]", Map.of());
        assertThat(own.status()).isEqualTo(422);
        Page removed = helper.submit(helper.get(path), "form[action$=/second-factor/removal]", Map.of());
        assertThat(removed.status()).isEqualTo(303);
        assertThat(visitor.get("/me").location()).startsWith("/sign-in");
        enter(visitor, login);
        assertThat(visitor.get("/accounts").location()).startsWith("/me/second-factor");
    }

    @Test
    void theOfficesNeedItForAnExportAndSchoolsOnlyThePassword(Visitor visitor) {
        String inspector = newLogin(Posting.inDistrict(Role.INSPECTOR));
        enter(visitor, inspector);
        assertThat(visitor.get("/activities/export.csv").location()).startsWith("/me/second-factor?next=");
        FoundedDistrict.setUpSecondFactor(visitor, inspector);
        assertThat(visitor.get("/activities/export.csv").status()).isNotEqualTo(303);
        Visitor teacher = visitor.another();
        enter(teacher, newLogin(Posting.atSchool(Role.TEACHER, new UUID(1, 1))));
        assertThat(teacher.get("/activities/export.csv").status()).isNotEqualTo(303);
    }

    /** The rule by itself: ten minutes, whatever the session; the sample accounts of a demo have shown everything. */
    @Test
    void whatIsAskedForAgain() {
        Instant then = Instant.parse("2024-11-20T00:00:00Z");
        Permissions.Row export = Permissions.rowOf("GET", "/activities/export.csv").orElseThrow();
        Permissions.Row answer = Permissions.rowOf("POST", "/activities/x/answers").orElseThrow();
        Permissions.Row board = Permissions.rowOf("GET", "/board").orElseThrow();
        Posting teacher = Posting.atSchool(Role.TEACHER, new UUID(1, 1));
        UUID phone = new UUID(7, 7);
        for (long seconds : new long[]{600, 601}) {
            Instant now = then.plusSeconds(seconds);
            Proof.Missing late = seconds > 600 ? Proof.Missing.PASSWORD : Proof.Missing.NOTHING;
            assertThat(present(Way.PASSWORD, then, null, teacher).missing(export, now)).isEqualTo(late);
            assertThat(present(Way.PASSWORD, then, phone, teacher).missing(export, now)).isEqualTo(late);
            assertThat(present(Way.PASSWORD, then, phone, teacher).missing(answer, now)).isEqualTo(late);
            assertThat(present(Way.PASSWORD, then, null, teacher).missing(answer, now))
                    .isEqualTo(Proof.Missing.NOTHING);
            assertThat(present(Way.PASSWORD, then, phone, teacher).missing(board, now))
                    .isEqualTo(Proof.Missing.NOTHING);
            assertThat(present(Way.SECOND_FACTOR, then, null, Posting.inDistrict(Role.BUREAU_ADMIN))
                    .missing(export, now)).isEqualTo(late);
            assertThat(present(Way.SAMPLE, then, null, Posting.inDistrict(Role.BUREAU_ADMIN)).missing(export, now))
                    .isEqualTo(Proof.Missing.NOTHING);
        }
        assertThat(present(Way.PASSWORD, then, null, Posting.inDistrict(Role.BUREAU_ADMIN)).missing(board, then))
                .isEqualTo(Proof.Missing.SECOND_FACTOR);
    }

    private static Actors.Present present(Way way, Instant then, @org.jspecify.annotations.Nullable UUID device,
            Posting posting) {
        SignedIn session = new SignedIn(new UUID(1, 1), "330213", 1, then.getEpochSecond(), way, then.getEpochSecond(),
                device);
        return new Actors.Present(new Actor(new UUID(1, 1), null, "示例", java.util.Set.of(posting)), session,
                way == Way.SECOND_FACTOR);
    }
}
