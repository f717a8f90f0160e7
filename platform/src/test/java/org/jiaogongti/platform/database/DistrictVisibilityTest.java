package org.jiaogongti.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.jiaogongti.platform.access.District;
import org.jiaogongti.platform.access.Scope;
import org.jiaogongti.platform.testing.EmptyPlatformTest;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@EmptyPlatformTest
final class DistrictVisibilityTest {

    private static final District FENGHUA = new District("330213");
    private static final District OTHER = new District("330212");

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    DistrictVisibilityTest(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
    }

    private String seen() {
        return jdbc.sql("SELECT coalesce(current_setting('jgt.district', true), '')").query(String.class).single();
    }

    private String seenInTransaction() {
        return Objects.requireNonNull(transaction.execute(status -> seen()));
    }

    private String seenIn(District district) {
        return Scope.call(district, this::seenInTransaction);
    }

    @Test
    void aTransactionCarriesTheDistrictThatIsBoundAroundIt() {
        assertThat(seenIn(FENGHUA)).isEqualTo("330213");
        assertThat(seenIn(OTHER)).isEqualTo("330212");
    }

    @Test
    void withoutADistrictAndOutsideATransactionNothingIsSet() {
        assertThat(seenInTransaction()).isEmpty();
        String outside = Scope.call(FENGHUA, this::seen);
        assertThat(outside).isEmpty();
    }

    @Test
    void aPooledConnectionCarriesNothingOverAfterCommitOrRollback() {
        for (int round = 0; round < 20; round++) {
            assertThat(seenIn(FENGHUA)).isEqualTo("330213");
            assertThat(seenInTransaction()).isEmpty();
            assertThatThrownBy(() -> Scope.run(FENGHUA, () -> transaction.executeWithoutResult(status -> {
                assertThat(seen()).isEqualTo("330213");
                jdbc.sql("SELECT 1/0").query(Integer.class).single();
            }))).hasMessageContaining("division by zero");
            assertThat(seenInTransaction()).isEmpty();
        }
    }

    @Test
    void aDistrictThatCannotBeSetGivesTheConnectionBack() {
        AtomicInteger open = new AtomicInteger();
        TransactionTemplate failing = new TransactionTemplate(
                new DistrictTransactionManager(new UnsettableDataSource(open)));
        assertThatThrownBy(() -> Scope.run(FENGHUA, () -> failing.executeWithoutResult(status -> {})))
                .isInstanceOf(CannotCreateTransactionException.class);
        assertThat(open).hasValue(0);
    }

    @Test
    void theApplicationWorksAsTheRoleThatOwnsNothing() {
        assertThat(jdbc.sql("SELECT current_user").query(String.class).single()).isEqualTo("jgt_app");
        assertThat(jdbc.sql("""
                SELECT count(*) FROM pg_class c JOIN pg_roles r ON r.oid = c.relowner WHERE r.rolname = 'jgt_app'
                """).query(Long.class).single()).isZero();
    }
}
