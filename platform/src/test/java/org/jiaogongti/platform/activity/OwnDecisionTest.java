package org.jiaogongti.platform.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Objects;
import java.util.UUID;
import org.jiaogongti.platform.access.District;
import org.jiaogongti.platform.access.Scope;
import org.jiaogongti.platform.testing.PlatformTest;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Nobody decides about their own entry, not even by SQL as the application's own role. */
@PlatformTest
class OwnDecisionTest {

    private static final District DISTRICT = new District("330213");

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    OwnDecisionTest(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Everything is taken back: what the database lets through here must not stay in the sample world. */
    private int inserted(String what, String actor) {
        return Objects.requireNonNull(Scope.call(DISTRICT, () -> transaction.execute(status -> {
            status.setRollbackOnly();
            return jdbc.sql("""
                    INSERT INTO activity.step (district, id, occasion, what, words, actor, actor_name, on_day, at)
                    SELECT o.district, :id, o.id, :what, '示例', CASE :actor WHEN 'own' THEN o.recorder ELSE :other END,
                           '示例', DATE '2024-11-20', now()
                    FROM activity.occasion o ORDER BY o.id LIMIT 1
                    """).param("id", UUID.randomUUID()).param("what", what).param("actor", actor)
                    .param("other", new UUID(3, 3)).update();
        })));
    }

    @Test
    void theDatabaseRefusesADecisionOfTheRecorder() {
        for (String what : new String[]{"STANDS", "FALLS"}) {
            assertThatThrownBy(() -> inserted(what, "own")).as(what)
                    .isInstanceOf(DataIntegrityViolationException.class)
                    .hasMessageContaining("decides about its own entry");
            assertThat(inserted(what, "other")).isEqualTo(1);
        }
        assertThat(inserted("CHANGED", "own")).isEqualTo(1);
    }

    @Test
    void anEntryNeverChangesHands() {
        assertThatThrownBy(() -> Scope.run(DISTRICT, () -> transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            jdbc.sql("UPDATE activity.occasion SET recorder = :other").param("other", new UUID(3, 3)).update();
        }))).isInstanceOf(DataIntegrityViolationException.class).hasMessageContaining("does not change");
    }
}
