package org.jiaogongti.measurement.kernel;

/**
 * Elementary symmetric functions of positive numbers, by which the conditional likelihood of the Rasch model is counted:
 * gamma_r is the sum, over all ways to choose r of them, of their products. Kept divided by the number of those ways, so
 * that nothing overflows, and only ever added (Verhelst, Glas and van der Sluis 1984, the sum algorithm), so that nothing
 * cancels. What depends on single items is taken by going through the sums backwards, which is again only addition.
 */
public final class SymmetricFunctions {

    private final double[] values;
    private final double[][] forward;

    /** Of these numbers, all above 0. */
    public SymmetricFunctions(double[] values) {
        this.values = values.clone();
        this.forward = forward(this.values, -1);
    }

    /** forward[j][s]: the mean product over the ways to choose s of the first j, leaving one out (or none, -1). */
    private static double[][] forward(double[] values, int without) {
        int n = values.length - (without < 0 ? 0 : 1);
        double[][] forward = new double[n + 1][];
        forward[0] = new double[]{1};
        int j = 0;
        for (int i = 0; i < values.length; i++) {
            if (i == without) {
                continue;
            }
            j++;
            double[] before = forward[j - 1];
            double[] row = new double[j + 1];
            for (int s = 0; s <= j; s++) {
                double stay = s < j ? before[s] * (j - s) : 0;
                double take = s > 0 ? before[s - 1] * s * values[i] : 0;
                row[s] = (stay + take) / j;
            }
            forward[j] = row;
        }
        return forward;
    }

    /** Logarithms of gamma_0 to gamma_k. */
    public double[] logs() {
        int k = values.length;
        double[] logs = new double[k + 1];
        double ways = 0;
        for (int r = 0; r <= k; r++) {
            logs[r] = Math.log(forward[k][r]) + ways;
            ways += Math.log((k - r) / (r + 1.0));
        }
        return logs;
    }

    /**
     * How often each item is expected to be right.
     *
     * @param persons by number right, 0 to k
     */
    public double[] expected(double[] persons) {
        int k = values.length;
        double[] weights = new double[k + 1];
        for (int r = 0; r <= k; r++) {
            weights[r] = persons[r] == 0 ? 0 : persons[r] / forward[k][r];
        }
        return backward(forward, -1, weights);
    }

    /** The sum over persons of the covariance of right answers to two items, given the number right. */
    public double[][] covariance(double[] persons) {
        int k = values.length;
        double[][] covariance = new double[k][k];
        double[][] single = new double[k][k + 1];
        for (int i = 0; i < k; i++) {
            double[][] rest = forward(values, i);
            double[] weights = new double[k];
            for (int r = 1; r <= k; r++) {
                // gamma_{r-1} of the others over gamma_r, by mean products: C(k-1, r-1) / C(k, r) = r / k.
                single[i][r] = values[i] * rest[k - 1][r - 1] * r / (k * forward[k][r]);
                weights[r - 1] = persons[r] == 0 ? 0 : persons[r] * values[i] * r / (k * forward[k][r]);
            }
            double[] both = backward(rest, i, weights);
            int at = 0;
            for (int j = 0; j < k; j++) {
                if (j != i) {
                    covariance[i][j] = both[at++];
                }
            }
        }
        for (int i = 0; i < k; i++) {
            for (int j = 0; j < k; j++) {
                for (int r = 1; r <= k; r++) {
                    double own = i == j ? single[i][r] : 0;
                    covariance[i][j] += persons[r] * (own - single[i][r] * single[j][r]);
                }
            }
        }
        return covariance;
    }

    /** Sum over r of weights[r] times the part of the mean product forward[n][r] that holds each item. */
    private double[] backward(double[][] sums, int without, double[] weights) {
        int n = sums.length - 1;
        double[] held = new double[n];
        double[] later = weights.clone();
        int i = values.length;
        for (int j = n; j >= 1; j--) {
            i--;
            if (i == without) {
                i--;
            }
            double[] now = new double[j];
            double sum = 0;
            for (int s = 0; s < j; s++) {
                double take = later[s + 1] * (s + 1) / j * values[i];
                sum += take * sums[j - 1][s];
                now[s] = later[s] * (j - s) / j + take;
            }
            held[j - 1] = sum;
            later = now;
        }
        return held;
    }
}
