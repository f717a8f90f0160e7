package org.jiaogongti.charter.goals;

import java.math.BigDecimal;
import org.apache.commons.statistics.distribution.ContinuousDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;
import org.jspecify.annotations.Nullable;

/**
 * 目标完成情况: a value with its error against a target.
 *
 * <p>The true value is taken as normal about the measured one with the standard error as its deviation, or as Student's t
 * where the error itself was estimated with few degrees of freedom. Then the probability that the true value is good is
 * the mass between the bounds, and a target is reached only where the whole 95 % interval is good (JCGM 106:2012,
 * Evaluation of measurement data: the role of measurement uncertainty in conformity assessment, 7.2–7.4 and 8.3; the t
 * interval is JCGM 100:2008, G.3). A bound belongs to the good side (以上 includes the number).
 *
 * @param ground why the verdict is what it is
 * @param interval null without value or error
 * @param probability that the true value is good, 0 to 1; null without value, error or target
 */
public record Attainment(Ground ground, @Nullable Interval interval, @Nullable Double probability) {

    static final double LEVEL = 0.95;
    private static final ContinuousDistribution NORMAL = NormalDistribution.of(0, 1);

    /** Why a verdict is what it is. */
    public enum Ground {
        /** The whole interval is good. */
        INSIDE(Verdict.REACHED),
        /** No part of the interval is good. */
        OUTSIDE(Verdict.NOT_REACHED),
        /** A part of the interval is good. */
        SPANS(Verdict.CANNOT_TELL),
        /** The source gives no error, so nobody knows how far the true value may be. */
        NO_ERROR(Verdict.CANNOT_TELL),
        /** The target is not decided. */
        NO_TARGET(Verdict.CANNOT_TELL),
        /** Nothing was measured. */
        NO_VALUE(Verdict.NO_VALUE),
        /** The group is so small that a value could be led back to single people. */
        SMALL_GROUP(Verdict.NO_VALUE);

        private final Verdict verdict;

        Ground(Verdict verdict) {
            this.verdict = verdict;
        }

        public Verdict verdict() {
            return verdict;
        }
    }

    public Verdict verdict() {
        return ground.verdict;
    }

    /** Nothing was measured. */
    public static Attainment none() {
        return new Attainment(Ground.NO_VALUE, null, null);
    }

    /** The group is too small to be told of. */
    public static Attainment small() {
        return new Attainment(Ground.SMALL_GROUP, null, null);
    }

    /** A value against a target. */
    public static Attainment of(Measured measured, Target target) {
        Interval interval = interval(measured);
        return switch (target) {
            case Target.Undecided _ -> new Attainment(Ground.NO_TARGET, interval, null);
            case Target.Decided _ when interval == null -> new Attainment(Ground.NO_ERROR, null, null);
            case Target.Decided decided -> against(measured, interval, decided);
        };
    }

    private static Attainment against(Measured measured, Interval interval, Target.Decided target) {
        BigDecimal error = measured.standardError();
        if (error == null || error.signum() == 0) {
            boolean good = target.has(measured.value());
            return new Attainment(good ? Ground.INSIDE : Ground.OUTSIDE, interval, good ? 1.0 : 0.0);
        }
        double low = bound(target.lower(), Double.NEGATIVE_INFINITY);
        double high = bound(target.upper(), Double.POSITIVE_INFINITY);
        double probability = probability(measured, error.doubleValue(), low, high);
        if (interval.low() >= low && interval.high() <= high) {
            return new Attainment(Ground.INSIDE, interval, probability);
        }
        boolean apart = interval.high() < low || interval.low() > high;
        return new Attainment(apart ? Ground.OUTSIDE : Ground.SPANS, interval, probability);
    }

    private static double bound(@Nullable BigDecimal bound, double none) {
        return bound == null ? none : bound.doubleValue();
    }

    private static double probability(Measured measured, double error, double low, double high) {
        ContinuousDistribution spread = spread(measured.freedom() == null ? null : measured.freedom().doubleValue());
        double value = measured.value().doubleValue();
        if (high == Double.POSITIVE_INFINITY) {
            return spread.survivalProbability((low - value) / error);
        }
        return low == Double.NEGATIVE_INFINITY
                ? spread.cumulativeProbability((high - value) / error)
                : spread.probability((low - value) / error, (high - value) / error);
    }

    /** The 95 % interval of a value; null where its error is not known. */
    public static @Nullable Interval interval(Measured measured) {
        BigDecimal error = measured.standardError();
        Integer freedom = measured.freedom();
        return error == null
                ? null
                : interval(measured.value().doubleValue(), error.doubleValue(),
                        freedom == null ? null : freedom.doubleValue());
    }

    /** @param freedom null for a known error */
    static Interval interval(double value, double error, @Nullable Double freedom) {
        double reach = error == 0 ? 0 : error * spread(freedom).inverseSurvivalProbability((1 - LEVEL) / 2);
        return new Interval(value - reach, value + reach);
    }

    static ContinuousDistribution spread(@Nullable Double freedom) {
        return freedom == null ? NORMAL : TDistribution.of(freedom);
    }
}
