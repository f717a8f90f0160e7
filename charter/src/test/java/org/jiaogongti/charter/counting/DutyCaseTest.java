package org.jiaogongti.charter.counting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.jiaogongti.charter.Charter;
import org.jiaogongti.charter.reading.Charters;
import org.jiaogongti.charter.worlds.CaseFolder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The acceptance cases, byte for byte, whole and one record at a time. */
class DutyCaseTest {

    private static final Charter CHARTER = Charters.bundled("fenghua-2019");

    @ParameterizedTest
    @CsvSource({"case-1,expected-2020-11-20.csv", "case-1,expected-2021-02-01.csv", "case-2,expected-2021-04-28.csv",
            "case-2,expected-2021-07-03.csv", "case-3,expected-2021-11-14.csv", "case-3,expected-2022-09-01.csv",
            "case-3,expected-2022-09-01-overlay.csv", "case-4,expected-2021-01-29.csv",
            "case-4,expected-2021-05-05.csv", "case-4,expected-2022-01-21.csv",
            "case-4,expected-2022-01-21-overlay.csv"})
    void everyCaseComesToWhatItsFileSays(String name, String file) {
        CaseFolder folder = CaseFolder.read(name);
        LocalDate asOf = LocalDate.parse(file.substring("expected-".length(), "expected-".length() + 10));
        Charter charter = file.contains("overlay")
                ? CHARTER.with(Charters.bundledOverlay("moe-exams-2021"))
                : CHARTER;
        Counting counting = new Counting(charter, folder.world());

        Evaluation whole = Evaluation.of(counting, folder.facts(), folder.waivers(), asOf);
        Tally tally = new Tally(counting, folder.waivers(), LocalDate.of(2020, 1, 1));
        folder.facts().forEach(tally::add);
        tally.advanceTo(asOf);

        assertThat(CaseFolder.csv(whole.progress())).isEqualTo(CaseFolder.expected(name, file));
        assertThat(tally.progress()).isEqualTo(whole.progress());
    }
}
