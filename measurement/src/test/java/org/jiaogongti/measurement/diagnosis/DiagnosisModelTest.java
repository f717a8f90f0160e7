package org.jiaogongti.measurement.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.jiaogongti.measurement.Refused;
import org.jiaogongti.measurement.ScoreMatrix;
import org.jiaogongti.measurement.diagnosis.DiagnosisFit.Mastery;
import org.jiaogongti.measurement.diagnosis.DiagnosisModel.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What must hold of a diagnosis whatever the data. The reference cases run through the command line. */
final class DiagnosisModelTest {

    /** Three skills: each alone twice, all pairs, all three. */
    private static final int[][] NEEDS = {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}, {1, 1, 0}, {0, 1, 1}, {1, 0, 1}, {1, 1, 1},
            {1, 0, 0}, {0, 1, 0}, {0, 0, 1}, {1, 1, 0}};

    private static final QMatrix Q = QMatrix.of(List.of("a", "b", "c"), NEEDS);

    private static final Settings EXACT = new Settings(1e-9, 20_000, true, 1);

    private static double probability(Rule rule, int item, int person) {
        int has = Q.reduced(item, person);
        int all = (1 << Q.count(item)) - 1;
        return switch (rule) {
            case DINA -> has == all ? 0.85 : 0.2;
            case DINO -> has != 0 ? 0.85 : 0.2;
            case GDINA -> 0.15 + 0.7 * Math.pow((double) Integer.bitCount(has) / Q.count(item), 2);
            case ACDM -> 0.15 + 0.7 * Integer.bitCount(has) / Q.count(item);
        };
    }

    private static ScoreMatrix answers(Rule rule, int persons, double missing, Random random) {
        int[][] rows = new int[persons][Q.items()];
        for (int[] row : rows) {
            int person = random.nextInt(10) < 4 ? 7 : random.nextInt(8);
            for (int item = 0; item < row.length; item++) {
                boolean right = random.nextDouble() < probability(rule, item, person);
                row[item] = random.nextDouble() < missing ? ScoreMatrix.MISSING : right ? 1 : 0;
            }
        }
        return ScoreMatrix.of(IntStream.range(0, Q.items()).mapToObj(item -> "题" + item).toList(), rows);
    }

    /** The likelihood person by person, class by class, item by item. */
    private static double likelihood(ScoreMatrix scores, DiagnosisFit fit) {
        double sum = 0;
        for (int i = 0; i < scores.persons(); i++) {
            double person = 0;
            for (int c = 0; c < fit.classShares().length; c++) {
                double product = fit.classShares()[c];
                for (int item = 0; item < scores.items(); item++) {
                    int score = scores.score(i, item);
                    double p = fitted(fit, item, c);
                    product *= score == ScoreMatrix.MISSING ? 1 : score == 1 ? p : 1 - p;
                }
                person += product;
            }
            sum += Math.log(person);
        }
        return sum;
    }

    private static double fitted(DiagnosisFit fit, int item, int person) {
        double[] p = fit.items().get(item).probabilities();
        int has = fit.q().reduced(item, person);
        if (fit.rule().twofold()) {
            boolean able = fit.rule() == Rule.DINA ? has == (1 << fit.q().count(item)) - 1 : has != 0;
            return p[able ? 1 : 0];
        }
        int[] listed = QMatrix.listed(fit.q().count(item));
        return p[IntStream.range(0, listed.length).filter(g -> listed[g] == has).findFirst().orElseThrow()];
    }

    @ParameterizedTest
    @EnumSource(Rule.class)
    void givesTheLikelihoodWrittenOutAndAMaximumOfIt(Rule rule) {
        ScoreMatrix scores = answers(rule, 700, 0.1, new Random(3));

        DiagnosisFit fit = DiagnosisModel.fit(scores, Q, rule, EXACT);

        assertThat(fit.converged()).isTrue();
        double best = likelihood(scores, fit);
        assertThat(fit.logLikelihood()).isCloseTo(best, within(1e-8));
        for (int item = 0; item < Q.items(); item++) {
            double[] p = fit.items().get(item).probabilities();
            for (double step : new double[]{-1e-3, 1e-3}) {
                double[] kept = p.clone();
                for (int g = 0; g < p.length; g++) {
                    // Moving all of an item's probabilities keeps them additive.
                    p[g] = Math.clamp(kept[g] + step, 0, 1);
                }
                assertThat(likelihood(scores, fit)).isLessThan(best + 1e-9);
                System.arraycopy(kept, 0, p, 0, p.length);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Rule.class)
    void findsBackWhatWasPutIn(Rule rule) {
        ScoreMatrix scores = answers(rule, 20_000, 0, new Random(8));

        DiagnosisFit fit = DiagnosisModel.fit(scores, Q, rule, Settings.usual(2));

        for (int item = 0; item < Q.items(); item++) {
            for (int person = 0; person < 8; person++) {
                assertThat(fitted(fit, item, person)).isCloseTo(probability(rule, item, person), within(0.06));
            }
        }
        assertThat(fit.skillShares()).containsExactly(new double[]{0.7, 0.7, 0.7}, within(0.03));
        Mastery mastery = DiagnosisModel.mastery(scores, fit);
        assertThat(mastery.accuracy()[0]).isBetween(0.8, 1.0);
    }

    @Test
    void doesNotDependOnTheOrderOfItemsSkillsAndPersons() {
        ScoreMatrix scores = answers(Rule.GDINA, 500, 0.05, new Random(5));
        DiagnosisFit fit = DiagnosisModel.fit(scores, Q, Rule.GDINA, EXACT);
        int[] items = {10, 3, 5, 0, 1, 9, 2, 8, 7, 6, 4};
        int[][] needs = new int[items.length][];
        for (int i = 0; i < items.length; i++) {
            int[] row = NEEDS[items[i]];
            needs[i] = new int[]{row[2], row[0], row[1]};
        }
        int[] persons = IntStream.range(0, 500).map(i -> 499 - i).toArray();

        DiagnosisFit other = DiagnosisModel.fit(scores.items(items).persons(persons),
                QMatrix.of(List.of("c", "a", "b"), needs), Rule.GDINA, EXACT);

        assertThat(other.logLikelihood()).isCloseTo(fit.logLikelihood(), within(1e-6));
        assertThat(other.skillShares()[1]).isCloseTo(fit.skillShares()[0], within(1e-5));
        assertThat(other.items().get(3).probabilities())
                .containsExactly(fit.items().getFirst().probabilities(), within(1e-5));
    }

    @ParameterizedTest
    @EnumSource(Rule.class)
    void isTheSameToTheLastBitForOneThreadAndMany(Rule rule) {
        ScoreMatrix scores = answers(rule, 6000, 0.1, new Random(9));

        DiagnosisFit one = DiagnosisModel.fit(scores, Q, rule, Settings.usual(1));
        DiagnosisFit many = DiagnosisModel.fit(scores, Q, rule, Settings.usual(3));

        assertThat(many.logLikelihood()).isEqualTo(one.logLikelihood());
        assertThat(many.classShares()).isEqualTo(one.classShares());
        assertThat(many.cycles()).isEqualTo(one.cycles());
    }

    @Test
    void doesNotRunOutOfDigitsWithManyAnswers() {
        int items = 1500;
        int[][] needs = new int[items][2];
        int[][] rows = new int[40][items];
        Random random = new Random(1);
        for (int item = 0; item < items; item++) {
            needs[item][item % 2] = 1;
            for (int person = 0; person < rows.length; person++) {
                rows[person][item] = random.nextDouble() < ((person >> item % 2 & 1) == 1 ? 0.8 : 0.3) ? 1 : 0;
            }
        }
        ScoreMatrix scores = ScoreMatrix.of(IntStream.range(0, items).mapToObj(Integer::toString).toList(), rows);
        QMatrix q = QMatrix.of(List.of("a", "b"), needs);

        DiagnosisFit fit = DiagnosisModel.fit(scores.requireVaried(), q, Rule.DINA, EXACT);

        assertThat(fit.classShares()).containsExactly(new double[]{0.25, 0.25, 0.25, 0.25}, within(1e-6));
        Mastery mastery = DiagnosisModel.mastery(scores, fit);
        assertThat(mastery.likeliest()[6]).isEqualTo(2);
        assertThat(mastery.certainty()[6]).isCloseTo(1, within(1e-9));
    }

    @Test
    void placesOnePersonWhoAnsweredNothingByTheSharesAlone() {
        DiagnosisFit fit = DiagnosisModel.fit(answers(Rule.DINA, 400, 0, new Random(2)), Q, Rule.DINA, EXACT);
        int[] nothing = new int[Q.items()];
        java.util.Arrays.fill(nothing, ScoreMatrix.MISSING);
        ScoreMatrix one = ScoreMatrix.of(fit.items().stream().map(DiagnosisFit.ItemFit::name).toList(),
                new int[][]{nothing});

        Mastery mastery = DiagnosisModel.mastery(one, fit);

        assertThat(mastery.probability()[0]).containsExactly(fit.skillShares(), within(1e-12));
    }

    @Test
    void saysWhatAQMatrixCannotTellApart() {
        assertThat(Q.check(Rule.DINA).identified()).isTrue();
        assertThat(Q.check(Rule.GDINA).identified()).isTrue();
        assertThat(Q.check(Rule.DINA).distinct()).isEqualTo(8);
        QMatrix poor = QMatrix.of(List.of("a", "b", "c"), new int[][]{{1, 0, 0}, {1, 1, 0}, {1, 1, 1}, {0, 1, 1}});
        QMatrix.Check check = poor.check(Rule.DINA);
        assertThat(check.complete()).isFalse();
        assertThat(check.notAlone()).containsExactly("b", "c");
        assertThat(check.fewerThanThree()).containsExactly("c");
        assertThat(check.identified()).isFalse();
        // Classes 000, 010 and 001 can answer none of the items; 011 only the last one.
        assertThat(check.distinct()).isEqualTo(5);
        assertThat(QMatrix.listed(3)).containsExactly(0b000, 0b001, 0b010, 0b100, 0b011, 0b101, 0b110, 0b111);
    }

    @Test
    void refusesWhatCannotBeDiagnosed() {
        ScoreMatrix scores = answers(Rule.DINA, 50, 0, new Random(2));
        QMatrix fewer = QMatrix.of(List.of("a"), new int[][]{{1}, {1}});
        assertThatThrownBy(() -> DiagnosisModel.fit(scores, fewer, Rule.DINA, EXACT)).isInstanceOf(Refused.class)
                .hasMessageContaining("11 道题");
        assertThatThrownBy(() -> QMatrix.of(List.of("a", "b"), new int[][]{{1, 0}, {0, 0}}))
                .isInstanceOf(Refused.class).hasMessageContaining("不需要任何技能");
        assertThatThrownBy(() -> QMatrix.of(List.of("a", "b"), new int[][]{{1, 0}, {1, 0}}))
                .isInstanceOf(Refused.class).hasMessageContaining("“b”");
        assertThatThrownBy(() -> QMatrix.of(List.of("a"), new int[][]{{1}, {2}})).isInstanceOf(Refused.class)
                .hasMessageContaining("0 或 1");
        ScoreMatrix polytomous = ScoreMatrix.of(List.of("x", "y"), new int[][]{{0, 1}, {2, 0}, {1, 1}});
        QMatrix two = QMatrix.of(List.of("a"), new int[][]{{1}, {1}});
        assertThatThrownBy(() -> DiagnosisModel.fit(polytomous, two, Rule.DINA, EXACT)).isInstanceOf(Refused.class)
                .hasMessageContaining("2 分");
    }
}
