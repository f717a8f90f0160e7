package org.jiaogongti.measurement.irt;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.jiaogongti.measurement.Estimate;
import org.jiaogongti.measurement.Refused;
import org.jiaogongti.measurement.ScoreMatrix;

/**
 * Estimates theta of one person from answers, the items' parameters being given. Answers are categories from 0,
 * {@link ScoreMatrix#MISSING} where one is missing. The errors of MAP, ML and WLE are those of the observed information
 * at the estimate: with the Rasch model, 2PL and partial credit that is the test information; with a lower asymptote or
 * graded categories it is what these very answers say. An estimate that is not finite is NaN, and so is its error.
 *
 * <p>A likelihood can have several maxima with a lower asymptote; the one next to the posterior mean is taken.
 */
public final class Scorer {

    /** Beyond this an estimate counts as not finite. */
    private static final double FARTHEST = 20;

    private final List<Item> items;
    private final double[] theta;
    private final double[] weights;
    private final double mean;
    private final double variance;

    Scorer(List<Item> items, double[] theta, double mean, double variance) {
        this.items = items;
        this.theta = theta;
        this.mean = mean;
        this.variance = variance;
        this.weights = new double[theta.length];
        Cycle.weights(theta, mean, variance, weights);
    }

    /**
     * Scores with given items.
     *
     * @param nodes    equally spaced nodes for EAP, from -range to range
     * @param mean     of theta
     * @param variance of theta
     */
    public static Scorer of(List<Item> items, int nodes, double range, double mean, double variance) {
        double[] theta = IrtModel.of(IrtModel.Family.TWO_PL).withNodes(nodes, range).theta();
        return new Scorer(List.copyOf(items), theta, mean, variance);
    }

    /** The posterior mean and standard deviation; without an answer, those of the distribution. */
    public Estimate eap(int... answers) {
        check(answers);
        double[] log = new double[theta.length];
        double most = Double.NEGATIVE_INFINITY;
        for (int q = 0; q < theta.length; q++) {
            log[q] = Math.log(weights[q]) + logLikelihood(theta[q], answers);
            most = Math.max(most, log[q]);
        }
        double total = 0;
        double sum = 0;
        for (int q = 0; q < theta.length; q++) {
            log[q] = Math.exp(log[q] - most);
            total += log[q];
            sum += log[q] * theta[q];
        }
        double centre = sum / total;
        double square = 0;
        for (int q = 0; q < theta.length; q++) {
            square += log[q] * (theta[q] - centre) * (theta[q] - centre);
        }
        return new Estimate(centre, Math.sqrt(square / total), answered(answers));
    }

    /** The posterior mode. */
    public Estimate map(int... answers) {
        check(answers);
        if (answered(answers) == 0) {
            return new Estimate(mean, Math.sqrt(variance), 0);
        }
        return peak(answers, t -> score(t, answers) - (t - mean) / variance);
    }

    /** The maximum of the likelihood; not finite where all answers lie at one end, or there is none. */
    public Estimate ml(int... answers) {
        check(answers);
        return answered(answers) == 0 ? nothing(0) : peak(answers, t -> score(t, answers));
    }

    /**
     * Warm's (1989) weighted likelihood in the form that carries over to every model: the maximum of the likelihood
     * times the square root of the test information (Jeffreys' prior).
     */
    public Estimate wle(int... answers) {
        check(answers);
        if (answered(answers) == 0) {
            return nothing(0);
        }
        double h = 1e-4;
        return peak(answers, t -> score(t, answers)
                + (Math.log(information(t + h, answers)) - Math.log(information(t - h, answers))) / (4 * h));
    }

    /** The test information at theta of the items that were answered. */
    public double information(double at, int... answers) {
        double sum = 0;
        for (int i = 0; i < answers.length; i++) {
            sum += answers[i] < 0 ? 0 : items.get(i).information(at);
        }
        return sum;
    }

    private static Estimate nothing(long answered) {
        return new Estimate(Double.NaN, Double.NaN, answered);
    }

    private void check(int[] answers) {
        if (answers.length != items.size()) {
            throw Refused.whole("有 " + answers.length + " 个答案，题目有 " + items.size() + " 道；缺答请写 " + ScoreMatrix.MISSING);
        }
        for (int i = 0; i < answers.length; i++) {
            if (answers[i] >= items.get(i).categories()) {
                throw Refused.column(items.get(i).name(),
                        "题目“" + items.get(i).name() + "”没有等级 " + answers[i] + "；等级从 0 到 "
                                + (items.get(i).categories() - 1));
            }
        }
    }

    private static int answered(int[] answers) {
        int number = 0;
        for (int answer : answers) {
            number += answer >= 0 ? 1 : 0;
        }
        return number;
    }

    private double logLikelihood(double at, int[] answers) {
        double sum = 0;
        double[] out = new double[widest()];
        for (int i = 0; i < answers.length; i++) {
            if (answers[i] >= 0) {
                Item item = items.get(i);
                item.curve().probabilities(at, item.raw(), out);
                sum += Math.log(out[answers[i]]);
            }
        }
        return sum;
    }

    /** The derivative of the log-likelihood. */
    private double score(double at, int[] answers) {
        double sum = 0;
        double[] out = new double[widest()];
        double[] d = new double[out.length];
        for (int i = 0; i < answers.length; i++) {
            if (answers[i] >= 0) {
                Item item = items.get(i);
                item.curve().slopes(at, item.raw(), out, d);
                sum += d[answers[i]] / out[answers[i]];
            }
        }
        return sum;
    }

    private int widest() {
        int most = 2;
        for (Item item : items) {
            most = Math.max(most, item.categories());
        }
        return most;
    }

    /** Where the derivative falls through 0, uphill from the posterior mean; its error from the derivative's slope. */
    private Estimate peak(int[] answers, DoubleUnaryOperator derivative) {
        double from = eap(answers).value();
        double value = derivative.applyAsDouble(from);
        double direction = Math.signum(value);
        double step = 0.25;
        double to = from;
        while (direction != 0 && Math.signum(value) == direction) {
            from = to;
            to = from + direction * step;
            if (Math.abs(to) > FARTHEST) {
                return nothing(answered(answers));
            }
            value = derivative.applyAsDouble(to);
        }
        double low = Math.min(from, to);
        double high = Math.max(from, to);
        while (high - low > 1e-12 * Math.max(1, Math.abs(low))) {
            double middle = low + (high - low) / 2;
            if (middle <= low || middle >= high) {
                break;
            }
            if (derivative.applyAsDouble(middle) > 0) {
                low = middle;
            } else {
                high = middle;
            }
        }
        double at = low + (high - low) / 2;
        double h = 1e-3;
        double bend = (derivative.applyAsDouble(at - h) - derivative.applyAsDouble(at + h)) / (2 * h);
        return new Estimate(at, bend > 0 ? 1 / Math.sqrt(bend) : Double.NaN, answered(answers));
    }
}
