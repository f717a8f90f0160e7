package org.jiaogongti.measurement.linking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.jiaogongti.measurement.ReferenceCase.relative;
import static org.jiaogongti.measurement.ReferenceCase.share;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.jiaogongti.measurement.Refused;
import org.jiaogongti.measurement.ReferenceCase;
import org.jiaogongti.measurement.linking.AnchorGroups.Sample;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** Equating: the errors of the reference cases, and what must hold whatever the data. */
final class EquatingTest {

    private static final ReferenceCase ACT = new ReferenceCase("equating-eg-actmath");
    private static final ReferenceCase KB = new ReferenceCase("equating-neat-kb-tucker");

    private static ScoreDistribution act(int column) {
        List<List<String>> table = ACT.table("data.csv");
        return new ScoreDistribution(0, table.subList(1, table.size()).stream()
                .mapToDouble(row -> Double.parseDouble(row.get(column))).toArray());
    }

    private static Sample kb(String form) {
        List<Double> totals = new ArrayList<>();
        List<Double> anchors = new ArrayList<>();
        for (List<String> row : KB.table("data.csv")) {
            if (row.getFirst().equals(form)) {
                totals.add(Double.valueOf(row.get(1)));
                anchors.add(Double.valueOf(row.get(2)));
            }
        }
        return new Sample(totals.stream().mapToDouble(d -> d).toArray(),
                anchors.stream().mapToDouble(d -> d).toArray());
    }

    private static void errors(ReferenceCase reference, double[] actual, JsonNode expected, String field,
            double tolerance) {
        for (int i = 0; i < actual.length; i++) {
            reference.agrees(actual[i], expected.get(i).at(field), share(tolerance));
        }
    }

    @Test
    void hasTheErrorsOfTheEquivalentGroupsCase() {
        JsonNode expected = ACT.expected();

        errors(ACT, EquivalentGroups.equate(act(1), act(2), EquivalentGroups.Method.LINEAR).standardError(),
                expected.at("/linear/concordance"), "/se", 1e-9);
        errors(ACT, EquivalentGroups.equate(act(1), act(2), EquivalentGroups.Method.EQUIPERCENTILE).standardError(),
                expected.at("/equipercentile/concordance"), "/se", 1e-6);
        errors(ACT, EquivalentGroups.equate(LogLinear.smooth(act(1), 6), LogLinear.smooth(act(2), 6),
                EquivalentGroups.Method.EQUIPERCENTILE).standardError(),
                expected.at("/equipercentile_loglin6/concordance"), "/se", 1e-4);
        double[] ranks = act(1).percentileRanks();
        for (int i = 0; i < ranks.length; i++) {
            ACT.agrees(ranks[i], expected.path("percentile_rank_x").get(i), relative(1e-12));
            ACT.agrees(LogLinear.smooth(act(2), 6).counts()[i], expected.path("smoothed_freq_y_degree6").get(i),
                    relative(1e-4));
        }
    }

    @Test
    void hasTheErrorsOfTheAnchorCase() {
        double[] scores = new double[37];
        Arrays.setAll(scores, i -> i);
        JsonNode expected = KB.expected();

        Equating tucker = AnchorGroups.equate(kb("X"), kb("Y"), AnchorGroups.Method.TUCKER, 1, scores);
        Equating levine = AnchorGroups.equate(kb("X"), kb("Y"), AnchorGroups.Method.LEVINE, 1, scores);
        Equating chained = AnchorGroups.equate(kb("X"), kb("Y"), AnchorGroups.Method.CHAINED, 1, scores);

        errors(KB, tucker.standardError(), expected.at("/tucker_linear_ws1/concordance"), "/se/g", 1e-3);
        errors(KB, tucker.normalError(), expected.at("/tucker_linear_ws1/concordance"), "/se/n", 1e-3);
        errors(KB, levine.standardError(), expected.at("/levine_ws1/concordance"), "/se/g", 1e-3);
        errors(KB, levine.normalError(), expected.at("/levine_ws1/concordance"), "/se/n", 1e-3);
        errors(KB, chained.standardError(), expected.at("/chained_linear/concordance"), "/se/g", 1e-3);
        errors(KB, chained.normalError(), expected.at("/chained_linear/concordance"), "/se/n", 1e-3);
    }

    @ParameterizedTest
    @EnumSource(EquivalentGroups.Method.class)
    void leavesAFormAsItIs(EquivalentGroups.Method method) {
        ScoreDistribution form = LogLinear.smooth(act(1), 4);

        Equating equating = EquivalentGroups.equate(form, form, method);

        assertThat(equating.equated()).containsExactly(equating.scores(), within(1e-7));
    }

    @ParameterizedTest
    @EnumSource(value = EquivalentGroups.Method.class, names = {"MEAN", "LINEAR"})
    void leadsBackTheWayItCame(EquivalentGroups.Method method) {
        double[] there = EquivalentGroups.equate(act(1), act(2), method).equated();
        double[] back = EquivalentGroups.equate(act(2), act(1), method).equated();

        double slope = there[1] - there[0];
        assertThat(back[0]).isCloseTo(-there[0] / slope, within(1e-9));
        assertThat(back[1] - back[0]).isCloseTo(1 / slope, within(1e-9));
    }

    @Test
    void givesEqualPercentileRanks() {
        ScoreDistribution x = LogLinear.smooth(act(1), 6);
        ScoreDistribution y = LogLinear.smooth(act(2), 6);

        double[] equated = EquivalentGroups.equate(x, y, EquivalentGroups.Method.EQUIPERCENTILE).equated();

        double[] cumulative = y.cumulative();
        for (int i = 0; i < equated.length; i++) {
            int at = (int) Math.floor(equated[i] + 0.5);
            double below = at == 0 ? 0 : cumulative[at - 1];
            double rank = below + (equated[i] + 0.5 - at) * (cumulative[at] - below);
            assertThat(rank).isCloseTo(x.percentileRanks()[i], within(1e-12));
        }
    }

    @ParameterizedTest
    @EnumSource(AnchorGroups.Method.class)
    void leavesAFormAsItIsForTheSameGroup(AnchorGroups.Method method) {
        double[] scores = {0, 5, 18.5, 36};

        Equating equating = AnchorGroups.equate(kb("X"), kb("X"), method, 0.5, scores);

        assertThat(equating.equated()).containsExactly(scores, within(1e-9));
    }

    @Test
    void goesThroughEndsAndMeansOnACircleArc() {
        ScoreDistribution x = new ScoreDistribution(0, new double[]{1, 2, 5, 2, 1});
        ScoreDistribution y = new ScoreDistribution(0, new double[]{0, 1, 4, 8, 2});

        Equating equating = EquivalentGroups.equate(x, y, EquivalentGroups.Method.CIRCLE_ARC);

        assertThat(equating.equated()[0]).isCloseTo(0, within(1e-12));
        assertThat(equating.equated()[2]).isCloseTo(y.mean(), within(1e-12));
        assertThat(equating.equated()[4]).isCloseTo(4, within(1e-12));
        // The circle through (0, 0), (2, d), (4, 0) at 1: with r = (4 + d^2) / 2d and centre d - r.
        double d = y.mean() - 2;
        double r = (4 + d * d) / (2 * d);
        assertThat(equating.equated()[1]).isCloseTo(1 + d - r + Math.sqrt(r * r - 1), within(1e-12));
    }

    @Test
    void takesTheMiddleOfScoresThatNobodyHas() {
        ScoreDistribution x = new ScoreDistribution(0, new double[]{2, 2});
        ScoreDistribution y = new ScoreDistribution(0, new double[]{1, 0, 0, 3});

        double[] equated = EquivalentGroups.equate(x, y, EquivalentGroups.Method.EQUIPERCENTILE).equated();

        // Rank 1/4 is reached at 0.5 and left at 2.5; rank 3/4 lies two thirds within the score 3.
        assertThat(equated[0]).isCloseTo(1.5, within(1e-12));
        assertThat(equated[1]).isCloseTo(2.5 + 2.0 / 3, within(1e-12));
    }

    @Test
    void keepsTheMomentsWhenSmoothing() {
        ScoreDistribution smooth = LogLinear.smooth(act(2), 5);

        assertThat(smooth.n()).isCloseTo(act(2).n(), within(1e-6));
        assertThat(smooth.mean()).isCloseTo(act(2).mean(), within(1e-9));
        for (int order = 2; order <= 5; order++) {
            assertThat(smooth.moment(order) / act(2).moment(order)).isCloseTo(1, within(1e-8));
        }
    }

    @Test
    void hasErrorsThatAgreeWithRepeatedSampling() {
        Random random = new Random(6);
        int samples = 400;
        double[][] equated = new double[samples][];
        double predicted = 0;
        for (int s = 0; s < samples; s++) {
            Equating equating = AnchorGroups.equate(sample(400, 0.3, random), sample(300, 0, random),
                    AnchorGroups.Method.TUCKER, 1, new double[]{12, 20});
            equated[s] = equating.equated();
            predicted += equating.standardError()[1] / samples;
        }
        double mean = Arrays.stream(equated).mapToDouble(e -> e[1]).average().orElseThrow();
        double spread = Math
                .sqrt(Arrays.stream(equated).mapToDouble(e -> (e[1] - mean) * (e[1] - mean)).sum() / samples);
        assertThat(predicted / spread).isBetween(0.9, 1.1);
    }

    private static Sample sample(int n, double ability, Random random) {
        double[] totals = new double[n];
        double[] anchors = new double[n];
        for (int i = 0; i < n; i++) {
            double theta = ability + random.nextGaussian();
            anchors[i] = 5 + 2 * theta + random.nextGaussian();
            totals[i] = anchors[i] + 10 + 4 * theta + 2 * random.nextGaussian();
        }
        return new Sample(totals, anchors);
    }

    @Test
    void refusesWhatCannotBeEquated() {
        assertThatThrownBy(() -> new ScoreDistribution(0, new double[]{1, 0})).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> LogLinear.smooth(new ScoreDistribution(0, new double[]{3, 3, 3}), 3))
                .isInstanceOf(Refused.class).hasMessageContaining("次数");
        ScoreDistribution alike = new ScoreDistribution(0, new double[]{0, 5});
        assertThatThrownBy(() -> EquivalentGroups.equate(alike, act(1), EquivalentGroups.Method.LINEAR))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> AnchorGroups.equate(kb("X"), kb("Y"), AnchorGroups.Method.TUCKER, 1.5, new double[1]))
                .isInstanceOf(Refused.class).hasMessageContaining("权重");
    }
}
