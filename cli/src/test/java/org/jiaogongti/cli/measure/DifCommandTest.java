package org.jiaogongti.cli.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jiaogongti.measurement.ReferenceCase.relative;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jiaogongti.cli.Outcome;
import org.jiaogongti.measurement.ReferenceCase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** {@code measure dif} against the reference case, and what it says to bad input. */
final class DifCommandTest {

    @TempDir
    private Path directory = Path.of("");

    private Outcome dif(String data, String group, String focal) throws IOException {
        Path file = Files.writeString(directory.resolve("data.csv"), data);
        return Outcome.of("measure", "dif", file.toString(), "--group", group, "--focal", focal);
    }

    @Test
    void agreesWithTheReferenceCase() {
        ReferenceCase reference = new ReferenceCase("dif-verbal");
        Path files = reference.copyTo(directory);

        Outcome outcome = Outcome.of("measure", "dif", files.resolve("data.csv").toString(), "--group", "Gender",
                "--focal", "1");

        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.exit()).isZero();
        JsonNode actual = ReferenceCase.tree(outcome.out());
        reference.agrees(actual, reference.expected(), relative(0), "n_focal", "n_reference");
        reference.agrees(actual.path("mh"), reference.expected().path("mh"), relative(1e-7), "item", "chi2_corrected",
                "chi2_uncorrected", "p", "alphaMH", "se_log_alpha", "deltaMH");
        reference.agrees(actual.path("logistic"), reference.expected().path("logistic"), relative(1e-5), "item",
                "LR_both_df2", "LR_uniform_df1", "LR_nonuniform_df1");
    }

    @Test
    void takesTheGroupWhereverItsColumnStands() throws IOException {
        String rows = "女,1,0,1\n男,0,1,1\n女,0,0,0\n男,1,1,0\n女,1,1,0\n男,0,0,1\n,1,1,1\n";

        JsonNode report = ReferenceCase.tree(dif("性别,a,b,c\n" + rows, "性别", "女").out());

        assertThat(report.path("n_focal").asInt()).isEqualTo(3);
        assertThat(report.path("n_reference").asInt()).isEqualTo(3);
        assertThat(report.path("n_left_out").asInt()).isEqualTo(1);
        assertThat(report.path("mh").size()).isEqualTo(3);
    }

    @Test
    void refusesWhatIsNotThere() throws IOException {
        String data = "g,a,b\nx,1,0\ny,0,1\n";

        Outcome column = dif(data, "G", "x");
        assertThat(column.exit()).isEqualTo(2);
        assertThat(column.out()).isEmpty();
        assertThat(column.err()).contains("data.csv:1: 没有列“G”", "；");
        assertThat(dif(data, "g", "z").err()).contains("data.csv:1:", "“z”", "x、y");
        assertThat(dif("g,a,b\nx,1,0\ny,0,没\n", "g", "x").err()).contains("data.csv:3:", "“没”");
        assertThat(dif("g,a,b\nx,1,0\ny,1,1\n", "g", "x").err()).contains("data.csv:1:", "“a”");
        assertThat(dif("g,a,b\nx,1,0\ny,2,1\n", "g", "x").err()).contains("data.csv:1:", "2 分");
        assertThat(dif("g,a,b\nx,1,0\n,0,1\n", "g", "x").err()).contains("data.csv:1:", "参照组没有人");
    }
}
