package org.jiaogongti.cli.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jiaogongti.measurement.ReferenceCase.relative;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jiaogongti.cli.Outcome;
import org.jiaogongti.measurement.ReferenceCase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** {@code measure classical} against the reference cases, and what it says to bad input. */
final class ClassicalCommandTest {

    @TempDir
    private Path directory = Path.of("");

    private Outcome classical(String data, String... more) throws IOException {
        Path file = Files.writeString(directory.resolve("data.csv"), data);
        List<String> args = new ArrayList<>(List.of("measure", "classical", file.toString()));
        args.addAll(List.of(more));
        return Outcome.of(args.toArray(String[]::new));
    }

    private String key(String text) throws IOException {
        return Files.writeString(directory.resolve("key.csv"), text).toString();
    }

    private static void refused(Outcome outcome, String place, String... words) {
        assertThat(outcome.exit()).isEqualTo(2);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err()).contains(place).contains(words).contains("；");
        assertThat(outcome.errorLines()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ctt-lsat7", "ctt-bfi-agree", "ctt-omega-bfi25", "distractor-tam-mc"})
    void agreesWithTheReferenceCases(String name) {
        ReferenceCase reference = new ReferenceCase(name);
        Path files = reference.copyTo(directory);
        List<String> args = new ArrayList<>(List.of("measure", "classical", files.resolve("data.csv").toString()));
        boolean keyed = Files.exists(files.resolve("key.csv"));
        if (keyed) {
            args.addAll(List.of("--key", files.resolve("key.csv").toString()));
        }

        Outcome outcome = Outcome.of(args.toArray(String[]::new));

        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.exit()).isZero();
        JsonNode actual = ReferenceCase.tree(outcome.out());
        JsonNode expected = reference.expected();
        reference.agrees(actual, expected, relative(1e-9), "n", "k", "total", "alpha", "SEM");
        reference.agrees(actual.path("discrimination_groups"), expected.path("discrimination_groups"), relative(0),
                "low_cut", "high_cut", "n_low", "n_high");
        reference.agrees(actual.path("items"), expected.path("items"), relative(1e-9), "item", "difficulty", "sd",
                "item_total_r", "item_rest_r", "alpha_if_deleted", "D27");
        assertThat(actual.has("distractor")).isEqualTo(keyed);
        if (keyed) {
            reference.agrees(actual.path("distractor"), expected.path("distractor"), relative(1e-9));
        }
    }

    @Test
    void leavesOutWhoeverLeftAnAnswerOutUnlessItCountsAsZero() throws IOException {
        String data = "a,b,c\n1,1,0\n0,1,1\n0,0,0\n1,,1\n";

        JsonNode omitted = ReferenceCase.tree(classical(data).out());
        JsonNode zero = ReferenceCase.tree(classical(data, "--missing", "zero").out());

        assertThat(omitted.path("n").asInt()).isEqualTo(3);
        assertThat(omitted.path("n_left_out").asInt()).isEqualTo(1);
        assertThat(omitted.at("/items/1/difficulty").asDouble()).isEqualTo(2 / 3.0);
        assertThat(zero.path("n").asInt()).isEqualTo(4);
        assertThat(zero.at("/items/1/difficulty").asDouble()).isEqualTo(0.5);
    }

    @Test
    void printsNullForWhatCannotBeEstimated() throws IOException {
        JsonNode two = ReferenceCase.tree(classical("a,b\n1,0\n0,1\n1,1\n0,0\n").out());

        assertThat(two.path("alpha").asDouble()).isZero();
        assertThat(two.at("/items/0/alpha_if_deleted").isNull()).isTrue();
        JsonNode one = ReferenceCase.tree(classical("a\n1\n0\n").out());
        assertThat(one.path("alpha").isNull()).isTrue();
        assertThat(one.at("/items/0/item_rest_r").isNull()).isTrue();
        assertThat(one.at("/items/0/difficulty").asDouble()).isEqualTo(0.5);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {"`a,b\\n1,x\\n`|data.csv:2:|“x”",
            "`a,b\\n1,0\\n1,1\\n`|data.csv:1:|“a”",
            "`a,b\\n0,\\n1,\\n`|data.csv:1:|“b”", "`a,b\\n1\\n`|data.csv:2:|1 个字段", "`a,b\\n`|data.csv:1:|没有数据",
            "`a,b\\n1,\\n,1\\n0,\\n,0\\n`|data.csv:1:|0 人"})
    void refusesBadScores(String data, String place, String word) throws IOException {
        refused(classical(data.replace("\\n", "\n")), place, word);
    }

    @Test
    void refusesABadKey() throws IOException {
        String data = "Q1,Q2\nA,B\nB,C\nA,C\n";

        refused(classical(data, "--key", key("item,key\nQ1,A\nQ2,D\n")), "key.csv:3:", "Q2", "“D”", "B、C");
        refused(classical(data, "--key", key("item,key\nQ1,A\n")), "key.csv:1:", "Q2");
        refused(classical(data, "--key", key("item,key\nQ1,A\nQ2,B\nQ3,A\n")), "key.csv:4:", "Q3");
        refused(classical(data, "--key", key("item,answer\nQ1,A\nQ2,B\n")), "key.csv:1:", "没有列“key”");
        refused(classical("Q1,Q2\nA,B\nA,C\n", "--key", key("item,key\nQ1,A\nQ2,B\n")), "data.csv:1:", "Q1");
    }

    @Test
    void refusesWhatIsNotThereAndOptionsThatAreNotKnown() throws IOException {
        Outcome missing = Outcome.of("measure", "classical", directory.resolve("nowhere.csv").toString());
        assertThat(missing.exit()).isEqualTo(2);
        assertThat(missing.out()).isEmpty();
        assertThat(missing.err()).contains("nowhere.csv").contains("不存在");
        assertThat(classical("a\n1\n0\n", "--format", "csv").err()).contains("json");
        assertThat(classical("a\n1\n0\n", "--format", "json").exit()).isZero();
        assertThat(classical("a\n1\n0\n", "--missing", "one").exit()).isEqualTo(2);
        assertThat(Outcome.of("measure").exit()).isEqualTo(2);
        assertThat(Outcome.of("measure", "classical").exit()).isEqualTo(2);
        assertThat(Outcome.of("measure", "--help").out()).contains("classical", "dif");
    }

    @Test
    void anItemMayHaveTwoRightOptions() throws IOException {
        Outcome outcome = classical("Q1,Q2\nA,B\nB,C\nC,C\nA,C\n", "--key",
                key("item,key\nQ1,A\nQ1,B\nQ2,C\n"));

        assertThat(ReferenceCase.tree(outcome.out()).at("/items/0/difficulty").asDouble()).isEqualTo(0.75);
    }
}
