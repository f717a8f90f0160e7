package org.jiaogongti.measurement.irt;

import java.util.ArrayList;
import java.util.List;
import org.jiaogongti.measurement.kernel.Symmetric;
import org.jiaogongti.measurement.kernel.Threads;
import org.jspecify.annotations.Nullable;

/**
 * Standard errors from the observed information by Oakes' (1999) identity: the curvature of the expected log-likelihood
 * less how its gradient moves with the parameters of the expectation, which is taken from central differences, two
 * expectation steps a parameter. Where there is a prior it counts as information. Errors of difficulties and of the
 * lower asymptote by the delta method.
 */
public final class StandardErrors {

    private final List<Item> items;
    private final List<Cycle.Place> places;
    private final double @Nullable [][] covariance;

    private StandardErrors(List<Item> items, List<Cycle.Place> places, double @Nullable [][] covariance) {
        this.items = items;
        this.places = places;
        this.covariance = covariance;
    }

    /**
     * A parameter and its error.
     *
     * @param item      the item's name
     * @param parameter {@code a}, {@code b} or {@code b1, b2, ...}, {@code g}, {@code u}; or {@code d}, {@code d1, ...}
     * @param estimate  its value
     * @param error     its standard error; NaN where it was not estimated or the information is not positive definite
     */
    public record Parameter(String item, String parameter, double estimate, double error) {}

    static StandardErrors of(IrtFit fit, Cycle cycle, State state, Threads threads) {
        List<Cycle.Place> places = cycle.places();
        int n = places.size();
        cycle.expect(threads, state);
        double[][] information = cycle.curvature(state);
        State moved = state.copy();
        for (int column = 0; column < n; column++) {
            Cycle.Place place = places.get(column);
            double at = place.get(state);
            double h = 1e-4 * Math.max(1, Math.abs(at));
            place.set(moved, at + h);
            cycle.expect(threads, moved);
            double[] above = cycle.gradient(state);
            place.set(moved, at - h);
            cycle.expect(threads, moved);
            double[] below = cycle.gradient(state);
            place.set(moved, at);
            for (int row = 0; row < n; row++) {
                information[row][column] -= (above[row] - below[row]) / (2 * h);
            }
        }
        for (int row = 0; row < n; row++) {
            for (int column = 0; column < row; column++) {
                double mean = (information[row][column] + information[column][row]) / 2;
                information[row][column] = mean;
                information[column][row] = mean;
            }
        }
        double[][] inverse = Symmetric.cholesky(information) ? Symmetric.inverse(information) : null;
        return new StandardErrors(fit.items(), places, inverse);
    }

    /** Whether the information is positive definite: the estimates are a strict maximum. */
    public boolean positiveDefinite() {
        return covariance != null;
    }

    /** The error of the variance of theta in a group; NaN where it was not estimated. */
    public double ofVariance(int group) {
        return ofPlace(new Cycle.Place(-2, group));
    }

    /** The error of the mean of theta in a group; NaN where it was not estimated. */
    public double ofMean(int group) {
        return ofPlace(new Cycle.Place(-1, group));
    }

    private double ofPlace(Cycle.Place place) {
        int at = places.indexOf(place);
        return covariance == null || at < 0 ? Double.NaN : Math.sqrt(covariance[at][at]);
    }

    /** Slopes, difficulties, asymptotes: the usual parameters. */
    public List<Parameter> usual() {
        List<Parameter> all = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            Item item = items.get(i);
            double[] p = item.raw();
            all.add(parameter(i, "a", item.slope(), gradient(p, 0, 1)));
            double[] b = item.difficulties();
            for (int k = 0; k < b.length; k++) {
                double[] gradient = new double[p.length];
                gradient[0] = -b[k] / p[0];
                gradient[k + 1] = -1 / p[0];
                if (item.curve() == Curve.PARTIAL_CREDIT && k > 0) {
                    gradient[k] = 1 / p[0];
                }
                all.add(parameter(i, b.length == 1 && item.curve() == Curve.LOGISTIC ? "b" : "b" + (k + 1), b[k],
                        gradient));
            }
            if (item.curve() == Curve.LOGISTIC) {
                double g = item.guess();
                all.add(parameter(i, "g", g, gradient(p, 2, g * (1 - g))));
                all.add(new Parameter(item.name(), "u", 1, Double.NaN));
            }
        }
        return all;
    }

    /** Slopes and intercepts as they were estimated; the asymptote as its logit. */
    public List<Parameter> intercepts() {
        List<Parameter> all = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            double[] p = items.get(i).raw();
            boolean logistic = items.get(i).curve() == Curve.LOGISTIC;
            for (int m = 0; m < p.length; m++) {
                String name = m == 0 ? "a" : !logistic ? "d" + m : m == 1 ? "d" : "logit g";
                all.add(parameter(i, name, p[m], gradient(p, m, 1)));
            }
        }
        return all;
    }

    /**
     * The covariance of an item's slope and intercepts (and logit of the asymptote), 0 where one was not estimated; null
     * if the information is not positive definite.
     */
    public double @Nullable [][] covariance(int item) {
        if (covariance == null) {
            return null;
        }
        int n = items.get(item).raw().length;
        double[][] block = new double[n][n];
        for (int m = 0; m < n; m++) {
            for (int k = 0; k < n; k++) {
                int row = places.indexOf(new Cycle.Place(item, m));
                int column = places.indexOf(new Cycle.Place(item, k));
                block[m][k] = row < 0 || column < 0 ? 0 : covariance[row][column];
            }
        }
        return block;
    }

    /**
     * The covariance of some items' slopes and intercepts, slope and intercept of the first, of the second, ..., 0 where one
     * was not estimated; what linking needs. Null if the information is not positive definite.
     *
     * @param chosen items with two categories, by column
     */
    public double @Nullable [][] covarianceOf(int... chosen) {
        if (covariance == null) {
            return null;
        }
        int[] at = new int[2 * chosen.length];
        for (int m = 0; m < at.length; m++) {
            at[m] = places.indexOf(new Cycle.Place(chosen[m / 2], m % 2));
        }
        double[][] block = new double[at.length][at.length];
        for (int m = 0; m < at.length; m++) {
            for (int k = 0; k < at.length; k++) {
                block[m][k] = at[m] < 0 || at[k] < 0 ? 0 : covariance[at[m]][at[k]];
            }
        }
        return block;
    }

    private static double[] gradient(double[] parameters, int at, double value) {
        double[] gradient = new double[parameters.length];
        gradient[at] = value;
        return gradient;
    }

    /** The delta method within one item. */
    private Parameter parameter(int item, String name, double estimate, double[] gradient) {
        double variance = 0;
        double[][] block = covariance(item);
        if (block == null) {
            return new Parameter(items.get(item).name(), name, estimate, Double.NaN);
        }
        for (int m = 0; m < gradient.length; m++) {
            for (int k = 0; k < gradient.length; k++) {
                variance += gradient[m] == 0 || gradient[k] == 0 ? 0 : gradient[m] * block[m][k] * gradient[k];
            }
        }
        return new Parameter(items.get(item).name(), name, estimate, variance > 0 ? Math.sqrt(variance) : Double.NaN);
    }
}
