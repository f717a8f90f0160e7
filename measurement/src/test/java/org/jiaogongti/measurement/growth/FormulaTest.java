package org.jiaogongti.measurement.growth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jiaogongti.measurement.Refused;
import org.jiaogongti.measurement.growth.Frame.Levels;
import org.jiaogongti.measurement.growth.Frame.Numbers;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Formulas, and the columns that R's model.matrix makes of them. */
final class FormulaTest {

    /** All combinations of f (a, b, c) and g (u, v), with numbers. */
    private static final Frame FRAME = new Frame(12,
            Map.of("x", new Numbers(new double[]{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12}), "y",
                    new Numbers(new double[12]), "f",
                    Levels.of(List.of("a", "b", "c", "a", "b", "c", "a", "b", "c", "a", "b", "c")), "g",
                    Levels.of(List.of("u", "u", "u", "v", "v", "v", "u", "u", "u", "v", "v", "v"))),
            Map.of());

    private static ModelMatrix matrix(String formula) {
        return ModelMatrix.of(Formula.parse(formula).fixed(), FRAME, IntStream.range(0, 12).toArray());
    }

    /** Expected names as R 4 gives them. */
    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {"y ~ x + f; (Intercept) x fb fc",
            "y ~ f * g; (Intercept) fb fc gv fb:gv fc:gv",
            "y ~ 0 + f + g; fa fb fc gv", "y ~ f + x - 1; fa fb fc x", "y ~ x:f; (Intercept) x:fa x:fb x:fc",
            "y ~ f:g; (Intercept) fa:gu fb:gu fc:gu fa:gv fb:gv fc:gv",
            "y ~ f + f:g; (Intercept) fb fc fa:gv fb:gv fc:gv",
            "y ~ f/x; (Intercept) fb fc fa:x fb:x fc:x", "y ~ (x + f)^2; (Intercept) x fb fc x:fb x:fc",
            "y ~ f * g - f:g; (Intercept) fb fc gv", "y ~ I(x^2) + log(x); (Intercept) I(x^2) log(x)",
            "y ~ f:x + x; (Intercept) x fb:x fc:x", "y ~ 1; (Intercept)",
            "y ~ f * x + g; (Intercept) fb fc x gv fb:x fc:x",
            "y ~ 0 + x + factor(x); x factor(x)1 factor(x)2 factor(x)3 factor(x)4 factor(x)5 factor(x)6 factor(x)7 "
                    + "factor(x)8 factor(x)9 factor(x)10 factor(x)11 factor(x)12"})
    void makesTheColumnsThatRMakes(String formula, String names) {
        assertThat(String.join(" ", matrix(formula).names())).isEqualTo(names);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {"y ~ x + (1 | g); g", "y ~ (x | a/b); b:a a", "y ~ (1 | a/b/c); c:(b:a) b:a a",
            "y ~ (1|a:b) + x + (0 + x|`乡 镇`); a:b 乡 镇", "y ~ (x + f || g); g g g"})
    void readsRandomTerms(String formula, String groups) {
        assertThat(String.join(" ", Formula.parse(formula).random().stream().map(Formula.RandomTerm::group).toList()))
                .isEqualTo(groups);
    }

    @ParameterizedTest
    @ValueSource(strings = {"y", "y ~", "y ~ x +", "y ~ (1 | g", "y ~ x ) ", "y ~ sin(x) + (1 | g)", "y ~ (1 | 2)",
            "~ x", "y ~ x | g", "y ~ `x"})
    void refusesWhatItCannotRead(String formula) {
        assertThatThrownBy(() -> Formula.parse(formula)).isInstanceOf(Refused.class).hasMessageContaining("；");
    }
}
