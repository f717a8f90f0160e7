package org.jiaogongti.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Random damage to the files is answered by a result or by lines that say where it is, never by a stack trace. */
final class SpoiledFactsTest {

    private static final int ROUNDS = Boolean.getBoolean("jgt.deep") ? 5000 : 100;
    private static final List<String> FILES = List.of("calendar.csv", "schools.csv", "subjects.csv", "activities.csv",
            "placements.csv", "waivers.csv");

    @TempDir
    private Path directory = Path.of("");

    @Test
    void isNeverAnsweredByAStackTrace() throws IOException {
        SampleCase.copyTo(directory);
        for (int seed = 0; seed < ROUNDS; seed++) {
            Random random = new Random(seed);
            Path file = directory.resolve(FILES.get(random.nextInt(FILES.size())));
            byte[] whole = Files.readAllBytes(file);
            Files.write(file, spoil(whole, random));

            Outcome outcome = Outcome.evaluate(directory, "2020-11-20", "--format", "csv");

            assertThat(outcome.exit()).as("seed %d", seed).isIn(0, 2);
            assertThat(outcome.err()).as("seed %d", seed).doesNotContain("Exception").doesNotContain("\tat ");
            if (outcome.exit() == 2) {
                assertThat(outcome.out()).as("seed %d", seed).isEmpty();
                assertThat(outcome.errorLines()).as("seed %d", seed).isNotEmpty()
                        .allMatch(line -> line.matches("[a-z]+\\.csv:[0-9]+: .+"));
            } else {
                assertThat(outcome.out()).as("seed %d", seed).startsWith("duty,bearer,").endsWith("\n");
            }
            Files.write(file, whole);
        }
    }

    private static byte[] spoil(byte[] whole, Random random) {
        byte[] spoiled = whole.clone();
        int changes = 1 + random.nextInt(3);
        for (int i = 0; i < changes; i++) {
            int at = random.nextInt(spoiled.length);
            switch (random.nextInt(5)) {
                case 0 -> spoiled[at] = (byte) random.nextInt(256);
                case 1 -> spoiled[at] = (byte) ",\n;:-0\"\r\t".charAt(random.nextInt(9));
                case 2 -> spoiled = without(spoiled, at, 1 + random.nextInt(4));
                case 3 -> spoiled = twice(spoiled, at, 1 + random.nextInt(60));
                default -> spoiled = Arrays.copyOf(spoiled, Math.max(1, at));
            }
        }
        return spoiled;
    }

    private static byte[] without(byte[] bytes, int at, int count) {
        int rest = Math.max(0, bytes.length - at - count);
        byte[] shorter = Arrays.copyOf(bytes, Math.max(1, at + rest));
        System.arraycopy(bytes, bytes.length - rest, shorter, at, rest);
        return shorter;
    }

    private static byte[] twice(byte[] bytes, int at, int count) {
        int end = Math.min(bytes.length, at + count);
        byte[] longer = Arrays.copyOf(bytes, bytes.length + end - at);
        System.arraycopy(bytes, at, longer, end, bytes.length - at);
        return longer;
    }
}
