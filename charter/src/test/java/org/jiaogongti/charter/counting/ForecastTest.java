package org.jiaogongti.charter.counting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.jiaogongti.charter.Modality;
import org.junit.jupiter.api.Test;

/** What an instance will come to, as a range. */
class ForecastTest {

    private static final LocalDate START = LocalDate.of(2015, 9, 1);

    private static Instance instance(int term, int bearer) {
        LocalDate first = START.plusDays(200L * term);
        return new Instance(new InstanceKey("Q21", "校" + bearer, "-", "第" + term + "期"), "共同体" + bearer, Modality.MUST,
                15,
                first, first.plusDays(139), Instance.ALWAYS);
    }

    /** Terms × bearers, each with records on random days. */
    private static History history(int terms, int bearers, long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        List<Instance> instances = new ArrayList<>();
        List<Contribution> contributions = new ArrayList<>();
        for (int term = 0; term < terms; term++) {
            for (int bearer = 0; bearer < bearers; bearer++) {
                Instance instance = instance(term, bearer);
                instances.add(instance);
                for (int i = 0; i < 20; i++) {
                    if (random.nextInt(4) > 0) {
                        contributions.add(new Contribution(instance.key(), "r" + contributions.size(), "1",
                                1 + random.nextInt(2), instance.firstDay().plusDays(random.nextInt(140))));
                    }
                }
            }
        }
        return new History(instances, contributions);
    }

    private static Progress progress(Instance instance, int counted) {
        return new Progress(instance, Status.OPEN, counted, instance.target());
    }

    @Test
    void withLessThanTwoEarlierTermsItSaysSo() {
        Instance now = instance(1, 0);

        assertThat(Forecast.of(history(2, 5, 1), progress(now, 4), 2, now.firstDay().plusDays(50)))
                .isEqualTo(new Forecast.NotEnoughHistory(4, 2, 1));
    }

    @Test
    void theRangeHoldsWhatIsCountedAndPlanned() {
        Instance now = instance(3, 0);
        Forecast forecast = Forecast.of(history(4, 5, 2), progress(now, 4), 30, now.firstDay().plusDays(50));

        assertThat(forecast).isInstanceOfSatisfying(Forecast.Range.class, range -> {
            assertThat(range.low()).isGreaterThanOrEqualTo(34);
            assertThat(range.low()).isLessThanOrEqualTo(range.likely());
            assertThat(range.likely()).isLessThanOrEqualTo(range.high());
            assertThat(range.reaching()).isEqualTo(range.samples()).isEqualTo(15);
            assertThat(range.periods()).isEqualTo(3);
        });
    }

    @Test
    void onTheLastDayNothingMoreComes() {
        Instance now = instance(3, 0);
        assertThat(Forecast.of(history(4, 5, 3), progress(now, 7), 0, now.lastDay()))
                .isInstanceOfSatisfying(Forecast.Range.class, range -> {
                    assertThat(range.low()).isEqualTo(7);
                    assertThat(range.high()).isEqualTo(7);
                });
    }

    @Test
    void theRangeHoldsWhatCameInFourOfFiveCases() {
        int cases = 0;
        int inside = 0;
        for (long seed = 10; seed < 20; seed++) {
            Forecast.Coverage coverage = Forecast.backTest(history(8, 5, seed), LocalDate.of(2030, 1, 1),
                    List.of(0.25, 0.5, 0.75));
            cases += coverage.cases();
            inside += coverage.inside();
        }
        assertThat(cases).isEqualTo(10 * 6 * 5 * 3);
        assertThat((double) inside / cases).isBetween(Forecast.LEVEL - 0.03, 0.97);
    }

    @Test
    void aDutyThatNobodyEverDidIsForecastAtMostALittle() {
        List<Instance> instances = List.of(instance(0, 0), instance(1, 0), instance(2, 0));
        assertThat(Forecast.of(new History(instances, List.of()), progress(instance(2, 0), 0), 0,
                instance(2, 0).firstDay())).isEqualTo(new Forecast.Range(0, 0, 1, 0, 0, 0, 2, 2));
    }
}
