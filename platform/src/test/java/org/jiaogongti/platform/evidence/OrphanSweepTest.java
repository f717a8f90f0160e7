package org.jiaogongti.platform.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import org.jiaogongti.platform.shell.BusinessClock;
import org.jiaogongti.platform.shell.Installation;
import org.jiaogongti.platform.testing.EmptyPlatformTest;
import org.junit.jupiter.api.Test;

/** What a killed import of a district leaves: files of a district that no row knows. */
@EmptyPlatformTest
final class OrphanSweepTest {

    private static final String NOWHERE = "990099";

    private final OrphanSweep sweep;
    private final Path folder;
    private final BusinessClock clock;

    OrphanSweepTest(OrphanSweep sweep, Installation installation, BusinessClock clock) {
        this.sweep = sweep;
        this.folder = installation.data().resolve("evidence").resolve(NOWHERE);
        this.clock = clock;
    }

    private Path file(String hash, Duration age) throws IOException {
        Path file = Files.createDirectories(folder.resolve(hash.substring(0, 2))).resolve(hash);
        Files.write(file, new byte[]{1});
        return Files.setLastModifiedTime(file, FileTime.from(clock.now().minus(age)));
    }

    @Test
    void filesOfADistrictThatNeverCameAreRemovedAfterADay() throws IOException {
        Path left = file("a".repeat(64), Duration.ofDays(2));
        Path arriving = file("b".repeat(64), Duration.ofHours(1));
        assertThat(sweep.sweepUnknown()).isEqualTo(1);
        assertThat(left).doesNotExist();
        assertThat(arriving).as("an import may be under way").exists();
        Files.delete(arriving);
    }
}
