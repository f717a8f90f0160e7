package org.jiaogongti.platform.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the server does by itself while something is counted is not part of what is counted. */
@PlatformTest
class SqlCountTest {

    private final JdbcClient jdbc;

    SqlCountTest(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Test
    void aTimedJobIsNotCounted() {
        try (ExecutorService clock = Executors.newSingleThreadExecutor()) {
            CompletableFuture.runAsync(this::one, clock).join();
            SqlCount count = SqlCount.of(() -> {
                one();
                CompletableFuture.runAsync(this::one, clock).join();
            });
            assertThat(count.statements()).containsExactly("SELECT 1");
        }
    }

    private void one() {
        jdbc.sql("SELECT 1").query(Integer.class).single();
    }
}
