package org.jiaogongti.cli.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jiaogongti.measurement.ReferenceCase.absolute;
import static org.jiaogongti.measurement.ReferenceCase.relative;
import static org.jiaogongti.measurement.ReferenceCase.share;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import org.jiaogongti.cli.Outcome;
import org.jiaogongti.measurement.ReferenceCase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** {@code measure irt}, {@code rasch-cml} and {@code link} against the reference cases, and what they say to bad input. */
final class IrtCommandTest {

    private static final String TWO = "a,b,c\n1,1,0\n0,1,1\n0,0,0\n1,0,1\n1,1,1\n0,0,1\n1,0,0\n,,\n";

    @TempDir
    private Path directory = Path.of("");

    private Outcome measure(String command, String data, String... more) throws IOException {
        Path file = Files.writeString(directory.resolve("data.csv"), data);
        List<String> args = new ArrayList<>(List.of("measure", command, file.toString()));
        args.addAll(List.of(more));
        return Outcome.of(args.toArray(String[]::new));
    }

    private static void refused(Outcome outcome, String place, String... words) {
        assertThat(outcome.exit()).isEqualTo(2);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err()).contains(place).contains(words).contains("；");
        assertThat(outcome.errorLines()).hasSize(1);
    }

    /** The expected patterns as a file with the data's columns. */
    private String patterns(ReferenceCase reference) throws IOException {
        StringBuilder text = new StringBuilder(String.join(",", reference.table("data.csv").getFirst())).append('\n');
        for (JsonNode row : reference.expected().path("patterns")) {
            StringJoiner line = new StringJoiner(",", "", "\n");
            for (JsonNode answer : row) {
                line.add(answer.isNull() ? "" : answer.toString());
            }
            text.append(line);
        }
        return Files.writeString(directory.resolve("patterns.csv"), text).toString();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"irt-2pl-abortion|2pl|", "irt-2pl-deayala|2pl|", "irt-2pl-lsat7|2pl|",
            "irt-3pl-fixedg-lsat7|3pl|fixed:0.2", "irt-3pl-prior-sat12|3pl|prior:-1.386,0.5", "irt-gpcm-science|gpcm|",
            "irt-grm-missing-bfi-e|grm|", "irt-grm-science|grm|", "irt-rasch-lsat6|rasch|",
            "irt-rasch-missing-tam-sim|rasch|"})
    void agreesWithTheReferenceCases(String name, String model, String guess) throws IOException {
        ReferenceCase reference = new ReferenceCase(name);
        boolean prior = guess != null && guess.startsWith("prior");
        boolean three = model.equals("3pl");
        List<String> args = new ArrayList<>(List.of("measure", "irt",
                reference.copyTo(directory).resolve("data.csv").toString(), "--model", model, "--tolerance",
                prior ? "1e-7" : "1e-9", "--errors", "--patterns", patterns(reference)));
        if (guess != null) {
            args.addAll(List.of("--guess", guess));
        }

        Outcome outcome = Outcome.of(args.toArray(String[]::new));

        assertThat(outcome.exit()).isZero();
        JsonNode actual = ReferenceCase.tree(outcome.out());
        JsonNode expected = reference.expected();
        assertThat(actual.path("model").asString()).isEqualTo(model);
        reference.agrees(actual, expected, relative(0), "n", "npar", "converged");
        reference.agrees(actual, expected, absolute(prior ? 2e-2 : 1e-4), "logLik");
        reference.agrees(actual, expected, relative(1e-3), "latent_variance");
        reference.agrees(actual.path("items_irt"), expected.path("items_irt"), relative(three ? 5e-3 : 1e-3));
        if (!three) {
            reference.agrees(actual.path("se_irt_delta"), expected.path("se_irt_delta"), share(8e-3));
        }
        reference.agrees(actual.at("/scores/EAP"), expected.at("/scores/EAP"), relative(three ? 2e-3 : 1e-4));
        for (String method : List.of("MAP", "ML", "WLE")) {
            reference.agrees(actual.path("scores").path(method), expected.path("scores").path(method),
                    relative(method.equals("WLE") ? 5e-3 : 2e-3));
        }
    }

    @Test
    void addsHowWellTheModelFits() {
        ReferenceCase reference = new ReferenceCase("irt-2pl-lsat7");
        JsonNode actual = ReferenceCase.tree(Outcome.of("measure", "irt",
                reference.copyTo(directory).resolve("data.csv").toString(), "--model", "2pl", "--tolerance", "1e-9",
                "--fit").out());
        JsonNode expected = reference.expected();

        reference.agrees(actual.path("M2"), expected.path("M2"), relative(1e-4));
        reference.agrees(actual.path("itemfit_S_X2"), expected.path("itemfit_S_X2"), relative(1e-4));
        reference.agrees(actual.path("test_information"), expected.path("test_information"), relative(1e-5));
        reference.agrees(actual.at("/reliability/marginal").asDouble(), expected.at("/reliability/marginal_rxx"),
                relative(1e-4));
        reference.agrees(actual.at("/Q3_EAP/rows/1/0").asDouble(), expected.at("/Q3_EAP/lower/0"), relative(1e-5));
        assertThat(actual.path("infit_outfit_WLE").size()).isEqualTo(5);
    }

    @Test
    void agreesWithTheReferenceOfTheConditionalModel() {
        ReferenceCase reference = new ReferenceCase("rasch-cml-lsat6");
        Outcome outcome = Outcome.of("measure", "rasch-cml",
                reference.copyTo(directory).resolve("data.csv").toString());
        JsonNode actual = ReferenceCase.tree(outcome.out());

        reference.agrees(actual, reference.expected(), relative(1e-5), "cond_logLik");
        reference.agrees(actual.path("items"), reference.expected().path("items"), relative(1e-4), "item",
                "difficulty");
        reference.agrees(actual.path("items"), reference.expected().path("items"), share(2e-3), "se");
    }

    @ParameterizedTest
    @ValueSource(strings = {"mean-mean", "mean-gmean", "mean-sigma", "Haebara", "Stocking-Lord"})
    void agreesWithTheReferenceOfLinking(String method) {
        ReferenceCase reference = new ReferenceCase("irt-linking-2pl");
        Outcome outcome = Outcome.of("measure", "link", reference.copyTo(directory).resolve("data.csv").toString(),
                "--method", method);
        reference.agrees(ReferenceCase.tree(outcome.out()), reference.expected().path("methods").path(method),
                relative(2e-4), "A", "B");
    }

    @Test
    void keepsAPersonWithoutAnswers() throws IOException {
        String empty = Files.writeString(directory.resolve("p.csv"), "c,b,a\n,,\n1,,\n").toString();
        Outcome outcome = measure("irt", TWO, "--model", "rasch", "--patterns", empty);
        JsonNode actual = ReferenceCase.tree(outcome.out());

        assertThat(outcome.exit()).isZero();
        assertThat(actual.path("n").asInt()).isEqualTo(8);
        assertThat(actual.at("/scores/EAP/theta/0").asDouble()).isBetween(-1e-9, 1e-9);
        assertThat(actual.at("/scores/MAP/theta/0").asDouble()).isZero();
        assertThat(actual.at("/scores/MAP/se/0").asDouble())
                .isEqualTo(Math.sqrt(actual.path("latent_variance").asDouble()));
        assertThat(actual.at("/scores/ML/theta/0").isNull()).isTrue();
        assertThat(actual.at("/scores/WLE/theta/0").isNull()).isTrue();
        assertThat(actual.at("/scores/WLE/se/0").isNull()).isTrue();
        assertThat(actual.at("/scores/WLE/theta/1").isNumber()).isTrue();
    }

    @Test
    void printsAFitThatDidNotConvergeWithAWarning() throws IOException {
        // All that can be said of an item that copies another is that its slope has no end.
        String data = "a,b,c\n" + "1,1,0\n0,0,1\n".repeat(40) + "1,1,1\n0,0,0\n".repeat(30);
        Outcome outcome = measure("irt", data, "--model", "2pl");

        assertThat(outcome.exit()).isZero();
        JsonNode actual = ReferenceCase.tree(outcome.out());
        assertThat(actual.path("converged").asBoolean(true)).isFalse();
        assertThat(outcome.err()).contains("警告：未收敛，题目“a”");
    }

    @Test
    void refusesBadInputWithItsPlace() throws IOException {
        String file = directory.resolve("data.csv").toString();
        refused(measure("irt", "a,b\n1,0\n0,x\n", "--model", "2pl"), file + ":3: ", "“x”");
        refused(measure("irt", "a,b\n1,0\n1,1\n", "--model", "2pl"), file + ":1: ", "“a”");
        refused(measure("irt", "a,b\n0,0\n2,1\n", "--model", "grm"), file + ":1: ", "“a”没有人得 1 分");
        refused(measure("irt", "a,b\n0,0\n2,1\n1,1\n", "--model", "2pl"), file + ":1: ", "“a”有得分 2");
        refused(measure("irt", TWO, "--model", "4pl"), "--model", "4pl");
        refused(measure("irt", TWO, "--model", "2pl", "--guess", "fixed:0.2"), "--guess", "3pl");
        refused(measure("irt", TWO, "--model", "3pl", "--guess", "fixed:1.2"), "--guess", "fixed:1.2");
        refused(measure("irt", TWO, "--model", "3pl", "--guess", "prior:0"), "--guess", "prior:0");
        refused(measure("irt", TWO, "--model", "2pl", "--nodes", "2"), "--nodes", "2");
        refused(measure("irt", TWO, "--model", "2pl", "--tolerance", "0"), "--tolerance", "0");
        String few = Files.writeString(directory.resolve("p.csv"), "a,b\n1,0\n").toString();
        refused(measure("irt", TWO, "--model", "2pl", "--patterns", few), few + ":1: ", "“c”");
        String high = Files.writeString(directory.resolve("p.csv"), "a,b,c\n1,0,1\n1,2,1\n").toString();
        refused(measure("irt", TWO, "--model", "2pl", "--patterns", high), high + ":3: ", "“b”", "2");
        refused(measure("rasch-cml", "a,b\n0,0\n2,1\n1,1\n"), file + ":1: ", "“a”有得分 2");
        refused(measure("link", "form,item,d,a\n1,x,0,1\n2,y,0,1\n", "--method", "Haebara"), file + ":1: ", "同名");
        refused(measure("link", "form,item,d,a\n1,x,0,1\n2,x,,1\n", "--method", "Haebara"), file + ":3: ", "“d”");
        refused(measure("link", "form,item,d,a\n1,x,0,1\n", "--method", "Haebara"), file + ":1: ", "form");
        refused(measure("link", "form,item,d,a\n1,x,0,1\n2,x,0,1\n", "--method", "best"), "--method", "best");
        refused(measure("link", "form,item,d,a\n1,x,0,1\n1,x,0,1\n", "--method", "mean-mean"), file + ":3: ", "两次");
    }
}
