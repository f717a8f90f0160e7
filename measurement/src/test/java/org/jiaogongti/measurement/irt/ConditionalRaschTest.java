package org.jiaogongti.measurement.irt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.jiaogongti.measurement.ReferenceCase.relative;
import static org.jiaogongti.measurement.ReferenceCase.share;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jiaogongti.measurement.ReferenceCase;
import org.jiaogongti.measurement.Refused;
import org.jiaogongti.measurement.ScoreMatrix;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Against eRm, against the definition, and recovery. */
final class ConditionalRaschTest {

    @Test
    void agreesWithErm() {
        ReferenceCase reference = new ReferenceCase("rasch-cml-lsat6");
        JsonNode expected = reference.expected();
        ConditionalRasch.Result result = ConditionalRasch.fit(reference.scores());

        assertThat(result.converged()).isTrue();
        reference.agrees(result.logLik(), expected.path("cond_logLik"), relative(1e-8));
        for (int i = 0; i < result.names().size(); i++) {
            reference.agrees(result.difficulty(i), expected.path("items").path(i).path("difficulty"), relative(1e-5));
            reference.agrees(result.error(i), expected.path("items").path(i).path("se"), share(1e-4));
        }
    }

    /** The log-likelihood by going through all patterns with the same number right. */
    private static double byDefinition(ScoreMatrix scores, double[] difficulty) {
        double sum = 0;
        for (int person = 0; person < scores.persons(); person++) {
            double own = 1;
            double all = 0;
            int right = 0;
            int answered = 0;
            for (int i = 0; i < scores.items(); i++) {
                int score = scores.score(person, i);
                if (score >= 0) {
                    answered |= 1 << i;
                    own *= score == 1 ? Math.exp(-difficulty[i]) : 1;
                    right += score;
                }
            }
            for (int pattern = 0; pattern < 1 << scores.items(); pattern++) {
                if ((pattern & ~answered) == 0 && Integer.bitCount(pattern) == right) {
                    double product = 1;
                    for (int i = 0; i < scores.items(); i++) {
                        product *= (pattern >> i & 1) == 1 ? Math.exp(-difficulty[i]) : 1;
                    }
                    all += product;
                }
            }
            sum += Math.log(own / all);
        }
        return sum;
    }

    @Test
    void maximisesTheConditionalLikelihoodAlsoWithMissingAnswers() {
        List<Item> items = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            items.add(Item.logistic("i" + i, 1, 1.5 - 0.6 * i, 0));
        }
        int[][] rows = Simulation.answers(items, 250, 0, 1, 17);
        for (int person = 0; person < rows.length; person += 2) {
            rows[person][person % 6] = ScoreMatrix.MISSING;
        }
        ScoreMatrix scores = Simulation.scores(items, rows);
        ConditionalRasch.Result result = ConditionalRasch.fit(scores);
        double[] at = new double[6];
        Arrays.setAll(at, result::difficulty);

        assertThat(Arrays.stream(at).sum()).isCloseTo(0, within(1e-10));
        assertThat(result.logLik()).isCloseTo(byDefinition(scores, at), within(1e-8));
        double h = 1e-3;
        for (int i = 0; i < 6; i++) {
            double[] up = at.clone();
            double[] down = at.clone();
            up[i] += h;
            down[i] -= h;
            double above = byDefinition(scores, up);
            double below = byDefinition(scores, down);
            assertThat((above - below) / (2 * h)).isCloseTo(0, within(1e-3));
            assertThat(result.error(i))
                    .isGreaterThan(1 / Math.sqrt((2 * result.logLik() - above - below) / (h * h)) / 2);
        }
    }

    @Test
    void isStableForManyItems() {
        List<Item> items = new ArrayList<>();
        for (int i = 0; i < 150; i++) {
            items.add(Item.logistic("i" + i, 1, 6 - 0.08 * i, 0));
        }
        ConditionalRasch.Result result = ConditionalRasch.fit(Simulation.scores(items, 1500, 3));

        assertThat(result.converged()).isTrue();
        assertThat(result.logLik()).isFinite();
        for (int i = 0; i < 150; i++) {
            assertThat(Math.abs(result.difficulty(i) + 0.04 - (0.08 * i - 5.96 + 0.04))).as("item " + i)
                    .isLessThan(4.5 * result.error(i));
        }
    }

    @Test
    void refusesWhatCannotBeCompared() {
        ScoreMatrix divided = ScoreMatrix.of(List.of("a", "b", "c"),
                new int[][]{{1, 0, 0}, {0, 1, 0}, {1, 1, 0}, {1, 1, 1}, {0, 0, 0}});
        ScoreMatrix graded = ScoreMatrix.of(List.of("a", "b"), new int[][]{{0, 1}, {2, 0}, {1, 1}});

        assertThatThrownBy(() -> ConditionalRasch.fit(divided)).isInstanceOf(Refused.class).hasMessageContaining("“c”");
        assertThatThrownBy(() -> ConditionalRasch.fit(graded)).isInstanceOf(Refused.class)
                .hasMessageContaining("“a”有得分 2");
    }
}
