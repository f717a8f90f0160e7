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
import tools.jackson.databind.JsonNode;

/** {@code measure equate} against the reference cases, and what it says to bad input. */
final class EquateCommandTest {

    @TempDir
    private Path directory = Path.of("");

    private Outcome equate(String data, String... more) throws IOException {
        Path file = Files.writeString(directory.resolve("data.csv"), data);
        List<String> args = new ArrayList<>(List.of("measure", "equate", file.toString()));
        args.addAll(List.of(more));
        return Outcome.of(args.toArray(String[]::new));
    }

    @ParameterizedTest
    @CsvSource({"equating-eg-actmath, eg, identity, , identity, 1e-9", "equating-eg-actmath, eg, mean, , mean, 1e-9",
            "equating-eg-actmath, eg, linear, , linear, 1e-9",
            "equating-eg-actmath, eg, equipercentile, , equipercentile, 1e-6",
            "equating-eg-actmath, eg, equipercentile, loglinear:6, equipercentile_loglin6, 1e-4",
            "equating-eg-actmath, eg, circle-arc, , circle_arc, 1e-9",
            "equating-neat-kb-tucker, neat, tucker, , tucker_linear_ws1, 1e-9",
            "equating-neat-kb-tucker, neat, levine, , levine_ws1, 1e-9",
            "equating-neat-kb-tucker, neat, chained, , chained_linear, 1e-9"})
    void agreesWithTheReferenceCases(String name, String design, String method, String smooth, String figures,
            double tolerance) {
        ReferenceCase reference = new ReferenceCase(name);
        Path files = reference.copyTo(directory);
        List<String> args = new ArrayList<>(List.of("measure", "equate", files.resolve("data.csv").toString(),
                "--design", design, "--method", method));
        if (smooth != null) {
            args.addAll(List.of("--smooth", smooth));
        }

        Outcome outcome = Outcome.of(args.toArray(String[]::new));

        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.exit()).isZero();
        reference.agrees(ReferenceCase.tree(outcome.out()).path("concordance"),
                reference.expected().path(figures).path("concordance"), relative(tolerance), "scale", "yx");
    }

    @Test
    void countsTotalsOfPersonsAsItTakesCounts() throws IOException {
        String[] options = {"--design", "eg", "--method", "equipercentile"};
        String persons = "form,total\nX,0\nX,2\nX,1\nX,2\nY,3\nY,1\nY,1\nY,0\nX,\n";

        JsonNode each = ReferenceCase.tree(equate(persons, options).out()).path("concordance");
        JsonNode counted = ReferenceCase
                .tree(equate("scale,xcount,ycount\n0,1,1\n1,1,2\n2,2,0\n3,0,1\n", options).out()).path("concordance");

        // Of persons, X ends at its largest total; the scale goes on.
        assertThat(each.size()).isEqualTo(3);
        assertThat(counted.size()).isEqualTo(4);
        for (int i = 0; i < 3; i++) {
            assertThat(each.get(i).path("yx").asDouble()).isEqualTo(counted.get(i).path("yx").asDouble());
        }
        assertThat(counted.get(3).path("yx").asDouble()).isEqualTo(3.5);
    }

    @Test
    void weighsTheSyntheticPopulation() throws IOException {
        String data = "form,total,anchor\nX,3,1\nX,5,2\nX,9,4\nX,7,2\nY,4,2\nY,8,3\nY,9,5\nY,6,4\n";

        double all = ReferenceCase.tree(equate(data, "--design", "neat", "--method", "tucker").out())
                .at("/concordance/9/yx").asDouble();
        double half = ReferenceCase
                .tree(equate(data, "--design", "neat", "--method", "tucker", "--weight", "0.5").out())
                .at("/concordance/9/yx").asDouble();

        assertThat(half).isNotEqualTo(all);
    }

    @Test
    void refusesBadInput() throws IOException {
        String[] eg = {"--design", "eg", "--method", "linear"};
        refused(equate("form,total\nX,1\nX,2\nY,1\nY,一\n", eg), "data.csv:5:", "“一”");
        refused(equate("form,total\nX,1\nX,2\nZ,1\nY,1\n", eg), "data.csv:4:", "“Z”");
        refused(equate("form,total\nX,1\nX,2.5\nY,1\nY,2\n", eg), "data.csv:3:", "整数");
        refused(equate("form,total\nX,1\nX,2\nY,1\n", eg), "data.csv:1:", "试卷 Y");
        refused(equate("form,sum\nX,1\nX,2\nY,1\nY,2\n", eg), "data.csv:1:", "“total”");
        refused(equate("scale,xcount,ycount\n0,1,1\n2,1,1\n", eg), "data.csv:3:", "逐行加 1");
        refused(equate("scale,xcount,ycount\n0,1,1\n1,-1,1\n", eg), "data.csv:3:", "人数");
        refused(equate("form,total\nX,1\nX,1\nY,1\nY,2\n", eg), "data.csv:1:", "相同");
        refused(equate("form,total\nX,1\n", "--design", "eg", "--method", "tucker"), "--method", "eg");
        refused(equate("form,total\nX,1\n", "--design", "sg", "--method", "linear"), "--design", "neat");
        refused(equate("form,total\nX,1\nX,2\nY,1\nY,2\n", "--design", "eg", "--method", "equipercentile", "--smooth",
                "spline"), "--smooth", "loglinear:6");
        refused(equate("form,total\nX,1\n", "--design", "neat", "--method", "tucker", "--smooth", "loglinear:2"),
                "--smooth", "eg");
    }

    private static void refused(Outcome outcome, String place, String word) {
        assertThat(outcome.exit()).isEqualTo(2);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err()).contains(place).contains(word).contains("；");
    }
}
