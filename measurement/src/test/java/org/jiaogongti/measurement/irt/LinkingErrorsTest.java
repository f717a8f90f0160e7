package org.jiaogongti.measurement.irt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.jiaogongti.measurement.irt.IrtModel.Family;
import org.jiaogongti.measurement.kernel.Symmetric;
import org.jiaogongti.measurement.linking.ScaleLinking;
import org.jiaogongti.measurement.linking.ScaleLinking.Common;
import org.jiaogongti.measurement.linking.ScaleLinking.Constants;
import org.jiaogongti.measurement.linking.ScaleLinking.Method;
import org.jiaogongti.measurement.linking.ScaleLinking.Parameters;
import org.junit.jupiter.api.Test;

/** The errors of linking constants, from two calibrations, against estimates drawn around them. */
final class LinkingErrorsTest {

    private static final int[] ALL = {0, 1, 2, 3, 4, 5};

    private final List<Item> items = List.of(Item.logistic("a", 0.8, 1, 0), Item.logistic("b", 1.2, 0.4, 0),
            Item.logistic("c", 1.6, 0, 0), Item.logistic("d", 1, -0.5, 0), Item.logistic("e", 1.4, -1, 0),
            Item.logistic("f", 1.1, 0.2, 0));

    private IrtFit fit(double mean, double sd, long seed) {
        int[][] rows = Simulation.answers(items, 4000, mean, sd, seed);
        return MarginalMaximumLikelihood
                .of(Simulation.scores(items, rows), IrtModel.of(Family.TWO_PL).withTolerance(1e-7))
                .fit();
    }

    private static List<Common> common(double[] one, double[] two) {
        List<Common> common = new ArrayList<>();
        for (int i = 0; i < ALL.length; i++) {
            common.add(new Common("i" + i, new Parameters(one[2 * i], one[2 * i + 1], 0),
                    new Parameters(two[2 * i], two[2 * i + 1], 0)));
        }
        return common;
    }

    private static double[] estimates(IrtFit fit) {
        double[] all = new double[2 * ALL.length];
        for (int i = 0; i < ALL.length; i++) {
            all[2 * i] = fit.items().get(i).slope();
            all[2 * i + 1] = fit.items().get(i).intercepts()[0];
        }
        return all;
    }

    private static double[] drawn(double[] centre, double[][] root, Random random) {
        double[] z = random.doubles(centre.length, 0, 1).map(u -> random.nextGaussian()).toArray();
        double[] drawn = centre.clone();
        for (int i = 0; i < drawn.length; i++) {
            for (int k = 0; k <= i; k++) {
                drawn[i] += root[i][k] * z[k];
            }
        }
        return drawn;
    }

    @Test
    void areThoseOfConstantsFromDrawnEstimates() {
        IrtFit one = fit(0.3, 1.2, 1);
        IrtFit two = fit(0, 1, 2);
        double[][] covariance1 = Objects.requireNonNull(one.errors().covarianceOf(ALL));
        double[][] covariance2 = Objects.requireNonNull(two.errors().covarianceOf(ALL));
        double[][] root1 = Objects.requireNonNull(one.errors().covarianceOf(ALL));
        double[][] root2 = Objects.requireNonNull(two.errors().covarianceOf(ALL));
        assertThat(Symmetric.cholesky(root1) && Symmetric.cholesky(root2)).isTrue();
        for (Method method : List.of(Method.MEAN_MEAN, Method.MEAN_SIGMA, Method.HAEBARA, Method.STOCKING_LORD)) {
            Constants errors = ScaleLinking.errors(common(estimates(one), estimates(two)), method, covariance1,
                    covariance2);
            Constants constants = ScaleLinking.link(common(estimates(one), estimates(two)), method);
            // Form 1's persons have mean 0.3 and deviation 1.2 on form 2's scale.
            assertThat(Math.abs(constants.a() - 1.2)).isLessThan(3 * errors.a());
            assertThat(Math.abs(constants.b() - 0.3)).isLessThan(3 * errors.b());
            Random random = new Random(7);
            int draws = 300;
            double[] sums = new double[4];
            for (int draw = 0; draw < draws; draw++) {
                Constants there = ScaleLinking.link(
                        common(drawn(estimates(one), root1, random), drawn(estimates(two), root2, random)), method);
                sums[0] += there.a() / draws;
                sums[1] += there.b() / draws;
                sums[2] += there.a() * there.a() / draws;
                sums[3] += there.b() * there.b() / draws;
            }
            assertThat(Math.sqrt(sums[2] - sums[0] * sums[0])).isCloseTo(errors.a(), within(0.15 * errors.a()));
            assertThat(Math.sqrt(sums[3] - sums[1] * sums[1])).isCloseTo(errors.b(), within(0.15 * errors.b()));
        }
    }
}
