package org.jiaogongti.platform.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.jiaogongti.platform.postgres.Durability;
import org.jiaogongti.platform.postgres.EmbeddedPostgres;
import org.jiaogongti.platform.testing.Beside;
import org.jiaogongti.platform.testing.ServerProcess;
import org.jiaogongti.platform.testing.TestCluster;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * kill -9 of the real server at random moments while teachers save over HTTP, some with photos: what was answered with
 * a page is there with all that belongs to it, nothing else is there by halves, and the next start is clean.
 */
@Beside
final class ServerKillDrillTest {

    private static final int ROUNDS = Boolean.getBoolean("jgt.deep") ? 50 : 2;
    private static final int SAVERS = 2;
    /** Round one: less to load than today. */
    private static final String DATE = "2020-11-18";

    @TempDir
    Path folder;

    private int port;

    @AfterEach
    void stopDatabase() {
        database().close();
    }

    @Test
    void whatWasAcknowledgedSurvivesAnyKill() throws Exception {
        long seed = Long.getLong("jgt.seed", System.nanoTime());
        Random chance = new Random(seed);
        port = ServerProcess.freePort();
        DrillLedger ledger = new DrillLedger();
        ServerProcess server = start();
        try {
            for (int round = 1; round <= ROUNDS; round++) {
                String what = "round " + round + " of seed " + seed;
                boolean databaseToo = round % 2 == 0;
                boolean databaseFirst = chance.nextBoolean();
                try (DrillSavers savers = new DrillSavers("http://localhost:" + port, SAVERS, ledger)) {
                    TimeUnit.MILLISECONDS.sleep(savers.firstSaved() + chance.nextInt(2_000));
                    if (databaseToo && databaseFirst) {
                        savers.databaseGoes();
                        killDatabase();
                    }
                    server.kill();
                    if (databaseToo && !databaseFirst) {
                        killDatabase();
                    }
                }
                server = start();
                assertThat(server.said()).as(what).doesNotContain("失败");
                assertThat(server.said().contains("接管")).as(what + ": adopted " + server.said())
                        .isEqualTo(!databaseToo);
                new DrillInspection(folder.resolve("demo-" + DATE), database(), ledger).assertWhole(what);
                ledger.assertShown(new DrillSavers.Reader("http://localhost:" + port), what);
            }
            assertThat(ledger.acknowledged()).as("saved over all rounds").hasSizeGreaterThan(ROUNDS);
            new DrillInspection(folder.resolve("demo-" + DATE), database(), ledger).assertCounted();
            assertThat(ledger.withPhoto()).as("saved with a photo").isNotEmpty();
        } finally {
            server.kill();
        }
    }

    private ServerProcess start() throws InterruptedException {
        ServerProcess server = ServerProcess.start(folder, "demo", "--date", DATE, "--port", Integer.toString(port));
        server.ready();
        return server;
    }

    /** The server's own database: running, it is only looked up; left behind, it is taken over. */
    private EmbeddedPostgres database() {
        return EmbeddedPostgres.start(folder.resolve("demo-" + DATE).resolve("postgres"), TestCluster.cache(),
                Durability.FULL, line -> {});
    }

    private void killDatabase() throws InterruptedException {
        EmbeddedPostgres postgres = database();
        ProcessHandle postmaster = ProcessHandle.of(postgres.pid()).orElseThrow();
        postmaster.destroyForcibly();
        for (int waits = 0; waits < 200 && postmaster.isAlive(); waits++) {
            Thread.sleep(50);
        }
    }
}
