package org.jiaogongti.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What docs/isolation.md and docs/reliability.md say is proved has a test of that name. */
class IsolationTest {

    private static final Path DOCUMENT = Path.of("../docs/isolation.md");
    private static final Path TESTS = Path.of("src/test/java");
    private static final Pattern LINE = Pattern.compile("(?m)^\\| (\\d+) \\|");
    private static final Pattern QUOTED = Pattern.compile("\"\"\"(?s:.*?)\"\"\"|\"(?:[^\"\\\\\n]|\\\\.)*+\"");
    private static final Pattern NAMED = Pattern.compile("`(\\w+)#(\\w+)`");

    @ParameterizedTest
    @CsvSource({"isolation.md, 31", "reliability.md, 25"})
    void everyTestThatTheDocumentNamesExists(String document, int least) throws IOException {
        List<String> missing = new ArrayList<>();
        Matcher named = NAMED.matcher(Files.readString(DOCUMENT.resolveSibling(document)));
        int found = 0;
        while (named.find()) {
            found++;
            // From the annotation to the method no statement lies between.
            Pattern method = Pattern
                    .compile("@(?:Test|ParameterizedTest|RepeatedTest)\\b[^;]*?\\bvoid " + named.group(2) + "\\(");
            if (!method.matcher(source(named.group(1))).find()) {
                missing.add(named.group());
            }
        }
        assertThat(missing).isEmpty();
        assertThat(found).isGreaterThanOrEqualTo(least);
    }

    @Test
    void theDocumentSpeaksOfAllEighteen() throws IOException {
        TreeSet<Integer> numbers = new TreeSet<>();
        LINE.matcher(Files.readString(DOCUMENT)).results().forEach(line -> numbers.add(Integer.valueOf(line.group(1))));
        assertThat(numbers).hasSize(18).first().isEqualTo(1);
        assertThat(numbers.last()).isEqualTo(18);
    }

    private static String source(String name) throws IOException {
        try (Stream<Path> files = Files.walk(TESTS)) {
            StringBuilder source = new StringBuilder();
            for (Path file : files.filter(path -> path.endsWith(name + ".java")).toList()) {
                source.append(QUOTED.matcher(Files.readString(file)).replaceAll(""));
            }
            return source.toString();
        }
    }
}
