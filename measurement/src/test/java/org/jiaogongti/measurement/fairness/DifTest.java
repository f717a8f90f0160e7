package org.jiaogongti.measurement.fairness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.jiaogongti.measurement.ReferenceCase.relative;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.jiaogongti.measurement.ReferenceCase;
import org.jiaogongti.measurement.Refused;
import org.jiaogongti.measurement.ScoreMatrix;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Differential item functioning: further figures of the reference case, values by hand, recovery, what must not matter. */
final class DifTest {

    private static final ReferenceCase VERBAL = new ReferenceCase("dif-verbal");

    private static Groups verbal(int... order) {
        List<List<String>> table = VERBAL.table("data.csv");
        List<String> items = table.getFirst().subList(0, 24);
        Groups.Group[] groups = table.stream().skip(1)
                .map(row -> row.get(24).equals("1") ? Groups.Group.FOCAL : Groups.Group.REFERENCE)
                .toArray(Groups.Group[]::new);
        ScoreMatrix scores = VERBAL.scores(items);
        if (order.length == 0) {
            return Groups.of(scores, groups);
        }
        return Groups.of(scores.persons(order),
                Arrays.stream(order).mapToObj(i -> groups[i]).toArray(Groups.Group[]::new));
    }

    @Test
    void agreesWithDifRsPurification() {
        JsonNode expected = VERBAL.expected().path("mh_purified");

        MantelHaenszel.Purified purified = MantelHaenszel.purified(verbal());

        assertThat(purified.settled()).isTrue();
        List<String> names = VERBAL.table("data.csv").getFirst();
        assertThat(purified.removed())
                .isEqualTo(expected.path("removed_items").valueStream().map(at -> names.get(at.asInt() - 1)).toList());
        for (int j = 0; j < 24; j++) {
            VERBAL.agrees(purified.items().get(j).chiSquared(), expected.path("chi2").path(j), relative(1e-7));
            VERBAL.agrees(purified.items().get(j).oddsRatio(), expected.path("alphaMH").path(j), relative(1e-7));
        }
    }

    @Test
    void agreesWithDifRsGainInNagelkerkesShare() {
        List<LogisticDif.Ratios> ratios = LogisticDif.of(verbal());

        for (int j = 0; j < 24; j++) {
            VERBAL.agrees(ratios.get(j).gain(), VERBAL.expected().at("/logistic/" + j + "/deltaR2_both"),
                    relative(1e-7));
        }
    }

    @Test
    void agreesWithTheFormulasByHand() {
        // Two strata. First: 3 of 4 in the reference group right, 1 of 2 in the focal; second: 4 of 5 and 1 of 3.
        Groups.Table table = new Groups.Table(3);
        fill(table, 1, 3, 1, 1, 1);
        fill(table, 2, 4, 1, 1, 2);
        double expected = 4 * 4 / 6.0 + 5 * 5 / 8.0;
        double variance = 4 * 2 * 4 * 2 / (36 * 5.0) + 5 * 3 * 5 * 3 / (64 * 7.0);

        MantelHaenszel.Index index = MantelHaenszel.index("x", table);

        assertThat(index.uncorrected()).isCloseTo(Math.pow(7 - expected, 2) / variance, within(1e-12));
        assertThat(index.chiSquared()).isCloseTo(Math.pow(7 - expected - 0.5, 2) / variance, within(1e-12));
        assertThat(index.oddsRatio()).isCloseTo((3 / 6.0 + 8 / 8.0) / (1 / 6.0 + 1 / 8.0), within(1e-12));
        assertThat(index.delta()).isCloseTo(-2.35 * Math.log(index.oddsRatio()), within(1e-12));
    }

    private static void fill(Groups.Table table, int stratum, int right, int wrong, int focalRight, int focalWrong) {
        for (int i = 0; i < right; i++) {
            table.add(stratum, false, true);
        }
        for (int i = 0; i < wrong; i++) {
            table.add(stratum, false, false);
        }
        for (int i = 0; i < focalRight; i++) {
            table.add(stratum, true, true);
        }
        for (int i = 0; i < focalWrong; i++) {
            table.add(stratum, true, false);
        }
    }

    @Test
    void theOrderOfPersonsDoesNotMatter() {
        int n = 316;

        Groups backwards = verbal(IntStream.range(0, n).map(i -> n - 1 - i).toArray());

        assertThat(MantelHaenszel.of(backwards)).isEqualTo(MantelHaenszel.of(verbal()));
        assertThat(LogisticDif.of(backwards)).isEqualTo(LogisticDif.of(verbal()));
    }

    @Test
    void findsTheOneItemThatIsHarderForAGroup() {
        Random random = new Random(8);
        int[][] rows = new int[4000][20];
        Groups.Group[] groups = new Groups.Group[rows.length];
        for (int i = 0; i < rows.length; i++) {
            boolean focal = i % 2 == 0;
            groups[i] = focal ? Groups.Group.FOCAL : Groups.Group.REFERENCE;
            // The focal group is also weaker as a whole, which must not count.
            double ability = random.nextGaussian() - (focal ? 0.5 : 0);
            for (int j = 0; j < 20; j++) {
                double logit = ability - (j - 10) * 0.15 - (focal && j == 12 ? 0.8 : 0);
                rows[i][j] = random.nextDouble() < 1 / (1 + Math.exp(-logit)) ? 1 : 0;
            }
        }

        Groups two = Groups.of(ScoreMatrix.of(IntStream.range(0, 20).mapToObj(j -> "Q" + j).toList(), rows), groups);
        MantelHaenszel.Purified purified = MantelHaenszel.purified(two);
        MantelHaenszel.Index found = purified.items().get(12);

        assertThat(Math.log(found.oddsRatio())).isCloseTo(0.8, within(3 * found.logError()));
        assertThat(found.size()).isEqualTo(MantelHaenszel.Size.C);
        assertThat(purified.items().stream().filter(index -> index.size() != MantelHaenszel.Size.A)).hasSize(1);
        assertThat(LogisticDif.of(two).get(12).pUniform()).isLessThan(1e-6);
    }

    @Test
    void aPerfectlySeparatedItemHasALimit() {
        // Everybody of the reference group right, nobody of the focal: the log-likelihood goes to 0.
        Groups.Table table = new Groups.Table(3);
        fill(table, 1, 5, 0, 0, 5);
        fill(table, 2, 5, 0, 0, 5);

        assertThat(LogisticDif.maximum(table, 3)).isCloseTo(0, within(1e-6));
        assertThat(LogisticDif.maximum(table, 1)).isCloseTo(20 * Math.log(0.5), within(1e-9));
        assertThat(MantelHaenszel.index("x", table).oddsRatio()).isInfinite();
    }

    @Test
    void refusesItemsWithMorePointsAndAGroupWithoutPersons() {
        Groups.Group[] two = {Groups.Group.FOCAL, Groups.Group.REFERENCE};
        assertThatThrownBy(() -> Groups.of(ScoreMatrix.of(List.of("a"), new int[][]{{2}, {0}}), two))
                .isInstanceOf(Refused.class).hasMessageContaining("2 分");
        assertThatThrownBy(() -> Groups.of(ScoreMatrix.of(List.of("a"), new int[][]{{-1}, {0}}), two))
                .isInstanceOf(Refused.class).hasMessageContaining("焦点组");
    }
}
