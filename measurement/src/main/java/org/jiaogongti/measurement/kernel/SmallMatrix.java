package org.jiaogongti.measurement.kernel;

/** Matrices of a few rows, row by row in one array: what blocks of a few random effects or parameters need. */
public final class SmallMatrix {

    private SmallMatrix() {}

    /**
     * The lower Cholesky factor in place; reads and writes the lower triangle and clears the upper one.
     *
     * @return false if the matrix is not positive definite
     */
    public static boolean lowerCholesky(double[] a, int n) {
        for (int j = 0; j < n; j++) {
            for (int i = j; i < n; i++) {
                double sum = a[i * n + j];
                for (int k = 0; k < j; k++) {
                    sum -= a[i * n + k] * a[j * n + k];
                }
                if (i == j) {
                    if (!(sum > 0)) {
                        return false;
                    }
                    a[i * n + i] = Math.sqrt(sum);
                } else {
                    a[i * n + j] = sum / a[j * n + j];
                }
            }
            for (int i = 0; i < j; i++) {
                a[i * n + j] = 0;
            }
        }
        return true;
    }

    /** Solves L x = b in place; b has n rows of {@code width}. */
    public static void solveLower(double[] l, int n, double[] b, int width) {
        for (int i = 0; i < n; i++) {
            for (int c = 0; c < width; c++) {
                double sum = b[i * width + c];
                for (int k = 0; k < i; k++) {
                    sum -= l[i * n + k] * b[k * width + c];
                }
                b[i * width + c] = sum / l[i * n + i];
            }
        }
    }

    /** Solves L'x = b in place; b has n rows of {@code width}. */
    public static void solveLowerTransposed(double[] l, int n, double[] b, int width) {
        for (int i = n - 1; i >= 0; i--) {
            for (int c = 0; c < width; c++) {
                double sum = b[i * width + c];
                for (int k = i + 1; k < n; k++) {
                    sum -= l[k * n + i] * b[k * width + c];
                }
                b[i * width + c] = sum / l[i * n + i];
            }
        }
    }

    /** The inverse of LL'. */
    public static double[] inverseOf(double[] l, int n) {
        double[] inverse = new double[n * n];
        for (int i = 0; i < n; i++) {
            inverse[i * n + i] = 1;
        }
        solveLower(l, n, inverse, n);
        solveLowerTransposed(l, n, inverse, n);
        return inverse;
    }
}
