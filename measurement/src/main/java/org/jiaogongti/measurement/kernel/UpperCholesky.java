package org.jiaogongti.measurement.kernel;

import java.util.function.Consumer;
import java.util.function.IntConsumer;

/**
 * Cholesky factor of a dense symmetric positive definite matrix, and its inverse.
 *
 * <p>A matrix is an array of rows; only the upper triangle is read. The factor R has A = R'R. All inner loops add
 * multiples of four rows to another one at the same columns, which the compiler turns into vector instructions (it
 * does so only where both arrays have the same index). What is added to an element, and in which order, does not depend
 * on how the rows are shared out among threads, so one thread and many give the same bits.
 *
 * <p>Source: Golub and Van Loan (2013), Matrix Computations, sections 3.1 and 4.2.
 */
public final class UpperCholesky {

    private static final int BLOCK = 64;

    /** Rows that one thread takes at a time. */
    private static final int STRIP = 16;

    /** Columns of a product that one thread takes at a time. */
    private static final int COLUMNS = 256;

    private UpperCholesky() {}

    /**
     * Factors in place.
     *
     * @param a n rows of n; the upper triangle is replaced by R
     * @return false if it is not positive definite; the contents are then of no use
     */
    public static boolean factor(double[][] a, Threads threads) {
        int n = a.length;
        for (int from = 0; from < n; from += BLOCK) {
            int to = Math.min(n, from + BLOCK);
            if (!factorBlock(a, from, to)) {
                return false;
            }
            int first = from;
            rows(to, n, threads, i -> subtractBlock(a, first, to, i));
        }
        return true;
    }

    /** The rows of a block, finished among themselves. */
    private static boolean factorBlock(double[][] a, int from, int to) {
        int n = a.length;
        for (int k = from; k < to; k++) {
            double[] row = a[k];
            if (!(row[k] > 0)) {
                return false;
            }
            double scale = 1 / Math.sqrt(row[k]);
            for (int j = k; j < n; j++) {
                row[j] *= scale;
            }
            for (int i = k + 1; i < to; i++) {
                add(row, -row[i], a[i], i, n);
            }
        }
        return true;
    }

    /** Row i less its products with the rows of a finished block. */
    private static void subtractBlock(double[][] a, int from, int to, int i) {
        int k = from;
        for (; k + 4 <= to; k += 4) {
            addFour(a, k, -a[k][i], -a[k + 1][i], -a[k + 2][i], -a[k + 3][i], a[i], i, a.length);
        }
        for (; k < to; k++) {
            add(a[k], -a[k][i], a[i], i, a.length);
        }
    }

    /** Solves R'x = b in place for a matrix b of n rows. */
    public static void solveTransposed(double[][] r, double[][] b) {
        byColumn(b, x -> {
            for (int k = 0; k < r.length; k++) {
                x[k] /= r[k][k];
                add(r[k], -x[k], x, k + 1, r.length);
            }
        });
    }

    /** Solves Rx = b in place for a matrix b of n rows. */
    public static void solve(double[][] r, double[][] b) {
        byColumn(b, x -> {
            for (int k = r.length - 1; k >= 0; k--) {
                double[] row = r[k];
                double sum = x[k];
                for (int i = k + 1; i < row.length; i++) {
                    sum -= row[i] * x[i];
                }
                x[k] = sum / row[k];
            }
        });
    }

    /** Right sides are few: each is taken out, so that a row of R meets neighbouring figures. */
    private static void byColumn(double[][] b, Consumer<double[]> solve) {
        double[] x = new double[b.length];
        for (int c = 0; c < (b.length == 0 ? 0 : b[0].length); c++) {
            for (int i = 0; i < b.length; i++) {
                x[i] = b[i][c];
            }
            solve.accept(x);
            for (int i = 0; i < b.length; i++) {
                b[i][c] = x[i];
            }
        }
    }

    /** The inverse of R'R, both triangles. R is not changed. */
    public static double[][] inverse(double[][] r, Threads threads) {
        int n = r.length;
        double[][] a = new double[n][n];
        threads.run((n + STRIP - 1) / STRIP,
                strip -> invertRows(r, STRIP * strip, Math.min(n, STRIP * (strip + 1)), a));
        double[] diagonal = new double[n];
        for (int i = 0; i < n; i++) {
            diagonal[i] = a[i][i];
            mirror(a, i);
        }
        threads.run((n + COLUMNS - 1) / COLUMNS,
                block -> multiplyColumns(a, diagonal, COLUMNS * block, Math.min(n, COLUMNS * (block + 1))));
        for (int i = 0; i < n; i++) {
            for (int j = i + 1; j < n; j++) {
                a[i][j] = a[j][i];
            }
        }
        return a;
    }

    private static void mirror(double[][] a, int i) {
        for (int j = i + 1; j < a.length; j++) {
            a[j][i] = a[i][j];
        }
    }

    /**
     * Some columns of W W', on and below the diagonal, in place of those of W'. Above the diagonal stays W, of which other
     * columns have need; a row's own W' is needed by no later row.
     */
    private static void multiplyColumns(double[][] a, double[] diagonal, int from, int to) {
        double[] sums = new double[to];
        for (int i = from; i < a.length; i++) {
            double[] row = a[i];
            int end = Math.min(to, i + 1);
            for (int j = from; j < end; j++) {
                sums[j] = diagonal[i] * (j == i ? diagonal[i] : row[j]);
            }
            int k = i + 1;
            for (; k + 4 <= a.length; k += 4) {
                addFour(a, k, row[k], row[k + 1], row[k + 2], row[k + 3], sums, from, end);
            }
            for (; k < a.length; k++) {
                add(a[k], row[k], sums, from, end);
            }
            System.arraycopy(sums, from, row, from, end - from);
        }
    }

    /** Some rows of the inverse of R: each solves v R = e. They share four rows of R at a time once these are loaded. */
    private static void invertRows(double[][] r, int from, int to, double[][] v) {
        int n = r.length;
        for (int i = from; i < to; i++) {
            v[i][i] = 1;
        }
        int k = from;
        for (; k + 4 <= n; k += 4) {
            for (int i = from; i < to; i++) {
                double[] row = v[i];
                for (int c = k; c < k + 4; c++) {
                    double factor = row[c] / r[c][c];
                    row[c] = factor;
                    for (int j = c + 1; j < k + 4; j++) {
                        row[j] -= factor * r[c][j];
                    }
                }
                addFour(r, k, -row[k], -row[k + 1], -row[k + 2], -row[k + 3], row, k + 4, n);
            }
        }
        for (; k < n; k++) {
            for (int i = from; i < to; i++) {
                v[i][k] /= r[k][k];
                add(r[k], -v[i][k], v[i], k + 1, n);
            }
        }
    }

    private static void add(double[] from, double factor, double[] to, int start, int end) {
        for (int j = start; j < end; j++) {
            to[j] += factor * from[j];
        }
    }

    private static void addFour(double[][] from, int k, double f0, double f1, double f2, double f3, double[] to,
            int start, int end) {
        double[] row0 = from[k];
        double[] row1 = from[k + 1];
        double[] row2 = from[k + 2];
        double[] row3 = from[k + 3];
        for (int j = start; j < end; j++) {
            to[j] += f0 * row0[j] + f1 * row1[j] + (f2 * row2[j] + f3 * row3[j]);
        }
    }

    private static void rows(int from, int to, Threads threads, IntConsumer row) {
        threads.run((to - from + STRIP - 1) / STRIP, strip -> {
            int end = Math.min(to, from + STRIP * (strip + 1));
            for (int i = from + STRIP * strip; i < end; i++) {
                row.accept(i);
            }
        });
    }
}
