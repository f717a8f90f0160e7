package org.jiaogongti.measurement.classical;

import java.util.Arrays;

/** One common factor behind a correlation matrix: R ≈ λλ' + diag(ψ). */
final class OneFactor {

    /** No item is explained wholly: the least share that is its own, as in R's psych. */
    private static final double LEAST_OWN = 0.005;
    private static final int CYCLES = 50_000;
    private static final double CLOSE = 1e-13;

    private final double[] loadings;
    private final double[] own;

    private OneFactor(double[] loadings, double[] own) {
        this.loadings = loadings;
        this.own = own;
    }

    /** Each item's correlation with the factor. */
    double[] loadings() {
        return loadings.clone();
    }

    /** (Σλ)² / ((Σλ)² + Σψ): the share of the total's variance that is the factor's (McDonald 1999). */
    double omega() {
        double common = Arrays.stream(loadings).sum();
        return common * common / (common * common + Arrays.stream(own).sum());
    }

    /**
     * By maximum likelihood, with the EM steps of Rubin and Thayer (1982): for one factor the inverse of the modelled
     * matrix is a diagonal and one product (Sherman and Morrison), so a cycle costs k² multiplications.
     */
    static OneFactor likely(double[][] correlations) {
        int k = correlations.length;
        if (unknown(correlations)) {
            return none(k);
        }
        double[] loadings = start(correlations);
        double[] own = own(loadings);
        for (int cycle = 0; cycle < CYCLES; cycle++) {
            double information = 0;
            for (int j = 0; j < k; j++) {
                information += loadings[j] * loadings[j] / own[j];
            }
            double[] weights = new double[k];
            for (int j = 0; j < k; j++) {
                weights[j] = loadings[j] / own[j] / (1 + information);
            }
            double[] withFactor = new double[k];
            double second = 1 / (1 + information);
            for (int j = 0; j < k; j++) {
                for (int l = 0; l < k; l++) {
                    withFactor[j] += correlations[j][l] * weights[l];
                }
                second += weights[j] * withFactor[j];
            }
            double change = 0;
            for (int j = 0; j < k; j++) {
                double loading = withFactor[j] / second;
                change = Math.max(change, Math.abs(loading - loadings[j]));
                loadings[j] = loading;
                own[j] = Math.max(LEAST_OWN, correlations[j][j] - loading * withFactor[j]);
            }
            if (change < CLOSE) {
                break;
            }
        }
        return new OneFactor(loadings, own(loadings));
    }

    /** By least squares of the residuals off the diagonal: each loading in turn is its own best, given the others. */
    static OneFactor leastSquares(double[][] correlations) {
        int k = correlations.length;
        if (unknown(correlations)) {
            return none(k);
        }
        double[] loadings = start(correlations);
        double limit = Math.sqrt(1 - LEAST_OWN);
        for (int cycle = 0; cycle < CYCLES; cycle++) {
            double change = 0;
            for (int j = 0; j < k; j++) {
                double above = 0;
                double below = 0;
                for (int l = 0; l < k; l++) {
                    if (l != j) {
                        above += correlations[j][l] * loadings[l];
                        below += loadings[l] * loadings[l];
                    }
                }
                double loading = below == 0 ? 0 : Math.clamp(above / below, -limit, limit);
                change = Math.max(change, Math.abs(loading - loadings[j]));
                loadings[j] = loading;
            }
            if (change < CLOSE) {
                break;
            }
        }
        return new OneFactor(loadings, own(loadings));
    }

    private static boolean unknown(double[][] correlations) {
        return Arrays.stream(correlations).flatMapToDouble(Arrays::stream).anyMatch(Double::isNaN);
    }

    private static OneFactor none(int k) {
        double[] nan = new double[k];
        Arrays.fill(nan, Double.NaN);
        return new OneFactor(nan, nan);
    }

    /** The first principal axis by power iteration, with the sign that makes most loadings positive. */
    private static double[] start(double[][] correlations) {
        int k = correlations.length;
        double[] axis = new double[k];
        Arrays.fill(axis, 1 / Math.sqrt(k));
        double length = 1;
        for (int step = 0; step < 200; step++) {
            double[] next = new double[k];
            for (int j = 0; j < k; j++) {
                for (int l = 0; l < k; l++) {
                    next[j] += correlations[j][l] * axis[l];
                }
            }
            length = Math.sqrt(Arrays.stream(next).map(value -> value * value).sum());
            for (int j = 0; j < k; j++) {
                axis[j] = next[j] / length;
            }
        }
        double scale = Math.sqrt(length) * 0.8 * (Arrays.stream(axis).sum() < 0 ? -1 : 1);
        return Arrays.stream(axis).map(value -> Math.clamp(value * scale, -0.95, 0.95)).toArray();
    }

    private static double[] own(double[] loadings) {
        return Arrays.stream(loadings).map(loading -> Math.max(LEAST_OWN, 1 - loading * loading)).toArray();
    }
}
