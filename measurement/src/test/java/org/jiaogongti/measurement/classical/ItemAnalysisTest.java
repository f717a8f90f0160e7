package org.jiaogongti.measurement.classical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.jiaogongti.measurement.ReferenceCase.relative;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.Random;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import org.jiaogongti.measurement.ReferenceCase;
import org.jiaogongti.measurement.Refused;
import org.jiaogongti.measurement.ScoreMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Classical analysis: further figures of the reference cases, values derived by hand, and what must not matter. */
final class ItemAnalysisTest {

    /** Random scores with wide items, missing answers and several chunks. */
    private static int[][] random(int persons, int[] maxima, double missing, long seed) {
        Random random = new Random(seed);
        int[][] rows = new int[persons][maxima.length];
        for (int[] row : rows) {
            double ability = random.nextGaussian();
            for (int j = 0; j < row.length; j++) {
                double share = 1 / (1 + Math.exp(-ability - random.nextGaussian()));
                row[j] = random.nextDouble() < missing
                        ? ScoreMatrix.MISSING
                        : (int) Math.round(share * maxima[j]);
            }
        }
        return rows;
    }

    private static List<String> names(int items) {
        return IntStream.range(0, items).mapToObj(j -> "Q" + j).toList();
    }

    private static ItemAnalysis reference(ReferenceCase reference) {
        if (!reference.name().startsWith("distractor")) {
            return ItemAnalysis.of(reference.scores());
        }
        List<List<String>> table = reference.table("data.csv");
        OptionMatrix options = new OptionMatrix(table.size() - 1);
        for (int j = 0; j < table.getFirst().size(); j++) {
            int column = j;
            List<String> chosen = table.subList(1, table.size()).stream().map(row -> row.get(column)).toList();
            List<String> labels = chosen.stream().distinct().toList();
            options.add(table.getFirst().get(j), labels, chosen.stream().mapToInt(labels::indexOf).toArray());
        }
        List<Set<String>> keys = reference.table("key.csv").stream().skip(1).map(row -> Set.of(row.get(1))).toList();
        return ItemAnalysis.of(options.scored(keys));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ctt-lsat7", "ctt-bfi-agree", "ctt-omega-bfi25", "distractor-tam-mc"})
    void agreesWithTheFurtherFiguresOfTheReferenceCases(String name) {
        ReferenceCase reference = new ReferenceCase(name);
        JsonNode expected = reference.expected();

        ItemAnalysis analysis = reference(reference);

        Reliability reliability = analysis.reliability();
        reference.agrees(reliability.interval().lower(), expected.at("/feldt_alpha_ci95/lower"), relative(1e-9));
        reference.agrees(reliability.interval().upper(), expected.at("/feldt_alpha_ci95/upper"), relative(1e-9));
        reference.agrees(reliability.alphaStandardized(), expected.path("alpha_standardized"), relative(1e-9));
        reference.agrees(reliability.lambda2(), expected.path("guttman_lambda2"), relative(1e-9));
        reference.agrees(reliability.lambda6(), expected.path("guttman_lambda6_smc"), relative(1e-9));
        reference.agrees(reliability.splitHalf(), expected.path("split_half_odd_even_SB"), relative(1e-9));
        // R's factor analysis stops early: its loadings are good to six digits.
        reference.agrees(reliability.omega(), expected.at("/omega_total_1factor/ml"), relative(2e-6));
        reference.agrees(reliability.omegaMinres(), expected.at("/omega_total_1factor/minres"), relative(2e-6));
        reference.agrees(analysis.total().skewness(), expected.at("/total/skew_g1"), relative(1e-9));
        reference.agrees(analysis.total().kurtosis(), expected.at("/total/kurtosis_excess_g2"), relative(1e-9));
        if (expected.has("KR20")) {
            reference.agrees(reliability.kr20(), expected.path("KR20"), relative(1e-9));
            reference.agrees(reliability.kr21(), expected.path("KR21"), relative(1e-9));
            for (int j = 0; j < analysis.items().size(); j++) {
                reference.agrees(analysis.items().get(j).biserial(), expected.path("biserial_item_total").path(j),
                        relative(1e-9));
            }
        }
        assertThat(analysis.ranks()).hasSameSizeAs(expected.path("percentile_rank"));
        for (int i = 0; i < analysis.ranks().size(); i++) {
            JsonNode rank = expected.path("percentile_rank").path(i);
            reference.agrees(analysis.ranks().get(i).total(), rank.path("score"), relative(0));
            reference.agrees(analysis.ranks().get(i).rank(), rank.path("percentile_rank_midpoint.Freq"),
                    relative(1e-9));
            reference.agrees(analysis.ranks().get(i).atOrBelow(), rank.path("percent_at_or_below"), relative(1e-9));
        }
    }

    @Test
    void agreesWithAnAnalysisByHand() {
        // Totals 3, 1, 2, 0 on items a (0/1) and b (0-2): var(a) = 1/3, var(b) = 11/12 - 0 … all from the definition.
        ItemAnalysis analysis = ItemAnalysis.of(ScoreMatrix.of(List.of("a", "b"),
                new int[][]{{1, 2}, {0, 1}, {1, 1}, {0, 0}}));

        // sums: Σa = 2, Σb = 4, Σab = 3, Σa² = 2, Σb² = 6; cov = (Σab - ΣaΣb/4)/3 = 1/3, var a = 1/3, var b = 2/3.
        ItemAnalysis.Item a = analysis.items().getFirst();
        ItemAnalysis.Item b = analysis.items().getLast();
        assertThat(analysis.total().mean()).isEqualTo(1.5);
        assertThat(analysis.total().sd() * analysis.total().sd()).isCloseTo(5 / 3.0, within(1e-15));
        assertThat(analysis.reliability().alpha()).isCloseTo(2 * (1 - 1 / (5 / 3.0)), within(1e-15));
        assertThat(analysis.reliability().standardError()).isCloseTo(Math.sqrt(5 / 3.0 * 0.2), within(1e-15));
        assertThat(b.difficulty()).isEqualTo(0.5);
        assertThat(a.itemRest()).isCloseTo(1 / 3.0 / Math.sqrt(2 / 9.0), within(1e-15));
        assertThat(a.itemTotal()).isCloseTo(2 / 3.0 / Math.sqrt(5 / 9.0), within(1e-15));
        // round(0.27 x 4) = 1 person in each group: the one with 3 and the one with 0.
        assertThat(analysis.groups()).isEqualTo(new ItemAnalysis.Groups(0, 3, 1, 1));
        assertThat(b.discrimination27()).isEqualTo(1);
        assertThat(analysis.ranks().get(1)).isEqualTo(new ItemAnalysis.Rank(1, 1, 25, 37.5, 50));
    }

    @Test
    void bitPlanesComeToTheSumsOfTheDefinition() {
        int[] maxima = IntStream.range(0, 131).map(j -> j % 9 == 0 ? 254 : j % 5 + 1).toArray();
        int[][] rows = random(ScoreMatrix.CHUNK + 77, maxima, 0.0005, 7);
        ItemSums sums = ItemSums.of(ScoreMatrix.of(names(maxima.length), rows));
        List<int[]> whole = new ArrayList<>();
        for (int[] row : rows) {
            if (IntStream.of(row).noneMatch(score -> score < 0)) {
                whole.add(row);
            }
        }

        assertThat(sums.persons()).isEqualTo(whole.size());
        assertThat(sums.leftOut()).isEqualTo(rows.length - whole.size()).isPositive();
        for (int j = 0; j < maxima.length; j++) {
            int item = j;
            assertThat(sums.sum(j)).isEqualTo(whole.stream().mapToLong(row -> row[item]).sum());
            for (int l = j; l < maxima.length; l += 13) {
                int other = l;
                long expected = whole.stream().mapToLong(row -> (long) row[item] * row[other]).sum();
                assertThat(sums.product(j, l)).isEqualTo(expected);
                assertThat(sums.product(l, j)).isEqualTo(expected);
            }
        }
    }

    @Test
    void partsMergeToTheWholeToTheLastBit() {
        int[] maxima = {1, 1, 3, 5, 2};
        int[][] rows = random(5000, maxima, 0.01, 3);
        ScoreMatrix scores = ScoreMatrix.of(names(5), rows);
        ItemSums first = ItemSums.of(scores.persons(IntStream.range(0, 1234).toArray()));
        ItemSums second = ItemSums.of(scores.persons(IntStream.range(1234, 5000).toArray()));

        assertThat(ItemAnalysis.of(second.merge(first))).isEqualTo(ItemAnalysis.of(scores));
    }

    @Test
    void theOrderOfPersonsAndOfItemsDoesNotMatter() {
        int[] maxima = {1, 1, 3, 5, 2, 1};
        ScoreMatrix scores = ScoreMatrix.of(names(6), random(9000, maxima, 0.01, 5));
        int[] backwards = IntStream.range(0, 9000).map(i -> 8999 - i).toArray();

        ItemAnalysis analysis = ItemAnalysis.of(scores);
        assertThat(ItemAnalysis.of(scores.persons(backwards))).isEqualTo(analysis);
        ItemAnalysis shuffled = ItemAnalysis.of(scores.items(5, 3, 1, 0, 2, 4));
        assertThat(shuffled.reliability().alpha()).isCloseTo(analysis.reliability().alpha(), within(1e-14));
        assertThat(shuffled.items().get(3).discrimination27())
                .isEqualTo(analysis.items().getFirst().discrimination27());
    }

    @Test
    void oneThreadGivesTheSameBitsAsMany() throws Exception {
        ScoreMatrix scores = ScoreMatrix.of(names(40),
                random(30_000, IntStream.range(0, 40).map(j -> 1 + j % 4).toArray(), 0, 11));
        try (ForkJoinPool one = new ForkJoinPool(1); ForkJoinPool four = new ForkJoinPool(4)) {
            assertThat(one.submit(() -> ItemAnalysis.of(scores)).get())
                    .isEqualTo(four.submit(() -> ItemAnalysis.of(scores)).get());
        }
    }

    @Test
    void covariancesAreExactWhereDoublesWouldCancel() {
        // Three persons with huge totals: n Σxy - Σx Σy = 2, far below a double's grain at these sizes.
        long x = 1_500_000_000L;
        assertThat(ItemSums.covariance(3, 3 * x * x + 2 * x + 1, 3 * x + 1, 3 * x + 1)).isCloseTo(1 / 3.0,
                within(1e-15));
        assertThat(ItemSums.covariance(2, 5, 10, 2)).isEqualTo(-5);
        assertThat(ItemSums.covariance(2_000_000_000L, 4_000_000_000_000_000_000L, 1_000_000_000L, 0))
                .isCloseTo(2_000_000_001.0, within(1e-3));
    }

    @Test
    void feldtsIntervalHoldsForAWholeNation() {
        ScoreMatrix scores = ScoreMatrix.of(names(10), random(200_000, new int[]{1, 1, 1, 1, 1, 1, 1, 1, 1, 1}, 0, 2));
        Reliability reliability = ItemAnalysis.of(scores).reliability();

        assertThat(reliability.interval().lower()).isLessThan(reliability.alpha()).isGreaterThan(
                reliability.alpha() - 0.01);
        assertThat(reliability.interval().upper()).isGreaterThan(reliability.alpha());
    }

    @Test
    void refusesWhereNobodyAnsweredEverything() {
        assertThatThrownBy(() -> ItemAnalysis.of(ScoreMatrix.of(names(2), new int[][]{{1, -1}, {-1, 0}})))
                .isInstanceOf(Refused.class).hasMessageContaining("0 人");
    }
}
