package org.jiaogongti.measurement.irt;

/** How much of the differences in estimated theta is real. */
public final class ThetaReliability {

    private ThetaReliability() {}

    /**
     * The mean over the distribution of theta of information / (information + 1/variance) (Thissen and Wainer 2001): what a
     * test of these items has for persons of the first group.
     */
    public static double marginal(IrtFit fit) {
        double[] theta = fit.model().theta();
        double[] weights = new double[theta.length];
        Cycle.weights(theta, fit.mean(0), fit.variance(0), weights);
        double sum = 0;
        for (int q = 0; q < theta.length; q++) {
            double information = fit.information(theta[q]);
            sum += weights[q] * information / (information + 1 / fit.variance(0));
        }
        return sum;
    }

    /**
     * The variance of estimates over itself and the mean squared error: what these persons' estimates have.
     *
     * @param estimates {@code [0]} theta, {@code [1]} errors, by person, such as {@link IrtFit#eap()}
     */
    public static double empirical(double[][] estimates) {
        double n = 0;
        double mean = 0;
        double error = 0;
        for (int person = 0; person < estimates[0].length; person++) {
            if (Double.isFinite(estimates[0][person])) {
                n++;
                mean += estimates[0][person];
                error += estimates[1][person] * estimates[1][person];
            }
        }
        mean /= n;
        double variance = 0;
        for (double theta : estimates[0]) {
            variance += Double.isFinite(theta) ? (theta - mean) * (theta - mean) / (n - 1) : 0;
        }
        return variance / (variance + error / n);
    }
}
