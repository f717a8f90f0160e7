package org.jiaogongti.measurement.irt;

import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/** What is made of a chi-squared statistic so that it does not grow with the number of persons. */
final class Misfit {

    private Misfit() {}

    /** Steiger and Lind's (1980) root mean square error of approximation. */
    static double rmsea(double x2, int df, int persons) {
        return df <= 0 ? Double.NaN : Math.sqrt(Math.max(0, (x2 / df - 1) / (persons - 1)));
    }

    /**
     * A limit of its confidence interval: the misfit at which the chance of a smaller statistic is {@code chance}.
     *
     * @param chance 0.95 for the lower limit of a 90 % interval, 0.05 for the upper
     */
    static double rmseaLimit(double x2, int df, int persons, double chance) {
        if (noncentral(x2, df, 0) < chance) {
            return 0;
        }
        double low = 0;
        double high = Math.max(persons, 5 * x2);
        for (int i = 0; i < 200 && high - low > 1e-10 * high; i++) {
            double middle = (low + high) / 2;
            if (noncentral(x2, df, middle) > chance) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return Math.sqrt(low / ((double) persons * df));
    }

    /** The distribution function of the noncentral chi-squared distribution, as a Poisson mixture of central ones. */
    private static double noncentral(double x2, int df, double noncentrality) {
        double half = noncentrality / 2;
        if (half == 0) {
            return ChiSquaredDistribution.of(df).cumulativeProbability(x2);
        }
        double width = 10 * Math.sqrt(half) + 20;
        double sum = 0;
        double log = -half;
        for (int j = 0; j <= half + width; j++) {
            if (j > 0) {
                log += Math.log(half / j);
            }
            if (j >= half - width) {
                sum += Math.exp(log) * ChiSquaredDistribution.of(df + 2.0 * j).cumulativeProbability(x2);
            }
        }
        return sum;
    }
}
