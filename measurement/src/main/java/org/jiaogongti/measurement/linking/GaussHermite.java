package org.jiaogongti.measurement.linking;

/** Nodes and weights for expectations over N(0, 1). */
final class GaussHermite {

    private final double[] nodes;
    private final double[] weights;

    private GaussHermite(double[] nodes, double[] weights) {
        this.nodes = nodes;
        this.weights = weights;
    }

    /** Rising. */
    double[] nodes() {
        return nodes;
    }

    /** They add up to 1. */
    double[] weights() {
        return weights;
    }

    /**
     * So many nodes: the zeros of Hermite's polynomial, each found by bisection between sign changes of the orthonormal
     * recursion, and weights from the same recursion (Golub and Welsch 1969 prove the formula).
     */
    static GaussHermite standardNormal(int number) {
        double[] nodes = new double[number];
        double[] weights = new double[number];
        double limit = 2 * Math.sqrt(number) + 1;
        int found = 0;
        int pieces = 50 * number;
        double before = -limit;
        double at = polynomial(number, before)[number];
        for (int i = 1; i <= pieces && found < number; i++) {
            double to = -limit + 2 * limit * i / pieces;
            double value = polynomial(number, to)[number];
            if (at == 0 || Math.signum(at) != Math.signum(value)) {
                nodes[found++] = zero(number, before, to);
            }
            before = to;
            at = value;
        }
        for (int i = 0; i < number; i++) {
            double[] p = polynomial(number, nodes[i]);
            double sum = 0;
            for (int k = 0; k < number; k++) {
                sum += p[k] * p[k];
            }
            weights[i] = 1 / sum;
        }
        return new GaussHermite(nodes, weights);
    }

    private static double zero(int number, double from, double to) {
        double low = from;
        double high = to;
        double sign = Math.signum(polynomial(number, low)[number]);
        for (int i = 0; i < 100; i++) {
            double middle = (low + high) / 2;
            if (Math.signum(polynomial(number, middle)[number]) == sign) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    /** Orthonormal Hermite polynomials of degree 0 to number under N(0, 1). */
    private static double[] polynomial(int number, double x) {
        double[] p = new double[number + 1];
        p[0] = 1;
        p[1] = x;
        for (int k = 1; k < number; k++) {
            p[k + 1] = (x * p[k] - Math.sqrt(k) * p[k - 1]) / Math.sqrt(k + 1.0);
        }
        return p;
    }
}
