package org.jiaogongti.platform.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * When all other tests are through: nothing of what they typed as passwords or were shown as tokens, and no number of anybody,
 * is in any log of the run. Maven runs it by itself, after the others.
 */
final class WholeLogIT {

    private static List<Path> files(String ending) throws IOException {
        try (Stream<Path> files = Files.list(Secrets.FOLDER)) {
            return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
        }
    }

    @Test
    void noLogOfTheWholeRunHoldsASecret() throws IOException {
        assertThat(Secrets.FOLDER).as("the run's logs, as src/test/resources/config places them").isDirectory();
        Set<String> secrets = new TreeSet<>();
        for (Path file : files(Secrets.ENDING)) {
            secrets.addAll(Files.readAllLines(file));
        }
        List<String> findings = new ArrayList<>();
        long lines = 0;
        for (Path file : files(".log")) {
            String log = Files.readString(file);
            lines += log.lines().count();
            findings.addAll(LogSearch.findings(file.toString(), log, secrets));
        }
        assertThat(secrets).as("what tests typed and were shown").isNotEmpty();
        assertThat(lines).as("lines in the run's logs").isPositive();
        assertThat(findings).isEmpty();
    }
}
