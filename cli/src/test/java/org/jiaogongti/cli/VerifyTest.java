package org.jiaogongti.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An archive that {@code appraise} wrote, computed again by {@code verify}. */
final class VerifyTest {

    @TempDir
    private Path directory = Path.of("");

    private Path archive() {
        Path file = directory.resolve("考核.zip");
        Outcome outcome = Outcome.of("appraise", "--facts", "src/sample", "--year", "2020-2021", "--as-of",
                "2021-07-31", "--budget", "600000", "--threshold", "10", "--scheme", "sample-2024", "--overlay",
                "moe-exams-2021", "--archive", file.toString());
        assertThat(outcome.exit()).as(outcome.err()).isZero();
        assertThat(outcome.err()).contains("核验码");
        return file;
    }

    @Test
    void saysEqualWithTheCheckCodeOfThePrintedSheet() {
        Path file = archive();
        Outcome outcome = Outcome.of("verify", file.toString());

        assertThat(outcome.exit()).as(outcome.err()).isZero();
        assertThat(outcome.out()).startsWith("相同 · equal\n").contains("2020-2021，截至 2021-07-31");
        String code = outcome.out().lines().filter(line -> line.contains("核验码")).findFirst().orElseThrow()
                .replace("核验码", "").strip();
        assertThat(Outcome.of("verify", file.toString(), "--code", code.toLowerCase(java.util.Locale.ROOT)).exit())
                .isZero();
        Outcome other = Outcome.of("verify", file.toString(), "--code", "0000-0000-0000-0000");
        assertThat(other.exit()).isEqualTo(1);
        assertThat(other.err()).contains("不同 · not equal").contains(code);
    }

    @Test
    void saysWhereNot() throws IOException {
        Path file = archive();
        byte[] bytes = Files.readAllBytes(file);
        int at = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("demonstration-lesson");
        bytes[at] = 'D';
        Files.write(file, bytes);

        Outcome outcome = Outcome.of("verify", file.toString());
        assertThat(outcome.exit()).isEqualTo(2);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err()).contains(".csv: 内容和校验和对不上");
    }

    @Test
    void refusesWhatIsNoArchive() throws IOException {
        Path file = Files.write(directory.resolve("letter.zip"), new byte[]{1, 2, 3});
        assertThat(Outcome.of("verify", file.toString()).err()).contains("归档: 不是归档文件");
        assertThat(Outcome.of("verify", file.toString()).exit()).isEqualTo(2);
        Path half = archive();
        Files.write(half, Arrays.copyOf(Files.readAllBytes(half), 4_000));
        assertThat(Outcome.of("verify", half.toString()).exit()).isEqualTo(2);
        Outcome missing = Outcome.of("verify", directory.resolve("none.zip").toString());
        assertThat(missing.exit()).isEqualTo(2);
        assertThat(missing.err()).contains("none.zip: 没有这个文件");
        assertThat(Outcome.of("verify", directory.toString()).err()).contains("读不出来");
        assertThat(Outcome.of("verify").err()).contains("归档");
    }
}
