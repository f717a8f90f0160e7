package org.jiaogongti.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is asked for wrongly gets no answer but the remedy; what is asked for rightly gets a whole one. */
final class OptionsTest {

    private static final String DAY = "2020-11-20";

    /** The options, and a word of the remedy. */
    record Wrong(String word, List<String> args) {

        private Wrong(String word, String... args) {
            this(word, List.of(args));
        }

        @Override
        public String toString() {
            return String.join(" ", args);
        }
    }

    private static String[] sample(String... more) {
        return Stream.concat(Stream.of("charter", "evaluate", "--facts", "src/sample"), Stream.of(more))
                .toArray(String[]::new);
    }

    static Stream<Wrong> wrong() {
        return Stream.of(new Wrong("--as-of", sample()), new Wrong("没有这一天", sample("--as-of", "2020-02-30")),
                new Wrong("不是日期", sample("--as-of", "20201120")), new Wrong("不是日期", sample("--as-of", "")),
                new Wrong("是不是“moe-exams-2021”", sample("--as-of", DAY, "--overlay", "moe-exam-2021")),
                new Wrong("moe-exams-2021", sample("--as-of", DAY, "--overlay", "nothing")),
                new Wrong("fenghua-2019", sample("--as-of", DAY, "--charter", "fenghua")),
                new Wrong("节数怎么合计", sample("--as-of", DAY, "--reading", "节数=每所成员校")),
                new Wrong("每所成员校", sample("--as-of", DAY, "--reading", "节数怎么合计=各校")),
                new Wrong("--format", sample("--as-of", DAY, "--format", "xml")),
                new Wrong("--explain", sample("--as-of", DAY, "--explain", "Q21")),
                new Wrong("--nonsense", sample("--as-of", DAY, "--nonsense")),
                new Wrong("不是目录", "charter", "evaluate", "--facts", "src/nothing", "--as-of", DAY),
                new Wrong("evaluate", "charter"), new Wrong("缺少命令"), new Wrong("evaluat", "charter", "evaluat"));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void areRefusedWithTheRemedy(Wrong wrong) {
        Outcome outcome = Outcome.of(wrong.args().toArray(String[]::new));

        assertThat(outcome.exit()).isEqualTo(2);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err()).contains(wrong.word()).doesNotContain("Exception");
    }

    @ParameterizedTest
    @MethodSource("helps")
    void helpIsInChineseAndEnglish(String command) {
        List<String> args = new ArrayList<>(List.of(command.split(" ")));
        args.add("--help");

        Outcome outcome = Outcome.of(args.toArray(String[]::new));

        assertThat(outcome.exit()).isZero();
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.out()).containsPattern("\\p{IsHan}").containsPattern("[A-Za-z]{5} [a-z]+")
                .contains("--help");
        assertThat(outcome.out().lines()).allMatch(line -> Columns.width(line) <= 120);
    }

    static Stream<String> helps() {
        return Stream.of("appraise", "verify", "charter", "charter evaluate", "charter what-if", "charter diff",
                "charter apply", "charter check", "charter list");
    }

    @Test
    void jsonNamesDutiesAndInstances() {
        Outcome outcome = Outcome.of(sample("--as-of", DAY, "--format", "json", "--overlay", "moe-exams-2021"));

        assertThat(outcome.exit()).isZero();
        assertThat(outcome.out()).contains("\"charter\": \"fenghua-2019\"", "\"moe-exams-2021\"",
                "\"asOf\": \"2020-11-20\"", "\"name\": \"到成员校上示范课\"",
                "{\"duty\": \"Q21\", \"bearer\": \"岳林小学\", \"counterpart\": \"-\", \"period\": \"2020-2021-1\", "
                        + "\"status\": \"met\", \"progress\": 15, \"target\": 15}");
    }

    @Test
    void textSumsUpTheStatuses() {
        Outcome outcome = Outcome.of(sample("--as-of", DAY));

        assertThat(outcome.exit()).isZero();
        assertThat(outcome.out()).contains("Q21 到成员校上示范课  三(三)4", "15/15", "已完成").containsPattern("共 [0-9]+ 项 · 已完成");
    }

    @Test
    void anotherReadingGivesOtherInstances() {
        Outcome outcome = Outcome
                .of(sample("--as-of", DAY, "--format", "csv", "--reading", "节数怎么合计=每所成员校"));

        assertThat(outcome.exit()).isZero();
        assertThat(outcome.out()).contains("Q21,岳林小学,白杜小学,2020-2021-1,open,4,15\n")
                .doesNotContain("Q21,岳林小学,-,2020-2021-1");
    }

    @Test
    void aCharterCanBeReadFromItsDirectory() {
        Outcome byName = Outcome.of(sample("--as-of", DAY, "--format", "csv"));
        Outcome byPath = Outcome
                .of(sample("--as-of", DAY, "--format", "csv", "--charter", "../charters/fenghua-2019"));

        assertThat(byPath).isEqualTo(byName);
    }

    @Test
    void theBundledChartersHaveNoErrors() {
        Outcome outcome = Outcome.of("charter", "check", "../charters/fenghua-2019",
                "../charters/overlays/moe-exams-2021.yaml");

        assertThat(outcome.exit()).isZero();
        assertThat(outcome.out()).startsWith("没有错误");
    }

    @Test
    void aFileThatIsNoCharterIsRefusedWithItsPlace() {
        Outcome outcome = Outcome.of("charter", "check", "src/sample/schools.csv");

        assertThat(outcome.exit()).isEqualTo(2);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err()).containsPattern("src/sample/schools\\.csv:[0-9]+:[0-9]+: .+");
    }

    @Test
    void listNamesEverythingThatIsBundled() throws IOException {
        Outcome outcome = Outcome.of("charter", "list");

        assertThat(outcome.exit()).isZero();
        assertThat(outcome.out()).contains("Q01", "Q33", "节数怎么合计", "● 合计");
        for (Path folder : List.of(Path.of("../charters"), Path.of("../charters/overlays"))) {
            try (DirectoryStream<Path> paths = Files.newDirectoryStream(folder, "*-2*")) {
                for (Path path : paths) {
                    assertThat(outcome.out()).contains(path.getFileName().toString().replace(".yaml", ""));
                }
            }
        }
    }
}
