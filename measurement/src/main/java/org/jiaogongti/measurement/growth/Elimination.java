package org.jiaogongti.measurement.growth;

import org.jiaogongti.measurement.growth.Fronts.Step;
import org.jiaogongti.measurement.kernel.SmallMatrix;
import org.jiaogongti.measurement.kernel.Threads;
import org.jiaogongti.measurement.kernel.UpperCholesky;

/**
 * The mixed-model equations solved for one set of relative covariance factors L (theta): with b = L u,
 * minimise |y - X beta - Z b|^2 + |u|^2. Levels are eliminated front by front, then the rest as one dense matrix, then
 * the fixed columns.
 *
 * <p>The columns of levels that are eliminated later stay unscaled until their turn comes, so a front is read once and
 * its update is added where it belongs.
 *
 * <p>Source: Bates, Maechler, Bolker and Walker (2015), Journal of Statistical Software 67(1), section 3.
 */
final class Elimination {

    private final Fronts fronts;
    private final double[][] lambda;
    private final Threads threads;
    private final double[][] work;
    /** After the factoring: its factor R. */
    final double[][] restFactor;
    final double[][] restRight;
    private final double[] fixed;
    /** Factor of the fixed columns' own matrix, p x p, upper. */
    private double[] fixedFactor = {};
    private double logDeterminant;
    private double fixedLogDeterminant;
    private double penalised;
    private boolean possible = true;

    /**
     * @param lambda for each factor its K x K lower triangle, row by row
     */
    Elimination(Fronts fronts, double[][] lambda, Threads threads) {
        this.fronts = fronts;
        this.lambda = lambda;
        this.threads = threads;
        this.work = new double[fronts.base.length][];
        for (int s = 0; s < work.length; s++) {
            work[s] = fronts.base[s].clone();
        }
        this.restFactor = new double[fronts.restColumns][];
        this.restRight = new double[fronts.restColumns][];
        for (int i = 0; i < fronts.restColumns; i++) {
            restFactor[i] = fronts.restBase[i].clone();
            restRight[i] = fronts.restFixed[i].clone();
        }
        this.fixed = fronts.fixed.clone();
        for (int s = 0; s < fronts.steps.length; s++) {
            eliminate(s);
        }
        eliminateRest();
        finish();
    }

    /** Whether all matrices were positive definite. */
    boolean possible() {
        return possible;
    }

    /** log det(L'Z'ZL + I). */
    double logDeterminant() {
        return logDeterminant;
    }

    /** log det(X'V^-1 X), V in units of the residual variance. */
    double fixedLogDeterminant() {
        return fixedLogDeterminant;
    }

    /** The minimum of |y - X beta - Z b|^2 + |u|^2. */
    double penalised() {
        return penalised;
    }

    private void eliminate(int s) {
        Step step = fronts.steps[s];
        int size = step.size();
        double[] l = lambda[step.factor()];
        double[] front = work[s];
        double[] own = new double[size * size];
        for (int level = 0; level < step.width().length; level++) {
            int at = step.offset()[level];
            int width = step.width()[level];
            scaledOwn(front, at, width, l, size, own);
            if (!SmallMatrix.lowerCholesky(own, size)) {
                possible = false;
                return;
            }
            for (int k = 0; k < size; k++) {
                logDeterminant += 2 * Math.log(own[k * size + k]);
            }
            reduce(front, at, width, l, size, own);
            spread(s, step, level, front, at, width);
        }
    }

    /** own = L' W L + I for the front's own block W. */
    private static void scaledOwn(double[] front, int at, int width, double[] l, int size, double[] own) {
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                double sum = i == j ? 1 : 0;
                for (int a = i; a < size; a++) {
                    for (int b = j; b < size; b++) {
                        sum += l[a * size + i] * front[at + a * width + b] * l[b * size + j];
                    }
                }
                own[i * size + j] = sum;
            }
        }
    }

    /** The front's other columns become C = D^-1 L' W with DD' its own block; D goes where the own block was. */
    private static void reduce(double[] front, int at, int width, double[] l, int size, double[] own) {
        for (int j = size; j < width; j++) {
            for (int k = 0; k < size; k++) {
                double sum = 0;
                for (int a = k; a < size; a++) {
                    sum += l[a * size + k] * front[at + a * width + j];
                }
                front[at + k * width + j] = sum;
            }
            for (int k = 0; k < size; k++) {
                double sum = front[at + k * width + j];
                for (int a = 0; a < k; a++) {
                    sum -= own[k * size + a] * front[at + a * width + j];
                }
                front[at + k * width + j] = sum / own[k * size + k];
            }
        }
        for (int k = 0; k < size; k++) {
            System.arraycopy(own, k * size, front, at + k * width, size);
        }
    }

    /** Subtracts C'C from what comes later. */
    private void spread(int s, Step step, int level, double[] front, int at, int width) {
        int right = width - fronts.p - 1;
        int touched = step.size() + step.around();
        int restFirst = step.restStart()[level];
        for (int k = 0; k < step.size(); k++) {
            int row = at + k * width;
            int column = step.size();
            for (int q = 0; q < step.parents().length; q++) {
                column = spreadToParent(s, q, step, level, front, row, width, column);
            }
            for (int i = touched; i < right; i++) {
                double value = front[row + i];
                double[] target = restFactor[step.restIndex()[restFirst + i - touched]];
                for (int j = i; j < right; j++) {
                    target[step.restIndex()[restFirst + j - touched]] -= value * front[row + j];
                }
                double[] targetRight = restRight[step.restIndex()[restFirst + i - touched]];
                for (int c = 0; c <= fronts.p; c++) {
                    targetRight[c] -= value * front[row + right + c];
                }
            }
            for (int i = 0; i <= fronts.p; i++) {
                for (int j = i; j <= fronts.p; j++) {
                    fixed[i * (fronts.p + 1) + j] -= front[row + right + i] * front[row + right + j];
                }
            }
        }
    }

    private int spreadToParent(int s, int q, Step step, int level, double[] front, int row, int width, int column) {
        Step outer = fronts.steps[s + 1 + q];
        int parent = step.parents()[q][level];
        double[] target = work[s + 1 + q];
        int outerWidth = outer.width()[parent];
        int outerTouched = outer.size() + outer.around();
        int touched = step.size() + step.around();
        int restFirst = step.restStart()[level];
        int right = width - fronts.p - 1;
        for (int a = 0; a < outer.size(); a++) {
            double value = front[row + column + a];
            int to = outer.offset()[parent] + a * outerWidth;
            // The parent's own columns and those of the levels around it stand in the same order in both fronts.
            for (int j = 0; j < outerTouched; j++) {
                target[to + j] -= value * front[row + column + j];
            }
            for (int i = touched; i < right; i++) {
                target[to + outerTouched + step.restInParent()[q][restFirst + i - touched]] -= value * front[row + i];
            }
            for (int c = 0; c <= fronts.p; c++) {
                target[to + outerWidth - fronts.p - 1 + c] -= value * front[row + right + c];
            }
        }
        return column + outer.size();
    }

    private void eliminateRest() {
        if (!possible || fronts.restColumns == 0) {
            return;
        }
        scaleRest();
        if (!UpperCholesky.factor(restFactor, threads)) {
            possible = false;
            return;
        }
        UpperCholesky.solveTransposed(restFactor, restRight);
        for (int k = 0; k < restFactor.length; k++) {
            logDeterminant += 2 * Math.log(restFactor[k][k]);
            for (int i = 0; i <= fronts.p; i++) {
                for (int j = i; j <= fronts.p; j++) {
                    fixed[i * (fronts.p + 1) + j] -= restRight[k][i] * restRight[k][j];
                }
            }
        }
    }

    /** L' W L + I for the rest: of each level first its columns, row by row, then its rows. */
    private void scaleRest() {
        for (int f : fronts.rest) {
            int size = fronts.factors.get(f).size();
            threads.run(fronts.factors.get(f).levels(),
                    level -> scaleLevel(f, size, fronts.restOffset[f] + level * size));
        }
    }

    private void scaleLevel(int f, int size, int first) {
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < i; j++) {
                restFactor[first + i][first + j] = restFactor[first + j][first + i];
            }
        }
        for (int i = 0; i < size; i++) {
            scaleColumns(restFactor[first + i], first);
        }
        for (int k = 0; k < size; k++) {
            combine(restFactor, first, k, size, lambda[f], first);
            combine(restRight, first, k, size, lambda[f], 0);
            restFactor[first + k][first + k] += 1;
        }
    }

    /** A row's columns from {@code from} on, times L. */
    private void scaleColumns(double[] row, int from) {
        for (int f : fronts.rest) {
            int size = fronts.factors.get(f).size();
            int begin = fronts.restOffset[f];
            int end = begin + fronts.factors.get(f).levels() * size;
            double[] l = lambda[f];
            for (int first = Math.max(begin, from); first < end; first += size) {
                for (int k = 0; k < size; k++) {
                    double sum = 0;
                    for (int a = k; a < size; a++) {
                        sum += row[first + a] * l[a * size + k];
                    }
                    row[first + k] = sum;
                }
            }
        }
    }

    /** Row k of a level becomes the k-th column of L times its rows; later rows are still unscaled, as L is lower. */
    private static void combine(double[][] rows, int first, int k, int size, double[] l, int from) {
        double[] target = rows[first + k];
        double own = l[k * size + k];
        for (int j = from; j < target.length; j++) {
            target[j] *= own;
        }
        for (int a = k + 1; a < size; a++) {
            double factor = l[a * size + k];
            double[] other = rows[first + a];
            for (int j = from; j < target.length; j++) {
                target[j] += factor * other[j];
            }
        }
    }

    private void finish() {
        int p = fronts.p;
        if (!possible) {
            return;
        }
        fixedFactor = new double[p * p];
        for (int i = 0; i < p; i++) {
            for (int j = i; j < p; j++) {
                fixedFactor[j * p + i] = fixed[i * (p + 1) + j];
            }
        }
        if (!SmallMatrix.lowerCholesky(fixedFactor, p)) {
            possible = false;
            return;
        }
        penalised = fixed[p * (p + 1) + p];
        double[] reduced = reducedResponse();
        for (int i = 0; i < p; i++) {
            fixedLogDeterminant += 2 * Math.log(fixedFactor[i * p + i]);
            penalised -= reduced[i] * reduced[i];
        }
        possible = penalised > 0;
    }

    private double[] reducedResponse() {
        int p = fronts.p;
        double[] reduced = new double[p];
        for (int i = 0; i < p; i++) {
            reduced[i] = fixed[i * (p + 1) + p];
        }
        SmallMatrix.solveLower(fixedFactor, p, reduced, 1);
        return reduced;
    }

    /** The fixed effects. */
    double[] beta() {
        double[] beta = reducedResponse();
        SmallMatrix.solveLowerTransposed(fixedFactor, fronts.p, beta, 1);
        return beta;
    }

    /** The inverse of X'V^-1 X, p x p: covariances of the fixed effects in units of the residual variance. */
    double[] fixedInverse() {
        return SmallMatrix.inverseOf(fixedFactor, fronts.p);
    }

    /** The spherical random effects u by factor: K figures for each level. */
    double[][] spherical() {
        double[][] u = new double[fronts.factors.size()][];
        for (int f = 0; f < u.length; f++) {
            u[f] = new double[fronts.factors.get(f).levels() * fronts.factors.get(f).size()];
        }
        double[] beta = beta();
        double[] restEffects = solveRest(u, beta);
        for (int s = fronts.steps.length - 1; s >= 0; s--) {
            Step step = fronts.steps[s];
            double[] front = work[s];
            int size = step.size();
            double[] right = new double[size];
            double[] own = new double[size * size];
            for (int level = 0; level < step.width().length; level++) {
                double[] later = laterEffects(s, level, u, restEffects, beta);
                for (int k = 0; k < size; k++) {
                    int row = step.offset()[level] + k * step.width()[level];
                    double sum = front[row + step.width()[level] - 1];
                    for (int j = 0; j < later.length; j++) {
                        sum -= front[row + size + j] * later[j];
                    }
                    right[k] = sum;
                    System.arraycopy(front, row, own, k * size, size);
                }
                SmallMatrix.solveLowerTransposed(own, size, right, 1);
                System.arraycopy(right, 0, u[step.factor()], level * size, size);
            }
        }
        return u;
    }

    private double[] solveRest(double[][] u, double[] beta) {
        double[][] solution = new double[fronts.restColumns][1];
        for (int i = 0; i < solution.length; i++) {
            double sum = restRight[i][fronts.p];
            for (int c = 0; c < fronts.p; c++) {
                sum -= restRight[i][c] * beta[c];
            }
            solution[i][0] = sum;
        }
        UpperCholesky.solve(restFactor, solution);
        double[] effects = new double[fronts.restColumns];
        for (int f : fronts.rest) {
            int first = fronts.restOffset[f];
            for (int i = 0; i < u[f].length; i++) {
                u[f][i] = solution[first + i][0];
            }
            double[] b = scaled(u[f], lambda[f], fronts.factors.get(f).size());
            System.arraycopy(b, 0, effects, first, b.length);
        }
        return effects;
    }

    /** Effects b = L u of what a front is coupled with, in the order of its columns, and the fixed effects. */
    private double[] laterEffects(int s, int level, double[][] u, double[] restEffects, double[] beta) {
        Step step = fronts.steps[s];
        double[] later = new double[step.width()[level] - step.size() - 1];
        int at = 0;
        for (int q = 0; q < step.parents().length; q++) {
            Step outer = fronts.steps[s + 1 + q];
            int size = outer.size();
            int first = step.parents()[q][level] * size;
            double[] l = lambda[outer.factor()];
            for (int i = 0; i < size; i++) {
                double sum = 0;
                for (int j = 0; j <= i; j++) {
                    sum += l[i * size + j] * u[outer.factor()][first + j];
                }
                later[at++] = sum;
            }
        }
        for (int i = step.restStart()[level]; i < step.restStart()[level + 1]; i++) {
            later[at++] = restEffects[step.restIndex()[i]];
        }
        System.arraycopy(beta, 0, later, at, beta.length);
        return later;
    }

    /** b = L u for all levels of a factor. */
    static double[] scaled(double[] u, double[] l, int size) {
        double[] b = new double[u.length];
        for (int first = 0; first < u.length; first += size) {
            for (int i = 0; i < size; i++) {
                for (int j = 0; j <= i; j++) {
                    b[first + i] += l[i * size + j] * u[first + j];
                }
            }
        }
        return b;
    }

    /**
     * The blocks that belong to one level, of the inverse of the equations' matrix, for each factor: K x K for each level,
     * in units of u. With the fixed effects they are the prediction's uncertainty, without them the conditional one.
     */
    double[][] inverseBlocks(boolean withFixed) {
        return new SelectedInverse(fronts, lambda, work, this, withFixed, threads).blocks();
    }
}
