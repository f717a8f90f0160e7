package org.jiaogongti.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.jiaogongti.platform.journal.Verification;
import org.jiaogongti.platform.postgres.Durability;
import org.jiaogongti.platform.postgres.EmbeddedPostgres;
import org.jiaogongti.platform.testing.Beside;
import org.jiaogongti.platform.testing.TestCluster;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** kill -9 in the middle of saving: nothing acknowledged is lost, nothing is half there, and the next start is clean. */
@Beside
final class KillDrillTest {

    private static final int SAVED_BEFORE_THE_KILL = 150;

    @TempDir
    Path folder;

    @Test
    void nothingAcknowledgedIsLostWhenApplicationAndDatabaseAreKilled() throws Exception {
        long first = writeUntilKilled();
        EmbeddedPostgres adopted = start();
        try {
            assertThat(adopted.adopted()).as("the orphan was taken over").isTrue();
            long kept = soundLines(adopted);
            assertThat(kept).isBetween(first, first + 1);
            kill(adopted.pid());
        } finally {
            adopted.close();
        }
        long second = writeUntilKilled();
        assertThat(second).isGreaterThan(first);
        EmbeddedPostgres orphan = start();
        kill(orphan.pid());
        try (EmbeddedPostgres recovered = start()) {
            assertThat(recovered.adopted()).isFalse();
            assertThat(soundLines(recovered)).isBetween(second, second + 1);
        }
    }

    private EmbeddedPostgres start() {
        return EmbeddedPostgres.start(folder, TestCluster.cache(), Durability.FULL, line -> {});
    }

    /** Returns the last line that was acknowledged before the process was killed without warning. */
    private long writeUntilKilled() throws IOException, InterruptedException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Path said = folder.resolve("said");
        Process writer = new ProcessBuilder(List.of(java, "-XX:TieredStopAtLevel=1", "-cp",
                System.getProperty("java.class.path"), DrillWriter.class.getName(), folder.toString(),
                TestCluster.cache().toString())).redirectError(ProcessBuilder.Redirect.INHERIT)
                .redirectOutput(said.toFile()).start();
        while (writer.isAlive() && saved(said).size() < SAVED_BEFORE_THE_KILL) {
            Thread.sleep(20);
        }
        writer.destroyForcibly().waitFor();
        List<String> saved = saved(said);
        assertThat(saved).hasSizeGreaterThanOrEqualTo(SAVED_BEFORE_THE_KILL);
        return Long.parseLong(saved.getLast());
    }

    /** Numbers of the acknowledged lines; a last one without its end of line was not told whole. */
    private static List<String> saved(Path said) throws IOException {
        String text = Files.readString(said);
        return text.substring(0, text.lastIndexOf('\n') + 1).lines().filter(line -> line.startsWith("saved "))
                .map(line -> line.substring("saved ".length())).toList();
    }

    private static void kill(long process) throws InterruptedException {
        ProcessHandle handle = ProcessHandle.of(process).orElseThrow();
        handle.destroyForcibly();
        for (int waits = 0; waits < 200 && handle.isAlive(); waits++) {
            Thread.sleep(50);
        }
    }

    private static long soundLines(EmbeddedPostgres postgres) throws SQLException {
        DatabaseAddress address = EmbeddedDatabase.address(postgres, DatabaseAddress.NAME);
        try (Connection connection = DriverManager.getConnection(address.url(), DatabaseAddress.APP,
                address.appPassword()); var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("SELECT set_config('jgt.district', '" + DrillWriter.DISTRICT.code() + "', true)");
            Verification.Result result = new Verification(new SingleConnectionDataSource(connection, true))
                    .verify(DrillWriter.DISTRICT.code(), List.of());
            assertThat(result).isInstanceOf(Verification.Sound.class);
            return ((Verification.Sound) result).lines();
        }
    }
}
