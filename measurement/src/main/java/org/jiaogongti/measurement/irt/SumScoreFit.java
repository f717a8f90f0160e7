package org.jiaogongti.measurement.irt;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.jiaogongti.measurement.Refused;

/**
 * S-X2 (Orlando and Thissen 2000, 2003): whether persons with the same sum score answer an item as the model has it. What
 * is expected comes from Lord and Wingersky's (1984) recursion over sum scores; {@link SparseTable} says how thin cells
 * are taken together. Only for data without missing answers.
 */
public final class SumScoreFit {

    private SumScoreFit() {}

    /**
     * An item's fit.
     *
     * @param item  its name
     * @param x2    the statistic; NaN where no degree of freedom is left
     * @param df    degrees of freedom
     * @param p     chance of such a value or a larger one if the model holds
     * @param rmsea misfit per degree of freedom, whatever the number of persons
     */
    public record Row(String item, double x2, int df, double p, double rmsea) {}

    /**
     * All items of a fit of one group.
     *
     * @throws Refused missing answers, or several groups
     */
    public static List<Row> of(IrtFit fit) {
        if (!fit.scores().complete() || fit.groups() > 1) {
            throw Refused.whole("S-X2 需要一组没有缺答的数据；请只用答完的人");
        }
        double[] theta = fit.model().theta();
        double[] weights = new double[theta.length];
        Cycle.weights(theta, fit.mean(0), fit.variance(0), weights);
        double[][][] curves = new double[fit.items().size()][theta.length][];
        for (int i = 0; i < curves.length; i++) {
            for (int q = 0; q < theta.length; q++) {
                curves[i][q] = fit.items().get(i).probabilities(theta[q]);
            }
        }
        double[][][] observed = observed(fit);
        int population = fit.parameters();
        for (int i = 0; i < curves.length; i++) {
            population -= fit.parametersOf(i);
        }
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < curves.length; i++) {
            double[][] expected = expected(curves, weights, i, observed[i]);
            SparseTable table = SparseTable.of(observed[i], expected);
            int df = Math.max(0, table.cells() - table.rows() - fit.parametersOf(i) - population);
            double x2 = df == 0 ? Double.NaN : table.x2();
            double p = df == 0 ? Double.NaN : ChiSquaredDistribution.of(df).survivalProbability(x2);
            rows.add(new Row(fit.items().get(i).name(), x2, df, p, Misfit.rmsea(x2, df, fit.persons())));
        }
        return rows;
    }

    /** Persons by item, sum score (without the lowest and the highest) and category. */
    private static double[][][] observed(IrtFit fit) {
        int most = 0;
        for (Item item : fit.items()) {
            most += item.categories() - 1;
        }
        double[][][] observed = new double[fit.items().size()][][];
        for (int i = 0; i < observed.length; i++) {
            observed[i] = new double[Math.max(0, most - 1)][fit.items().get(i).categories()];
        }
        for (int person = 0; person < fit.persons(); person++) {
            int[] answers = fit.answers(person);
            int sum = Arrays.stream(answers).sum();
            if (sum > 0 && sum < most) {
                for (int i = 0; i < answers.length; i++) {
                    observed[i][sum - 1][answers[i]]++;
                }
            }
        }
        return observed;
    }

    /** Expected persons by sum score and category; NaN where the item cannot have the category with that sum. */
    private static double[][] expected(double[][][] curves, double[] weights, int item, double[][] observed) {
        int categories = observed.length == 0 ? 0 : observed[0].length;
        double[][] joint = new double[observed.length][categories];
        int others = observed.length + 2 - categories;
        for (int q = 0; q < weights.length; q++) {
            double[] rest = sums(curves, q, item);
            for (int s = 1; s <= observed.length; s++) {
                for (int k = 0; k < categories; k++) {
                    boolean possible = s - k >= 0 && s - k <= others;
                    joint[s - 1][k] += possible ? weights[q] * curves[item][q][k] * rest[s - k] : Double.NaN;
                }
            }
        }
        for (int s = 0; s < observed.length; s++) {
            double persons = Arrays.stream(observed[s]).sum();
            double total = Arrays.stream(joint[s]).filter(value -> !Double.isNaN(value)).sum();
            for (int k = 0; k < categories; k++) {
                joint[s][k] *= persons / total;
            }
        }
        return joint;
    }

    /** The distribution of the sum over all items but one at a node. */
    private static double[] sums(double[][][] curves, int q, int without) {
        double[] sums = {1};
        for (int i = 0; i < curves.length; i++) {
            if (i != without) {
                double[] p = curves[i][q];
                double[] next = new double[sums.length + p.length - 1];
                for (int s = 0; s < sums.length; s++) {
                    for (int k = 0; k < p.length; k++) {
                        next[s + k] += sums[s] * p[k];
                    }
                }
                sums = next;
            }
        }
        return sums;
    }
}
