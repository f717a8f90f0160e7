package org.jiaogongti.measurement.growth;

import org.jiaogongti.measurement.growth.Fronts.Step;
import org.jiaogongti.measurement.kernel.SmallMatrix;
import org.jiaogongti.measurement.kernel.Threads;
import org.jiaogongti.measurement.kernel.UpperCholesky;

/**
 * Those parts of the inverse of the mixed-model equations that errors and gradients need: the block of every level, found
 * backwards along the elimination. Source: Takahashi, Fagan and Chen (1973), Proceedings of the 8th PICA Conference;
 * Erisman and Tinney (1975), Communications of the ACM 18(3).
 *
 * <p>With w what comes later than a level and is coupled with it, C the level's reduced columns and D its factor:
 * cov(u, w) = -D'^-1 C cov(w), cov(u) = D'^-1 (I + C cov(w) C') D^-1.
 */
final class SelectedInverse {

    /** Levels that one thread takes at a time. */
    private static final int LEVELS = 64;

    private final Fronts fronts;
    private final double[][] lambda;
    private final double[][] work;
    private final int fixedColumns;
    private final double[] fixedInverse;
    /** Covariances within the rest, and with the fixed columns, in units of b. */
    private double[][] restB = {};
    private double[][] restFixedB = {};
    private final double[][] selected;
    private final double[][] blocks;
    private final Threads threads;

    SelectedInverse(Fronts fronts, double[][] lambda, double[][] work, Elimination elimination, boolean withFixed,
            Threads threads) {
        this.fronts = fronts;
        this.lambda = lambda;
        this.work = work;
        this.threads = threads;
        this.fixedColumns = withFixed ? fronts.p : 0;
        this.fixedInverse = withFixed ? elimination.fixedInverse() : new double[0];
        this.selected = new double[fronts.steps.length][];
        this.blocks = new double[fronts.factors.size()][];
        for (int f = 0; f < blocks.length; f++) {
            int size = fronts.factors.get(f).size();
            blocks[f] = new double[fronts.factors.get(f).levels() * size * size];
        }
        if (fronts.restColumns > 0) {
            invertRest(elimination);
        }
        for (int s = fronts.steps.length - 1; s >= 0; s--) {
            invert(s);
        }
    }

    /** For each factor, K x K for each level, in units of u. */
    double[][] blocks() {
        return blocks;
    }

    private void invertRest(Elimination elimination) {
        restB = UpperCholesky.inverse(elimination.restFactor, threads);
        int n = fronts.restColumns;
        double[][] h = new double[n][fixedColumns];
        restFixedB = new double[n][fixedColumns];
        if (fixedColumns > 0) {
            for (int i = 0; i < n; i++) {
                System.arraycopy(elimination.restRight[i], 0, h[i], 0, fixedColumns);
            }
            UpperCholesky.solve(elimination.restFactor, h);
            for (int i = 0; i < n; i++) {
                for (int c = 0; c < fixedColumns; c++) {
                    for (int d = 0; d < fixedColumns; d++) {
                        restFixedB[i][c] -= h[i][d] * fixedInverse[d * fixedColumns + c];
                    }
                }
            }
            threads.run(n, i -> {
                for (int j = 0; j < n; j++) {
                    double sum = 0;
                    for (int c = 0; c < fixedColumns; c++) {
                        sum += restFixedB[i][c] * h[j][c];
                    }
                    restB[i][j] -= sum;
                }
            });
        }
        for (int f : fronts.rest) {
            int size = fronts.factors.get(f).size();
            for (int level = 0; level < fronts.factors.get(f).levels(); level++) {
                int first = fronts.restOffset[f] + level * size;
                for (int i = 0; i < size; i++) {
                    System.arraycopy(restB[first + i], first, blocks[f], (level * size + i) * size, size);
                }
            }
        }
        threads.run(n, i -> scaleRow(restB[i]));
        for (int f : fronts.rest) {
            int size = fronts.factors.get(f).size();
            threads.run(fronts.factors.get(f).levels(), level -> {
                scaleRows(restB, fronts.restOffset[f] + level * size, size, lambda[f]);
                scaleRows(restFixedB, fronts.restOffset[f] + level * size, size, lambda[f]);
            });
        }
    }

    /** A row times L', level by level. */
    private void scaleRow(double[] row) {
        for (int f : fronts.rest) {
            int size = fronts.factors.get(f).size();
            double[] l = lambda[f];
            if (size == 1) {
                scale(row, fronts.restOffset[f], fronts.factors.get(f).levels(), l[0]);
                continue;
            }
            for (int level = 0; level < fronts.factors.get(f).levels(); level++) {
                int first = fronts.restOffset[f] + level * size;
                for (int i = size - 1; i >= 0; i--) {
                    double sum = 0;
                    for (int j = 0; j <= i; j++) {
                        sum += l[i * size + j] * row[first + j];
                    }
                    row[first + i] = sum;
                }
            }
        }
    }

    private static void scale(double[] row, int from, int number, double factor) {
        for (int i = from; i < from + number; i++) {
            row[i] *= factor;
        }
    }

    /** L times a level's rows. */
    private static void scaleRows(double[][] rows, int first, int size, double[] l) {
        for (int i = size - 1; i >= 0; i--) {
            double[] target = rows[first + i];
            double own = l[i * size + i];
            for (int c = 0; c < target.length; c++) {
                target[c] *= own;
            }
            for (int j = 0; j < i; j++) {
                double factor = l[i * size + j];
                double[] other = rows[first + j];
                for (int c = 0; c < target.length; c++) {
                    target[c] += factor * other[c];
                }
            }
        }
    }

    private void invert(int s) {
        Step step = fronts.steps[s];
        boolean keep = s > 0;
        selected[s] = keep ? new double[work[s].length] : new double[0];
        int levels = step.width().length;
        threads.run((levels + LEVELS - 1) / LEVELS, some -> {
            double[] own = new double[step.size() * step.size()];
            for (int level = LEVELS * some; level < Math.min(levels, LEVELS * (some + 1)); level++) {
                invert(s, step, level, own, keep);
            }
        });
    }

    private void invert(int s, Step step, int level, double[] own, boolean keep) {
        int size = step.size();
        int at = step.offset()[level];
        int width = step.width()[level];
        int later = width - size - 1 - fronts.p + fixedColumns;
        for (int k = 0; k < size; k++) {
            System.arraycopy(work[s], at + k * width, own, k * size, size);
        }
        double[] t = timesLater(s, level, later);
        double[] block = new double[size * size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                double sum = i == j ? 1 : 0;
                for (int c = 0; c < later; c++) {
                    sum += t[i * later + c] * work[s][at + j * width + size + c];
                }
                block[i * size + j] = sum;
            }
        }
        sandwich(own, size, block);
        System.arraycopy(block, 0, blocks[step.factor()], level * size * size, size * size);
        if (keep) {
            SmallMatrix.solveLowerTransposed(own, size, t, later);
            keep(s, step, level, block, t, later);
        }
    }

    /** D'^-1 A D^-1 for a symmetric A, in place. */
    private static void sandwich(double[] d, int size, double[] a) {
        SmallMatrix.solveLowerTransposed(d, size, a, size);
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < i; j++) {
                double swap = a[i * size + j];
                a[i * size + j] = a[j * size + i];
                a[j * size + i] = swap;
            }
        }
        SmallMatrix.solveLowerTransposed(d, size, a, size);
    }

    /** Keeps cov(b, b) and cov(b, w) for the levels inside this one. */
    private void keep(int s, Step step, int level, double[] block, double[] t, int later) {
        int size = step.size();
        double[] l = lambda[step.factor()];
        double[] half = new double[size * size];
        int width = step.width()[level];
        for (int i = 0; i < size; i++) {
            int row = step.offset()[level] + i * width;
            for (int j = 0; j <= i; j++) {
                double factor = l[i * size + j];
                for (int c = 0; c < size; c++) {
                    half[i * size + c] += factor * block[j * size + c];
                }
                for (int c = 0; c < later; c++) {
                    selected[s][row + size + c] -= factor * t[j * later + c];
                }
            }
            for (int c = 0; c < size; c++) {
                double sum = 0;
                for (int d = 0; d <= c; d++) {
                    sum += half[i * size + d] * l[c * size + d];
                }
                selected[s][row + c] = sum;
            }
        }
    }

    /** C cov(w), size x later. */
    private double[] timesLater(int s, int level, int later) {
        Step step = fronts.steps[s];
        int size = step.size();
        int at = step.offset()[level];
        int width = step.width()[level];
        double[] t = new double[size * later];
        double[] row = new double[later];
        for (int i = 0; i < later; i++) {
            fill(s, step, level, i, row);
            for (int k = 0; k < size; k++) {
                double c = work[s][at + k * width + size + i];
                for (int j = 0; j < later; j++) {
                    t[k * later + j] += c * row[j];
                }
            }
        }
        return t;
    }

    /** Row i of cov(w) for one level: columns of the levels around it, of the rest, fixed columns. */
    private void fill(int s, Step step, int level, int i, double[] row) {
        int restFirst = step.restStart()[level];
        int touched = step.restStart()[level + 1] - restFirst;
        int at = 0;
        for (int q = 0; q < step.parents().length; q++) {
            Step outer = fronts.steps[s + 1 + q];
            int parent = step.parents()[q][level];
            int outerWidth = outer.width()[parent];
            int outerTouched = outer.size() + outer.around();
            int first = outer.offset()[parent];
            double[] from = selected[s + 1 + q];
            if (i >= at && i < at + outer.size()) {
                int line = first + (i - at) * outerWidth;
                System.arraycopy(from, line, row, at, outerTouched);
                for (int j = 0; j < touched; j++) {
                    row[step.around() + j] = from[line + outerTouched + step.restInParent()[q][restFirst + j]];
                }
                System.arraycopy(from, line + outerWidth - fronts.p - 1, row, step.around() + touched, fixedColumns);
                return;
            }
            int column = i < step.around()
                    ? i - at
                    : i < step.around() + touched
                            ? outerTouched + step.restInParent()[q][restFirst + i - step.around()]
                            : outerWidth - fronts.p - 1 + i - step.around() - touched;
            for (int a = 0; a < outer.size(); a++) {
                row[at + a] = from[first + a * outerWidth + column];
            }
            at += outer.size();
        }
        if (i < at + touched) {
            int index = step.restIndex()[restFirst + i - at];
            for (int j = 0; j < touched; j++) {
                row[at + j] = restB[index][step.restIndex()[restFirst + j]];
            }
            System.arraycopy(restFixedB[index], 0, row, at + touched, fixedColumns);
            return;
        }
        int c = i - at - touched;
        for (int j = 0; j < touched; j++) {
            row[at + j] = restFixedB[step.restIndex()[restFirst + j]][c];
        }
        System.arraycopy(fixedInverse, c * fixedColumns, row, at + touched, fixedColumns);
    }
}
