package org.jiaogongti.platform.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jiaogongti.charter.counting.Counting;
import org.jiaogongti.charter.counting.Forecast;
import org.jiaogongti.charter.counting.History;
import org.jiaogongti.charter.counting.Instance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/** Earlier terms of the sample world forecast from their middle, against what really came. */
class SampleForecastTest {

    private static final SampleStandings SAMPLE = SampleStandings.at(LocalDate.of(2024, 11, 20));

    private static String said(Forecast.Coverage coverage) {
        return "%d of %d = %.1f %%, mean width %.1f".formatted(coverage.inside(), coverage.cases(),
                coverage.share() * 100, coverage.meanWidth());
    }

    private static History of(Counting counting, String duty) {
        return new History(counting.instances().stream().filter(each -> each.key().duty().equals(duty))
                .filter(each -> counting.suspendedBy(each).isEmpty()).toList(), SAMPLE.contributions());
    }

    @Test
    void theRangeHoldsWhatCameAtLeastAsOftenAsItSays(TestReporter reporter) {
        Counting counting = SAMPLE.inForce().counting();
        Map<Double, Forecast.Coverage> coverage = new TreeMap<>();
        for (double share : List.of(0.25, 0.5, 0.75)) {
            coverage.put(share,
                    Forecast.backTest(History.of(counting, SAMPLE.facts()), SAMPLE.today(), List.of(share)));
        }
        coverage.forEach(
                (share, each) -> reporter.publishEntry("coverage after %.0f %% of the days".formatted(share * 100),
                        said(each)));
        for (String duty : counting.instances().stream().map(Instance::key).map(key -> key.duty()).distinct()
                .toList()) {
            Forecast.Coverage each = Forecast.backTest(of(counting, duty), SAMPLE.today(), List.of(0.5));
            reporter.publishEntry(duty + " from the middle",
                    said(each));
        }
        assertThat(coverage.values()).allSatisfy(each -> assertThat(each.cases()).isGreaterThan(1000));
        assertThat(coverage.values()).allSatisfy(each -> assertThat(each.share()).isBetween(0.8, 0.99));
    }
}
