package org.jiaogongti.measurement.growth;

import java.util.ArrayList;
import java.util.List;
import org.jiaogongti.measurement.growth.Fronts.Factor;
import org.jiaogongti.measurement.kernel.SmallMatrix;
import org.jiaogongti.measurement.kernel.Threads;

/**
 * The REML criterion or the deviance, profiled over the fixed effects and the residual variance, as a function of theta:
 * for each random term the lower triangle of its relative covariance factor, row by row.
 *
 * <p>With M = L'Z'ZL + I and r2 the penalised sum of squares: ML is log|M| + n (1 + log(2 pi r2 / n)); REML is log|M| +
 * log|X'V^-1 X| + (n - p) (1 + log(2 pi r2 / (n - p))). The gradient uses that L'Z'(Z L, X) differs from the rows of the
 * equations' matrix only by the identity: with S the inverse's block of a level and u its effects, it is 2 L'^-1 times the
 * sum over levels of (I - S) - (nu / r2) u u'. Source: Bates et al. (2015), section 3.4, for the criterion.
 */
final class Criterion {

    /** Below this a diagonal of L counts as this in the gradient, so that L can be inverted. */
    private static final double SMALLEST = 1e-6;

    /**
     * A random term within its factor.
     *
     * @param factor index of the factor
     * @param offset first of its columns among the factor's
     * @param size how many columns
     */
    record Block(int factor, int offset, int size) {}

    /** Criterion, gradient, and for the first steps the sums of (I - S) and (nu / r2) u u' on the diagonal. */
    @SuppressWarnings("ArrayRecordComponent") // figures in bulk: nobody compares such records
    record Point(double[] theta, double value, double[] gradient, double[] determined, double[] observed) {}

    private final Fronts fronts;
    private final List<Block> blocks;
    private final boolean reml;
    private final Threads threads;
    private int evaluations;

    Criterion(Fronts fronts, List<Block> blocks, boolean reml, Threads threads) {
        this.fronts = fronts;
        this.blocks = List.copyOf(blocks);
        this.reml = reml;
        this.threads = threads;
    }

    int evaluations() {
        return evaluations;
    }

    /** How many parameters theta has. */
    int size() {
        return blocks.stream().mapToInt(block -> block.size() * (block.size() + 1) / 2).sum();
    }

    /** Positions in theta of the diagonals. */
    int[] diagonals() {
        List<Integer> positions = new ArrayList<>();
        int at = 0;
        for (Block block : blocks) {
            for (int i = 0; i < block.size(); i++) {
                at += i;
                positions.add(at++);
            }
        }
        return positions.stream().mapToInt(i -> i).toArray();
    }

    /** n, or n - p. */
    int residualDegrees() {
        return reml ? fronts.rows - fronts.p : fronts.rows;
    }

    /** For each factor its K x K lower triangle. */
    double[][] lambda(double[] theta) {
        double[][] lambda = new double[fronts.factors.size()][];
        for (int f = 0; f < lambda.length; f++) {
            Factor factor = fronts.factors.get(f);
            lambda[f] = new double[factor.size() * factor.size()];
        }
        int at = 0;
        for (Block block : blocks) {
            int size = fronts.factors.get(block.factor()).size();
            for (int i = 0; i < block.size(); i++) {
                for (int j = 0; j <= i; j++) {
                    lambda[block.factor()][(block.offset() + i) * size + block.offset() + j] = theta[at++];
                }
            }
        }
        return lambda;
    }

    Elimination eliminate(double[] theta) {
        return new Elimination(fronts, lambda(theta), threads);
    }

    /** The criterion without its gradient; infinite where the equations cannot be solved. */
    double value(double[] theta) {
        evaluations++;
        return value(eliminate(theta));
    }

    double value(Elimination elimination) {
        if (!elimination.possible()) {
            return Double.POSITIVE_INFINITY;
        }
        int degrees = residualDegrees();
        return elimination.logDeterminant() + (reml ? elimination.fixedLogDeterminant() : 0)
                + degrees * (1 + Math.log(2 * Math.PI * elimination.penalised() / degrees));
    }

    Point at(double[] theta) {
        evaluations++;
        Elimination elimination = eliminate(theta);
        double value = value(elimination);
        double[] gradient = new double[theta.length];
        double[] determined = new double[diagonals().length];
        double[] observed = new double[determined.length];
        if (Double.isInfinite(value)) {
            return new Point(theta, value, gradient, determined, observed);
        }
        double[][] inverse = elimination.inverseBlocks(reml);
        double[][] u = elimination.spherical();
        double weight = residualDegrees() / elimination.penalised();
        int at = 0;
        int column = 0;
        for (Block block : blocks) {
            double[] known = sum(block, inverse[block.factor()], 1);
            double[] seen = squares(block, u[block.factor()], weight);
            for (int i = 0; i < block.size(); i++) {
                determined[column] = known[i * block.size() + i];
                observed[column++] = seen[i * block.size() + i];
            }
            at = gradient(block, theta, at, known, seen, gradient);
        }
        return new Point(theta, value, gradient, determined, observed);
    }

    /** Sum over levels of I - S for the columns of a term. */
    private double[] sum(Block block, double[] inverse, double identity) {
        Factor factor = fronts.factors.get(block.factor());
        int size = factor.size();
        double[] result = new double[block.size() * block.size()];
        for (int level = 0; level < factor.levels(); level++) {
            for (int i = 0; i < block.size(); i++) {
                for (int j = 0; j < block.size(); j++) {
                    result[i * block.size() + j] += (i == j ? identity : 0)
                            - inverse[(level * size + block.offset() + i) * size + block.offset() + j];
                }
            }
        }
        return result;
    }

    private double[] squares(Block block, double[] u, double weight) {
        Factor factor = fronts.factors.get(block.factor());
        double[] result = new double[block.size() * block.size()];
        for (int level = 0; level < factor.levels(); level++) {
            int first = level * factor.size() + block.offset();
            for (int i = 0; i < block.size(); i++) {
                for (int j = 0; j < block.size(); j++) {
                    result[i * block.size() + j] += weight * u[first + i] * u[first + j];
                }
            }
        }
        return result;
    }

    private static int gradient(Block block, double[] theta, int from, double[] known, double[] seen,
            double[] gradient) {
        int size = block.size();
        double[] l = new double[size * size];
        double[] difference = new double[size * size];
        int at = from;
        for (int i = 0; i < size; i++) {
            for (int j = 0; j <= i; j++) {
                l[i * size + j] = theta[at++];
            }
            if (Math.abs(l[i * size + i]) < SMALLEST) {
                l[i * size + i] = SMALLEST;
            }
        }
        for (int i = 0; i < difference.length; i++) {
            difference[i] = known[i] - seen[i];
        }
        SmallMatrix.solveLowerTransposed(l, size, difference, size);
        at = from;
        for (int i = 0; i < size; i++) {
            for (int j = 0; j <= i; j++) {
                gradient[at++] = 2 * difference[i * size + j];
            }
        }
        return at;
    }
}
