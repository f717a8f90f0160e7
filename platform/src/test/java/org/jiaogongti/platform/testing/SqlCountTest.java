package org.jiaogongti.platform.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.TaskScheduler;

/** What the clock starts while something is counted is not part of what is counted. */
@PlatformTest
class SqlCountTest {

    private final JdbcClient jdbc;
    private final TaskScheduler clock;

    SqlCountTest(JdbcClient jdbc, TaskScheduler clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Test
    void aTimedJobIsNotCounted() {
        CompletableFuture<Void> job = new CompletableFuture<>();
        SqlCount count = SqlCount.of(() -> {
            one();
            clock.schedule(() -> {
                one();
                job.complete(null);
            }, Instant.now());
            job.join();
        });
        assertThat(count.statements()).containsExactly("SELECT 1");
    }

    private void one() {
        jdbc.sql("SELECT 1").query(Integer.class).single();
    }
}
