package org.jiaogongti.measurement.irt;

import java.util.Arrays;
import org.jiaogongti.measurement.kernel.Symmetric;
import org.jspecify.annotations.Nullable;

/**
 * The maximisation step for one item: its parameters, given how many persons are expected to have given each answer at
 * each node. Fisher scoring with halved steps: the expected information is never indefinite, also where the curvature
 * of a 3PL item is. The expected log-likelihood never falls.
 */
final class ItemStep {

    private static final int HALVINGS = 12;
    private static final double LONGEST = 2;

    private final Curve curve;
    private final int[] free;
    private final Guessing.@Nullable Prior prior;
    private final double[] theta;
    private final double[] probabilities;
    private final double[][] derivatives;
    private final double[] gradient;
    private final double[][] information;

    /** @param free which parameters are estimated */
    ItemStep(Curve curve, int parameters, int[] free, Guessing.@Nullable Prior prior, double[] theta) {
        this.curve = curve;
        this.free = free.clone();
        this.prior = prior;
        this.theta = theta;
        int categories = curve.categories(parameters);
        this.probabilities = new double[categories];
        this.derivatives = new double[parameters][categories];
        this.gradient = new double[free.length];
        this.information = new double[free.length][free.length];
    }

    int[] free() {
        return free;
    }

    /** The gradient that {@link #evaluate} left. */
    double[] gradient() {
        return gradient;
    }

    /** Log of the prior's density, up to a constant. */
    double logPrior(double[] p) {
        if (prior == null) {
            return 0;
        }
        double z = (p[2] - prior.mean()) / prior.standardDeviation();
        return -0.5 * z * z;
    }

    /**
     * The expected log-likelihood with the log prior; leaves the gradient and the expected information.
     *
     * @param counts expected persons by category and node
     */
    double evaluate(double[] p, double[][] counts) {
        double value = logPrior(p);
        for (int m = 0; m < free.length; m++) {
            gradient[m] = 0;
            Arrays.fill(information[m], 0);
        }
        for (int q = 0; q < theta.length; q++) {
            double persons = 0;
            for (double[] row : counts) {
                persons += row[q];
            }
            if (persons > 0) {
                value += node(p, counts, q, persons);
            }
        }
        if (prior != null) {
            double precision = 1 / (prior.standardDeviation() * prior.standardDeviation());
            gradient[free.length - 1] -= (p[2] - prior.mean()) * precision;
            information[free.length - 1][free.length - 1] += precision;
        }
        return value;
    }

    private double node(double[] p, double[][] counts, int q, double persons) {
        double value = 0;
        curve.derivatives(theta[q], p, probabilities, derivatives);
        for (int k = 0; k < probabilities.length; k++) {
            double inverse = 1 / probabilities[k];
            double ratio = counts[k][q] * inverse;
            double weight = persons * inverse;
            value += counts[k][q] * Math.log(probabilities[k]);
            for (int m = 0; m < free.length; m++) {
                double d = derivatives[free[m]][k];
                gradient[m] += ratio * d;
                for (int n = 0; n <= m; n++) {
                    information[m][n] += weight * d * derivatives[free[n]][k];
                }
            }
        }
        return value;
    }

    /** Improves the parameters in place by at most so many steps; stops after one shorter than {@code tolerance}. */
    void improve(double[] p, double[][] counts, int steps, double tolerance) {
        if (free.length == 0) {
            return;
        }
        double value = evaluate(p, counts);
        double[] step = new double[free.length];
        for (int i = 0; i < steps; i++) {
            if (!direction(step)) {
                return;
            }
            double longest = 0;
            for (double s : step) {
                longest = Math.max(longest, Math.abs(s));
            }
            double[] before = p.clone();
            double scale = longest > LONGEST ? LONGEST / longest : 1;
            double next = Double.NEGATIVE_INFINITY;
            for (int halving = 0; halving < HALVINGS && !(next >= value - 1e-12 * Math.abs(value)); halving++) {
                for (int m = 0; m < free.length; m++) {
                    p[free[m]] = before[free[m]] + scale * step[m];
                }
                next = curve.allows(p) ? evaluate(p, counts) : Double.NEGATIVE_INFINITY;
                scale /= 2;
            }
            if (!(next >= value - 1e-12 * Math.abs(value))) {
                System.arraycopy(before, 0, p, 0, p.length);
                return;
            }
            value = next;
            if (longest < tolerance) {
                return;
            }
        }
    }

    /** Information inverse times gradient, with a ridge where the information is singular. */
    private boolean direction(double[] step) {
        for (double ridge = 0; ridge < 1; ridge = ridge == 0 ? 1e-9 : ridge * 100) {
            double[][] a = new double[free.length][];
            for (int m = 0; m < free.length; m++) {
                a[m] = information[m].clone();
                a[m][m] = a[m][m] * (1 + ridge) + ridge;
                step[m] = gradient[m];
            }
            if (Symmetric.cholesky(a)) {
                Symmetric.solve(a, step);
                return true;
            }
        }
        return false;
    }

    /**
     * Minus the matrix of second derivatives of the expected log-likelihood, from differences of its gradient.
     *
     * @param counts expected persons by category and node, held fixed
     */
    double[][] curvature(double[] p, double[][] counts) {
        double[][] curvature = new double[free.length][free.length];
        double[] moved = p.clone();
        for (int m = 0; m < free.length; m++) {
            double h = 1e-5 * Math.max(1, Math.abs(p[free[m]]));
            moved[free[m]] = p[free[m]] + h;
            evaluate(moved, counts);
            double[] above = gradient.clone();
            moved[free[m]] = p[free[m]] - h;
            evaluate(moved, counts);
            for (int n = 0; n < free.length; n++) {
                curvature[n][m] = (gradient[n] - above[n]) / (2 * h);
            }
            moved[free[m]] = p[free[m]];
        }
        return curvature;
    }
}
