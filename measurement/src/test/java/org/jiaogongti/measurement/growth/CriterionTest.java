package org.jiaogongti.measurement.growth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jiaogongti.measurement.growth.Criterion.Block;
import org.jiaogongti.measurement.growth.Fronts.Factor;
import org.jiaogongti.measurement.kernel.SmallMatrix;
import org.jiaogongti.measurement.kernel.Threads;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The criterion against the likelihood with the covariance matrix of all rows written out, and its gradient. */
final class CriterionTest {

    /** What a model is fitted to, row by row. */
    @SuppressWarnings("ArrayRecordComponent") // figures in bulk: nobody compares such records
    private record Rows(List<Factor> factors, double[][] x, double[] y) {

        Fronts fronts() {
            return new Fronts(factors, x, y);
        }
    }

    /** Random factors: each with its number of levels and of columns; nested ones lie in the one before them. */
    private static Rows rows(String shape, int rows, int p, Random random) {
        List<Factor> factors = new ArrayList<>();
        for (String part : shape.split(" ")) {
            int levels = Integer.parseInt(part.replaceAll("[^0-9].*", ""));
            int columns = part.contains("x") ? 2 : 1;
            int[] codes = new int[rows];
            for (int i = 0; i < rows; i++) {
                codes[i] = part.endsWith("<")
                        ? factors.getLast().codes()[i] * levels / factors.getLast().levels()
                        : i < levels ? i : random.nextInt(levels);
            }
            double[][] z = new double[columns][rows];
            for (int i = 0; i < rows; i++) {
                z[0][i] = 1;
                if (columns == 2) {
                    z[1][i] = random.nextGaussian();
                }
            }
            factors.add(new Factor(codes, levels, z));
        }
        double[][] x = new double[p][rows];
        double[] y = new double[rows];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < p; j++) {
                x[j][i] = j == 0 ? 1 : random.nextGaussian();
            }
            y[i] = random.nextGaussian();
            for (Factor factor : factors) {
                y[i] += Math.sin(factor.codes()[i]);
            }
        }
        return new Rows(factors, x, y);
    }

    private static List<Block> blocks(Fronts fronts) {
        List<Block> blocks = new ArrayList<>();
        for (int f = 0; f < fronts.factors.size(); f++) {
            blocks.add(new Block(f, 0, fronts.factors.get(f).size()));
        }
        return blocks;
    }

    private static double[] theta(Criterion criterion, Random random) {
        double[] theta = new double[criterion.size()];
        for (int i = 0; i < theta.length; i++) {
            theta[i] = 0.3 + random.nextDouble();
        }
        return theta;
    }

    /** V = I + Z L L' Z', all rows by all rows. */
    private static double dense(Rows rows, double[][] lambda, boolean reml) {
        double[][] x = rows.x();
        double[] y = rows.y();
        int n = y.length;
        int p = x.length;
        double[] v = new double[n * n];
        for (int i = 0; i < n; i++) {
            v[i * n + i] = 1;
            for (int f = 0; f < lambda.length; f++) {
                Factor factor = rows.factors().get(f);
                for (int j = 0; j < n; j++) {
                    if (factor.codes()[i] == factor.codes()[j]) {
                        v[i * n + j] += product(factor, lambda[f], i, j);
                    }
                }
            }
        }
        double logDeterminant = 0;
        SmallMatrix.lowerCholesky(v, n);
        double[] right = new double[n * (p + 1)];
        for (int i = 0; i < n; i++) {
            logDeterminant += 2 * Math.log(v[i * n + i]);
            for (int j = 0; j <= p; j++) {
                right[i * (p + 1) + j] = j < p ? x[j][i] : y[i];
            }
        }
        SmallMatrix.solveLower(v, n, right, p + 1);
        double[] cross = new double[p * p];
        double[] beta = new double[p];
        double squares = 0;
        for (int i = 0; i < n; i++) {
            double[] row = java.util.Arrays.copyOfRange(right, i * (p + 1), (i + 1) * (p + 1));
            squares += row[p] * row[p];
            for (int j = 0; j < p; j++) {
                beta[j] += row[j] * row[p];
                for (int k = 0; k < p; k++) {
                    cross[j * p + k] += row[j] * row[k];
                }
            }
        }
        SmallMatrix.lowerCholesky(cross, p);
        SmallMatrix.solveLower(cross, p, beta, 1);
        for (int j = 0; j < p; j++) {
            squares -= beta[j] * beta[j];
            logDeterminant += reml ? 2 * Math.log(cross[j * p + j]) : 0;
        }
        int degrees = reml ? n - p : n;
        return logDeterminant + degrees * (1 + Math.log(2 * Math.PI * squares / degrees));
    }

    private static double product(Factor factor, double[] l, int i, int j) {
        int size = factor.size();
        double sum = 0;
        for (int k = 0; k < size; k++) {
            double one = 0;
            double other = 0;
            for (int a = k; a < size; a++) {
                one += factor.z()[a][i] * l[a * size + k];
                other += factor.z()[a][j] * l[a * size + k];
            }
            sum += one * other;
        }
        return sum;
    }

    @ParameterizedTest
    @CsvSource({"7", "7x", "9 6", "9x 6x", "12 6< 2<", "12x 6x< 3<", "12 6< 5", "12x 4< 5x 3", "10 10"})
    void isTheLikelihoodOfAllRowsWrittenOut(String shape) {
        Random random = new Random(shape.hashCode());
        Rows rows = rows(shape, 60, 3, random);
        Fronts fronts = rows.fronts();
        for (boolean reml : new boolean[]{true, false}) {
            try (Threads threads = new Threads(1)) {
                Criterion criterion = new Criterion(fronts, blocks(fronts), reml, threads);
                double[] theta = theta(criterion, random);
                assertThat(criterion.value(theta))
                        .isCloseTo(dense(rows, criterion.lambda(theta), reml), within(1e-9));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"7", "7x", "9 6", "9x 6x", "12 6< 2<", "12x 6x< 3<", "12 6< 5", "12x 4< 5x 3"})
    void hasTheGradientOfItsDifferences(String shape) {
        Random random = new Random(5);
        Fronts fronts = rows(shape, 80, 2, random).fronts();
        for (boolean reml : new boolean[]{true, false}) {
            try (Threads threads = new Threads(2)) {
                Criterion criterion = new Criterion(fronts, blocks(fronts), reml, threads);
                double[] theta = theta(criterion, random);
                double[] gradient = criterion.at(theta).gradient();
                for (int i = 0; i < theta.length; i++) {
                    double[] up = theta.clone();
                    double[] down = theta.clone();
                    up[i] += 1e-5;
                    down[i] -= 1e-5;
                    assertThat(gradient[i]).as("%s, %s", shape, i)
                            .isCloseTo((criterion.value(up) - criterion.value(down)) / 2e-5, within(1e-5));
                }
            }
        }
    }
}
