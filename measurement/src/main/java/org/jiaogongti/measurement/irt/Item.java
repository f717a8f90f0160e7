package org.jiaogongti.measurement.irt;

import java.util.Arrays;

/**
 * An item with its parameters on the logistic metric (D = 1). Categories count from 0. Never changed.
 *
 * @see Curve
 */
public final class Item {

    private final String name;
    private final Curve curve;
    private final double[] parameters;

    Item(String name, Curve curve, double[] parameters) {
        this.name = name;
        this.curve = curve;
        this.parameters = parameters.clone();
    }

    /**
     * An item with two categories.
     *
     * @param guess the lower asymptote, from 0 to below 1
     */
    public static Item logistic(String name, double slope, double intercept, double guess) {
        if (!(guess >= 0 && guess < 1)) {
            throw new IllegalArgumentException("lower asymptote " + guess + "\nGive a number from 0 to below 1.");
        }
        return new Item(name, Curve.LOGISTIC, new double[]{slope, intercept, Math.log(guess / (1 - guess))});
    }

    /** A graded item; the intercepts of "at least k", k = 1, 2, ..., strictly falling. */
    public static Item graded(String name, double slope, double... intercepts) {
        return new Item(name, Curve.GRADED, join(slope, intercepts)).checked();
    }

    /** A partial credit item; the intercepts of category k = 1, 2, ..., that of category 0 being 0. */
    public static Item partialCredit(String name, double slope, double... intercepts) {
        return new Item(name, Curve.PARTIAL_CREDIT, join(slope, intercepts)).checked();
    }

    private static double[] join(double slope, double[] intercepts) {
        double[] all = new double[intercepts.length + 1];
        all[0] = slope;
        System.arraycopy(intercepts, 0, all, 1, intercepts.length);
        return all;
    }

    private Item checked() {
        if (parameters.length < 2 || !curve.allows(parameters)) {
            throw new IllegalArgumentException("parameters " + Arrays.toString(parameters) + " of " + name
                    + "\nGive at least one intercept; those of a graded item must fall.");
        }
        return this;
    }

    public String name() {
        return name;
    }

    public Curve curve() {
        return curve;
    }

    /** How many categories it has. */
    public int categories() {
        return curve.categories(parameters.length);
    }

    /** a. */
    public double slope() {
        return parameters[0];
    }

    /** d, or d1, d2, ... */
    public double[] intercepts() {
        return Arrays.copyOfRange(parameters, 1, curve == Curve.LOGISTIC ? 2 : parameters.length);
    }

    /** The lower asymptote; 0 for ordered categories. */
    public double guess() {
        return curve == Curve.LOGISTIC ? Curve.logistic(parameters[2]) : 0;
    }

    /**
     * Where on theta the curve turns: b = -d/a; for a graded item one for each "at least k"; for a partial credit item
     * where category k overtakes k - 1.
     */
    public double[] difficulties() {
        double[] b = new double[curve == Curve.LOGISTIC ? 1 : parameters.length - 1];
        for (int k = 0; k < b.length; k++) {
            double before = curve == Curve.PARTIAL_CREDIT && k > 0 ? parameters[k] : 0;
            b[k] = (before - parameters[k + 1]) / parameters[0];
        }
        return b;
    }

    /** Probability of each category at theta; they add up to 1. */
    public double[] probabilities(double theta) {
        double[] out = new double[categories()];
        curve.probabilities(theta, parameters, out);
        return out;
    }

    /** The expected score at theta, the lowest category counting 0. */
    public double expectedScore(double theta) {
        double[] p = probabilities(theta);
        double sum = 0;
        for (int k = 1; k < p.length; k++) {
            sum += k * p[k];
        }
        return sum;
    }

    /** Fisher's information at theta: the sum of (dP/dtheta)^2 / P over the categories. */
    public double information(double theta) {
        double[] p = new double[categories()];
        double[] d = new double[categories()];
        curve.slopes(theta, parameters, p, d);
        double sum = 0;
        for (int k = 0; k < p.length; k++) {
            sum += d[k] * d[k] / p[k];
        }
        return sum;
    }

    double[] parameters() {
        return parameters.clone();
    }

    /** The parameters themselves; only for reading. */
    double[] raw() {
        return parameters;
    }
}
