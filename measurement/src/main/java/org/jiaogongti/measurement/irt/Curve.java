package org.jiaogongti.measurement.irt;

import java.util.Arrays;

/**
 * How the probability of each category depends on theta; logistic, D = 1.
 *
 * <p>An item's parameters are one array: the slope, then the intercepts, for {@link #LOGISTIC} also the logit of the
 * lower asymptote. Derivatives are of probabilities, so that the same loops serve every curve.
 */
public enum Curve {

    /**
     * Two categories: {@code P1 = g + (1 - g) / (1 + exp(-(a theta + d)))}; parameters {@code a, d, logit g}. Birnbaum
     * (1968).
     */
    LOGISTIC {
        @Override
        void probabilities(double theta, double[] p, double[] out) {
            double z = p[0] * theta + p[1];
            double free = logistic(-p[2]);
            out[0] = Math.max(LEAST, free * logistic(-z));
            out[1] = Math.max(LEAST, logistic(p[2]) + free * logistic(z));
        }

        @Override
        void derivatives(double theta, double[] p, double[] out, double[][] d) {
            double z = p[0] * theta + p[1];
            double g = logistic(p[2]);
            double free = logistic(-p[2]);
            double right = logistic(z);
            double wrong = logistic(-z);
            out[0] = Math.max(LEAST, free * wrong);
            out[1] = Math.max(LEAST, g + free * right);
            double w = free * right * wrong;
            d[0][1] = theta * w;
            d[1][1] = w;
            d[2][1] = g * free * wrong;
            for (double[] row : d) {
                row[0] = -row[1];
            }
        }

        @Override
        void slopes(double theta, double[] p, double[] out, double[] d) {
            double z = p[0] * theta + p[1];
            double free = logistic(-p[2]);
            double right = logistic(z);
            double wrong = logistic(-z);
            out[0] = Math.max(LEAST, free * wrong);
            out[1] = Math.max(LEAST, logistic(p[2]) + free * right);
            d[1] = free * p[0] * right * wrong;
            d[0] = -d[1];
        }
    },

    /**
     * Ordered categories by their cumulative curves: {@code P(at least k) = 1 / (1 + exp(-(a theta + d_k)))},
     * {@code d_1 > d_2 > ...}; parameters {@code a, d_1, d_2, ...}. Samejima (1969).
     */
    GRADED {
        @Override
        void probabilities(double theta, double[] p, double[] out) {
            int last = p.length - 1;
            double above = p[0] * theta + p[1];
            out[0] = Math.max(LEAST, logistic(-above));
            for (int k = 1; k < last; k++) {
                double z = above;
                above = p[0] * theta + p[k + 1];
                out[k] = between(z, above);
            }
            out[last] = Math.max(LEAST, logistic(above));
        }

        @Override
        void derivatives(double theta, double[] p, double[] out, double[][] d) {
            int last = p.length - 1;
            probabilities(theta, p, out);
            for (double[] row : d) {
                Arrays.fill(row, 0);
            }
            for (int k = 1; k <= last; k++) {
                double z = p[0] * theta + p[k];
                double w = logistic(z) * logistic(-z);
                d[k][k] = w;
                d[k][k - 1] = -w;
                d[0][k] += theta * w;
                d[0][k - 1] -= theta * w;
            }
        }

        @Override
        void slopes(double theta, double[] p, double[] out, double[] d) {
            int last = p.length - 1;
            probabilities(theta, p, out);
            double below = 0;
            for (int k = 1; k <= last; k++) {
                double z = p[0] * theta + p[k];
                double w = p[0] * logistic(z) * logistic(-z);
                d[k - 1] = below - w;
                below = w;
            }
            d[last] = below;
        }

        @Override
        boolean allows(double[] p) {
            for (int k = 2; k < p.length; k++) {
                if (!(p[k] < p[k - 1])) {
                    return false;
                }
            }
            return super.allows(p);
        }
    },

    /**
     * Ordered categories by their steps: {@code P_k} proportional to {@code exp(k a theta + d_k)}, {@code d_0 = 0};
     * parameters {@code a, d_1, d_2, ...}. Muraki (1992); with the slope 1, Masters (1982).
     */
    PARTIAL_CREDIT {
        @Override
        void probabilities(double theta, double[] p, double[] out) {
            double most = 0;
            for (int k = 1; k < p.length; k++) {
                out[k] = k * p[0] * theta + p[k];
                most = Math.max(most, out[k]);
            }
            out[0] = Math.exp(-most);
            double sum = out[0];
            for (int k = 1; k < p.length; k++) {
                out[k] = Math.exp(out[k] - most);
                sum += out[k];
            }
            for (int k = 0; k < p.length; k++) {
                out[k] = Math.max(LEAST, out[k] / sum);
            }
        }

        @Override
        void derivatives(double theta, double[] p, double[] out, double[][] d) {
            probabilities(theta, p, out);
            double expected = expected(p.length, out);
            for (int k = 0; k < p.length; k++) {
                d[0][k] = theta * out[k] * (k - expected);
                for (int m = 1; m < p.length; m++) {
                    d[m][k] = out[k] * ((m == k ? 1 : 0) - out[m]);
                }
            }
        }

        @Override
        void slopes(double theta, double[] p, double[] out, double[] d) {
            probabilities(theta, p, out);
            double expected = expected(p.length, out);
            for (int k = 0; k < p.length; k++) {
                d[k] = p[0] * out[k] * (k - expected);
            }
        }
    };

    /** No slope is steeper: between two nodes such a curve has run from its foot to its head. */
    static final double STEEPEST = 200;

    /** No probability is smaller: the product of a block of eight answers stays a normal number. */
    static final double LEAST = 1e-35;

    /** Probabilities at theta into {@code out}, one a category. */
    abstract void probabilities(double theta, double[] p, double[] out);

    /** Probabilities, and their derivatives by parameter: {@code d[parameter][category]}. */
    abstract void derivatives(double theta, double[] p, double[] out, double[][] d);

    /** Probabilities, and their derivatives by theta. */
    abstract void slopes(double theta, double[] p, double[] out, double[] d);

    /** Whether parameters are a possible item: finite (a logit of 0 aside), and in the order the curve needs. */
    boolean allows(double[] p) {
        return Double.isFinite(p[0]) && Math.abs(p[0]) < STEEPEST && Double.isFinite(p[1])
                && !Double.isNaN(p[p.length - 1]);
    }

    /** Categories of an item with so many parameters. */
    int categories(int parameters) {
        return this == LOGISTIC ? 2 : parameters;
    }

    static double logistic(double z) {
        return 1 / (1 + Math.exp(-z));
    }

    /** Logistic of the larger less logistic of the smaller argument, from the side where nothing cancels. */
    private static double between(double larger, double smaller) {
        double difference = larger + smaller > 0
                ? logistic(-smaller) - logistic(-larger)
                : logistic(larger) - logistic(smaller);
        return Math.max(LEAST, difference);
    }

    private static double expected(int categories, double[] probabilities) {
        double sum = 0;
        for (int k = 1; k < categories; k++) {
            sum += k * probabilities[k];
        }
        return sum;
    }
}
