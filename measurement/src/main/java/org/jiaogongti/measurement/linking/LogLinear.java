package org.jiaogongti.measurement.linking;

import org.jiaogongti.measurement.Refused;
import org.jiaogongti.measurement.kernel.SmallMatrix;

/**
 * Smooths a distribution of scores by a log-linear model: the logarithm of the expected count is a polynomial of the score.
 * The smoothed distribution has the first moments of the observed one, as many as the degree. Maximum likelihood by Newton
 * steps on orthonormal polynomials, so that high degrees do no harm. Source: Holland and Thayer (2000), Journal of
 * Educational and Behavioral Statistics 25.
 */
public final class LogLinear {

    private static final int MOST_STEPS = 200;

    private LogLinear() {}

    /**
     * Smooths.
     *
     * @param degree of the polynomial, 1 to 10, below the number of scores with persons
     */
    public static ScoreDistribution smooth(ScoreDistribution observed, int degree) {
        int scores = observed.counts().length;
        long seen = java.util.Arrays.stream(observed.counts()).filter(count -> count > 0).count();
        if (degree < 1 || degree > 10 || degree >= seen) {
            throw Refused.whole("对数线性平滑的次数 " + degree + " 不合适；应为 1 到 10，且小于有人得到的分数的个数（" + seen + "）");
        }
        double[][] basis = basis(scores, degree);
        double n = observed.n();
        // The regression of the log counts, a little evened out, is near the maximum.
        double[] beta = new double[degree + 1];
        for (int k = 0; k <= degree; k++) {
            for (int i = 0; i < scores; i++) {
                beta[k] += basis[k][i] * Math.log(0.8 * observed.counts()[i] + 0.2 * n / scores);
            }
        }
        double reached = likelihood(observed, basis, beta);
        for (int step = 0; step < MOST_STEPS; step++) {
            double[] direction = direction(observed, basis, beta);
            double length = 1;
            double[] next = moved(beta, direction, length);
            double value = likelihood(observed, basis, next);
            while (!(value >= reached - 1e-12 * Math.abs(reached)) && length > 1e-10) {
                length /= 2;
                next = moved(beta, direction, length);
                value = likelihood(observed, basis, next);
            }
            double change = 0;
            for (double d : direction) {
                change = Math.max(change, Math.abs(d));
            }
            beta = next;
            reached = value;
            if (change < 1e-11) {
                break;
            }
        }
        return new ScoreDistribution(observed.lowest(), expected(basis, beta));
    }

    private static double[] moved(double[] beta, double[] direction, double length) {
        double[] moved = beta.clone();
        for (int k = 0; k < moved.length; k++) {
            moved[k] += length * direction[k];
        }
        return moved;
    }

    private static double[] direction(ScoreDistribution observed, double[][] basis, double[] beta) {
        int size = beta.length;
        double[] expected = expected(basis, beta);
        double[] gradient = new double[size];
        double[] hessian = new double[size * size];
        for (int i = 0; i < expected.length; i++) {
            for (int k = 0; k < size; k++) {
                gradient[k] += basis[k][i] * (observed.counts()[i] - expected[i]);
                for (int j = 0; j < size; j++) {
                    hessian[k * size + j] += basis[k][i] * basis[j][i] * expected[i];
                }
            }
        }
        if (!SmallMatrix.lowerCholesky(hessian, size)) {
            throw Refused.whole("对数线性平滑没有解；请降低次数");
        }
        SmallMatrix.solveLower(hessian, size, gradient, 1);
        SmallMatrix.solveLowerTransposed(hessian, size, gradient, 1);
        return gradient;
    }

    private static double[] expected(double[][] basis, double[] beta) {
        double[] expected = new double[basis[0].length];
        for (int i = 0; i < expected.length; i++) {
            double sum = 0;
            for (int k = 0; k < beta.length; k++) {
                sum += beta[k] * basis[k][i];
            }
            expected[i] = Math.exp(sum);
        }
        return expected;
    }

    private static double likelihood(ScoreDistribution observed, double[][] basis, double[] beta) {
        double[] expected = expected(basis, beta);
        double sum = 0;
        for (int i = 0; i < expected.length; i++) {
            double count = observed.counts()[i];
            sum += (count > 0 ? count * Math.log(expected[i]) : 0) - expected[i];
        }
        return sum;
    }

    /** Polynomials that are orthonormal over the scores, by Gram and Schmidt from powers of the centred score. */
    private static double[][] basis(int scores, int degree) {
        double[][] basis = new double[degree + 1][scores];
        for (int k = 0; k <= degree; k++) {
            for (int i = 0; i < scores; i++) {
                double centred = 2.0 * i / (scores - 1) - 1;
                basis[k][i] = k == 0 ? 1 : basis[k - 1][i] * centred;
            }
            // Twice, as once leaves rounding behind.
            for (int pass = 0; pass < 2; pass++) {
                for (int j = 0; j < k; j++) {
                    double product = 0;
                    for (int i = 0; i < scores; i++) {
                        product += basis[k][i] * basis[j][i];
                    }
                    for (int i = 0; i < scores; i++) {
                        basis[k][i] -= product * basis[j][i];
                    }
                }
            }
            double length = 0;
            for (int i = 0; i < scores; i++) {
                length += basis[k][i] * basis[k][i];
            }
            for (int i = 0; i < scores; i++) {
                basis[k][i] /= Math.sqrt(length);
            }
        }
        return basis;
    }
}
