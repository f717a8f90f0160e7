package org.jiaogongti.measurement.diagnosis;

import org.jiaogongti.measurement.kernel.SmallMatrix;

/**
 * The maximisation step of an item whose skills add up, p = d0 + the d of the skills had, from n persons and r right
 * answers in each combination of skills.
 */
final class Additive {

    private static final int MOST_STEPS = 50;

    /** A trace of a barrier that keeps p off 0 and 1, as a share of the persons. */
    private static final double BARRIER = 1e-9;

    private Additive() {}

    /**
     * Maximum likelihood: the largest sum of r log p + (n - r) log(1 - p). The function is concave; Newton steps are cut
     * before any p leaves (0, 1).
     *
     * @param p by packed combination of skills, additive in them; replaced by the maximum
     */
    static void maximise(double[] right, double[] answered, double[] p) {
        int skills = Integer.numberOfTrailingZeros(p.length);
        int size = skills + 1;
        double all = 0;
        for (double n : answered) {
            all += n;
        }
        double barrier = BARRIER * all;
        double[] delta = additive(p, skills);
        for (int step = 0; step < MOST_STEPS; step++) {
            double[] gradient = new double[size];
            double[] hessian = new double[size * size];
            for (int g = 0; g < p.length; g++) {
                double value = value(delta, g);
                double slope = (right[g] + barrier) / value - (answered[g] - right[g] + barrier) / (1 - value);
                double curve = (right[g] + barrier) / (value * value)
                        + (answered[g] - right[g] + barrier) / ((1 - value) * (1 - value));
                for (int i = 0; i < size; i++) {
                    if (i > 0 && (g >> (i - 1) & 1) == 0) {
                        continue;
                    }
                    gradient[i] += slope;
                    for (int j = 0; j < size; j++) {
                        hessian[i * size + j] += j == 0 || (g >> (j - 1) & 1) == 1 ? curve : 0;
                    }
                }
            }
            double[] direction = gradient.clone();
            if (!SmallMatrix.lowerCholesky(hessian, size)) {
                break;
            }
            SmallMatrix.solveLower(hessian, size, direction, 1);
            SmallMatrix.solveLowerTransposed(hessian, size, direction, 1);
            double largest = move(delta, direction, p.length, right, answered, barrier);
            if (largest < 1e-13) {
                break;
            }
        }
        for (int g = 0; g < p.length; g++) {
            p[g] = value(delta, g);
        }
    }

    /**
     * Least squares: the additive p that are closest to r / n, weighted by n (de la Torre 2011, Psychometrika 76, section
     * 4.2). This is what R's CDM does in every cycle; it ends a little beside the maximum of the likelihood.
     */
    static void leastSquares(double[] right, double[] answered, double[] p) {
        int skills = Integer.numberOfTrailingZeros(p.length);
        int size = skills + 1;
        double[] matrix = new double[size * size];
        double[] delta = new double[size];
        for (int g = 0; g < p.length; g++) {
            for (int i = 0; i < size; i++) {
                if (i > 0 && (g >> (i - 1) & 1) == 0) {
                    continue;
                }
                delta[i] += right[g];
                for (int j = 0; j < size; j++) {
                    matrix[i * size + j] += j == 0 || (g >> (j - 1) & 1) == 1 ? answered[g] : 0;
                }
            }
        }
        if (!SmallMatrix.lowerCholesky(matrix, size)) {
            return;
        }
        SmallMatrix.solveLower(matrix, size, delta, 1);
        SmallMatrix.solveLowerTransposed(matrix, size, delta, 1);
        for (int g = 0; g < p.length; g++) {
            p[g] = Math.clamp(value(delta, g), 1e-10, 1 - 1e-10);
        }
    }

    private static double[] additive(double[] p, int skills) {
        double[] delta = new double[skills + 1];
        delta[0] = Math.clamp(p[0], 1e-9, 1 - 1e-9);
        for (int i = 0; i < skills; i++) {
            delta[i + 1] = p[1 << i] - delta[0];
        }
        for (int g = 0; g < p.length; g++) {
            double value = value(delta, g);
            if (!(value > 0 && value < 1)) {
                // Rounding has led out of the range: begin again in the middle.
                return start(skills);
            }
        }
        return delta;
    }

    private static double[] start(int skills) {
        double[] delta = new double[skills + 1];
        delta[0] = 0.2;
        for (int i = 0; i < skills; i++) {
            delta[i + 1] = 0.6 / skills;
        }
        return delta;
    }

    private static double move(double[] delta, double[] direction, int combinations, double[] right, double[] answered,
            double barrier) {
        double step = 1;
        for (int g = 0; g < combinations; g++) {
            double value = value(delta, g);
            double change = value(direction, g);
            double room = change > 0 ? 1 - value : value;
            if (Math.abs(change) * step > 0.99 * room) {
                step = 0.99 * room / Math.abs(change);
            }
        }
        double before = objective(delta, direction, 0, combinations, right, answered, barrier);
        for (int i = 0; i < 40 && objective(delta, direction, step, combinations, right, answered, barrier) < before
                - 1e-13 * Math.abs(before); i++) {
            step /= 2;
        }
        double largest = 0;
        for (int i = 0; i < delta.length; i++) {
            delta[i] += step * direction[i];
            largest = Math.max(largest, Math.abs(step * direction[i]));
        }
        return largest;
    }

    private static double objective(double[] delta, double[] direction, double step, int combinations, double[] right,
            double[] answered, double barrier) {
        double sum = 0;
        for (int g = 0; g < combinations; g++) {
            double value = value(delta, g) + step * value(direction, g);
            sum += (right[g] + barrier) * Math.log(value) + (answered[g] - right[g] + barrier) * Math.log(1 - value);
        }
        return sum;
    }

    private static double value(double[] delta, int combination) {
        double value = delta[0];
        for (int i = 1; i < delta.length; i++) {
            value += (combination >> (i - 1) & 1) == 1 ? delta[i] : 0;
        }
        return value;
    }
}
