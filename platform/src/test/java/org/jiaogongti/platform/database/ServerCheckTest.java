package org.jiaogongti.platform.database;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** The parts of the check that need no server; those that do are in ServerProcessTest, where one is running. */
final class ServerCheckTest {

    @Test
    void anOlderPostgresIsRefusedByItsNumber() {
        assertThatThrownBy(() -> ServerCheck.version(170_009)).hasMessageContaining("PostgreSQL 17")
                .hasMessageContaining("须为 18");
        assertThatCode(() -> ServerCheck.version(180_000)).doesNotThrowAnyException();
        assertThatCode(() -> ServerCheck.version(190_001)).doesNotThrowAnyException();
    }
}
