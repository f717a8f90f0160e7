package org.jiaogongti.platform.obligation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jiaogongti.charter.Charter;
import org.jiaogongti.charter.Fact;
import org.jiaogongti.charter.counting.Counting;
import org.jiaogongti.charter.counting.Evaluation;
import org.jiaogongti.charter.counting.InstanceKey;
import org.jiaogongti.charter.counting.Progress;
import org.jiaogongti.charter.reading.Charters;
import org.jiaogongti.platform.testing.TestCluster;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.jspecify.annotations.Nullable;

/** A second, independent oracle: the duties written as SQL agree with the cases and with the engine, row by row. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class DutySqlOracleTest {

    private static final List<String> FILES = List.of("calendar", "schools", "subjects", "activities", "placements",
            "waivers");

    private @Nullable CaseTables tables;

    @BeforeAll
    void connect() throws SQLException, IOException {
        tables = new CaseTables(TestCluster.shared().postgres().superuser("postgres"));
    }

    @AfterAll
    void disconnect() throws SQLException {
        tables().close();
    }

    private CaseTables tables() {
        return java.util.Objects.requireNonNull(tables);
    }

    @ParameterizedTest
    @ValueSource(strings = {"case-1/expected-2020-11-20", "case-1/expected-2021-02-01", "case-2/expected-2021-04-28",
            "case-2/expected-2021-07-03", "case-3/expected-2021-11-14", "case-3/expected-2022-09-01",
            "case-3/expected-2022-09-01-overlay", "case-4/expected-2021-01-29", "case-4/expected-2021-05-05",
            "case-4/expected-2022-01-21", "case-4/expected-2022-01-21-overlay"})
    void agreesWithTheCase(String expected) throws SQLException, IOException {
        String folder = "/cases/duties/" + expected.substring(0, expected.indexOf('/') + 1);
        for (String file : FILES) {
            String name = folder + file + ".csv";
            tables().load(file, CaseTables.exists(name) ? CaseTables.resource(name) : "");
        }
        String day = expected.substring(expected.indexOf("expected-") + "expected-".length());

        List<String> duties = tables().duties(LocalDate.parse(day.substring(0, 10)), day.endsWith("-overlay"));

        assertThat(duties)
                .containsExactlyElementsOf(CaseTables.resource("/cases/duties/" + expected + ".csv").lines().toList());
    }

    static LongStream seeds() {
        return LongStream.range(0, Boolean.getBoolean("jgt.deep") ? 2000 : 30);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void agreesWithTheEngineOnARandomDistrict(long seed) throws SQLException, IOException {
        RandomDistrict district = new RandomDistrict(seed);
        for (var table : district.tables().entrySet()) {
            tables().load(table.getKey(), table.getValue());
        }
        boolean overlay = seed % 2 == 1;

        assertThat(tables().duties(district.asOf, overlay)).containsExactlyElementsOf(engine(district, overlay));
    }

    private static List<String> engine(RandomDistrict district, boolean overlay) {
        Charter charter = Charters.bundled("fenghua-2019").withoutOverlays();
        if (overlay) {
            charter = charter.with(Charters.bundledOverlay("moe-exams-2021"));
        }
        List<Fact> facts = Stream.<Fact>concat(district.occasions.stream(), district.placements.stream()).toList();
        Evaluation evaluation = Evaluation.of(new Counting(charter, district), facts, district.waivers, district.asOf);
        List<String> lines = new ArrayList<>(List.of(CaseTables.HEADER));
        for (Progress progress : evaluation.progress()) {
            InstanceKey key = progress.key();
            lines.add(String.join(",", key.duty(), key.bearer(), key.counterpart(), key.period(),
                    progress.status().word(), String.valueOf(progress.counted()), String.valueOf(progress.target())));
        }
        return lines;
    }
}
