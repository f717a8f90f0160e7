package org.jiaogongti.platform.intake.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.jiaogongti.platform.testing.Beside;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A large table is read in the memory of a small one. */
@Beside
class ConstantMemoryTest {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void aHundredThousandRowsOfTwentyColumnsAreReadIn256Megabytes() throws IOException, InterruptedException {
        Path file = folder.resolve("many.xlsx");
        ManyRows.write(file);
        Process process = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx256m", "-cp",
                System.getProperty("java.class.path"), ManyRows.class.getName(), file.toString(), "1")
                .redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).as(said).isTrue();
        assertThat(process.exitValue()).as(said).isZero();
        assertThat(said).contains("rows " + ManyRows.ROWS + " judged");
    }
}
