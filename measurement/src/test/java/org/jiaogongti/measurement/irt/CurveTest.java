package org.jiaogongti.measurement.irt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Derivatives against central differences. */
final class CurveTest {

    private static final double H = 1e-6;

    private static double[] parameters(Curve curve) {
        return switch (curve) {
            case LOGISTIC -> new double[]{1.3, -0.4, -1.2};
            case GRADED -> new double[]{1.7, 1.5, 0.2, -2};
            case PARTIAL_CREDIT -> new double[]{-0.8, 0.6, 1, -0.3};
        };
    }

    private static double[] probabilities(Curve curve, double theta, double[] p) {
        double[] out = new double[curve.categories(p.length)];
        curve.probabilities(theta, p, out);
        return out;
    }

    @ParameterizedTest
    @EnumSource(Curve.class)
    void derivativesAreThoseOfTheProbabilities(Curve curve) {
        double[] p = parameters(curve);
        for (double theta : new double[]{-3, -0.5, 0, 1.1, 4}) {
            double[] out = new double[curve.categories(p.length)];
            double[][] d = new double[p.length][out.length];
            double[] slopes = new double[out.length];
            curve.derivatives(theta, p, out, d);
            curve.slopes(theta, p, out.clone(), slopes);
            assertThat(out).containsExactly(probabilities(curve, theta, p), within(1e-15));
            assertThat(Arrays.stream(out).sum()).isCloseTo(1, within(1e-12));
            for (int k = 0; k < out.length; k++) {
                for (int m = 0; m < p.length; m++) {
                    double[] up = p.clone();
                    double[] down = p.clone();
                    up[m] += H;
                    down[m] -= H;
                    double difference = probabilities(curve, theta, up)[k] - probabilities(curve, theta, down)[k];
                    assertThat(d[m][k]).isCloseTo(difference / (2 * H), within(1e-8));
                }
                double difference = probabilities(curve, theta + H, p)[k] - probabilities(curve, theta - H, p)[k];
                assertThat(slopes[k]).isCloseTo(difference / (2 * H), within(1e-8));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Curve.class)
    void theMaximisationStepsGradientIsThatOfItsValue(Curve curve) {
        double[] p = parameters(curve);
        double[] theta = {-2, -1, 0, 0.7, 2};
        double[][] counts = new double[curve.categories(p.length)][theta.length];
        for (int k = 0; k < counts.length; k++) {
            for (int q = 0; q < theta.length; q++) {
                counts[k][q] = 1 + (k * 7 + q * 3) % 5;
            }
        }
        int[] free = new int[p.length];
        Arrays.setAll(free, m -> m);
        Guessing.Prior prior = curve == Curve.LOGISTIC ? new Guessing.Prior(-1, 0.4) : null;
        ItemStep step = new ItemStep(curve, p.length, free, prior, theta);
        step.evaluate(p, counts);
        double[] gradient = step.gradient().clone();
        double[][] curvature = step.curvature(p, counts);
        for (int m = 0; m < p.length; m++) {
            double[] moved = p.clone();
            moved[m] += H;
            double above = step.evaluate(moved, counts);
            moved[m] -= 2 * H;
            double below = step.evaluate(moved, counts);
            assertThat(gradient[m]).isCloseTo((above - below) / (2 * H), within(1e-6));
            for (int n = 0; n < p.length; n++) {
                assertThat(curvature[m][n]).isCloseTo(curvature[n][m], within(1e-6));
            }
        }
        double before = step.evaluate(p, counts);
        double[] better = p.clone();
        step.improve(better, counts, 50, 1e-10);
        assertThat(step.evaluate(better, counts)).isGreaterThan(before);
        assertThat(step.gradient()).containsExactly(new double[p.length], within(1e-5));
    }
}
