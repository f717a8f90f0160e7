package org.jiaogongti.platform.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jiaogongti.platform.testing.Page;
import org.jiaogongti.platform.testing.Visitor;
import org.springframework.transaction.support.TransactionTemplate;

/** Districts and accounts for the tests of the empty installation, made once however the tests are ordered. */
public final class FoundedDistrict {

    public static final District DISTRICT = new District("330213");
    public static final String LOGIN = "guanli-01";
    public static final String PASSWORD = "山路很长也要慢慢走完";

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
            Page done = visitor.submit(weak, "form[action=/start]", fields(PASSWORD));
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
                assertThat(founding.begin(new Founding.Beginning(DISTRICT, "宁波市奉化区", charter, LOGIN, "示例管理员",
                        PASSWORD))).isEmpty();
            }
        }
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
