package org.jiaogongti.cli.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jiaogongti.cli.Refusal;
import org.jiaogongti.measurement.Refused;
import org.jiaogongti.measurement.ScoreMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reading CSV: what a spreadsheet writes is taken, what is wrong is named by file and line. */
final class CsvTest {

    @TempDir
    private Path directory = Path.of("");

    private static Csv csv(String text) {
        return Csv.of("d.csv", text.getBytes(StandardCharsets.UTF_8));
    }

    private static void refused(ThrowingCallable action, String line, String... words) {
        assertThatThrownBy(action).isInstanceOf(Refusal.class).hasMessageStartingWith("d.csv:" + line + ": ")
                .hasMessageContainingAll(words);
    }

    @Test
    void readsScoresWithMissingOnes() {
        ScoreMatrix scores = csv("a,b,c\n1,,0\n10,3,\n").scores();

        assertThat(scores.names()).containsExactly("a", "b", "c");
        assertThat(scores.persons()).isEqualTo(2);
        assertThat(scores.score(0, 1)).isEqualTo(ScoreMatrix.MISSING);
        assertThat(scores.score(1, 0)).isEqualTo(10);
        assertThat(scores.score(1, 2)).isEqualTo(ScoreMatrix.MISSING);
    }

    @Test
    void takesMarksQuotesCarriageReturnsBlankLinesAndNoLastLineFeed() {
        Csv csv = csv("\uFEFF\"姓,名\",x\r\n\"说\"\"好\"\"\n的\",1.5\r\n\r\n b ,-2e1");

        assertThat(csv.header()).containsExactly("姓,名", "x");
        assertThat(csv.texts("姓,名")).containsExactly("说\"好\"\n的", "b");
        assertThat(csv.numbers("x")).containsExactly(1.5, -20);
        assertThat(csv.line(0)).isEqualTo(2);
        assertThat(csv.line(1)).isEqualTo(5);
    }

    @Test
    void countsABlankLineOfASingleColumnAsMissing() {
        assertThat(csv("x\n1\n\n3\n").numbers("x")).containsExactly(1, Double.NaN, 3);
    }

    @Test
    void givesEachLevelOneCodeInTheOrderOfRows() {
        StringBuilder text = new StringBuilder("g,x\n");
        for (int i = 0; i < 1000; i++) {
            text.append("学校").append(i % 300).append(",1\n");
        }
        text.append(",1\n\"学校7\",2\n");
        Factor factor = csv(text.toString()).factor("g");

        assertThat(factor.levels()).hasSize(300).startsWith("学校0", "学校1");
        assertThat(factor.codes()[301]).isEqualTo(1);
        assertThat(factor.codes()[1000]).isEqualTo(-1);
        assertThat(factor.codes()[1001]).isEqualTo(7);
    }

    @Test
    void namesTheLineOfATextWhereANumberBelongs() {
        refused(() -> csv("a,b\n1,2\n1,x\n").scores(), "3", "列“b”", "“x”", "留空");
        refused(() -> csv("a,b\n1,NA\n").numbers("b"), "2", "“NA”");
        refused(() -> csv("a,b\n1,NaN\n").numbers("b"), "2", "“NaN”");
        refused(() -> csv("a\n0.5\n").scores(), "2", "0.5", "乘 2");
        refused(() -> csv("a\n-1\n").scores(), "2", "-1");
        refused(() -> csv("a\n255\n").scores(), "2", "255");
    }

    @Test
    void namesTheLineOfARowThatDoesNotFit() {
        refused(() -> csv("a,b\n1,2\n1\n").scores(), "3", "1 个字段，应为 2 个");
        refused(() -> csv("a,b\n1,2,\n").numbers("a"), "2", "3 个字段");
        refused(() -> csv("a,b\n1,\"2\n").numbers("a"), "2", "引号没有合上");
        refused(() -> csv("a,b\n1,\"2\"3\n").numbers("a"), "2", "引号");
    }

    @Test
    void refusesAHeaderThatCannotBeMeant() {
        refused(() -> csv(""), "1", "没有数据");
        refused(() -> csv("a,b\n"), "1", "没有数据");
        refused(() -> csv("a,,b\n1,2,3\n"), "1", "没有名字");
        refused(() -> csv("a,a\n1,2\n"), "1", "出现两次");
        refused(() -> csv("gender,x\n1,2\n").column("Gender"), "1", "没有列“Gender”", "gender");
        refused(() -> Csv.of("d.csv", "姓名,x\n1,2\n".getBytes(Charset.forName("GBK"))), "1", "UTF-8");
    }

    @Test
    void givesTheLineOfWhatTheLibraryRefuses() {
        Csv csv = csv("a,b\n1,2\n1,3\n");

        assertThat(csv.refusal(Refused.row(1, "不行；请改"))).hasMessage("d.csv:3: 不行；请改");
        assertThat(csv.refusal(Refused.column("b", "不行；请改"))).hasMessage("d.csv:1: 不行；请改");
    }

    @Test
    void leavesOutColumns() {
        assertThat(csv("a,b,c\n1,2,3\n").without("b")).isEqualTo(List.of("a", "c"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "wide", "open", "single"})
    void readsALargeFileAsItReadsASmallOne(String kind) throws IOException {
        Random random = new Random(kind.hashCode());
        int columns = kind.equals("single") ? 1 : 37;
        int rows = kind.equals("single") ? 2_500_000 : 65_000;
        String end = kind.equals("\r\n") ? "\r\n" : "\n";
        StringBuilder text = new StringBuilder(
                String.join(",", IntStream.range(0, columns).mapToObj(j -> "Q" + j).toList()))
                .append(end);
        byte[][] expected = new byte[rows][columns];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                int drawn = random.nextInt(kind.equals("wide") ? 260 : 10);
                int score = drawn > ScoreMatrix.LARGEST ? ScoreMatrix.MISSING : drawn;
                expected[i][j] = (byte) score;
                text.append(j == 0 ? "" : ",").append(score < 0 ? "" : String.valueOf(score));
            }
            text.append(kind.equals("open") && i == rows - 1 ? "" : end);
        }
        Path file = Files.writeString(directory.resolve("large.csv"), text);
        assertThat(Files.size(file)).isGreaterThan(1 << 22);

        ScoreMatrix scores = Csv.read(file).scores();

        assertThat(scores.persons()).isEqualTo(rows);
        int wrong = 0;
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                wrong += scores.score(i, j) == (expected[i][j] == -1 ? -1 : expected[i][j] & 0xFF) ? 0 : 1;
            }
        }
        assertThat(wrong).isZero();
        if (!kind.equals("\n")) {
            return;
        }
        Files.writeString(file, "x" + ",1".repeat(columns - 1) + "\n", StandardOpenOption.APPEND);
        assertThatThrownBy(() -> Csv.read(file).scores()).isInstanceOf(Refusal.class)
                .hasMessageContaining("large.csv:" + (rows + 2) + ": 列“Q0”");
        assertThatThrownBy(() -> Csv.read(file).column("Q99")).hasMessageContaining("large.csv:1:");
    }
}
