package org.jiaogongti.measurement;

/**
 * A figure, how sure it is, and how many observations stand behind it.
 *
 * @param value         the figure in its own unit; NaN where it cannot be estimated
 * @param standardError its standard error in the same unit; NaN where it is not known
 * @param n             observations used
 */
public record Estimate(double value, double standardError, long n) {

    /** A figure without a known error. */
    public static Estimate of(double value, long n) {
        return new Estimate(value, Double.NaN, n);
    }

    /** Whether there is a figure at all. */
    public boolean known() {
        return !Double.isNaN(value);
    }
}
