package org.jiaogongti.platform.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jiaogongti.platform.access.Accounts.Change;
import org.jiaogongti.platform.access.WayBack.Answer;
import org.jiaogongti.platform.database.DatabaseAddress;
import org.jiaogongti.platform.shell.BusinessClock;
import org.jiaogongti.platform.testing.EmptyPlatformTest;
import org.jiaogongti.platform.testing.Page;
import org.jiaogongti.platform.testing.ServerProcess;
import org.jiaogongti.platform.testing.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** One bureau administrator is always left; and if not, whoever owns the server finds the way back. */
@EmptyPlatformTest
class LastAdministratorTest {

    private static final BusinessClock CLOCK = BusinessClock.of(Clock.system(BusinessClock.ZONE), Optional.empty());

    private final FoundedDistrict founded;
    private final Districts districts;
    private final Accounts accounts;
    private final SignIns signIns;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Base base;

    /** Where the shared application has its data. */
    record Base(String url, String password) {}

    LastAdministratorTest(Districts districts, Founding founding, Accounts accounts, SignIns signIns, JdbcClient jdbc,
            PlatformTransactionManager transactions, @Value("${jgt.database.url}") String url,
            @Value("${jgt.database.app-password}") String password) {
        this.transaction = new TransactionTemplate(transactions);
        this.founded = new FoundedDistrict(districts, founding, accounts, transaction);
        this.districts = districts;
        this.accounts = accounts;
        this.signIns = signIns;
        this.jdbc = jdbc;
        this.base = new Base(url, password);
    }

    /** A district of this test's own, where nobody administers yet. */
    private District fresh(String code) {
        founded.ensure();
        District district = new District(code);
        if (!districts.all().contains(district)) {
            districts.add(district, "示例区" + code);
        }
        return district;
    }

    private UUID administrator(District district, String login) {
        return founded.account(district, login, Posting.inDistrict(Role.BUREAU_ADMIN));
    }

    private static Actor as(UUID account) {
        return new Actor(account, null, "示例", Set.of(Posting.inDistrict(Role.BUREAU_ADMIN)));
    }

    private UUID grantOf(District district, UUID account) {
        return Scope.call(district, () -> accounts.byId(account).orElseThrow().grants().getFirst().id());
    }

    @Test
    void theLastOneCanNeitherBeDisabledNorLoseTheRole() {
        District district = fresh("330281");
        UUID one = administrator(district, "last-one");
        UUID two = administrator(district, "last-two");
        // Somebody who holds the role in the other's absence only.
        Actor deputy = as(founded.account(district, "last-deputy", Posting.inDistrict(Role.BUREAU_CLERK)));
        Scope.run(district, () -> {
            assertThat(accounts.disable(as(one), two)).isInstanceOf(Change.Done.class);
            assertThat(accounts.disable(deputy, one)).isEqualTo(new Change.Refused("access.account.last-admin"));
            assertThat(accounts.endGrant(deputy, one, grantOf(district, one)))
                    .isEqualTo(new Change.Refused("access.role.last-admin"));
            assertThat(accounts.endGrant(deputy, two, grantOf(district, two)))
                    .as("of a disabled one it may be taken").isInstanceOf(Change.Done.class);
        });
    }

    /** Each would take the other away at the same moment: the second waits for the first, and sees that it was the last but one. */
    @Test
    void ofTwoAtOnceOneIsLeft() throws Exception {
        both("330282", (one, two) -> accounts.disable(as(two), one), (one, two) -> accounts.disable(as(one), two),
                "access.account.last-admin");
        both("330283", (one, two) -> accounts.endGrant(as(two), one, grantOf(new District("330283"), one)),
                (one, two) -> accounts.disable(as(one), two), "access.account.last-admin");
    }

    private interface Deed {

        Change on(UUID one, UUID two);
    }

    private void both(String code, Deed first, Deed second, String refusal) throws Exception {
        District district = fresh(code);
        UUID one = administrator(district, "race-one-" + code);
        UUID two = administrator(district, "race-two-" + code);
        CompletableFuture<Change> other = new CompletableFuture<>();
        Scope.run(district, () -> transaction.executeWithoutResult(status -> {
            assertThat(first.on(one, two)).isInstanceOf(Change.Done.class);
            Thread.ofVirtual().start(() -> {
                try {
                    other.complete(Scope.call(district, () -> second.on(one, two)));
                } catch (RuntimeException e) {
                    other.completeExceptionally(e);
                }
            });
            while (!other.isDone() && waitingForALock() == 0) {
                LockSupport.parkNanos(10_000_000);
            }
        }));
        assertThat(other.get()).isEqualTo(new Change.Refused(refusal));
    }

    private int waitingForALock() {
        return jdbc.sql(
                "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'")
                .query(Integer.class).single();
    }

    private Answer back(District district, Function<WayBack, Answer> work) throws SQLException {
        try (Connection connection = DriverManager.getConnection(base.url(), DatabaseAddress.APP, base.password());
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("SELECT set_config('jgt.district', '" + district.code() + "', true)");
            Answer answer = work.apply(WayBack.over(new SingleConnectionDataSource(connection, true), CLOCK));
            connection.commit();
            return answer;
        }
    }

    private Answer link(District district, String login, boolean withoutFactors) throws SQLException {
        return back(district, way -> way.link(district, login, withoutFactors));
    }

    @Test
    void theLinkIsForAnAdministratorAndNobodyElse() throws SQLException {
        District district = fresh("330284");
        assertThat(link(district, "", false)).isInstanceOf(Answer.Unclear.class);
        UUID one = administrator(district, "back-one");
        founded.account(district, "back-clerk", Posting.inDistrict(Role.BUREAU_CLERK));
        assertThat(link(district, "back-clerk", false)).isInstanceOf(Answer.Unclear.class);
        assertThat(link(district, "", false)).as("only one can be meant").isInstanceOf(Answer.Linked.class);
        UUID two = administrator(district, "back-two");
        assertThat(link(district, "", false)).isInstanceOf(Answer.Unclear.class);
        assertThat(back(district, way -> way.anew(district, "back-three", "示例三"))).isInstanceOf(Answer.OthersCan.class);

        Scope.run(district, () -> accounts.disable(as(one), two));
        assertThat(link(district, "back-two", false)).as("the other one can enable them")
                .isInstanceOf(Answer.OthersCan.class);
        Scope.run(district, () -> transaction.executeWithoutResult(status -> jdbc
                .sql("UPDATE access.account SET disabled_at = now(), disabled_by = id WHERE id = :id").param("id", one)
                .update()));
        Answer enabled = link(district, "back-two", true);
        assertThat(enabled).isInstanceOf(Answer.Linked.class);
        String token = ((Answer.Linked) enabled).token();
        Scope.run(district, () -> {
            assertThat(signIns.choosePassword(token, "一扇后来才慢慢打开的门")).isEmpty();
            assertThat(signIns.byPassword("back-two", "一扇后来才慢慢打开的门", "10.0.9.1"))
                    .isInstanceOf(SignInResult.Passed.class);
            assertThat(signIns.choosePassword(token, "一扇后来才慢慢打开的门")).as("works once").isNotEmpty();
        });
        assertThat(actions(two)).contains("AccountEnabled", "SecondFactorRemoved", "LinkIssued");
    }

    @Test
    void whereNobodyIsLeftAFirstOneIsMadeAnew() throws SQLException {
        District district = fresh("330225");
        assertThat(back(district, way -> way.anew(district, "x", "示例"))).isInstanceOf(Answer.NotMade.class);
        assertThat(back(district, way -> way.anew(district, "anew-one", " "))).isInstanceOf(Answer.NotMade.class);
        Answer made = back(district, way -> way.anew(district, "anew-one", "示例新人"));
        assertThat(made).isInstanceOf(Answer.Linked.class);
        assertThat(back(district, way -> way.anew(district, "anew-two", "示例"))).isInstanceOf(Answer.OthersCan.class);
        assertThat(Scope.call(district, () -> accounts.page("anew-one", null, 5)).getFirst().roles())
                .containsExactly(Role.BUREAU_ADMIN);
    }

    private List<String> actions(UUID account) {
        return Objects.requireNonNull(Scope.call(new District("330284"),
                () -> transaction.execute(status -> jdbc
                        .sql("SELECT action FROM journal.entry WHERE object_id = :id").param("id", account)
                        .query((rows, number) -> rows.getString(1)).list())));
    }

    /** The command as it is typed, beside a running application, on a server of the bureau's own. */
    @Test
    void theCommandPrintsALinkThatTheRunningApplicationTakes(Visitor visitor, @TempDir Path folder) throws Exception {
        District district = fresh("330226");
        administrator(district, "typed-one");
        try (ServerProcess command = ServerProcess.start(folder,
                Map.of("JGT_DATABASE_URL", base.url(), "JGT_DATABASE_OWNER_PASSWORD", "unused",
                        "JGT_DATABASE_APP_PASSWORD", base.password(), "JGT_ADDRESS", visitor.base()),
                "administrator", "link", "--district", district.code())) {
            assertThat(command.exitCode()).as(command.said()).isZero();
            Matcher printed = Pattern.compile("(?m)^" + Pattern.quote(visitor.base()) + "(/link/330226-\\S+)$")
                    .matcher(command.said());
            assertThat(printed.find()).as(command.said()).isTrue();
            Page page = visitor.get(printed.group(1));
            assertThat(page.status()).isEqualTo(200);
            assertThat(page.text()).contains("typed-one");
        }
        try (ServerProcess command = ServerProcess.start(folder, "administrator", "link")) {
            assertThat(command.exitCode()).isEqualTo(2);
            assertThat(command.said()).contains("这里没有数据").doesNotContain("Exception");
        }
    }
}
