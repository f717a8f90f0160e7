package org.jiaogongti.measurement.irt;

import java.util.ArrayList;
import java.util.List;
import org.jiaogongti.measurement.kernel.ExpectationStep;
import org.jiaogongti.measurement.kernel.Threads;

/**
 * One cycle of Bock and Aitkin's EM: the expectation step at given parameters and the maximisation step from it. Also
 * the gradient of the expected log-likelihood, which the observed information needs.
 */
final class Cycle {

    /** Fisher steps of an item in one maximisation; EM needs no exact maximum. */
    private static final int STEPS = 3;

    private final Curve[] curves;
    private final ItemStep[] steps;
    private final boolean[] freeMean;
    private final boolean[] freeVariance;
    private final double[] theta;
    private final ExpectationStep expectation;
    private final double[][][] probabilities;
    private final double[][] weights;

    Cycle(Curve[] curves, ItemStep[] steps, boolean[] freeMean, boolean[] freeVariance, double[] theta,
            ExpectationStep expectation) {
        this.curves = curves;
        this.steps = steps;
        this.freeMean = freeMean;
        this.freeVariance = freeVariance;
        this.theta = theta;
        this.expectation = expectation;
        int stride = ExpectationStep.stride(theta.length);
        this.probabilities = new double[curves.length][][];
        this.weights = new double[freeMean.length][stride];
    }

    /** A place among the free parameters: an item's, or a group's mean ({@code item -1}) or variance ({@code -2}). */
    record Place(int item, int index) {
        double get(State state) {
            return row(state)[index];
        }

        void set(State state, double value) {
            row(state)[index] = value;
        }

        private double[] row(State state) {
            return item >= 0 ? state.items[item] : item == -1 ? state.mean : state.variance;
        }
    }

    /** The free parameters: items in order, then means, then variances. */
    List<Place> places() {
        List<Place> places = new ArrayList<>();
        for (int i = 0; i < steps.length; i++) {
            for (int m : steps[i].free()) {
                places.add(new Place(i, m));
            }
        }
        for (int g = 0; g < freeMean.length; g++) {
            if (freeMean[g]) {
                places.add(new Place(-1, g));
            }
        }
        for (int g = 0; g < freeVariance.length; g++) {
            if (freeVariance[g]) {
                places.add(new Place(-2, g));
            }
        }
        return places;
    }

    /** Whether a place is the logit of a lower asymptote. */
    boolean isGuess(Place place) {
        return place.item() >= 0 && curves[place.item()] == Curve.LOGISTIC && place.index() == 2;
    }

    /** Whether all parameters are possible ones. */
    boolean allows(State state) {
        for (int i = 0; i < curves.length; i++) {
            if (!curves[i].allows(state.items[i])) {
                return false;
            }
        }
        for (int g = 0; g < freeMean.length; g++) {
            if (!(state.variance[g] > 1e-8) || !Double.isFinite(state.mean[g])) {
                return false;
            }
        }
        return true;
    }

    /** The expectation step; the log-likelihood. */
    double expect(Threads threads, State at) {
        tabulate(threads, at);
        return expectation.run(threads, probabilities, weights);
    }

    /** Each pattern's posterior mean and deviation at parameters. */
    double[][] moments(Threads threads, State at) {
        tabulate(threads, at);
        expectation.prepare(threads, probabilities, weights);
        return expectation.moments(threads, theta);
    }

    private void tabulate(Threads threads, State at) {
        threads.run(curves.length, i -> tabulate(i, at.items[i]));
        for (int g = 0; g < weights.length; g++) {
            weights(theta, at.mean[g], at.variance[g], weights[g]);
        }
    }

    /** The log of the priors' density, up to a constant. */
    double logPrior(State at) {
        double sum = 0;
        for (int i = 0; i < steps.length; i++) {
            sum += steps[i].logPrior(at.items[i]);
        }
        return sum;
    }

    /** The maximisation step from the last expectation, in place. */
    void maximise(Threads threads, State state, double tolerance) {
        double[][][] counts = expectation.counts();
        threads.run(steps.length, i -> steps[i].improve(state.items[i], counts[i], STEPS, tolerance));
        for (int g = 0; g < freeMean.length; g++) {
            double[] row = expectation.nodeCounts()[g];
            double persons = 0;
            double sum = 0;
            for (int q = 0; q < theta.length; q++) {
                persons += row[q];
                sum += row[q] * theta[q];
            }
            if (persons == 0) {
                continue;
            }
            if (freeMean[g]) {
                state.mean[g] = sum / persons;
            }
            if (freeVariance[g]) {
                double square = 0;
                for (int q = 0; q < theta.length; q++) {
                    square += row[q] * (theta[q] - state.mean[g]) * (theta[q] - state.mean[g]);
                }
                state.variance[g] = square / persons;
            }
        }
    }

    /** The gradient of the expected log-likelihood at parameters, counts being those of the last expectation. */
    double[] gradient(State at) {
        double[] gradient = new double[places().size()];
        int to = 0;
        for (int i = 0; i < steps.length; i++) {
            if (steps[i].free().length > 0) {
                steps[i].evaluate(at.items[i], expectation.counts()[i]);
                for (double g : steps[i].gradient()) {
                    gradient[to++] = g;
                }
            }
        }
        for (int g = 0; g < freeMean.length; g++) {
            if (freeMean[g]) {
                gradient[to++] = moment(g, at, 1) / at.variance[g];
            }
        }
        for (int g = 0; g < freeVariance.length; g++) {
            if (freeVariance[g]) {
                double v = at.variance[g];
                gradient[to++] = (moment(g, at, 2) / v - moment(g, at, 0)) / (2 * v);
            }
        }
        return gradient;
    }

    /** Minus the second derivatives of the expected log-likelihood, counts being those of the last expectation. */
    double[][] curvature(State at) {
        List<Place> places = places();
        double[][] matrix = new double[places.size()][places.size()];
        int to = 0;
        for (int i = 0; i < steps.length; i++) {
            double[][] block = steps[i].curvature(at.items[i], expectation.counts()[i]);
            for (int m = 0; m < block.length; m++) {
                System.arraycopy(block[m], 0, matrix[to + m], to, block.length);
            }
            to += block.length;
        }
        for (int a = to; a < places.size(); a++) {
            for (int b = to; b < places.size(); b++) {
                Place one = places.get(a);
                Place two = places.get(b);
                if (one.index() == two.index()) {
                    int g = one.index();
                    double v = at.variance[g];
                    matrix[a][b] = switch (one.item() + two.item()) {
                        case -2 -> moment(g, at, 0) / v;
                        case -3 -> moment(g, at, 1) / (v * v);
                        case -4 -> moment(g, at, 2) / (v * v * v) - moment(g, at, 0) / (2 * v * v);
                        default -> throw new IllegalStateException(one + " " + two);
                    };
                }
            }
        }
        return matrix;
    }

    /** Expected persons of a group, or their sum of deviations from its mean, or of squares. */
    private double moment(int group, State at, int order) {
        double sum = 0;
        for (int q = 0; q < theta.length; q++) {
            double deviation = theta[q] - at.mean[group];
            sum += expectation.nodeCounts()[group][q]
                    * (order == 0 ? 1 : order == 1 ? deviation : deviation * deviation);
        }
        return sum;
    }

    private void tabulate(int item, double[] p) {
        Curve curve = curves[item];
        int categories = curve.categories(p.length);
        int stride = ExpectationStep.stride(theta.length);
        double[][] rows = probabilities[item];
        if (rows == null) {
            rows = new double[categories][stride];
            probabilities[item] = rows;
        }
        double[] out = new double[categories];
        for (int q = 0; q < stride; q++) {
            curve.probabilities(theta[Math.min(q, theta.length - 1)], p, out);
            for (int k = 0; k < categories; k++) {
                rows[k][q] = out[k];
            }
        }
    }

    /** Normal densities at the nodes, made to add up to 1. */
    static void weights(double[] theta, double mean, double variance, double[] to) {
        double sum = 0;
        for (int q = 0; q < theta.length; q++) {
            to[q] = Math.exp(-(theta[q] - mean) * (theta[q] - mean) / (2 * variance));
            sum += to[q];
        }
        for (int q = 0; q < theta.length; q++) {
            to[q] /= sum;
        }
    }
}
