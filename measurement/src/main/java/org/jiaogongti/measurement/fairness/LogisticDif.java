package org.jiaogongti.measurement.fairness;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/**
 * Differential item functioning by logistic regression (Swaminathan and Rogers 1990): the logit of a right answer on
 * the total (the item included), the group, and their product. Likelihood ratios compare the three models.
 */
public final class LogisticDif {

    private static final int STEPS = 200;
    private static final double CLOSE = 1e-11;

    private LogisticDif() {}

    /**
     * One item.
     *
     * @param both       2 x the gain in log-likelihood by group and product together, two degrees of freedom
     * @param uniform    by the group alone, one degree of freedom
     * @param nonuniform by the product beyond the group, one degree of freedom
     * @param gain       Nagelkerke's R² of the largest model less that of the smallest
     */
    public record Ratios(String item, double both, double uniform, double nonuniform, double pBoth, double pUniform,
            double pNonuniform, double gain) {}

    /** Every item. */
    public static List<Ratios> of(Groups groups) {
        boolean[] used = new boolean[groups.items()];
        Arrays.fill(used, true);
        int[] matching = groups.matching(used);
        List<Ratios> ratios = new ArrayList<>();
        for (int j = 0; j < groups.items(); j++) {
            ratios.add(ratios(groups.name(j), groups.table(j, matching, false)));
        }
        return ratios;
    }

    private static Ratios ratios(String item, Groups.Table table) {
        double none = maximum(table, 1);
        double total = maximum(table, 2);
        double group = maximum(table, 3);
        double product = maximum(table, 4);
        double both = Math.max(0, 2 * (product - total));
        double uniform = Math.max(0, 2 * (group - total));
        double nonuniform = Math.max(0, 2 * (product - group));
        double n = 0;
        for (int s = 0; s < table.strata(); s++) {
            n += table.persons(s, false) + table.persons(s, true);
        }
        return new Ratios(item, both, uniform, nonuniform, tail(both, 2), tail(uniform, 1), tail(nonuniform, 1),
                nagelkerke(none, product, n) - nagelkerke(none, total, n));
    }

    private static double tail(double ratio, int degrees) {
        return ChiSquaredDistribution.of(degrees).survivalProbability(ratio);
    }

    private static double nagelkerke(double none, double fitted, double n) {
        return (1 - Math.exp(2 * (none - fitted) / n)) / (1 - Math.exp(2 * none / n));
    }

    /**
     * The largest log-likelihood of a model with the first so many of: constant, total, group, product. Newton's steps
     * are halved until they gain; where groups are told apart perfectly the coefficients grow without end, but the
     * log-likelihood has a limit, and that is what is wanted.
     */
    static double maximum(Groups.Table table, int terms) {
        double center = 0;
        double persons = 0;
        for (int s = 0; s < table.strata(); s++) {
            double n = table.persons(s, false) + table.persons(s, true);
            center += s * n;
            persons += n;
        }
        center /= persons;
        double[] beta = new double[terms];
        double value = value(table, beta, center);
        for (int step = 0; step < STEPS; step++) {
            double[] direction = direction(table, beta, center);
            double gained = Double.NEGATIVE_INFINITY;
            double share = 1;
            double[] next = beta;
            while (gained < value && share > 1e-6) {
                next = beta.clone();
                for (int t = 0; t < terms; t++) {
                    next[t] += share * direction[t];
                }
                gained = value(table, next, center);
                share /= 2;
            }
            if (!(gained > value)) {
                return value;
            }
            double gain = gained - value;
            beta = next;
            value = gained;
            if (gain < CLOSE * (1 + Math.abs(value)) * 1e-3) {
                return value;
            }
        }
        return value;
    }

    private static double[] terms(int count, double total, boolean focal) {
        double[] all = {1, total, focal ? 1 : 0, focal ? total : 0};
        return Arrays.copyOf(all, count);
    }

    private static double value(Groups.Table table, double[] beta, double center) {
        double value = 0;
        for (int s = 0; s < table.strata(); s++) {
            for (int g = 0; g < 2; g++) {
                boolean focal = g == 1;
                if (table.persons(s, focal) > 0) {
                    double logit = dot(beta, terms(beta.length, s - center, focal));
                    value -= table.right(s, focal) * softplus(-logit) + table.wrong(s, focal) * softplus(logit);
                }
            }
        }
        return value;
    }

    /** ln(1 + e^x) without overflow. */
    private static double softplus(double x) {
        return x > 0 ? x + Math.log1p(Math.exp(-x)) : Math.log1p(Math.exp(x));
    }

    private static double[] direction(Groups.Table table, double[] beta, double center) {
        int k = beta.length;
        double[][] information = new double[k][k + 1];
        for (int s = 0; s < table.strata(); s++) {
            for (int g = 0; g < 2; g++) {
                boolean focal = g == 1;
                double n = table.persons(s, focal);
                if (n > 0) {
                    double[] x = terms(k, s - center, focal);
                    double p = 1 / (1 + Math.exp(-dot(beta, x)));
                    for (int a = 0; a < k; a++) {
                        for (int b = 0; b < k; b++) {
                            information[a][b] += n * p * (1 - p) * x[a] * x[b];
                        }
                        information[a][k] += x[a] * (table.right(s, focal) - n * p);
                    }
                }
            }
        }
        return solve(information);
    }

    private static double dot(double[] one, double[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }

    /** Solves the symmetric system whose right side is the last column; a direction without information stays 0. */
    private static double[] solve(double[][] rows) {
        int k = rows.length;
        boolean[] skipped = new boolean[k];
        for (int i = 0; i < k; i++) {
            if (!(rows[i][i] > 1e-12)) {
                skipped[i] = true;
                continue;
            }
            for (int r = 0; r < k; r++) {
                if (r != i) {
                    double factor = rows[r][i] / rows[i][i];
                    for (int c = i; c <= k; c++) {
                        rows[r][c] -= factor * rows[i][c];
                    }
                }
            }
        }
        double[] solution = new double[k];
        for (int i = 0; i < k; i++) {
            solution[i] = skipped[i] ? 0 : rows[i][k] / rows[i][i];
        }
        return solution;
    }
}
