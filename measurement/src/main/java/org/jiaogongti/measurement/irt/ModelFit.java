package org.jiaogongti.measurement.irt;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.jiaogongti.measurement.Refused;
import org.jiaogongti.measurement.kernel.Symmetric;

/**
 * M2 (Maydeu-Olivares and Joe 2006), for several categories M2* (Cai and Hansen 2013): whether means and products of pairs
 * of items are as the model has them, and the indices made of it. Only for data of one group without missing answers.
 */
public final class ModelFit {

    private final double[] theta;
    private final double[] weights;
    private final List<Item> items;
    /** Expected scores and expected squares, by item and node. */
    private final double[][] first;
    private final double[][] second;

    private ModelFit(List<Item> items, double[] theta, double[] weights) {
        this.items = items;
        this.theta = theta;
        this.weights = weights;
        this.first = new double[items.size()][theta.length];
        this.second = new double[items.size()][theta.length];
        for (int i = 0; i < items.size(); i++) {
            for (int q = 0; q < theta.length; q++) {
                double[] p = items.get(i).probabilities(theta[q]);
                for (int k = 1; k < p.length; k++) {
                    first[i][q] += k * p[k];
                    second[i][q] += (double) k * k * p[k];
                }
            }
        }
    }

    /**
     * The fit of a model.
     *
     * @param m2      the statistic
     * @param df      its degrees of freedom
     * @param p       chance of such a value or a larger one if the model holds
     * @param rmsea   root mean square error of approximation: below 0.05 is close
     * @param rmsea5  lower limit of its 90 % interval
     * @param rmsea95 upper limit
     * @param srmsr   root mean squared difference of observed and expected correlations
     * @param tli     Tucker and Lewis' index against independent items
     * @param cfi     Bentler's index against independent items, from 0 to 1
     */
    public record Statistics(double m2, int df, double p, double rmsea, double rmsea5, double rmsea95, double srmsr,
            double tli, double cfi) {}

    /**
     * Computes all.
     *
     * @throws Refused missing answers, several groups, or no degree of freedom left
     */
    public static Statistics of(IrtFit fit) {
        if (!fit.scores().complete() || fit.groups() > 1) {
            throw Refused.whole("M2 需要一组没有缺答的数据；请只用答完的人");
        }
        int n = fit.items().size();
        int moments = n * (n + 1) / 2;
        int df = moments - fit.parameters();
        if (df < 1) {
            throw Refused.whole("题目太少，M2 没有自由度；请增加题目");
        }
        double[] theta = fit.model().theta();
        double[] weights = new double[theta.length];
        Cycle.weights(theta, fit.mean(0), fit.variance(0), weights);
        double[] observed = observed(fit);
        ModelFit model = new ModelFit(fit.items(), theta, weights);
        List<double[]> derivatives = new ArrayList<>();
        for (Cycle.Place place : fit.places()) {
            derivatives.add(place.item() >= 0
                    ? model.byParameter(place.item(), place.index())
                    : model.byPopulation(fit, place));
        }
        double m2 = model.statistic(observed, derivatives, fit.persons());
        List<Item> apart = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            apart.add(alone(fit, i));
        }
        ModelFit none = new ModelFit(apart, theta, weights);
        List<double[]> intercepts = new ArrayList<>();
        int free = 0;
        for (int i = 0; i < n; i++) {
            for (int m = 1; m <= apart.get(i).intercepts().length; m++) {
                intercepts.add(none.byParameter(i, m));
                free++;
            }
        }
        double worst = none.statistic(observed, intercepts, fit.persons());
        int most = moments - free;
        return new Statistics(m2, df, ChiSquaredDistribution.of(df).survivalProbability(m2),
                Misfit.rmsea(m2, df, fit.persons()), Misfit.rmseaLimit(m2, df, fit.persons(), 0.95),
                Misfit.rmseaLimit(m2, df, fit.persons(), 0.05), model.srmsr(fit, observed),
                (worst / most - m2 / df) / (worst / most - 1), Math.clamp(1 - (m2 - df) / (worst - most), 0, 1));
    }

    /** An item that does not depend on theta and has the observed shares of categories. */
    private static Item alone(IrtFit fit, int i) {
        int[] counts = fit.scores().counts(i);
        int lowest = fit.lowest(i);
        double[] intercepts = new double[counts.length - lowest - 1];
        for (int k = 0; k < intercepts.length; k++) {
            intercepts[k] = Math.log((double) counts[lowest + k + 1] / counts[lowest]);
        }
        return Item.partialCredit(fit.items().get(i).name(), 0, intercepts);
    }

    /** Observed means, then products of pairs, by first and second item. */
    private static double[] observed(IrtFit fit) {
        int n = fit.items().size();
        double[] sums = new double[n * (n + 1) / 2];
        for (int person = 0; person < fit.persons(); person++) {
            int[] answers = fit.answers(person);
            int at = n;
            for (int i = 0; i < n; i++) {
                sums[i] += answers[i];
                for (int j = i + 1; j < n; j++) {
                    sums[at++] += answers[i] * answers[j];
                }
            }
        }
        for (int m = 0; m < sums.length; m++) {
            sums[m] /= fit.persons();
        }
        return sums;
    }

    /** What a moment is at each node: a mean of one item, or a product of two. */
    private double[] curve(int one, int two) {
        double[] curve = first[one].clone();
        if (two >= 0) {
            for (int q = 0; q < curve.length; q++) {
                curve[q] *= first[two][q];
            }
        }
        return curve;
    }

    /** The items of each moment; -1 where there is no second. */
    private int[][] moments() {
        int n = items.size();
        int[][] moments = new int[n * (n + 1) / 2][];
        int at = n;
        for (int i = 0; i < n; i++) {
            moments[i] = new int[]{i, -1};
            for (int j = i + 1; j < n; j++) {
                moments[at++] = new int[]{i, j};
            }
        }
        return moments;
    }

    private double[] byParameter(int item, int index) {
        double[] p = items.get(item).raw();
        double[] slope = new double[theta.length];
        double[] out = new double[items.get(item).categories()];
        double[][] d = new double[p.length][out.length];
        for (int q = 0; q < theta.length; q++) {
            items.get(item).curve().derivatives(theta[q], p, out, d);
            for (int k = 1; k < out.length; k++) {
                slope[q] += k * d[index][k];
            }
        }
        int[][] moments = moments();
        double[] derivative = new double[moments.length];
        for (int m = 0; m < moments.length; m++) {
            int other = moments[m][0] == item ? moments[m][1] : moments[m][0];
            if (moments[m][0] == item || moments[m][1] == item) {
                for (int q = 0; q < theta.length; q++) {
                    derivative[m] += weights[q] * slope[q] * (other < 0 ? 1 : first[other][q]);
                }
            }
        }
        return derivative;
    }

    /** By the mean or the variance of theta, through the weights. */
    private double[] byPopulation(IrtFit fit, Cycle.Place place) {
        double h = 1e-5;
        double mean = place.item() == -1 ? h : 0;
        double variance = place.item() == -2 ? h : 0;
        double[] above = new double[theta.length];
        double[] below = new double[theta.length];
        Cycle.weights(theta, fit.mean(0) + mean, fit.variance(0) + variance, above);
        Cycle.weights(theta, fit.mean(0) - mean, fit.variance(0) - variance, below);
        int[][] moments = moments();
        double[] derivative = new double[moments.length];
        for (int m = 0; m < moments.length; m++) {
            double[] curve = curve(moments[m][0], moments[m][1]);
            for (int q = 0; q < theta.length; q++) {
                derivative[m] += curve[q] * (above[q] - below[q]) / (2 * h);
            }
        }
        return derivative;
    }

    /** N e'(X^-1 - X^-1 D (D'X^-1 D)^-1 D'X^-1) e, X the covariance of moments, D their derivatives. */
    private double statistic(double[] observed, List<double[]> derivatives, int persons) {
        int[][] moments = moments();
        int n = moments.length;
        double[][] curves = new double[n][];
        double[] expected = new double[n];
        for (int m = 0; m < n; m++) {
            curves[m] = curve(moments[m][0], moments[m][1]);
            for (int q = 0; q < theta.length; q++) {
                expected[m] += weights[q] * curves[m][q];
            }
        }
        double[][] root = new double[n][];
        for (int m = 0; m < n; m++) {
            root[m] = new double[m + 1];
            for (int l = 0; l <= m; l++) {
                root[m][l] = product(moments[m], moments[l], curves[m], curves[l]) - expected[m] * expected[l];
            }
        }
        if (!Symmetric.cholesky(root)) {
            throw Refused.whole("各题的协方差矩阵是奇异的，M2 无法计算；请删去重复的题目");
        }
        double[] residual = new double[n];
        for (int m = 0; m < n; m++) {
            residual[m] = observed[m] - expected[m];
        }
        Symmetric.solveLower(root, residual);
        int p = derivatives.size();
        double[] along = new double[p];
        double[][] inner = new double[p][p];
        for (double[] derivative : derivatives) {
            Symmetric.solveLower(root, derivative);
        }
        for (int a = 0; a < p; a++) {
            along[a] = dot(derivatives.get(a), residual);
            for (int b = 0; b <= a; b++) {
                inner[a][b] = dot(derivatives.get(a), derivatives.get(b));
            }
        }
        if (!Symmetric.cholesky(inner)) {
            throw Refused.whole("模型的参数不能由两两之间的关系确定，M2 无法计算；请减少参数");
        }
        Symmetric.solveLower(inner, along);
        return persons * (dot(residual, residual) - dot(along, along));
    }

    /** The expected product of two moments; where they share an item, its square counts. */
    private double product(int[] one, int[] two, double[] curve1, double[] curve2) {
        double sum = 0;
        for (int q = 0; q < theta.length; q++) {
            double value = curve1[q] * curve2[q];
            for (int item : one) {
                if (item >= 0 && (item == two[0] || item == two[1])) {
                    value *= second[item][q] / (first[item][q] * first[item][q]);
                }
            }
            sum += weights[q] * value;
        }
        return sum;
    }

    private static double dot(double[] x, double[] y) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += x[i] * y[i];
        }
        return sum;
    }

    private double srmsr(IrtFit fit, double[] observed) {
        int n = items.size();
        double[] mean = new double[n];
        double[] square = new double[n];
        double[] seen = new double[n];
        for (int i = 0; i < n; i++) {
            for (int q = 0; q < theta.length; q++) {
                mean[i] += weights[q] * first[i][q];
                square[i] += weights[q] * second[i][q];
            }
            int[] counts = fit.scores().counts(i);
            for (int score = fit.lowest(i); score < counts.length; score++) {
                seen[i] += Math.pow(score - fit.lowest(i), 2) * counts[score] / fit.persons();
            }
        }
        double sum = 0;
        int at = n;
        for (int i = 0; i < n; i++) {
            for (int j = i + 1; j < n; j++) {
                double expected = 0;
                for (int q = 0; q < theta.length; q++) {
                    expected += weights[q] * first[i][q] * first[j][q];
                }
                double model = (expected - mean[i] * mean[j])
                        / Math.sqrt((square[i] - mean[i] * mean[i]) * (square[j] - mean[j] * mean[j]));
                double data = (observed[at++] - observed[i] * observed[j])
                        / Math.sqrt((seen[i] - observed[i] * observed[i]) * (seen[j] - observed[j] * observed[j]));
                sum += (data - model) * (data - model);
            }
        }
        return Math.sqrt(sum / (observed.length - n));
    }
}
