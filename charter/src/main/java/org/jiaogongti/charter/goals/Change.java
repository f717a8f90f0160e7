package org.jiaogongti.charter.goals;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * How far a value has come from the baseline. The two are taken as measured apart from each other, so their variances add
 * (JCGM 100:2008, 5.1.2), and degrees of freedom follow Welch and Satterthwaite (G.4.1).
 *
 * @param difference value less baseline
 * @param standardError of the difference; null where one of the two has none
 * @param interval 95 %; null without error
 */
public record Change(BigDecimal difference, @Nullable BigDecimal standardError, @Nullable Interval interval,
        Trend trend) {

    private static final MathContext DIGITS = new MathContext(12, RoundingMode.HALF_EVEN);

    /** Which way it went. */
    public enum Trend {
        /** The whole interval lies on the good side of 0. */
        BETTER,
        /** The whole interval lies on the bad side of 0. */
        WORSE,
        /** Counted whole, and no difference. */
        SAME,
        /** The interval has both, an error is missing, or the good values are a range. */
        CANNOT_TELL
    }

    /** The change from a baseline. */
    public static Change of(Measured value, Baseline.Known baseline, Direction direction) {
        BigDecimal difference = value.value().subtract(baseline.value());
        BigDecimal now = value.standardError();
        BigDecimal then = baseline.standardError();
        if (now == null || then == null) {
            return new Change(difference, null, null, Trend.CANNOT_TELL);
        }
        BigDecimal error = now.multiply(now).add(then.multiply(then)).sqrt(DIGITS);
        Interval interval = Attainment.interval(difference.doubleValue(), error.doubleValue(),
                freedom(value, now.doubleValue(), error.doubleValue()));
        return new Change(difference, error, interval, trend(interval, direction));
    }

    /** A baseline's error is taken as known. */
    private static @Nullable Double freedom(Measured value, double now, double error) {
        Integer freedom = value.freedom();
        return freedom == null || now == 0 ? null : Math.pow(error / now, 4) * freedom;
    }

    private static Trend trend(Interval interval, Direction direction) {
        if (interval.low() == 0 && interval.high() == 0) {
            return Trend.SAME;
        }
        boolean up = interval.low() > 0;
        boolean down = interval.high() < 0;
        return switch (direction) {
            case HIGHER -> up ? Trend.BETTER : down ? Trend.WORSE : Trend.CANNOT_TELL;
            case LOWER -> down ? Trend.BETTER : up ? Trend.WORSE : Trend.CANNOT_TELL;
            case RANGE -> Trend.CANNOT_TELL;
        };
    }
}
