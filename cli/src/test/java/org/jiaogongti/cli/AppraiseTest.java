package org.jiaogongti.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The acceptance cases of the appraisal: figures within 1e-9, money to the fen; and what is refused. */
final class AppraiseTest {

    private static final Pattern CASE = Pattern
            .compile("(case-\\d)-(\\d{4}-\\d{4})-as-of-([0-9-]{10})-budget-([0-9.]+)-threshold-(\\d+)(-overlay)?");

    @TempDir
    private Path directory = Path.of("");

    static Stream<String> cases() {
        return Stream.of("case-2-2020-2021-as-of-2021-08-31-budget-333333.33-threshold-10",
                "case-3-2020-2021-as-of-2021-09-30-budget-1000000.00-threshold-30",
                "case-4-2020-2021-as-of-2021-09-30-budget-500000.01-threshold-40",
                "case-4-2020-2021-as-of-2021-09-30-budget-500000.01-threshold-40-overlay");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void agrees(String name) throws IOException {
        Matcher parts = CASE.matcher(name);
        assertThat(parts.matches()).isTrue();
        Path facts = VisibleCases.copy(parts.group(1), directory);
        List<String> arguments = new ArrayList<>(List.of("appraise", "--charter", "fenghua-2019", "--facts",
                facts.toString(), "--year", parts.group(2), "--as-of", parts.group(3), "--budget", parts.group(4),
                "--threshold", parts.group(5), "--format", "json"));
        if (parts.group(6) != null) {
            arguments.addAll(List.of("--overlay", "moe-exams-2021"));
        }
        Outcome outcome = Outcome.of(arguments.toArray(String[]::new));

        assertThat(outcome.exit()).as(outcome.err()).isZero();
        try (InputStream expected = AppraiseTest.class.getResourceAsStream("/cases/appraisal/" + name + ".json")) {
            same(tree(outcome.out()), tree(new String(Objects.requireNonNull(expected).readAllBytes(),
                    StandardCharsets.UTF_8)), name);
        }
    }

    /** JSON is read as the YAML it is. */
    private static Object tree(String json) {
        return new Load(LoadSettings.builder().build()).loadFromString(json);
    }

    private static void same(Object actual, Object expected, String where) {
        switch (expected) {
            case Map<?, ?> map -> {
                Map<?, ?> other = (Map<?, ?>) actual;
                assertThat(new ArrayList<Object>(other.keySet())).as(where)
                        .isEqualTo(new ArrayList<Object>(map.keySet()));
                map.forEach((key, value) -> same(Objects.requireNonNull(other.get(key)), value, where + "." + key));
            }
            case List<?> list -> {
                List<?> other = (List<?>) actual;
                assertThat(other).as(where).hasSameSizeAs(list);
                for (int i = 0; i < list.size(); i++) {
                    same(other.get(i), list.get(i), where + "[" + i + "]");
                }
            }
            case Number number -> assertThat(((Number) actual).doubleValue()).as(where).isCloseTo(number.doubleValue(),
                    Offset.offset(1e-9));
            default -> assertThat(actual).as(where).isEqualTo(expected);
        }
    }

    @Test
    void textIsForPeople() {
        Outcome outcome = Outcome.of("appraise", "--facts", "src/sample", "--year", "2020-2021", "--as-of",
                "2021-07-31", "--budget", "600000", "--threshold", "0");

        assertThat(outcome.exit()).as(outcome.err()).isZero();
        assertThat(outcome.out()).startsWith("2020-2021 学年考核 · 截至 2021-07-31 · 方案“基本” · 总额 600000.00 元\n")
                .contains("岳林小学  ").contains("得分 ").contains("贡献 ");
    }

    @Test
    void whatCannotBeComputedIsRefusedWithTheRemedy() {
        refused("--budget “-5”不是钱数", "--year", "2020-2021", "--budget=-5");
        refused("--budget “1.234”不是钱数", "--year", "2020-2021", "--budget", "1.234");
        refused("--year “2020”不是 calendar.csv 里的学年", "--year", "2020", "--budget", "5");
        refused("--threshold “101”不是 0 到 100 的分数", "--year", "2020-2021", "--budget", "5", "--threshold", "101");
        refused("--scheme “plian”既不是自带的方案", "--year", "2020-2021", "--budget", "5", "--scheme", "plian");
        refused("--format csv 在这里没有", "--year", "2020-2021", "--budget", "5", "--format", "csv");
        refused("缺少 · missing: --budget", "--year", "2020-2021");
    }

    private static void refused(String error, String... arguments) {
        List<String> all = new ArrayList<>(List.of("appraise", "--facts", "src/sample", "--as-of", "2021-07-31"));
        all.addAll(List.of(arguments));
        Outcome outcome = Outcome.of(all.toArray(String[]::new));
        assertThat(outcome.exit()).isEqualTo(2);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err()).contains(error);
    }
}
