package org.jiaogongti.measurement.linking;

import java.util.ArrayList;
import java.util.List;
import org.jiaogongti.measurement.Refused;

/**
 * Constants that carry the scale of form 1 to that of form 2 by the items they share: theta of form 2 = A times theta of
 * form 1 + B, so a slope becomes a/A and a difficulty A b + B. See Kolen and Brennan (2014), chapter 6.
 */
public final class ScaleLinking {

    /** Nodes of theta on form 2's scale for the methods that compare curves. */
    private static final GaussHermite NODES = GaussHermite.standardNormal(30);

    private static final int STEPS = 200;

    /** How far an estimate is moved for a difference. */
    private static final double STEP = 1e-5;

    private ScaleLinking() {}

    /** How the constants are found. */
    public enum Method {
        /** A from the mean slopes, B from the mean difficulties (Loyd and Hoover 1980). */
        MEAN_MEAN,
        /** A from the geometric means of slopes, B from the mean difficulties (Mislevy and Bock 1990). */
        MEAN_GMEAN,
        /** A from the standard deviations of difficulties, B from their means (Marco 1977). */
        MEAN_SIGMA,
        /** The least sum over theta and items of squared differences of item curves (Haebara 1980). */
        HAEBARA,
        /** The least sum over theta of squared differences of test curves (Stocking and Lord 1983). */
        STOCKING_LORD
    }

    /**
     * A shared item as each form has it.
     *
     * @param name  its name
     * @param form1 on form 1's scale
     * @param form2 on form 2's scale
     */
    public record Common(String name, Parameters form1, Parameters form2) {}

    /**
     * An item's curve {@code g + (1 - g) / (1 + exp(-(slope theta + intercept)))}.
     *
     * @param slope     above 0 for the methods that divide by slopes
     * @param intercept -slope times difficulty
     * @param guess     the lower asymptote, from 0 to below 1
     */
    public record Parameters(double slope, double intercept, double guess) {

        double difficulty() {
            return -intercept / slope;
        }

        double probability(double theta) {
            return guess + (1 - guess) / (1 + Math.exp(-(slope * theta + intercept)));
        }

        /** The derivative of the probability by the slope's product with theta and the intercept. */
        double density(double theta) {
            double p = 1 / (1 + Math.exp(-(slope * theta + intercept)));
            return (1 - guess) * p * (1 - p);
        }
    }

    /**
     * The constants: theta of form 2 = a theta of form 1 + b.
     *
     * @param a         the scale
     * @param b         the shift
     * @param converged whether the method that searches has found its least value; true for the others
     */
    public record Constants(double a, double b, boolean converged) {

        /** An item of form 1 on form 2's scale. */
        public Parameters carry(Parameters item) {
            double slope = item.slope() / a;
            return new Parameters(slope, item.intercept() - slope * b, item.guess());
        }
    }

    /**
     * Links.
     *
     * @throws Refused no shared item, a slope that is not above 0, or too few items for the method
     */
    public static Constants link(List<Common> items, Method method) {
        if (items.isEmpty()) {
            throw Refused.whole("两卷没有同名的题目；请给共同题起同样的名字");
        }
        for (Common item : items) {
            if (!(item.form1().slope() > 0) || !(item.form2().slope() > 0)) {
                throw Refused.column(item.name(), "共同题“" + item.name() + "”的斜率不大于 0，不能用来连接；请从两卷中去掉这道题");
            }
        }
        Constants moments = moments(items, method);
        return switch (method) {
            case MEAN_MEAN, MEAN_GMEAN, MEAN_SIGMA -> moments;
            case HAEBARA, STOCKING_LORD -> search(items, moments, method == Method.STOCKING_LORD);
        };
    }

    /**
     * Standard errors of the constants by the delta method (Ogasawara 2000, 2001): how they move with each slope and
     * intercept, and how these vary. Asymptotes are held.
     *
     * @param covariance1 of form 1's estimates: slope and intercept of the first shared item, of the second, ...
     * @param covariance2 of form 2's, likewise
     * @return the errors of A and B, as constants
     */
    public static Constants errors(List<Common> items, Method method, double[][] covariance1,
            double[][] covariance2) {
        int n = 2 * items.size();
        if (covariance1.length != n || covariance2.length != n) {
            throw Refused.whole("共同题有 " + items.size() + " 道，协方差矩阵应为 " + n + " 阶；请按斜率、截距的次序给出");
        }
        double a = 0;
        double b = 0;
        for (int form = 1; form <= 2; form++) {
            double[] byA = new double[n];
            double[] byB = new double[n];
            for (int at = 0; at < n; at++) {
                Constants above = link(moved(items, form, at, STEP), method);
                Constants below = link(moved(items, form, at, -STEP), method);
                byA[at] = (above.a() - below.a()) / (2 * STEP);
                byB[at] = (above.b() - below.b()) / (2 * STEP);
            }
            double[][] covariance = form == 1 ? covariance1 : covariance2;
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    a += byA[i] * covariance[i][j] * byA[j];
                    b += byB[i] * covariance[i][j] * byB[j];
                }
            }
        }
        return new Constants(Math.sqrt(a), Math.sqrt(b), true);
    }

    /** The same items with one estimate moved. */
    private static List<Common> moved(List<Common> items, int form, int at, double by) {
        List<Common> moved = new ArrayList<>(items);
        Common item = items.get(at / 2);
        Parameters old = form == 1 ? item.form1() : item.form2();
        Parameters next = at % 2 == 0
                ? new Parameters(old.slope() + by, old.intercept(), old.guess())
                : new Parameters(old.slope(), old.intercept() + by, old.guess());
        moved.set(at / 2, form == 1
                ? new Common(item.name(), next, item.form2())
                : new Common(item.name(), item.form1(), next));
        return moved;
    }

    private static Constants moments(List<Common> items, Method method) {
        double n = items.size();
        double slope1 = 0;
        double slope2 = 0;
        double log = 0;
        double b1 = 0;
        double b2 = 0;
        for (Common item : items) {
            slope1 += item.form1().slope() / n;
            slope2 += item.form2().slope() / n;
            log += (Math.log(item.form1().slope()) - Math.log(item.form2().slope())) / n;
            b1 += item.form1().difficulty() / n;
            b2 += item.form2().difficulty() / n;
        }
        double a = switch (method) {
            case MEAN_GMEAN -> Math.exp(log);
            case MEAN_SIGMA -> spread(items, b1, b2);
            case MEAN_MEAN, HAEBARA, STOCKING_LORD -> slope1 / slope2;
        };
        return new Constants(a, b2 - a * b1, true);
    }

    private static double spread(List<Common> items, double b1, double b2) {
        double s1 = 0;
        double s2 = 0;
        for (Common item : items) {
            s1 += Math.pow(item.form1().difficulty() - b1, 2);
            s2 += Math.pow(item.form2().difficulty() - b2, 2);
        }
        if (!(s1 > 0) || !(s2 > 0)) {
            throw Refused.whole("共同题的难度没有差异，mean-sigma 无法计算；请增加共同题，或改用 mean-mean");
        }
        return Math.sqrt(s2 / s1);
    }

    /** Levenberg and Marquardt's method on the weighted differences of curves. */
    private static Constants search(List<Common> items, Constants from, boolean tests) {
        double[] best = {from.a(), from.b()};
        Normal normal = new Normal();
        double least = differences(items, best, tests, normal);
        double damping = 1e-3;
        for (int step = 0; step < STEPS; step++) {
            double aa = normal.aa * (1 + damping);
            double bb = normal.bb * (1 + damping);
            double determinant = aa * bb - normal.ab * normal.ab;
            double moveA = -(bb * normal.ra - normal.ab * normal.rb) / determinant;
            double moveB = -(aa * normal.rb - normal.ab * normal.ra) / determinant;
            double[] next = {best[0] + moveA, best[1] + moveB};
            Normal there = new Normal();
            double value = next[0] > 0 ? differences(items, next, tests, there) : Double.POSITIVE_INFINITY;
            boolean small = Math.abs(moveA) + Math.abs(moveB) < 1e-12 * (1 + Math.abs(best[0]) + Math.abs(best[1]));
            if (value <= least) {
                best = next;
                least = value;
                normal = there;
                damping /= 10;
            } else {
                damping *= 10;
            }
            if (small || damping > 1e12) {
                return new Constants(best[0], best[1], true);
            }
        }
        return new Constants(best[0], best[1], false);
    }

    /** Sums of squares and products of derivatives and residuals. */
    private static final class Normal {
        double aa;
        double ab;
        double bb;
        double ra;
        double rb;

        void add(double residual, double byA, double byB, double weight) {
            aa += weight * byA * byA;
            ab += weight * byA * byB;
            bb += weight * byB * byB;
            ra += weight * byA * residual;
            rb += weight * byB * residual;
        }
    }

    /** The weighted sum of squared differences at constants; leaves what the next step needs. */
    private static double differences(List<Common> items, double[] constants, boolean tests, Normal normal) {
        Constants at = new Constants(constants[0], constants[1], true);
        double sum = 0;
        for (int q = 0; q < NODES.nodes().length; q++) {
            double theta = NODES.nodes()[q];
            double weight = NODES.weights()[q];
            double residual = 0;
            double byA = 0;
            double byB = 0;
            for (Common item : items) {
                Parameters carried = at.carry(item.form1());
                double density = carried.density(theta);
                double difference = carried.probability(theta) - item.form2().probability(theta);
                // The argument is slope1 (theta - B) / A + intercept1.
                double a = -density * carried.slope() * (theta - at.b()) / at.a();
                double b = -density * carried.slope();
                if (tests) {
                    residual += difference;
                    byA += a;
                    byB += b;
                } else {
                    sum += weight * difference * difference;
                    normal.add(difference, a, b, weight);
                }
            }
            if (tests) {
                sum += weight * residual * residual;
                normal.add(residual, byA, byB, weight);
            }
        }
        return sum;
    }
}
