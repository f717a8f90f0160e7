package org.jiaogongti.platform.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.commons.codec.binary.Base32;
import org.jiaogongti.charter.reading.CharterText;
import org.jiaogongti.charter.reading.Charters;
import org.jiaogongti.platform.access.model.Totp;
import org.jiaogongti.platform.testing.Page;
import org.jiaogongti.platform.testing.Visitor;
import org.springframework.transaction.support.TransactionTemplate;

/** Districts and accounts for the tests of the empty installation, made once however the tests are ordered. */
public final class FoundedDistrict {

    public static final District DISTRICT = new District("330213");
    public static final String LOGIN = "guanli-01";
    public static final String PASSWORD = "山路很长也要慢慢走完";

    private static final Map<String, Deque<String>> CODES = new ConcurrentHashMap<>();
    private static final Object ONCE = new Object();

    private final Districts districts;
    private final Founding founding;
    private final Accounts accounts;
    private final TransactionTemplate transaction;

    public FoundedDistrict(Districts districts, Founding founding, Accounts accounts, TransactionTemplate transaction) {
        this.districts = districts;
        this.founding = founding;
        this.accounts = accounts;
        this.transaction = transaction;
    }

    /** The first visit as a person makes it; nothing when it has been made. */
    public void ensureThroughPages(Visitor visitor) {
        synchronized (ONCE) {
            if (districts.any()) {
                return;
            }
            Page sent = visitor.get("/");
            assertThat(sent.location()).isEqualTo("/start");
            Page form = visitor.get("/start");
            assertThat(form.status()).as(form.toString()).isEqualTo(200);
            Page weak = visitor.submit(form, "form[action=/start]", fields("1234567890"));
            assertThat(weak.status()).isEqualTo(422);
            assertThat(districts.any()).isFalse();
            assertThat(weak.html().select("input[name=district]").val()).isEqualTo("宁波市奉化区");
            assertThat(weak.html().select("input[name=password]").val()).isEmpty();
            Map<String, String> own = new HashMap<>(fields(PASSWORD));
            own.put("charter", "own");
            Page without = visitor.submit(weak, "form[action=/start]", own);
            assertThat(without.status()).isEqualTo(422);
            assertThat(without.text()).contains("请选章程文件和通知原文");
            CharterText text = Charters.bundledText("fenghua-2019");
            Page wrong = visitor.submit(without, "form[action=/start]", own, Map.of("file",
                    text.charter().replace("每学期组织学科优秀教师到成员校上示范课15节以上", "每学期上示范课15节以上"), "notice", text.notice()));
            assertThat(wrong.status()).isEqualTo(422);
            assertThat(wrong.html().select("[role=alert] li, .nt li").text())
                    .containsPattern("charter\\.yaml:\\d+:\\d+");
            assertThat(districts.any()).as("nothing half done").isFalse();
            Page done = visitor.submit(wrong, "form[action=/start]", own,
                    Map.of("file", text.charter(), "notice", text.notice()));
            assertThat(done.status()).as(done.toString()).isEqualTo(303);
            assertThat(done.location()).isEqualTo("/sign-in");
        }
    }

    private static Map<String, String> fields(String password) {
        return Map.of("code", DISTRICT.code(), "district", "宁波市奉化区", "login", LOGIN, "name", "示例管理员", "password",
                password, "again", password);
    }

    /** The district without pages, for tests about something else. */
    public void ensure() {
        synchronized (ONCE) {
            if (!districts.any()) {
                String charter = founding.charters().stream().findFirst().map(CharterShelf.Offer::id).orElse("");
                assertThat(founding.begin(new Founding.Beginning(DISTRICT, "宁波市奉化区", charter, null, LOGIN, "示例管理员",
                        PASSWORD))).isEmpty();
            }
        }
    }

    /**
     * Signs in as a person does: password, then the code, and whoever must have a second factor and has none sets it up. Later
     * sign-ins of the same account use up recovery codes, since a phone's code works once in thirty seconds.
     */
    static Page signIn(Visitor visitor, String login, District district) {
        Page answer = visitor.submit(visitor.get("/sign-in"), "form[action=/sign-in]",
                Map.of("login", login, "password", PASSWORD, "district", district.code()));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(303);
        if (answer.location().startsWith("/sign-in/code")) {
            Page code = visitor.submit(visitor.get(answer.location()), "form[action=/sign-in/code]",
                    Map.of("code", recoveryCodes(login).remove()));
            assertThat(code.status()).as(code.toString()).isEqualTo(303);
            return code;
        }
        return answer;
    }

    /** Signs in an administrator, who sets up the second factor the first time. */
    public static Page signInWithCode(Visitor visitor, String login, District district) {
        Page answer = signIn(visitor, login, district);
        if (!CODES.containsKey(login)) {
            setUpSecondFactor(visitor, login);
        }
        return answer;
    }

    /** What a person does with a phone; returns the secret. */
    static byte[] setUpSecondFactor(Visitor visitor, String login) {
        Page form = visitor.get("/me/second-factor");
        if (form.html().select("#secret").isEmpty()) {
            form = visitor.follow(visitor.submit(form, "form[action=/me/second-factor/beginning]", Map.of()));
        }
        byte[] secret = new Base32().decode(form.html().select("#secret").text().replace(" ", ""));
        Page codes = visitor.submit(form, "form[action=/me/second-factor]",
                Map.of("code", Totp.code(secret, Totp.step(Instant.now())), "password", PASSWORD));
        assertThat(codes.status()).as(codes.toString()).isEqualTo(200);
        CODES.put(login, new ArrayDeque<>(codes.html().select(".codes code").eachText()));
        assertThat(CODES.get(login)).hasSize(10);
        return secret;
    }

    static Deque<String> recoveryCodes(String login) {
        return CODES.computeIfAbsent(login, each -> new ArrayDeque<>());
    }

    /** A new account with these roles and the shared password, in a district of the installation. */
    UUID account(District district, String login, Posting... roles) {
        return Scope.call(district, () -> transaction.execute(status -> {
            Accounts.Change change = accounts.create(Actor.system(),
                    new NewAccount(login, "示例" + login, null, PASSWORD, null, Set.of(roles)));
            if (change instanceof Accounts.Change.Done done) {
                return done.account();
            }
            throw new IllegalStateException(login + " was not made: " + change);
        }));
    }
}
