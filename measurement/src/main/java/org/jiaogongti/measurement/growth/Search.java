package org.jiaogongti.measurement.growth;

import java.util.Arrays;
import java.util.Optional;
import org.jiaogongti.measurement.growth.Criterion.Point;

/**
 * Looks for the least criterion: two steps that bring each variance to what the effects show (MacKay 1992, Neural
 * Computation 4(3)), then quasi-Newton steps by the exact gradient (BFGS; Nocedal and Wright 2006, section 6.1). The
 * criterion does not change if a column of L changes its sign, so it is smooth where a variance is 0 and needs no bound;
 * whether a point at 0 is a minimum is tried out at the end.
 */
final class Search {

    private static final int MOST_STEPS = 200;

    /** The search ends when a step is expected to bring less than this. */
    private static final double ENOUGH = 1e-9;

    private final Criterion criterion;
    private final int[] diagonals;
    private boolean converged;

    Search(Criterion criterion) {
        this.criterion = criterion;
        this.diagonals = criterion.diagonals();
    }

    boolean converged() {
        return converged;
    }

    /** The best theta found; its diagonals are not negative. */
    double[] run() {
        double[] theta = new double[criterion.size()];
        for (int d : diagonals) {
            theta[d] = 1;
        }
        Point point = criterion.at(theta);
        for (int i = 0; i < 3 && Double.isFinite(point.value()); i++) {
            Point next = criterion.at(byEffects(point));
            if (!(next.value() < point.value())) {
                break;
            }
            point = next;
        }
        point = descend(point);
        for (int round = 0; round < 3; round++) {
            Optional<Point> better = leaveZero(point);
            if (better.isEmpty()) {
                break;
            }
            point = descend(better.get());
        }
        return positive(settleAtZero(point));
    }

    private double[] byEffects(Point point) {
        double[] theta = point.theta().clone();
        int row = 0;
        int at = 0;
        while (row < diagonals.length) {
            // Within a term, column j of L ends in row j; its diagonal says by how much the whole column grows.
            int size = termSize(row);
            double[] factors = new double[size];
            for (int j = 0; j < size; j++) {
                double known = Math.max(point.determined()[row + j], 1e-10);
                factors[j] = Math.clamp(Math.sqrt(point.observed()[row + j] / known), 0.1, 10);
            }
            for (int i = 0; i < size; i++) {
                for (int j = 0; j <= i; j++) {
                    theta[at++] *= factors[j];
                }
            }
            row += size;
        }
        return theta;
    }

    /** Diagonals of a lower triangle lie 2, 3, 4, ... apart; a new term begins where they do not. */
    private int termSize(int row) {
        int size = 1;
        while (row + size < diagonals.length && diagonals[row + size] - diagonals[row + size - 1] == size + 1) {
            size++;
        }
        return size;
    }

    private Point descend(Point start) {
        int n = start.theta().length;
        Point point = start;
        double[][] inverse = guess(point);
        boolean fresh = true;
        converged = false;
        for (int step = 0; step < MOST_STEPS; step++) {
            double[] direction = times(inverse, point.gradient());
            double slope = 0;
            for (int i = 0; i < n; i++) {
                direction[i] = -direction[i];
                slope += direction[i] * point.gradient()[i];
            }
            if (-slope / 2 < ENOUGH) {
                converged = true;
                return point;
            }
            Optional<Point> found = alongLine(point, direction, slope);
            if (found.isEmpty()) {
                if (fresh) {
                    // Even along a fresh direction nothing is gained: the rest is rounding.
                    converged = -slope < 1e-5;
                    return point;
                }
                inverse = guess(point);
                fresh = true;
                continue;
            }
            fresh = false;
            Point next = found.get();
            update(inverse, point, next);
            point = next;
        }
        return point;
    }

    /** A first inverse Hessian: a variance's effects shrink as the variance grows, hence about 4 known / theta^2. */
    private double[][] guess(Point point) {
        int n = point.theta().length;
        double[][] inverse = new double[n][n];
        int row = 0;
        int at = 0;
        while (row < diagonals.length) {
            int size = termSize(row);
            for (int i = 0; i < size; i++) {
                double scale = Math.max(Math.abs(point.theta()[diagonals[row + i]]), 0.05);
                for (int j = 0; j <= i; j++) {
                    inverse[at][at] = scale * scale / (4 * Math.max(point.determined()[row + j], 0.1));
                    at++;
                }
            }
            row += size;
        }
        return inverse;
    }

    private Optional<Point> alongLine(Point point, double[] direction, double slope) {
        double length = Math.sqrt(Arrays.stream(direction).map(d -> d * d).sum());
        double reach = 1 + Math.sqrt(Arrays.stream(point.theta()).map(t -> t * t).sum());
        double step = Math.min(1, reach / length);
        double noise = 1e-13 * Math.abs(point.value());
        for (int i = 0; i < 30; i++) {
            double[] theta = point.theta().clone();
            for (int j = 0; j < theta.length; j++) {
                theta[j] += step * direction[j];
            }
            Point next = criterion.at(theta);
            if (next.value() <= point.value() + 1e-4 * step * slope + noise) {
                return Optional.of(next);
            }
            double curved = Double.isFinite(next.value())
                    ? -slope * step / (2 * ((next.value() - point.value()) / step - slope))
                    : 0.1;
            step *= Math.clamp(curved, 0.1, 0.5);
            if (-step * slope < 1e-12) {
                break;
            }
        }
        return Optional.empty();
    }

    private static double[] times(double[][] a, double[] x) {
        double[] y = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            for (int j = 0; j < x.length; j++) {
                y[i] += a[i][j] * x[j];
            }
        }
        return y;
    }

    private static void update(double[][] inverse, Point from, Point to) {
        int n = inverse.length;
        double[] s = new double[n];
        double[] y = new double[n];
        double sy = 0;
        for (int i = 0; i < n; i++) {
            s[i] = to.theta()[i] - from.theta()[i];
            y[i] = to.gradient()[i] - from.gradient()[i];
            sy += s[i] * y[i];
        }
        double[] hy = times(inverse, y);
        double yhy = 0;
        for (int i = 0; i < n; i++) {
            yhy += y[i] * hy[i];
        }
        if (sy <= 1e-12 * Math.abs(yhy)) {
            return;
        }
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                inverse[i][j] += (1 + yhy / sy) * s[i] * s[j] / sy - (hy[i] * s[j] + s[i] * hy[j]) / sy;
            }
        }
    }

    /** If a small diagonal is no minimum but a saddle, a point beside it that is better. */
    private Optional<Point> leaveZero(Point point) {
        for (int d : diagonals) {
            if (Math.abs(point.theta()[d]) < 1e-2) {
                for (double away : new double[]{0.02, 0.1, 0.5}) {
                    double[] theta = point.theta().clone();
                    theta[d] = away;
                    if (criterion.value(theta) < point.value() - 1e-7) {
                        return Optional.of(criterion.at(theta));
                    }
                }
            }
        }
        return Optional.empty();
    }

    /** A variance that is 0 but for rounding is made 0. */
    private double[] settleAtZero(Point point) {
        double[] theta = point.theta().clone();
        double value = point.value();
        for (int d : diagonals) {
            if (theta[d] != 0 && Math.abs(theta[d]) < 1e-3) {
                double kept = theta[d];
                theta[d] = 0;
                double there = criterion.value(theta);
                if (there > value + 1e-8) {
                    theta[d] = kept;
                } else {
                    value = Math.min(value, there);
                }
            }
        }
        return theta;
    }

    private double[] positive(double[] theta) {
        double[] result = theta.clone();
        int row = 0;
        while (row < diagonals.length) {
            int size = termSize(row);
            for (int j = 0; j < size; j++) {
                if (theta[diagonals[row + j]] < 0) {
                    for (int i = j; i < size; i++) {
                        result[diagonals[row + i] - i + j] *= -1;
                    }
                }
            }
            row += size;
        }
        return result;
    }
}
