package org.jiaogongti.platform.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jiaogongti.platform.access.store.AccountStore;
import org.jiaogongti.platform.access.store.GrantStore;
import org.jiaogongti.platform.shell.BusinessClock;
import org.jiaogongti.platform.testing.EmptyPlatformTest;
import org.jiaogongti.platform.testing.Page;
import org.jiaogongti.platform.testing.TestCluster;
import org.jiaogongti.platform.testing.Visitor;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** How long a session lasts, and what a fault shows. */
@EmptyPlatformTest
class ProtectionTest {

    private static final String TELLTALE = "(?s).*(Exception|\\bat (org|java|com|jakarta)\\.|SQLState|org\\.postgresql"
            + "|org\\.springframework|jgt_app).*";

    private final FoundedDistrict founded;
    private final AccountStore store;
    private final GrantStore grants;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final String url;

    ProtectionTest(Districts districts, Founding founding, Accounts accounts, AccountStore store, GrantStore grants,
            JdbcClient jdbc, PlatformTransactionManager transactions, @Value("${jgt.database.url}") String url) {
        this.transaction = new TransactionTemplate(transactions);
        this.founded = new FoundedDistrict(districts, founding, accounts, transaction);
        this.store = store;
        this.grants = grants;
        this.jdbc = jdbc;
        this.url = url;
    }

    private Visitor signedIn(Visitor visitor) {
        founded.ensure();
        String login = "protected-" + UUID.randomUUID();
        founded.account(FoundedDistrict.DISTRICT, login, Posting.inDistrict(Role.BUREAU_ADMIN));
        Visitor person = visitor.another();
        FoundedDistrict.signInWithCode(person, login, FoundedDistrict.DISTRICT);
        return person;
    }

    @Test
    void aSessionEndsAfterHalfAnHourWithoutAClick(Visitor visitor) {
        Visitor person = signedIn(visitor);
        idle(person, Duration.ofMinutes(29));
        assertThat(person.get("/me").status()).isEqualTo(200);
        idle(person, Duration.ofMinutes(31));
        Page late = person.get("/me");
        assertThat(late.status()).isEqualTo(303);
        assertThat(late.location()).startsWith("/sign-in");
    }

    /** As if nobody had clicked for that long: the store's own columns, moved back. */
    private void idle(Visitor person, Duration time) {
        String cookie = person.cookies().getCookieStore().getCookies().stream()
                .filter(found -> found.getName().equals("jgt")).findFirst().orElseThrow().getValue();
        String id = new String(java.util.Base64.getDecoder().decode(cookie),
                java.nio.charset.StandardCharsets.US_ASCII);
        long last = System.currentTimeMillis() - time.toMillis();
        int moved = jdbc.sql("UPDATE lib.spring_session SET last_access_time = :last, "
                + "expiry_time = :last + max_inactive_interval * 1000 WHERE session_id = :id").param("last", last)
                .param("id", id).update();
        assertThat(moved).isEqualTo(1);
    }

    @Test
    void aSessionEndsAfterTwelveHoursHoweverBusy() {
        founded.ensure();
        UUID account = founded.account(FoundedDistrict.DISTRICT, "busy-" + UUID.randomUUID(),
                Posting.inDistrict(Role.INSPECTOR));
        Instant since = Instant.parse("2024-11-20T00:00:00Z");
        SignedIn session = new SignedIn(account, FoundedDistrict.DISTRICT.code(), epoch(account),
                since.getEpochSecond());
        assertThat(at(since.plus(Duration.ofHours(12)), session)).isPresent();
        assertThat(at(since.plus(Duration.ofHours(12)).plusSeconds(1), session)).isEmpty();
    }

    private int epoch(UUID account) {
        return Scope.call(FoundedDistrict.DISTRICT,
                () -> transaction.execute(status -> store.byId(account).orElseThrow().epoch()));
    }

    private Optional<Actor> at(Instant now, SignedIn session) {
        Actors actors = new Actors(store, grants, List.of(),
                BusinessClock.of(Clock.fixed(now, BusinessClock.ZONE), Optional.empty()));
        return Scope.call(FoundedDistrict.DISTRICT, () -> transaction.execute(status -> actors.of(session)));
    }

    @Test
    void aFaultShowsANumberAndNothingOfTheInside(Visitor visitor) throws SQLException {
        Visitor person = signedIn(visitor);
        Page page;
        execute("ALTER TABLE obligation.waiver RENAME TO waiver_gone");
        try {
            page = person.get("/waivers");
        } finally {
            execute("ALTER TABLE obligation.waiver_gone RENAME TO waiver");
        }
        assertThat(page.status()).isEqualTo(500);
        assertThat(page.html().select(".incident").text()).matches("[2-9A-HJ-NP-Z]{8}");
        assertThat(page.text()).doesNotMatch(TELLTALE);
        assertThat(person.get("/waivers").status()).isEqualTo(200);
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = TestCluster.shared().postgres().superuser(url.substring(url.lastIndexOf('/') + 1));
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void nonsenseInAnAddressIsNeverAFault(Visitor visitor) {
        Visitor person = signedIn(visitor);
        for (String path : List.of("/accounts/x", "/accounts/%00", "/accounts?after=%27%3B--", "/activities/x",
                "/evidence/..%2f..%2fetc", "/schools/%F0%A0%AE%B7", "/duties/x/y/z/w", "/duties/x/y", "/board?term=%00",
                "/waivers/preview?first=x", "/charter/what-if?q01=-1", "/link/%25", "/accounts/" + "9".repeat(4_000))) {
            Page page = person.get(path);
            assertThat(page.status()).as(path).isBetween(200, 499);
            assertThat(page.text()).as(path).doesNotMatch(TELLTALE);
        }
    }
}
