package org.jiaogongti.measurement.kernel;

/** Symmetric matrices of moderate size, by Cholesky's decomposition. Only the lower triangle is read. */
public final class Symmetric {

    private Symmetric() {}

    /** The lower triangular root in place of the matrix; false if it is not positive definite. */
    public static boolean cholesky(double[][] a) {
        for (int j = 0; j < a.length; j++) {
            double[] row = a[j];
            double diagonal = row[j];
            for (int k = 0; k < j; k++) {
                diagonal -= row[k] * row[k];
            }
            if (!(diagonal > 0) || diagonal < 1e-14 * Math.abs(row[j])) {
                return false;
            }
            double root = Math.sqrt(diagonal);
            row[j] = root;
            for (int i = j + 1; i < a.length; i++) {
                double sum = a[i][j];
                for (int k = 0; k < j; k++) {
                    sum -= a[i][k] * row[k];
                }
                a[i][j] = sum / root;
            }
        }
        return true;
    }

    /** Solves with the lower root alone, L x = b, in place of the right-hand side. */
    public static void solveLower(double[][] root, double[] b) {
        for (int i = 0; i < root.length; i++) {
            double sum = b[i];
            for (int k = 0; k < i; k++) {
                sum -= root[i][k] * b[k];
            }
            b[i] = sum / root[i][i];
        }
    }

    /** Solves with a root of {@link #cholesky} in place of the right-hand side. */
    public static void solve(double[][] root, double[] b) {
        int n = root.length;
        solveLower(root, b);
        for (int i = n - 1; i >= 0; i--) {
            double sum = b[i];
            for (int k = i + 1; k < n; k++) {
                sum -= root[k][i] * b[k];
            }
            b[i] = sum / root[i][i];
        }
    }

    /** The inverse of the matrix whose root this is. */
    public static double[][] inverse(double[][] root) {
        int n = root.length;
        double[][] inverse = new double[n][n];
        for (int j = 0; j < n; j++) {
            inverse[j][j] = 1;
            solve(root, inverse[j]);
        }
        return inverse;
    }
}
