package org.jiaogongti.measurement.classical;

import org.apache.commons.statistics.distribution.FDistribution;

/**
 * How far the total would come out the same again.
 *
 * @param alpha             Cronbach's (1951); for 0/1 items it is KR-20
 * @param alphaStandardized alpha of standardised items
 * @param interval          Feldt's (1965) 95 % interval of alpha
 * @param standardError     standard error of measurement, sd of the total x sqrt(1 - alpha), in points
 * @param lambda2           Guttman's (1945) second bound
 * @param lambda6           Guttman's sixth bound over squared multiple correlations; NaN where the items' correlation
 *                          matrix is singular
 * @param splitHalf         odd against even items, stepped up by Spearman and Brown
 * @param kr20              Kuder and Richardson's (1937) formula 20; NaN where an item is not 0/1
 * @param kr21              formula 21: all items taken as equally hard; NaN where an item is not 0/1
 * @param omega             McDonald's omega of one common factor, fitted to the correlations by maximum likelihood
 * @param omegaMinres       the same by least squares of the residual correlations
 */
public record Reliability(double alpha, double alphaStandardized, Interval interval, double standardError,
        double lambda2, double lambda6, double splitHalf, double kr20, double kr21, double omega,
        double omegaMinres) {

    private static final double TAIL = 0.025;

    /** From … to, both ends of a 95 % interval. */
    public record Interval(double lower, double upper) {}

    static Reliability of(double[][] covariances, ItemAnalysis.Total total, ItemSums sums) {
        int k = covariances.length;
        if (k < 2) {
            return new Reliability(Double.NaN, Double.NaN, new Interval(Double.NaN, Double.NaN), Double.NaN,
                    Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
        }
        long n = sums.persons();
        double variance = sum(covariances);
        double alpha = alpha(covariances);
        double[][] correlations = correlations(covariances);
        boolean dichotomous = true;
        for (int j = 0; j < k; j++) {
            dichotomous &= sums.maximum(j) == 1;
        }
        double mean = total.mean();
        double kr21 = k / (k - 1.0) * (1 - mean * (k - mean) / k * n / (n - 1.0) / variance);
        return new Reliability(alpha, alpha(correlations), feldt(alpha, n, k), total.sd() * Math.sqrt(1 - alpha),
                lambda2(covariances), lambda6(correlations), splitHalf(covariances), dichotomous ? alpha : Double.NaN,
                dichotomous ? kr21 : Double.NaN, OneFactor.likely(correlations).omega(),
                OneFactor.leastSquares(correlations).omega());
    }

    private static double alpha(double[][] covariances) {
        double k = covariances.length;
        return k / (k - 1) * (1 - trace(covariances) / sum(covariances));
    }

    /** (1 - true alpha) / (1 - alpha) is distributed as F with n - 1 and (n - 1)(k - 1) degrees of freedom. */
    private static Interval feldt(double alpha, long n, int k) {
        if (Double.isNaN(alpha)) {
            return new Interval(Double.NaN, Double.NaN);
        }
        FDistribution f = FDistribution.of(n - 1.0, (n - 1.0) * (k - 1.0));
        return new Interval(1 - (1 - alpha) * f.inverseCumulativeProbability(1 - TAIL),
                1 - (1 - alpha) * f.inverseCumulativeProbability(TAIL));
    }

    private static double lambda2(double[][] covariances) {
        double k = covariances.length;
        double squares = 0;
        for (int j = 0; j < k; j++) {
            for (int l = 0; l < k; l++) {
                squares += j == l ? 0 : covariances[j][l] * covariances[j][l];
            }
        }
        double all = sum(covariances);
        return (all - trace(covariances) + Math.sqrt(k / (k - 1) * squares)) / all;
    }

    private static double lambda6(double[][] correlations) {
        double unexplained = 0;
        for (double diagonal : inverseDiagonal(correlations)) {
            unexplained += 1 / diagonal;
        }
        return 1 - unexplained / sum(correlations);
    }

    private static double splitHalf(double[][] covariances) {
        double odd = 0;
        double even = 0;
        double between = 0;
        for (int j = 0; j < covariances.length; j++) {
            for (int l = 0; l < covariances.length; l++) {
                if (j % 2 != l % 2) {
                    between += covariances[j][l] / 2;
                } else if (j % 2 == 0) {
                    odd += covariances[j][l];
                } else {
                    even += covariances[j][l];
                }
            }
        }
        double correlation = between / Math.sqrt(odd * even);
        return 2 * correlation / (1 + correlation);
    }

    private static double[][] correlations(double[][] covariances) {
        int k = covariances.length;
        double[][] correlations = new double[k][k];
        for (int j = 0; j < k; j++) {
            for (int l = 0; l < k; l++) {
                correlations[j][l] = j == l
                        ? 1
                        : covariances[j][l] / Math.sqrt(covariances[j][j] * covariances[l][l]);
            }
        }
        return correlations;
    }

    /** The diagonal of the inverse by Cholesky's factor; NaN where the matrix is singular. */
    static double[] inverseDiagonal(double[][] matrix) {
        int k = matrix.length;
        double[][] factor = new double[k][k];
        for (int i = 0; i < k; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = matrix[i][j];
                for (int l = 0; l < j; l++) {
                    sum -= factor[i][l] * factor[j][l];
                }
                if (i == j) {
                    factor[i][i] = sum > 1e-12 ? Math.sqrt(sum) : Double.NaN;
                } else {
                    factor[i][j] = sum / factor[j][j];
                }
            }
        }
        double[] diagonal = new double[k];
        for (int column = 0; column < k; column++) {
            double[] solved = new double[k];
            for (int i = column; i < k; i++) {
                double sum = i == column ? 1 : 0;
                for (int l = column; l < i; l++) {
                    sum -= factor[i][l] * solved[l];
                }
                solved[i] = sum / factor[i][i];
                diagonal[column] += solved[i] * solved[i];
            }
        }
        return diagonal;
    }

    private static double sum(double[][] matrix) {
        double sum = 0;
        for (double[] row : matrix) {
            for (double value : row) {
                sum += value;
            }
        }
        return sum;
    }

    private static double trace(double[][] matrix) {
        double trace = 0;
        for (int j = 0; j < matrix.length; j++) {
            trace += matrix[j][j];
        }
        return trace;
    }
}
