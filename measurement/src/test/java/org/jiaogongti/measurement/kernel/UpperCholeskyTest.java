package org.jiaogongti.measurement.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class UpperCholeskyTest {

    private static double[][] positive(int n, Random random) {
        double[][] b = new double[n][n];
        double[][] a = new double[n][n];
        for (double[] row : b) {
            for (int j = 0; j < n; j++) {
                row[j] = random.nextGaussian();
            }
        }
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                a[i][j] = i == j ? 1 : 0;
                for (int k = 0; k < n; k++) {
                    a[i][j] += b[i][k] * b[j][k] / n;
                }
            }
        }
        return a;
    }

    private static double[][] copy(double[][] a) {
        double[][] copy = new double[a.length][];
        for (int i = 0; i < a.length; i++) {
            copy[i] = a[i].clone();
        }
        return copy;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 63, 64, 65, 131, 200, 300})
    void factorsInvertsAndSolves(int n) {
        double[][] a = positive(n, new Random(n));
        double[][] r = copy(a);
        double[][] onMany = copy(a);
        try (Threads one = new Threads(1); Threads many = new Threads(3)) {
            assertThat(UpperCholesky.factor(r, one)).isTrue();
            assertThat(UpperCholesky.factor(onMany, many)).isTrue();
            assertThat(onMany).isDeepEqualTo(r);
            double[][] inverse = UpperCholesky.inverse(r, one);
            assertThat(UpperCholesky.inverse(r, many)).isDeepEqualTo(inverse);
            double[][] solution = copy(a);
            UpperCholesky.solveTransposed(r, solution);
            UpperCholesky.solve(r, solution);
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    double product = 0;
                    for (int k = 0; k < n; k++) {
                        product += a[i][k] * inverse[k][j];
                    }
                    assertThat(product).isCloseTo(i == j ? 1 : 0, within(1e-10));
                    assertThat(solution[i][j]).isCloseTo(i == j ? 1 : 0, within(1e-10));
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 100})
    void tellsAMatrixThatIsNotPositive(int n) {
        double[][] a = positive(n, new Random(1));
        a[n - 1][n - 1] = -1;
        try (Threads threads = new Threads(1)) {
            assertThat(UpperCholesky.factor(a, threads)).isFalse();
        }
    }
}
