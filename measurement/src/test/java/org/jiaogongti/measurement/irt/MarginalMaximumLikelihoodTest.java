package org.jiaogongti.measurement.irt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jiaogongti.measurement.Refused;
import org.jiaogongti.measurement.ScoreMatrix;
import org.jiaogongti.measurement.irt.IrtModel.Family;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Properties of the fit that need no reference: recovery, invariance, bits, refusals. */
final class MarginalMaximumLikelihoodTest {

    private static final List<Item> TWO = List.of(Item.logistic("a", 0.8, 1, 0), Item.logistic("b", 1.2, 0.4, 0),
            Item.logistic("c", 1.6, 0, 0), Item.logistic("d", 1, -0.5, 0), Item.logistic("e", 1.4, -1, 0),
            Item.logistic("f", 0.7, -0.2, 0), Item.logistic("g", 1.1, 0.9, 0), Item.logistic("h", 2, -0.8, 0),
            Item.logistic("i", 0.9, 0.2, 0));

    private static final List<Item> GRADED = List.of(Item.graded("a", 1.3, 2, 0.5, -1), Item.graded("b", 0.9, 1, -0.5),
            Item.graded("c", 1.8, 2.5, 1, 0, -2), Item.graded("d", 1.1, 0.3));

    private static final List<Item> CREDIT = List.of(Item.partialCredit("a", 1.2, 1, 0.8, -0.5),
            Item.partialCredit("b", 0.8, 0.5, -0.3), Item.partialCredit("c", 1.5, 0.2),
            Item.partialCredit("d", 0.7, 1, 1));

    private static IrtFit fit(ScoreMatrix scores, IrtModel model) {
        IrtFit fit = MarginalMaximumLikelihood.of(scores, model).fit();
        assertThat(fit.converged()).isTrue();
        return fit;
    }

    /** What the answers say about parameters, by plain sums over nodes: the definition. */
    private static double logLikByDefinition(IrtFit fit) {
        double[] theta = fit.model().theta();
        double[] weights = new double[theta.length];
        Cycle.weights(theta, fit.mean(0), fit.variance(0), weights);
        double sum = 0;
        for (int person = 0; person < fit.persons(); person++) {
            int[] answers = fit.answers(person);
            double likelihood = 0;
            for (int q = 0; q < theta.length; q++) {
                double product = weights[q];
                for (int i = 0; i < answers.length; i++) {
                    product *= answers[i] < 0 ? 1 : fit.items().get(i).probabilities(theta[q])[answers[i]];
                }
                likelihood += product;
            }
            sum += Math.log(likelihood);
        }
        return sum;
    }

    @Test
    void recoversWhatWasSimulatedWithinThreeStandardErrors() {
        for (Family family : List.of(Family.TWO_PL, Family.GRADED, Family.PARTIAL_CREDIT)) {
            List<Item> items = family == Family.TWO_PL ? TWO : family == Family.GRADED ? GRADED : CREDIT;
            IrtFit fit = fit(Simulation.scores(items, 4000, 11), IrtModel.of(family).withTolerance(1e-6));
            List<StandardErrors.Parameter> estimates = fit.errors().intercepts();
            int at = 0;
            for (Item item : items) {
                for (double truth : item.raw()) {
                    StandardErrors.Parameter estimate = estimates.get(at++);
                    if (Double.isFinite(truth)) {
                        assertThat(Math.abs(estimate.estimate() - truth)).as(estimate.toString())
                                .isLessThan(3 * estimate.error());
                        assertThat(estimate.error()).isBetween(0.02, 0.25);
                    }
                }
            }
        }
    }

    @Test
    void countsTheLogLikelihoodAsItIsDefined() {
        int[][] rows = Simulation.answers(GRADED, 300, 0, 1, 5);
        for (int person = 0; person < rows.length; person += 3) {
            rows[person][person % GRADED.size()] = ScoreMatrix.MISSING;
        }
        IrtFit fit = fit(Simulation.scores(GRADED, rows), IrtModel.of(Family.GRADED));
        assertThat(fit.logLik()).isCloseTo(logLikByDefinition(fit), within(1e-8));
    }

    @Test
    void reachesAMaximum() {
        IrtFit fit = fit(Simulation.scores(CREDIT, 500, 6), IrtModel.of(Family.PARTIAL_CREDIT).withTolerance(1e-8));
        ScoreMatrix scores = fit.scores();
        for (int i = 0; i < CREDIT.size(); i++) {
            for (double h : new double[]{-0.02, 0.02}) {
                List<Item> moved = new ArrayList<>(fit.items());
                double[] p = moved.get(i).parameters();
                p[0] += h;
                moved.set(i, new Item(moved.get(i).name(), Curve.PARTIAL_CREDIT, p));
                assertThat(logLikAt(scores, moved)).isLessThan(fit.logLik());
            }
        }
    }

    private static double logLikAt(ScoreMatrix scores, List<Item> items) {
        double[] theta = IrtModel.of(Family.TWO_PL).theta();
        double[] weights = new double[theta.length];
        Cycle.weights(theta, 0, 1, weights);
        double sum = 0;
        for (int person = 0; person < scores.persons(); person++) {
            double likelihood = 0;
            for (int q = 0; q < theta.length; q++) {
                double product = weights[q];
                for (int i = 0; i < items.size(); i++) {
                    product *= items.get(i).probabilities(theta[q])[scores.score(person, i)];
                }
                likelihood += product;
            }
            sum += Math.log(likelihood);
        }
        return sum;
    }

    @ParameterizedTest
    @EnumSource(Family.class)
    void givesTheSameBitsForOneThreadAndForMany(Family family) {
        List<Item> items = family == Family.GRADED || family == Family.PARTIAL_CREDIT ? GRADED : TWO;
        // More than one stripe: three items more, so that patterns do not repeat.
        List<Item> wide = new ArrayList<>(items);
        for (int i = 0; i < 12; i++) {
            wide.add(Item.logistic("x" + i, 1, i / 6.0 - 1, 0));
        }
        ScoreMatrix scores = Simulation.scores(wide, 9000, 3);
        IrtModel model = IrtModel.of(family).withNodes(21, 5).withTolerance(1e-2).withMaximumCycles(6);
        if (family == Family.THREE_PL) {
            model = model.withGuessing(new Guessing.Prior(-1.4, 0.5));
        }
        IrtFit one = MarginalMaximumLikelihood.of(scores, model.withThreads(1)).fit();
        IrtFit many = MarginalMaximumLikelihood.of(scores, model.withThreads(5)).fit();

        assertThat(many.logLik()).isEqualTo(one.logLik());
        for (int i = 0; i < wide.size(); i++) {
            assertThat(many.items().get(i).raw()).isEqualTo(one.items().get(i).raw());
        }
        assertThat(many.eap()[0]).isEqualTo(one.eap()[0]);
    }

    @Test
    void doesNotCareForTheOrderOfItemsAndPersons() {
        ScoreMatrix scores = Simulation.scores(TWO, 700, 8);
        IrtModel model = IrtModel.of(Family.TWO_PL).withTolerance(1e-9);
        IrtFit fit = fit(scores, model);
        int[] items = {4, 0, 8, 2, 6, 1, 3, 7, 5};
        int[] persons = new int[700];
        Arrays.setAll(persons, i -> i * 299 % 700);

        IrtFit other = fit(scores.persons(persons).items(items), model);

        assertThat(other.logLik()).isCloseTo(fit.logLik(), within(1e-7));
        for (int j = 0; j < items.length; j++) {
            assertThat(other.items().get(j).slope()).isCloseTo(fit.items().get(items[j]).slope(), within(1e-6));
        }
    }

    @Test
    void keepsAPersonWithoutAnswersInTheCountAndOutOfTheLikelihood() {
        int[][] rows = Simulation.answers(TWO, 400, 0, 1, 9);
        int[][] more = Arrays.copyOf(rows, 401);
        more[400] = new int[TWO.size()];
        Arrays.fill(more[400], ScoreMatrix.MISSING);
        IrtModel model = IrtModel.of(Family.RASCH).withTolerance(1e-9);
        IrtFit without = fit(Simulation.scores(TWO, rows), model);
        IrtFit with = fit(Simulation.scores(TWO, more), model);

        assertThat(with.persons()).isEqualTo(401);
        assertThat(with.logLik()).isCloseTo(without.logLik(), within(1e-7));
        assertThat(with.variance(0)).isCloseTo(without.variance(0), within(1e-7));
        assertThat(with.eap()[0][400]).isCloseTo(0, within(1e-9));
        assertThat(with.eap()[1][400]).isCloseTo(Math.sqrt(with.variance(0)), within(1e-4));
    }

    @Test
    void keepsALikelihoodForFifteenHundredAnswers() {
        List<Item> items = new ArrayList<>();
        for (int i = 0; i < 1500; i++) {
            items.add(Item.logistic("i" + i, 1, i / 500.0 - 1.5, 0));
        }
        ScoreMatrix scores = Simulation.scores(items, 60, 4);
        IrtFit fit = MarginalMaximumLikelihood.of(scores, IrtModel.of(Family.RASCH)).withFixedItems(items).fit();

        assertThat(fit.logLik()).isFinite().isLessThan(-30_000);
        double[][] eap = fit.eap();
        for (int person = 0; person < 60; person++) {
            assertThat(eap[0][person]).isCloseTo(fit.scorer().eap(fit.answers(person)).value(), within(1e-9));
            assertThat(eap[1][person]).isBetween(0.01, 0.2);
            assertThat(fit.scorer().ml(fit.answers(person)).value()).isCloseTo(eap[0][person], within(0.1));
        }
    }

    @Test
    void bringsNewPersonsToTheScaleOfFixedItems() {
        int[][] rows = Simulation.answers(TWO, 6000, 0.8, 1.3, 21);
        IrtFit fit = MarginalMaximumLikelihood
                .of(Simulation.scores(TWO, rows), IrtModel.of(Family.TWO_PL).withTolerance(1e-6))
                .withFixedItems(TWO.subList(0, 6)).fit();

        assertThat(fit.parameters()).isEqualTo(2 * 3 + 2);
        assertThat(fit.mean(0)).isCloseTo(0.8, within(0.07));
        assertThat(Math.sqrt(fit.variance(0))).isCloseTo(1.3, within(0.07));
        assertThat(fit.items().get(0).slope()).isEqualTo(TWO.get(0).slope());
        assertThat(fit.items().get(7).slope()).isCloseTo(TWO.get(7).slope(), within(0.25));
        assertThat(fit.items().get(7).difficulties()[0]).isCloseTo(TWO.get(7).difficulties()[0], within(0.1));
    }

    @Test
    void estimatesHowGroupsDiffer() {
        int[][] rows = Simulation.answers(TWO, 3000, 0, 1, 31);
        int[][] second = Simulation.answers(TWO, 3000, -0.6, 0.7, 32);
        int[][] all = Arrays.copyOf(rows, 6000);
        System.arraycopy(second, 0, all, 3000, 3000);
        int[] groups = new int[6000];
        Arrays.fill(groups, 3000, 6000, 1);
        IrtFit fit = MarginalMaximumLikelihood
                .of(Simulation.scores(TWO, all), IrtModel.of(Family.TWO_PL).withTolerance(1e-6))
                .withGroups(groups).fit();

        assertThat(fit.mean(0)).isZero();
        assertThat(fit.variance(0)).isEqualTo(1);
        StandardErrors errors = fit.errors();
        assertThat(Math.abs(fit.mean(1) + 0.6)).isLessThan(3 * errors.ofMean(1));
        assertThat(Math.abs(fit.variance(1) - 0.49)).isLessThan(3 * errors.ofVariance(1));
        assertThat(errors.ofMean(0)).isNaN();
    }

    @Test
    void keepsAFreeAsymptoteBetweenZeroAndOne() {
        List<Item> guessed = new ArrayList<>();
        for (Item item : TWO) {
            guessed.add(Item.logistic(item.name(), item.slope(), item.intercepts()[0], 0.25));
        }
        ScoreMatrix scores = Simulation.scores(guessed, 1500, 41);
        IrtFit free = MarginalMaximumLikelihood.of(scores, IrtModel.of(Family.THREE_PL).withMaximumCycles(300)).fit();
        IrtFit prior = fit(scores, IrtModel.of(Family.THREE_PL).withGuessing(new Guessing.Prior(-1.1, 0.3)));
        IrtFit fixed = fit(scores, IrtModel.of(Family.THREE_PL).withGuessing(new Guessing.Fixed(0.25)));

        assertThat(free.items()).allMatch(item -> item.guess() >= 0 && item.guess() < 1);
        assertThat(free.logLik()).isGreaterThan(prior.logLik());
        assertThat(free.parameters()).isEqualTo(27);
        assertThat(fixed.parameters()).isEqualTo(18);
        assertThat(fixed.items()).allMatch(item -> Math.abs(item.guess() - 0.25) < 1e-12);
        assertThat(prior.items().stream().mapToDouble(Item::guess).average().orElse(0)).isCloseTo(0.25, within(0.05));
    }

    @Test
    void saysWhenAFitDidNotConverge() {
        IrtFit fit = MarginalMaximumLikelihood.of(Simulation.scores(TWO, 200, 2),
                IrtModel.of(Family.TWO_PL).withTolerance(1e-9).withMaximumCycles(3)).fit();
        assertThat(fit.converged()).isFalse();
        assertThat(fit.cycles()).isBetween(3, 5);
    }

    @Test
    void refusesWhatHasNoEstimate() {
        ScoreMatrix alike = ScoreMatrix.of(List.of("a", "b"), new int[][]{{1, 1}, {0, 1}, {1, 1}});
        ScoreMatrix unused = ScoreMatrix.of(List.of("a", "b"), new int[][]{{0, 0}, {1, 1}, {3, 0}});
        ScoreMatrix lowest = ScoreMatrix.of(List.of("a", "b"), new int[][]{{1, 0}, {2, 1}, {1, 0}});
        ScoreMatrix three = ScoreMatrix.of(List.of("a", "b"), new int[][]{{0, 0}, {1, 1}, {2, 0}});
        ScoreMatrix nobody = ScoreMatrix.of(List.of("a", "b"), new int[][]{{0, -1}, {1, -1}});

        assertThatThrownBy(() -> fit(alike, IrtModel.of(Family.TWO_PL))).isInstanceOf(Refused.class)
                .hasMessageContaining("“b”");
        assertThatThrownBy(() -> fit(unused, IrtModel.of(Family.GRADED))).isInstanceOf(Refused.class)
                .hasMessageContaining("“a”没有人得 2 分");
        assertThatThrownBy(() -> fit(lowest, IrtModel.of(Family.PARTIAL_CREDIT))).isInstanceOf(Refused.class)
                .hasMessageContaining("“a”没有人得 0 分");
        assertThatThrownBy(() -> fit(three, IrtModel.of(Family.TWO_PL))).isInstanceOf(Refused.class)
                .hasMessageContaining("“a”有得分 2");
        assertThatThrownBy(() -> fit(nobody, IrtModel.of(Family.RASCH))).isInstanceOf(Refused.class)
                .hasMessageContaining("“b”没有人作答");
    }
}
