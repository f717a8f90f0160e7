package org.jiaogongti.cli.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jiaogongti.measurement.ReferenceCase.absolute;
import static org.jiaogongti.measurement.ReferenceCase.relative;
import static org.jiaogongti.measurement.ReferenceCase.share;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jiaogongti.cli.Outcome;
import org.jiaogongti.measurement.ReferenceCase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** {@code measure mixed} against the reference cases, and what it says to bad input. */
final class MixedCommandTest {

    @TempDir
    private Path directory = Path.of("");

    private Outcome mixed(String data, String formula, String... more) throws IOException {
        Path file = Files.writeString(directory.resolve("data.csv"), data);
        List<String> args = new ArrayList<>(List.of("measure", "mixed", file.toString(), "--formula", formula));
        args.addAll(List.of(more));
        return Outcome.of(args.toArray(String[]::new));
    }

    @ParameterizedTest
    @ValueSource(strings = {"lmm-dyestuff", "lmm-sleepstudy", "lmm-crossed-penicillin", "lmm-va-hsb",
            "lmm-va-scotssec-crossed"})
    void agreesWithTheReferenceCases(String name) {
        ReferenceCase reference = new ReferenceCase(name);
        Path files = reference.copyTo(directory);
        JsonNode expected = reference.expected();
        String[] command = {"measure", "mixed", files.resolve("data.csv").toString(), "--formula",
                expected.path("formula").asString()};
        List<String> ml = new ArrayList<>(List.of(command));
        ml.add("--ml");

        Outcome restricted = Outcome.of(command);
        Outcome full = Outcome.of(ml.toArray(String[]::new));

        assertThat(restricted.err() + full.err()).isEmpty();
        assertThat(restricted.exit() + full.exit()).isZero();
        JsonNode reml = ReferenceCase.tree(restricted.out());
        reference.agrees(reml, expected, relative(0), "n");
        model(reference, reml, expected.path("REML"), "criterion");
        model(reference, ReferenceCase.tree(full.out()), expected.path("ML"), "deviance");
        effects(reference, reml.path("effects"), expected.path("random_effects"));
    }

    private static void model(ReferenceCase reference, JsonNode actual, JsonNode expected, String criterion) {
        assertThat(actual.path("converged").asBoolean()).isTrue();
        reference.agrees(actual.path("criterion"), expected.path(criterion), absolute(1e-4));
        reference.agrees(actual, expected, relative(1e-4), "sigma");
        reference.agrees(actual.path("fixed"), expected.path("fixed"), relative(1e-4), "term", "estimate");
        reference.agrees(actual.path("fixed"), expected.path("fixed"), share(1e-3), "se");
        reference.agrees(actual.path("random"), expected.path("random"), share(5e-3), "grp", "var1", "var2", "vcov",
                "sdcor");
    }

    private static void effects(ReferenceCase reference, JsonNode actual, JsonNode expected) {
        Map<List<String>, JsonNode> lines = new HashMap<>();
        Map<String, Integer> levels = new HashMap<>();
        for (JsonNode line : actual) {
            lines.put(List.of(line.path("group").asString(), line.path("level").asString(),
                    line.path("term").asString()), line);
            if (line.path("term").asString().equals("(Intercept)")) {
                levels.merge(line.path("group").asString(), 1, Integer::sum);
            }
        }
        for (JsonNode group : expected) {
            String name = group.path("group").asString();
            assertThat(levels.get(name)).isEqualTo(group.path("levels").asInt());
            for (JsonNode level : group.path("first")) {
                for (String term : level.propertyNames()) {
                    if (term.startsWith("condSD_")) {
                        JsonNode line = Objects.requireNonNull(
                                lines.get(List.of(name, level.path("level").asString(), term.substring(7))));
                        reference.agrees(line.path("estimate"), level.path(term.substring(7)), relative(1e-3));
                        reference.agrees(line.path("sd"), level.path(term), share(2e-3));
                    }
                }
            }
        }
    }

    private static String table(String... more) {
        StringBuilder text = new StringBuilder("y,x,g,kind\n");
        for (int i = 0; i < 40; i++) {
            text.append((i * 37 % 17) + i % 4 * 2).append(',').append(i * 13 % 7).append(',').append(i % 4).append(',')
                    .append(i % 3 == 0 ? "乙" : "甲").append('\n');
        }
        for (String line : more) {
            text.append(line).append('\n');
        }
        return text.toString();
    }

    @Test
    void takesTextsAsFactorsAndNumbersAsFactorsWhereTold() throws IOException {
        Files.writeString(directory.resolve("levels.csv"), "column,order,level\nkind,1,甲\nkind,2,乙\n");

        JsonNode ordered = ReferenceCase.tree(mixed(table(), "y ~ kind + (1 | g)").out());
        JsonNode factor = ReferenceCase.tree(mixed(table(), "y ~ x + (1 | g)", "--factors", "x").out());
        Files.delete(directory.resolve("levels.csv"));
        JsonNode plain = ReferenceCase.tree(mixed(table(), "y ~ kind + (1 | g)").out());

        assertThat(ordered.at("/fixed/1/term").asString()).isEqualTo("kind乙");
        assertThat(plain.at("/fixed/1/term").asString()).isEqualTo("kind甲");
        assertThat(factor.path("fixed").size()).isEqualTo(7);
        assertThat(factor.at("/fixed/6/term").asString()).isEqualTo("x6");
        assertThat(plain.at("/effects/0/level").asString()).isEqualTo("0");
    }

    @Test
    void leavesOutRowsWithAnythingMissing() throws IOException {
        JsonNode report = ReferenceCase
                .tree(mixed(table("5,,1,甲", ",3,1,甲", "5,3,,甲", "5,3,2,"), "y ~ x + (1 | g)").out());

        assertThat(report.path("n").asInt()).isEqualTo(41);
        assertThat(report.path("n_left_out").asInt()).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"y ~ x + (1 ; g|--formula|看不懂", "y ~ z + (1 ; g)|data.csv:1:|“z”",
            "y ~ x + (1 ; h)|data.csv:1:|“h”", "kind ~ x + (1 ; g)|data.csv:2:|“kind”", "y ~ x|data.csv:1:|随机项"})
    void refusesFormulasThatDoNotFit(String formula, String place, String word) throws IOException {
        Outcome outcome = mixed(table(), formula.replace(';', '|'));

        assertThat(outcome.exit()).isEqualTo(2);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err()).contains(place).contains(word).contains("；");
    }

    @Test
    void refusesTextsAmongNumbersWithTheLine() throws IOException {
        assertThat(mixed(table("三,1,1,甲"), "y ~ x + (1 | g)").err()).contains("data.csv:42:", "“三”");
        Outcome mixture = mixed(table("3,一,1,甲"), "y ~ x + (1 | g)");
        assertThat(mixture.err()).contains("data.csv:42:", "“一”", "--factors x");
        assertThat(mixture.exit()).isEqualTo(2);
        assertThat(mixed(table(), "y ~ x + (1 | g)", "--factors", "z").err()).contains("没有列“z”");
        Files.writeString(directory.resolve("levels.csv"), "column,order,level\nkind,1,甲\n");
        assertThat(mixed(table(), "y ~ kind + (1 | g)").err()).contains("data.csv:2:", "“乙”");
    }
}
