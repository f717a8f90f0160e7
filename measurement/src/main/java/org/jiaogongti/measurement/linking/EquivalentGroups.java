package org.jiaogongti.measurement.linking;

import java.util.Arrays;
import org.jiaogongti.measurement.Refused;

/**
 * Equates two forms that groups of equal ability have taken. Source for all methods: Kolen and Brennan (2014), Test
 * Equating, Scaling, and Linking, chapters 2 and 7; for the circle arc Livingston and Kim (2009), Journal of Educational
 * Measurement 46.
 */
public final class EquivalentGroups {

    /** Shares that differ by less are the same share. */
    private static final double SAME = 5e-11;

    private EquivalentGroups() {}

    /** How scores are matched. */
    public enum Method {
        /** x itself. */
        IDENTITY,
        /** Equal distance from the mean. */
        MEAN,
        /** Equal distance from the mean in standard deviations. */
        LINEAR,
        /** Equal percentile rank. */
        EQUIPERCENTILE,
        /** An arc through the lowest scores, the means and the highest scores. */
        CIRCLE_ARC
    }

    /** Equates every score of X. */
    public static Equating equate(ScoreDistribution x, ScoreDistribution y, Method method) {
        double[] scores = new double[x.counts().length];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = x.score(i);
        }
        return switch (method) {
            case IDENTITY -> new Equating(scores, scores.clone(), new double[scores.length],
                    new double[scores.length]);
            case MEAN -> mean(x, y, scores);
            case LINEAR -> linear(x, y, scores);
            case EQUIPERCENTILE -> equipercentile(x, y, scores);
            case CIRCLE_ARC -> circleArc(x, y, scores);
        };
    }

    private static Equating mean(ScoreDistribution x, ScoreDistribution y, double[] scores) {
        double shift = y.mean() - x.mean();
        double error = Math.sqrt(x.variance() / x.n() + y.variance() / y.n());
        double[] errors = new double[scores.length];
        Arrays.fill(errors, error);
        return new Equating(scores, Arrays.stream(scores).map(score -> score + shift).toArray(), errors, errors);
    }

    /** Errors: Kolen and Brennan (2014), equation 7.9, and 7.10 for normal scores. */
    private static Equating linear(ScoreDistribution x, ScoreDistribution y, double[] scores) {
        double deviation = requireSpread(x);
        double slope = requireSpread(y) / deviation;
        double skewness = skewness(x) / x.n() + skewness(y) / y.n();
        double kurtosis = (kurtosis(x) - 1) / (4 * x.n()) + (kurtosis(y) - 1) / (4 * y.n());
        double persons = 1 / x.n() + 1 / y.n();
        double[] equated = new double[scores.length];
        double[] errors = new double[scores.length];
        double[] normal = new double[scores.length];
        for (int i = 0; i < scores.length; i++) {
            double z = (scores[i] - x.mean()) / deviation;
            equated[i] = y.mean() + slope * (scores[i] - x.mean());
            errors[i] = Math.sqrt(Math.max(0, y.variance() * (persons + skewness * z + kurtosis * z * z)));
            normal[i] = Math.sqrt(y.variance() * persons * (1 + z * z / 2));
        }
        return new Equating(scores, equated, errors, normal);
    }

    private static double requireSpread(ScoreDistribution distribution) {
        double deviation = Math.sqrt(distribution.variance());
        if (deviation == 0) {
            throw Refused.whole("一套试卷所有人分数相同，无法等值；请检查数据");
        }
        return deviation;
    }

    private static double skewness(ScoreDistribution distribution) {
        return distribution.moment(3) / Math.pow(distribution.variance(), 1.5);
    }

    private static double kurtosis(ScoreDistribution distribution) {
        return distribution.moment(4) / Math.pow(distribution.variance(), 2);
    }

    /**
     * Scores of equal percentile rank. Where nobody has some score of Y, several scores have the same rank, and the middle
     * between the lowest and the highest of them is taken. Errors: Lord (1982), Journal of Educational Statistics 7.
     */
    private static Equating equipercentile(ScoreDistribution x, ScoreDistribution y, double[] scores) {
        double[] ranks = x.percentileRanks();
        double[] equated = new double[scores.length];
        double[] errors = new double[scores.length];
        double[] none = new double[scores.length];
        Arrays.fill(none, Double.NaN);
        double[] cumulative = y.cumulative();
        for (int i = 0; i < scores.length; i++) {
            equated[i] = ofRank(ranks[i], scores[i], y, cumulative);
            errors[i] = error(ranks[i], x.n(), y.n(), cumulative);
        }
        return new Equating(scores, equated, errors, none);
    }

    private static double ofRank(double rank, double score, ScoreDistribution y, double[] cumulative) {
        if (rank <= SAME) {
            return y.lowest() - 0.5;
        }
        if (rank >= 1 - SAME) {
            return Math.max(y.highest() + 0.5, score);
        }
        int above = 0;
        while (cumulative[above] <= rank + SAME) {
            above++;
        }
        double below = above == 0 ? 0 : cumulative[above - 1];
        double upper = y.score(above) - 0.5 + (rank - below) / (cumulative[above] - below);
        int reached = 0;
        while (cumulative[reached] < rank - SAME) {
            reached++;
        }
        double under = reached == 0 ? 0 : cumulative[reached - 1];
        double lower = y.score(reached) - 0.5 + (rank - under) / (cumulative[reached] - under);
        return (upper + lower) / 2;
    }

    private static double error(double rank, double nx, double ny, double[] cumulative) {
        if (rank <= SAME || rank >= 1 - SAME) {
            return 0;
        }
        int above = 0;
        while (cumulative[above] <= rank + SAME) {
            above++;
        }
        double below = above == 0 ? 0 : cumulative[above - 1];
        double share = cumulative[above] - below;
        double variance = rank * (1 - rank) * (1 / nx + 1 / ny)
                - (cumulative[above] - rank) * (rank - below) / (ny * share);
        return Math.sqrt(Math.max(0, variance)) / share;
    }

    /** The simplified method: what a circle departs from the line through the end points. Errors by the delta method. */
    private static Equating circleArc(ScoreDistribution x, ScoreDistribution y, double[] scores) {
        double[] equated = new double[scores.length];
        double[] errors = new double[scores.length];
        double[] none = new double[scores.length];
        Arrays.fill(none, Double.NaN);
        for (int i = 0; i < scores.length; i++) {
            equated[i] = arc(x, y, x.mean(), y.mean(), scores[i]);
            double step = 1e-4;
            double byX = (arc(x, y, x.mean() + step, y.mean(), scores[i])
                    - arc(x, y, x.mean() - step, y.mean(), scores[i])) / (2 * step);
            double byY = (arc(x, y, x.mean(), y.mean() + step, scores[i])
                    - arc(x, y, x.mean(), y.mean() - step, scores[i])) / (2 * step);
            errors[i] = Math.sqrt(byX * byX * x.variance() / x.n() + byY * byY * y.variance() / y.n());
        }
        return new Equating(scores, equated, errors, none);
    }

    private static double arc(ScoreDistribution x, ScoreDistribution y, double meanX, double meanY, double score) {
        double low = x.lowest();
        double high = x.highest();
        double slope = (y.highest() - y.lowest()) / (high - low);
        double line = y.lowest() + slope * (score - low);
        double middle = meanY - (y.lowest() + slope * (meanX - low));
        // The circle through (low, 0), (meanX, middle), (high, 0): its point at the score, written so that a middle near 0
        // does no harm. With c the centre's height, (score - low)(high - score) = d (d - 2 c) for the point's height d.
        double product = (score - low) * (high - score);
        double twiceCentre = middle - (meanX - low) * (high - meanX) / middle;
        if (middle == 0 || Double.isInfinite(twiceCentre)) {
            return line;
        }
        double root = Math.sqrt(Math.max(0, twiceCentre * twiceCentre / 4 + product));
        double departure = middle > 0 ? product / (root - twiceCentre / 2) : -product / (root + twiceCentre / 2);
        return line + departure;
    }
}
