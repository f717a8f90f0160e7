package org.jiaogongti.platform.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import org.jiaogongti.platform.testing.EmptyPlatformTest;
import org.jiaogongti.platform.testing.Page;
import org.jiaogongti.platform.testing.Visitor;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Remembered devices: whose, how long, and how they end. */
@EmptyPlatformTest
class DeviceTest {

    private static final long THIRTY_DAYS = 30 * 86_400;

    private final FoundedDistrict founded;
    private final Accounts accounts;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    DeviceTest(Districts districts, Founding founding, Accounts accounts, JdbcClient jdbc,
            PlatformTransactionManager transactions) {
        this.transaction = new TransactionTemplate(transactions);
        this.founded = new FoundedDistrict(districts, founding, accounts, transaction);
        this.accounts = accounts;
        this.jdbc = jdbc;
    }

    private String newLogin(Posting role) {
        founded.ensure();
        String login = "device-" + UUID.randomUUID();
        founded.account(FoundedDistrict.DISTRICT, login, role);
        return login;
    }

    private String newTeacher() {
        return newLogin(Posting.atSchool(Role.TEACHER, new UUID(1, 1)));
    }

    private static Page remembered(Visitor visitor, String login) {
        Page answer = visitor.submit(visitor.get("/sign-in"), "form[action=/sign-in]", Map.of("login", login,
                "password", FoundedDistrict.PASSWORD, "district", FoundedDistrict.DISTRICT.code(), "remember", "on"));
        assertThat(answer.status()).isEqualTo(303);
        return answer;
    }

    private static String sessionId(Visitor visitor) {
        String cookie = visitor.cookies().getCookieStore().getCookies().stream()
                .filter(found -> found.getName().equals("jgt")).findFirst().orElseThrow().getValue();
        return new String(Base64.getDecoder().decode(cookie), StandardCharsets.US_ASCII);
    }

    /** As if nobody had clicked for that long: the session store's own columns, moved back. */
    private void idle(Visitor visitor, int minutes) {
        assertThat(jdbc
                .sql("""
                        UPDATE lib.spring_session SET last_access_time = last_access_time - :time, expiry_time = expiry_time - :time
                        WHERE session_id = :id
                        """)
                .param("time", minutes * 60_000L).param("id", sessionId(visitor)).update()).isEqualTo(1);
    }

    private int idleSeconds(Visitor visitor) {
        return jdbc.sql("SELECT max_inactive_interval FROM lib.spring_session WHERE session_id = :id")
                .param("id", sessionId(visitor)).query(Integer.class).single();
    }

    @Test
    void aTeachersDeviceStaysSignedInForThirtyDays(Visitor visitor) {
        Page answer = remembered(visitor, newTeacher());
        String cookie = String.join("\n", answer.headers().allValues("Set-Cookie"));
        assertThat(cookie).contains("Max-Age=" + THIRTY_DAYS, "HttpOnly", "SameSite=Lax", "Path=/");
        assertThat(idleSeconds(visitor)).isEqualTo((int) THIRTY_DAYS);
        idle(visitor, 29 * 24 * 60);
        Page me = visitor.get("/me");
        assertThat(me.status()).isEqualTo(200);
        assertThat(me.html().select("form[action^=/me/devices/]")).hasSize(1);
    }

    @Test
    void withoutTheTickASessionEndsAfterHalfAnHour(Visitor visitor) {
        String login = newTeacher();
        Page answer = FoundedDistrict.signIn(visitor, login, FoundedDistrict.DISTRICT);
        assertThat(String.join("\n", answer.headers().allValues("Set-Cookie"))).doesNotContain("Max-Age=");
        assertThat(idleSeconds(visitor)).isEqualTo(1_800);
        idle(visitor, 31);
        assertThat(visitor.get("/me").location()).startsWith("/sign-in");
    }

    @Test
    void anOfficesDeviceIsNeverRemembered(Visitor visitor) {
        remembered(visitor, newLogin(Posting.inDistrict(Role.INSPECTOR)));
        assertThat(idleSeconds(visitor)).isEqualTo(1_800);
        assertThat(visitor.get("/me").html().select("form[action^=/me/devices/]")).isEmpty();
    }

    @Test
    void aRememberedDeviceIsSignedOutOnceItsOwnerGetsAnOffice(Visitor visitor) {
        String login = newTeacher();
        remembered(visitor, login);
        assertThat(visitor.get("/me").status()).isEqualTo(200);
        Scope.run(FoundedDistrict.DISTRICT, () -> accounts.grant(Actor.system(),
                accounts.page(login, null, 1).getFirst().id(), Posting.inDistrict(Role.INSPECTOR)));
        assertThat(visitor.get("/me").location()).startsWith("/sign-in");
    }

    @Test
    void aDeviceThatIsEndedFromAnotherIsOutAtItsNextClickAndNobodyElsesIs(Visitor visitor) {
        String login = newTeacher();
        remembered(visitor, login);
        Visitor computer = visitor.another();
        FoundedDistrict.signIn(computer, login, FoundedDistrict.DISTRICT);
        Page list = computer.get("/me");
        String action = list.html().select("form[action^=/me/devices/]").attr("action");
        Visitor stranger = visitor.another();
        FoundedDistrict.signIn(stranger, newTeacher(), FoundedDistrict.DISTRICT);
        String token = stranger.get("/me").html().select("input[name=_csrf]").val();
        assertThat(stranger.post(action, Map.of("_csrf", token)).status()).isEqualTo(404);
        assertThat(visitor.get("/me").status()).isEqualTo(200);
        assertThat(computer.submit(list, "form[action^=/me/devices/]", Map.of()).status()).isEqualTo(303);
        assertThat(visitor.get("/me").location()).startsWith("/sign-in");
        assertThat(computer.get("/me").status()).isEqualTo(200);
        assertThat(count("SELECT count(*) FROM journal.entry WHERE action = 'DeviceEnded' AND object_id::text = :it",
                action.split("/")[3])).isEqualTo(1);
    }

    @Test
    void signingOutAndANewPasswordForgetTheDevice(Visitor visitor) {
        String login = newTeacher();
        remembered(visitor, login);
        visitor.submit(visitor.get("/me"), "form[action=/sign-out]", Map.of());
        remembered(visitor, login);
        assertThat(visitor.get("/me").html().select("form[action^=/me/devices/]")).hasSize(1);
        String fresh = "院子里的桂花开了三回";
        visitor.submit(visitor.get("/me"), "form[action=/me/password]",
                Map.of("old", FoundedDistrict.PASSWORD, "password", fresh, "again", fresh));
        assertThat(count("""
                SELECT count(*) FROM access.device d JOIN access.account a ON a.id = d.account_id
                WHERE a.login = :it AND d.revoked_at IS NULL
                """, login)).isZero();
    }

    private int count(String sql, String it) {
        Integer found = Scope.call(FoundedDistrict.DISTRICT, () -> transaction
                .execute(status -> jdbc.sql(sql).param("it", it).query(Integer.class).single()));
        return found == null ? 0 : found;
    }
}
