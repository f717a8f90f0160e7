package org.jiaogongti.measurement.growth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jiaogongti.measurement.Refused;
import org.jiaogongti.measurement.growth.Frame.Levels;
import org.jiaogongti.measurement.growth.Frame.Numbers;
import org.jiaogongti.measurement.growth.MixedFit.Component;
import org.jiaogongti.measurement.growth.MixedFit.Effects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What must hold of a fit whatever the data. The reference cases run through the command line (MixedCommandTest). */
final class MixedModelTest {

    private static final World WORLD = World.of(900, 12, 60, 25, new Random(11));

    private static MixedFit fit(String formula, World world, int threads) {
        return MixedModel.fit(Formula.parse(formula), world.frame(), true, threads);
    }

    private static double effect(MixedFit fit, String group, String level, int term) {
        Effects effects = fit.effects(group);
        return effects.estimate()[effects.levels().indexOf(level)][term];
    }

    @ParameterizedTest
    @ValueSource(strings = {"score ~ prior + sex + (1 | class) + (1 | school)", "score ~ prior + (prior | school)",
            "score ~ prior * sex + (1 | class) + (1 | teacher)",
            "score ~ prior + (1 | class) + (prior | school) + (1 | teacher)"})
    void doesNotDependOnTheOrderOfRows(String formula) {
        MixedFit fit = fit(formula, WORLD, 2);
        MixedFit other = fit(formula, WORLD.reordered(World.shuffled(900, new Random(3))), 2);

        assertThat(other.criterion()).isCloseTo(fit.criterion(), within(1e-8));
        for (int i = 0; i < fit.components().size(); i++) {
            assertThat(other.components().get(i).value()).isCloseTo(fit.components().get(i).value(), within(1e-4));
        }
        for (Effects effects : fit.effects()) {
            for (String level : effects.levels()) {
                assertThat(effect(other, effects.group(), level, 0))
                        .isCloseTo(effect(fit, effects.group(), level, 0), within(1e-4));
            }
        }
    }

    @Test
    void followsOtherUnitsAndOrigins() {
        String formula = "score ~ prior + sex + (prior | school) + (1 | teacher)";
        MixedFit fit = fit(formula, WORLD, 1);
        MixedFit other = fit(formula, WORLD.rescaled(1000, 5e5, 1e-3, 0), 1);

        assertThat(other.sigma()).isCloseTo(1000 * fit.sigma(), within(1e-2));
        assertThat(other.fixed().get(1).estimate().value())
                .isCloseTo(1e6 * fit.fixed().get(1).estimate().value(), within(1e2));
        assertThat(other.fixed().get(1).estimate().standardError())
                .isCloseTo(1e6 * fit.fixed().get(1).estimate().standardError(), within(1e2));
        assertThat(other.criterion()).isCloseTo(
                fit.criterion() + 2 * (900 - 3) * Math.log(1000) + 2 * Math.log(1e-3), within(1e-6));
        // A year that is far from 0 moves the intercept, and nothing else where there is no random slope.
        MixedFit late = fit("score ~ prior + (1 | school)", WORLD.rescaled(1, 0, 1, 2024), 1);
        MixedFit early = fit("score ~ prior + (1 | school)", WORLD, 1);
        assertThat(late.criterion()).isCloseTo(early.criterion(), within(1e-6));
        assertThat(late.fixed().get(1).estimate().value())
                .isCloseTo(early.fixed().get(1).estimate().value(), within(1e-8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"score ~ prior + (prior | school) + (1 | class)",
            "score ~ prior + (1 | class) + (1 | teacher) + (1 | school)"})
    void isTheSameToTheLastBitForOneThreadAndMany(String formula) {
        MixedFit one = fit(formula, WORLD, 1);
        MixedFit many = fit(formula, WORLD, 3);

        assertThat(many.criterion()).isEqualTo(one.criterion());
        assertThat(many.fixed()).isEqualTo(one.fixed());
        assertThat(many.components()).isEqualTo(one.components());
        for (int g = 0; g < one.effects().size(); g++) {
            assertThat(many.effects().get(g).estimate()).isDeepEqualTo(one.effects().get(g).estimate());
            assertThat(many.effects().get(g).deviation()).isDeepEqualTo(one.effects().get(g).deviation());
        }
    }

    @Test
    void findsBackWhatWasPutIn() {
        World large = World.of(20_000, 100, 800, 150, new Random(21));

        MixedFit fit = fit("score ~ prior + sex + (prior || school) + (1 | class) + (1 | teacher)", large, 2);

        assertThat(fit.converged()).isTrue();
        double[] expected = {2, 2.5, 3, 0.3, 4};
        assertThat(fit.components()).hasSize(5);
        for (int i = 0; i < expected.length; i++) {
            assertThat(fit.components().get(i).deviation()).as(fit.components().get(i).group()).isCloseTo(expected[i],
                    within(expected[i] * 0.25));
        }
        assertThat(fit.fixed().get(1).estimate().value()).isCloseTo(1.5, within(0.12));
        assertThat(fit.fixed().get(2).term()).isEqualTo("sex男");
        assertThat(fit.fixed().get(2).estimate().value()).isCloseTo(-1, within(0.25));
    }

    @Test
    void findsAVarianceThatIsNothing() {
        Random random = new Random(2);
        double[] y = new double[200];
        String[] g = new String[200];
        for (int i = 0; i < 200; i++) {
            g[i] = "g" + i % 20;
            // Every group gets the same mean: between groups there is less than chance would bring.
            y[i] = i / 20 % 2 == 0 ? random.nextGaussian() : 0;
        }
        for (int i = 0; i < 200; i++) {
            if (i / 20 % 2 == 1) {
                y[i] = -y[i - 20];
            }
        }
        Frame frame = new Frame(200, Map.of("y", new Numbers(y)), Map.of("g", Levels.of(List.of(g))));

        MixedFit fit = MixedModel.fit(Formula.parse("y ~ 1 + (1 | g)"), frame, true, 1);

        assertThat(fit.singular()).isTrue();
        assertThat(fit.converged()).isTrue();
        assertThat(fit.components().getFirst().value()).isZero();
        assertThat(fit.effects("g").estimate()).isDeepEqualTo(new double[20][1]);
        double sum = 0;
        for (double value : y) {
            sum += value * value;
        }
        assertThat(fit.sigma()).isCloseTo(Math.sqrt(sum / 199), within(1e-9));
    }

    @Test
    void leavesOutRowsWithAnythingMissingAndColumnsThatSayNothingNew() {
        World world = World.of(60, 5, 10, 4, new Random(4));
        world.prior()[7] = Double.NaN;
        world.school()[9] = "";
        world.score()[11] = Double.NaN;

        MixedFit fit = fit("score ~ prior + I(2 * prior + 1) + sex + (1 | school)", world, 1);

        assertThat(fit.n()).isEqualTo(57);
        assertThat(fit.left()).isEqualTo(3);
        assertThat(fit.dropped()).containsExactly("I(2 * prior + 1)");
        assertThat(fit.fixed().stream().map(MixedFit.Fixed::term)).containsExactly("(Intercept)", "prior", "sex男");
        assertThat(fit.fitted()).hasSize(57);
    }

    @Test
    void writesNestedGroupsAsLme4Does() {
        MixedFit slash = fit("score ~ prior + (1 | school/class)", WORLD, 1);
        MixedFit spelled = fit("score ~ prior + (1 | class:school) + (1 | school)", WORLD, 1);

        assertThat(slash.effects().stream().map(Effects::group)).containsExactly("class:school", "school");
        assertThat(slash.effects("class:school").levels()).contains("班13:校1").hasSize(60);
        assertThat(slash.criterion()).isEqualTo(spelled.criterion());
        assertThat(slash.intraclass("school") + slash.intraclass("class:school")).isBetween(0.1, 0.9);
        List<String> groups = fit("score ~ (1 | school) + (0 + prior | school)", WORLD, 1).components().stream()
                .map(Component::group).toList();
        assertThat(groups).containsExactly("school", "school.1", "Residual");
    }

    @Test
    void saysWhyItCannotFit() {
        assertThatThrownBy(() -> fit("score ~ prior", WORLD, 1)).isInstanceOf(Refused.class)
                .hasMessageContaining("随机项");
        assertThatThrownBy(() -> fit("score ~ age + (1 | school)", WORLD, 1)).isInstanceOf(Refused.class)
                .hasMessageContaining("age");
        World alike = World.of(30, 1, 4, 2, new Random(1));
        assertThatThrownBy(() -> fit("score ~ (1 | school)", alike, 1)).isInstanceOf(Refused.class)
                .hasMessageContaining("一个水平");
        World single = World.of(30, 5, 30, 2, new Random(1));
        assertThatThrownBy(() -> fit("score ~ (1 | class)", single, 1)).isInstanceOf(Refused.class)
                .hasMessageContaining("残差分不开");
        assertThatThrownBy(() -> fit("sex ~ (1 | class)", WORLD, 1)).isInstanceOf(Refused.class)
                .hasMessageContaining("文字");
        assertThatThrownBy(() -> fit("log(prior) ~ (1 | class) + (1 | teacher", WORLD, 1)).isInstanceOf(Refused.class);
    }
}
