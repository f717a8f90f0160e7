package org.jiaogongti.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The acceptance cases, byte for byte. */
final class VisibleCasesTest {

    @TempDir
    private Path directory = Path.of("");

    static Stream<String> expected() {
        return VisibleCases.EXPECTED.stream();
    }

    private Outcome evaluate(String expected) throws IOException {
        return evaluate(expected, VisibleCases.copy(expected.substring(0, expected.indexOf('/')), directory));
    }

    private static Outcome evaluate(String expected, Path facts) {
        String day = expected.substring(expected.indexOf("expected-") + "expected-".length());
        List<String> more = new ArrayList<>(List.of("--format", "csv"));
        if (day.endsWith("-overlay")) {
            more.addAll(List.of("--overlay", "moe-exams-2021"));
        }
        return Outcome.evaluate(facts, day.substring(0, 10), more.toArray(String[]::new));
    }

    @ParameterizedTest
    @MethodSource("expected")
    void agreesByteForByte(String expected) throws IOException {
        Outcome outcome = evaluate(expected);

        assertThat(outcome.exit()).isZero();
        assertThat(outcome.out().getBytes(StandardCharsets.UTF_8)).isEqualTo(VisibleCases.bytes(expected));
    }

    @ParameterizedTest
    @MethodSource("expected")
    void doesNotDependOnTheOrderOfRowsOrColumns(String expected) throws IOException {
        Path facts = VisibleCases.copy(expected.substring(0, expected.indexOf('/')), directory);
        Random random = new Random(expected.hashCode());
        for (String file : List.of("activities.csv", "placements.csv", "schools.csv", "subjects.csv", "calendar.csv")) {
            shuffle(facts.resolve(file), random);
        }

        assertThat(evaluate(expected, facts).out().getBytes(StandardCharsets.UTF_8))
                .isEqualTo(VisibleCases.bytes(expected));
    }

    private static void shuffle(Path file, Random random) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            rows.add(List.of(line.split(",", -1)));
        }
        List<Integer> columns = new ArrayList<>();
        for (int i = 0; i < rows.getFirst().size(); i++) {
            columns.add(i);
        }
        Collections.shuffle(columns, random);
        List<String> lines = new ArrayList<>();
        for (List<String> row : rows) {
            lines.add(String.join(",", columns.stream().map(row::get).toList()));
        }
        Collections.shuffle(lines.subList(1, lines.size()), random);
        // As a spreadsheet writes it: a byte order mark and CRLF.
        Files.writeString(file, "\uFEFF" + String.join("\r\n", lines) + "\r\n");
    }

    @Test
    void notesWaiversOfWhatNobodyOwesAndGoesOn() throws IOException {
        Outcome outcome = evaluate("case-4/expected-2022-01-21");

        assertThat(outcome.exit()).isZero();
        assertThat(outcome.errorLines()).hasSize(5).allMatch(line -> line.matches("waivers\\.csv:[0-9]+: 提示：.*Q14/.*"));
        assertThat(outcome.errorLines().getFirst()).startsWith("waivers.csv:8: ");
    }
}
