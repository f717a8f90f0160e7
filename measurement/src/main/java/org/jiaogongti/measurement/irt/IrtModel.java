package org.jiaogongti.measurement.irt;

import org.jspecify.annotations.Nullable;

/**
 * A model of item response theory and how it is fitted.
 *
 * @param family           which curves
 * @param guessing         the lower asymptote; only for {@link Family#THREE_PL}
 * @param nodes            equally spaced nodes of theta, 3 or more
 * @param range            they lie from -range to range
 * @param tolerance        the fit ends when no slope or intercept changes by more in a cycle
 * @param maximumCycles    after so many cycles a fit is given back as not converged
 * @param threads          threads used; the result has the same bits for any number
 */
public record IrtModel(Family family, @Nullable Guessing guessing, int nodes, double range, double tolerance,
        int maximumCycles, int threads) {

    /** Which curves the items have. */
    public enum Family {
        /** Slope 1 and a variance of theta that is estimated; with more than two categories Masters' partial credit. */
        RASCH,
        /** Two categories with slopes. */
        TWO_PL,
        /** Two categories with slopes and a lower asymptote. */
        THREE_PL,
        /** Samejima's graded categories. */
        GRADED,
        /** Muraki's generalised partial credit. */
        PARTIAL_CREDIT
    }

    public IrtModel {
        if (nodes < 3 || !(range > 0) || !Double.isFinite(range) || !(tolerance > 0) || maximumCycles < 1
                || threads < 1) {
            throw new IllegalArgumentException("nodes " + nodes + ", range " + range + ", tolerance " + tolerance
                    + ", cycles " + maximumCycles + ", threads " + threads
                    + "\nGive 3 nodes or more, a range and a tolerance above 0, a cycle and a thread.");
        }
        if (family == Family.THREE_PL && guessing == null) {
            guessing = new Guessing.Free();
        } else if (family != Family.THREE_PL && guessing != null) {
            throw new IllegalArgumentException(family + " has no lower asymptote\nTake THREE_PL.");
        }
    }

    /** The usual settings: 61 nodes from -6 to 6, tolerance 1e-4. */
    public static IrtModel of(Family family) {
        return new IrtModel(family, null, 61, 6, 1e-4, 20_000, Runtime.getRuntime().availableProcessors());
    }

    /** The same with another lower asymptote. */
    public IrtModel withGuessing(Guessing other) {
        return new IrtModel(family, other, nodes, range, tolerance, maximumCycles, threads);
    }

    /** The same with another tolerance. */
    public IrtModel withTolerance(double other) {
        return new IrtModel(family, guessing, nodes, range, other, maximumCycles, threads);
    }

    /** The same with other nodes. */
    public IrtModel withNodes(int count, double limit) {
        return new IrtModel(family, guessing, count, limit, tolerance, maximumCycles, threads);
    }

    /** The same with another limit of cycles. */
    public IrtModel withMaximumCycles(int other) {
        return new IrtModel(family, guessing, nodes, range, tolerance, other, threads);
    }

    /** The same with another number of threads. */
    public IrtModel withThreads(int other) {
        return new IrtModel(family, guessing, nodes, range, tolerance, maximumCycles, other);
    }

    /** The nodes of theta, rising. */
    double[] theta() {
        double[] theta = new double[nodes];
        for (int q = 0; q < nodes; q++) {
            theta[q] = -range + 2 * range * q / (nodes - 1);
        }
        return theta;
    }
}
