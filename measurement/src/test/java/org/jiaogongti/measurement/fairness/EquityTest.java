package org.jiaogongti.measurement.fairness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.jiaogongti.measurement.Refused;
import org.junit.jupiter.api.Test;

/** Equity between schools: the definitions by hand, what must not matter, and intervals against the bootstrap. */
final class EquityTest {

    private static final List<String> TWO = List.of("甲", "乙");

    @Test
    void agreesWithTheDefinitionsByHand() {
        double[] scores = {40, 60, 80, 100, 70, 90};
        int[] school = {0, 0, 1, 1, 1, 1};
        // Means 50 and 85, of all 440 / 6.
        double mean = 440 / 6.0;
        double variation = Math.sqrt((2 * Math.pow(50 - mean, 2) + 4 * Math.pow(85 - mean, 2)) / 6) / mean;
        double theil = 0;
        for (double score : scores) {
            theil += score / mean * Math.log(score / mean) / 6;
        }
        double between = 100 / 440.0 * Math.log(50 / mean) + 340 / 440.0 * Math.log(85 / mean);

        Equity equity = Equity.of(TWO, scores, school);

        assertThat(equity.mean()).isEqualTo(mean);
        assertThat(equity.variation().value()).isCloseTo(variation, within(1e-14));
        assertThat(equity.theil().value()).isCloseTo(theil, within(1e-14));
        assertThat(equity.between().value()).isCloseTo(between, within(1e-14));
        assertThat(equity.within().value()).isCloseTo(theil - between, within(1e-14));
        // Mean squares: between 2 (70/3)² + 4 (35/3)² = 1633.33 over 1, within (200 + 500) / 4; n0 = (6 - 20/6) / 1.
        double ratio = (2 * Math.pow(70 / 3.0, 2) + 4 * Math.pow(35 / 3.0, 2)) / (700 / 4.0);
        assertThat(equity.share().value()).isCloseTo((ratio - 1) / (ratio - 1 + 8 / 3.0), within(1e-14));
        assertThat(equity.share().lower()).isBetween(0.0, equity.share().value());
        assertThat(equity.share().upper()).isBetween(equity.share().value(), 1.0);
    }

    private static final int SCHOOLS = 28;

    private static double[] world(int[] school, Random random, double between) {
        double[] effects = IntStream.range(0, SCHOOLS).mapToDouble(i -> between * random.nextGaussian()).toArray();
        return Arrays.stream(school).mapToDouble(i -> Math.max(0, 70 + effects[i] + 12 * random.nextGaussian()))
                .toArray();
    }

    private static final int[] SCHOOL = IntStream.range(0, 2400).map(i -> Math.min(i % 31, SCHOOLS - 1)).toArray();
    private static final List<String> NAMES = IntStream.range(0, SCHOOLS).mapToObj(i -> "学校" + i).toList();

    @Test
    void doesNotDependOnTheUnitOrTheOrder() {
        double[] scores = world(SCHOOL, new Random(2), 5);
        int n = scores.length;
        double[] backwards = IntStream.range(0, n).mapToDouble(i -> 3 * scores[n - 1 - i]).toArray();
        int[] schoolBackwards = IntStream.range(0, n).map(i -> SCHOOL[n - 1 - i]).toArray();

        Equity equity = Equity.of(NAMES, scores, SCHOOL);
        Equity other = Equity.of(NAMES, backwards, schoolBackwards);

        assertThat(other.variation().value()).isCloseTo(equity.variation().value(), within(1e-12));
        assertThat(other.theil().upper()).isCloseTo(equity.theil().upper(), within(1e-12));
        assertThat(other.share().lower()).isCloseTo(equity.share().lower(), within(1e-12));
        assertThat(equity.between().value() + equity.within().value()).isCloseTo(equity.theil().value(),
                within(1e-15));
    }

    @Test
    void intervalsAreAsWideAsTheBootstrapSays() {
        Random random = new Random(3);
        double[] scores = world(SCHOOL, random, 5);
        Equity equity = Equity.of(NAMES, scores, SCHOOL);
        int[][] members = new int[SCHOOLS][];
        for (int s = 0; s < SCHOOLS; s++) {
            int of = s;
            members[s] = IntStream.range(0, SCHOOL.length).filter(i -> SCHOOL[i] == of).toArray();
        }
        Equity[] drawn = new Equity[600];
        for (int d = 0; d < drawn.length; d++) {
            double[] again = Arrays.stream(SCHOOL)
                    .mapToDouble(s -> scores[members[s][random.nextInt(members[s].length)]])
                    .toArray();
            drawn[d] = Equity.of(NAMES, again, SCHOOL);
        }

        near(equity.variation(), drawn, d -> d.variation().value());
        near(equity.theil(), drawn, d -> d.theil().value());
        near(equity.between(), drawn, d -> d.between().value());
        near(equity.within(), drawn, d -> d.within().value());
    }

    private static void near(Equity.Figure figure, Equity[] drawn, ToDoubleFunction<Equity> value) {
        double mean = Arrays.stream(drawn).mapToDouble(value).average().orElseThrow();
        double sd = Math.sqrt(Arrays.stream(drawn).mapToDouble(value).map(v -> (v - mean) * (v - mean)).average()
                .orElseThrow());
        assertThat((figure.upper() - figure.value()) / 1.96 / sd).isCloseTo(1, within(0.12));
    }

    @Test
    void theShareOfVarianceComesOutAsItWasPutIn() {
        int held = 0;
        for (int seed = 0; seed < 200; seed++) {
            Random random = new Random(1000 + seed);
            Equity.Figure share = Equity.of(NAMES, world(SCHOOL, random, 6), SCHOOL).share();
            double truth = 36 / (36 + 144.0);
            held += share.lower() <= truth && truth <= share.upper() ? 1 : 0;
        }
        assertThat(held).isBetween(178, 199);
    }

    @Test
    void refusesWhatHasNoDifferencesToSee() {
        assertThatThrownBy(() -> Equity.of(List.of("甲"), new double[]{1, 2}, new int[]{0, 0}))
                .isInstanceOf(Refused.class).hasMessageContaining("1 所");
        assertThatThrownBy(() -> Equity.of(TWO, new double[]{1, 2, 3}, new int[]{0, 0, 1})).isInstanceOf(Refused.class)
                .hasMessageContaining("乙");
        assertThatThrownBy(() -> Equity.of(TWO, new double[]{1, -2, 3, 3}, new int[]{0, 0, 1, 1}))
                .isInstanceOfSatisfying(Refused.class,
                        refused -> assertThat(refused.place()).isEqualTo(new Refused.Place.Row(1)));
    }

    @Test
    void nobodyCanFindASmallCellByTakingTheOthersFromTheTotal() {
        Random random = new Random(9);
        int hiddenSomewhere = 0;
        for (int t = 0; t < 20_000; t++) {
            long[] counts = random.longs(1 + random.nextInt(6), 0, 25).toArray();
            SmallCells small = SmallCells.of(counts, 10);
            long together = 0;
            int hidden = 0;
            for (int i = 0; i < counts.length; i++) {
                if (small.cells().get(i)) {
                    assertThat(counts[i] == 0 || counts[i] >= 10).isTrue();
                } else {
                    together += counts[i];
                    hidden++;
                }
            }
            hiddenSomewhere += hidden > 0 ? 1 : 0;
            if (hidden > 0 && small.total()) {
                assertThat(hidden).isGreaterThanOrEqualTo(2);
                assertThat(together).isGreaterThanOrEqualTo(10);
            }
        }
        assertThat(hiddenSomewhere).isPositive();
        assertThat(SmallCells.of(new long[]{3, 97}, 10).cells()).containsExactly(false, false);
        assertThat(SmallCells.of(new long[]{3, 40, 57}, 10).cells()).containsExactly(false, false, true);
        assertThat(SmallCells.of(new long[]{3, 0}, 10).total()).isFalse();
        assertThat(SmallCells.of(new long[]{12, 0, 30}, 10).cells()).containsOnly(true);
    }
}
