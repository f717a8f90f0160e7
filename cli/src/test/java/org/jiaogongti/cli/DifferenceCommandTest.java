package org.jiaogongti.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.jiaogongti.charter.reading.Charters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A difference applied, found again, tried on records, and refused with its line. */
class DifferenceCommandTest {

    private static final String FILE = """
            修订: 第二轮
            章程: fenghua-2019
            自: 2022-12-31
            改动:
              - 责任: Q21
                至少: 20
                决定: 示例领导01
                依据: 示例文〔2022〕77号，2022-12-28
            """;

    @TempDir
    private Path folder;

    private Path written(String text) throws IOException {
        return Files.writeString(folder.resolve("round-2.yaml"), text);
    }

    @Test
    void aDifferenceAppliedIsTheDifferenceOfBothCharters() throws IOException {
        Outcome whole = Outcome.of("charter", "apply", written(FILE).toString());

        assertThat(whole.exit()).isZero();
        assertThat(whole.out()).contains("至少: [ { 自: 2019-10-01, 数: 15 }, { 自: 2022-12-31, 数: 20,");
        Files.writeString(folder.resolve("charter.yaml"), whole.out());
        Files.writeString(folder.resolve("notice.txt"), Charters.bundledText("fenghua-2019").notice());
        Outcome difference = Outcome.of("charter", "diff", "fenghua-2019", folder.toString());
        assertThat(difference.exit()).isZero();
        assertThat(difference.out()).isEqualTo(FILE);
        assertThat(Outcome.of("charter", "diff", "fenghua-2019", "fenghua-2019").err()).contains("没有不同");
    }

    @Test
    void itIsTriedOnRecordsAsIfItHadAlwaysHeld() throws IOException {
        Outcome tried = Outcome.of("charter", "what-if", "--facts", SampleCase.SAMPLE.toString(), "--as-of",
                "2020-11-20", "--difference", written(FILE).toString());
        Outcome same = Outcome.of("charter", "what-if", "--facts", SampleCase.SAMPLE.toString(), "--as-of",
                "2020-11-20", "--number", "Q21=20");

        assertThat(tried.exit()).isZero();
        assertThat(tried.out()).contains("假如：加上修订 round-2.yaml").contains("15/20");
        assertThat(tried.out().lines().skip(1).toList()).isEqualTo(same.out().lines().skip(1).toList());
    }

    /** 3 ± 3.5 against 5: z = (3 − 5) / 3.5 = −0.571, so 28 %; against 12: z = −2.571, 0.5 %. */
    @Test
    void aTargetThatItChangesIsTriedOnAGivenValue() throws IOException {
        Path file = written(FILE + """
                  - 目标: G5
                    预期: { 值: 12 }
                    决定: 示例领导01
                    依据: 示例文〔2022〕77号，2022-12-28
                """);
        String[] asked = {"charter", "what-if", "--facts", SampleCase.SAMPLE.toString(), "--as-of", "2020-11-20",
                "--difference", file.toString()};

        assertThat(Outcome.of(asked).out()).contains("会变的目标：1 个").contains("现在 5 分 以上").contains("假如 12 分 以上");
        String[] measured = Stream.concat(Stream.of(asked), Stream.of("--outcome", "G5=3±3.5")).toArray(String[]::new);
        assertThat(Outcome.of(measured).out()).contains("现在 5 分 以上(还说不准，可能 28%)")
                .contains("假如 12 分 以上(没有达到，可能 1%)");
        measured[measured.length - 1] = "G9=3";
        assertThat(Outcome.of(measured).exit()).isEqualTo(2);
    }

    @Test
    void whatIsWrongIsSaidWithItsLineAndExitsWithTwo() throws IOException {
        Path wrong = written(FILE.replace("Q21", "Q91"));

        Outcome applied = Outcome.of("charter", "apply", wrong.toString());
        assertThat(applied.exit()).isEqualTo(2);
        assertThat(applied.out()).isEmpty();
        assertThat(applied.err()).contains("round-2.yaml:5:", "没有责任“Q91”");
        assertThat(Outcome.of("charter", "check", wrong.toString()).exit()).isEqualTo(2);
        assertThat(Outcome.of("charter", "check", written(FILE).toString()).out()).contains("没有错误");
        assertThat(Outcome.of("charter", "check", written(FILE.replace("fenghua-2019", "x")).toString()).err())
                .contains("round-2.yaml:2:", "charter apply");
    }
}
