package org.jiaogongti.measurement.linking;

import java.util.function.ToDoubleFunction;
import org.jiaogongti.measurement.Refused;

/**
 * Equates two forms that different groups have taken, by an internal anchor: common items that count in both totals.
 * Linear methods. Source: Kolen and Brennan (2014), Test Equating, Scaling, and Linking, chapter 4; for the errors the
 * delta method as in Kolen (1985), Journal of Educational Measurement 22, and Hanson, Zeng and Kolen (1993), Applied
 * Psychological Measurement 17.
 */
public final class AnchorGroups {

    private AnchorGroups() {}

    /** What is assumed of the scores that a group would have had on the other form. */
    public enum Method {
        /** The regression of total on anchor is the same in both groups. */
        TUCKER,
        /** True scores of total and anchor are functions of one another, the same in both groups. */
        LEVINE,
        /** X is linked to the anchor in its group, the anchor to Y in the other one. */
        CHAINED
    }

    /** Persons with total and anchor scores. */
    @SuppressWarnings("ArrayRecordComponent") // figures in bulk: nobody compares such records
    public record Sample(double[] totals, double[] anchors) {

        public Sample {
            if (totals.length != anchors.length) {
                throw new IllegalArgumentException(totals.length + " totals and " + anchors.length
                        + " anchor scores\nGive one of each for every person.");
            }
            if (totals.length < 2) {
                throw Refused.whole("一套试卷少于 2 人有分数，无法等值；请补数据");
            }
        }
    }

    /** Means, variances and covariance (with n - 1) of total and anchor: 0 and 1, 2 and 3, 4. */
    private static double[] moments(Sample sample) {
        double[] moments = new double[5];
        int n = sample.totals().length;
        for (int i = 0; i < n; i++) {
            moments[0] += sample.totals()[i] / n;
            moments[1] += sample.anchors()[i] / n;
        }
        for (int i = 0; i < n; i++) {
            double total = sample.totals()[i] - moments[0];
            double anchor = sample.anchors()[i] - moments[1];
            moments[2] += total * total / (n - 1);
            moments[3] += anchor * anchor / (n - 1);
            moments[4] += total * anchor / (n - 1);
        }
        if (moments[2] == 0 || moments[3] == 0) {
            throw Refused.whole("一套试卷的总分或锚题分所有人相同，无法等值；请检查数据");
        }
        return moments;
    }

    /**
     * Equates.
     *
     * @param scores of X to equate
     * @param weight of group X in the population for which the forms are equated, 0 to 1; chained does not use it
     */
    public static Equating equate(Sample x, Sample y, Method method, double weight, double[] scores) {
        if (!(weight >= 0 && weight <= 1)) {
            throw Refused.whole("合成总体的权重应在 0 到 1 之间，却是 " + weight + "；请改正");
        }
        double[] p = moments(x);
        double[] q = moments(y);
        if (method == Method.LEVINE && (p[4] <= 0 || q[4] <= 0)) {
            throw Refused.whole("总分与锚题分不是正相关，Levine 方法不适用；请检查锚题或改用 tucker");
        }
        double[][] observedX = covariances(x, p, false);
        double[][] observedY = covariances(y, q, false);
        double[][] normalX = covariances(x, p, true);
        double[][] normalY = covariances(y, q, true);
        double[] equated = new double[scores.length];
        double[] errors = new double[scores.length];
        double[] normal = new double[scores.length];
        for (int i = 0; i < scores.length; i++) {
            equated[i] = equated(p, q, method, weight, scores[i]);
            double score = scores[i];
            double[] byX = slopes(p, moved -> equated(moved, q, method, weight, score));
            double[] byY = slopes(q, moved -> equated(p, moved, method, weight, score));
            errors[i] = Math.sqrt(Math.max(0, quadratic(byX, observedX) + quadratic(byY, observedY)));
            normal[i] = Math.sqrt(quadratic(byX, normalX) + quadratic(byY, normalY));
        }
        return new Equating(scores.clone(), equated, errors, normal);
    }

    private static double equated(double[] p, double[] q, Method method, double weight, double score) {
        return switch (method) {
            case TUCKER -> synthetic(p, q, p[4] / p[3], q[4] / q[3], weight, score);
            case LEVINE -> synthetic(p, q, p[2] / p[4], q[2] / q[4], weight, score);
            case CHAINED -> {
                double anchor = p[1] + Math.sqrt(p[3] / p[2]) * (score - p[0]);
                yield q[0] + Math.sqrt(q[2] / q[3]) * (anchor - q[1]);
            }
        };
    }

    /** Equal distance from the mean in standard deviations, in the synthetic population; Kolen and Brennan 4.17 to 4.20. */
    private static double synthetic(double[] p, double[] q, double gammaX, double gammaY, double weight, double score) {
        double other = 1 - weight;
        double distance = p[1] - q[1];
        double spread = p[3] - q[3];
        double meanX = p[0] - other * gammaX * distance;
        double meanY = q[0] + weight * gammaY * distance;
        double between = weight * other * distance * distance;
        double varianceX = p[2] + gammaX * gammaX * (between - other * spread);
        double varianceY = q[2] + gammaY * gammaY * (between + weight * spread);
        return meanY + Math.sqrt(varianceY / varianceX) * (score - meanX);
    }

    /** Derivatives by the moments of one group, by central differences. */
    private static double[] slopes(double[] of, ToDoubleFunction<double[]> equated) {
        double[] slopes = new double[of.length];
        for (int i = 0; i < of.length; i++) {
            double step = 1e-5 * Math.max(1, Math.abs(of[i]));
            double[] up = of.clone();
            double[] down = of.clone();
            up[i] += step;
            down[i] -= step;
            slopes[i] = (equated.applyAsDouble(up) - equated.applyAsDouble(down)) / (2 * step);
        }
        return slopes;
    }

    private static double quadratic(double[] slopes, double[][] covariances) {
        double sum = 0;
        for (int i = 0; i < slopes.length; i++) {
            for (int j = 0; j < slopes.length; j++) {
                sum += slopes[i] * covariances[i][j] * slopes[j];
            }
        }
        return sum;
    }

    /** Sampling covariances of the five moments, from higher moments or as for normal scores. */
    private static double[][] covariances(Sample sample, double[] m, boolean normal) {
        int n = sample.totals().length;
        double[] products = new double[15];
        for (int i = 0; i < n; i++) {
            double total = sample.totals()[i] - m[0];
            double anchor = sample.anchors()[i] - m[1];
            for (int a = 0; a <= 4; a++) {
                for (int b = 0; a + b <= 4; b++) {
                    products[index(a, b)] += Math.pow(total, a) * Math.pow(anchor, b) / n;
                }
            }
        }
        // Each moment as powers of total and anchor.
        int[][] powers = {{1, 0}, {0, 1}, {2, 0}, {0, 2}, {1, 1}};
        double[][] covariances = new double[5][5];
        for (int i = 0; i < 5; i++) {
            for (int j = 0; j < 5; j++) {
                covariances[i][j] = covariance(products, powers[i], powers[j], normal) / n;
            }
        }
        return covariances;
    }

    private static double covariance(double[] products, int[] one, int[] other, boolean normal) {
        int order = one[0] + one[1] + other[0] + other[1];
        double joint = products[index(one[0] + other[0], one[1] + other[1])];
        if (order == 2) {
            return joint;
        }
        if (order == 3) {
            return normal ? 0 : joint;
        }
        if (!normal) {
            return joint - products[index(one[0], one[1])] * products[index(other[0], other[1])];
        }
        // Isserlis: s_ik s_jl + s_il s_jk for the covariance of s_ij and s_kl.
        int i = one[0] > 0 ? 0 : 1;
        int j = one[0] > 1 ? 0 : 1;
        int k = other[0] > 0 ? 0 : 1;
        int l = other[0] > 1 ? 0 : 1;
        return pair(products, i, k) * pair(products, j, l) + pair(products, i, l) * pair(products, j, k);
    }

    private static double pair(double[] products, int i, int j) {
        return products[index(2 - i - j, i + j)];
    }

    private static int index(int a, int b) {
        int order = a + b;
        return order * (order + 1) / 2 + b;
    }
}
