package org.jiaogongti.measurement.growth;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.jiaogongti.measurement.Estimate;
import org.jiaogongti.measurement.growth.MixedFit.Effects;

/**
 * What each school or class adds to what its pupils would be expected to reach, and which of them cannot be told apart. No
 * ranks are given: a rank says more than the data do (Goldstein and Spiegelhalter 1996, Journal of the Royal Statistical
 * Society A 159).
 *
 * <p>Estimates and errors are conditional means and standard deviations given the fixed effects and variances; their
 * differences are compared as if independent, which for the levels of one factor they are but for the part that crossed
 * factors share (Afshartous and Wolf 2007, Journal of the Royal Statistical Society A 170).
 *
 * @param group the grouping factor
 * @param confidence of intervals and of each comparison, for example 0.95
 * @param units from the smallest estimate to the largest
 * @param alike the largest runs of neighbours (indices of {@code units}, both included) in which no two can be told apart
 */
public record ValueAdded(String group, double confidence, List<Unit> units, List<Run> alike) {

    public ValueAdded {
        units = List.copyOf(units);
        alike = List.copyOf(alike);
    }

    /** How a unit stands to the average of all units. */
    public enum Standing {
        /** Its whole interval lies below 0. */
        BELOW,
        /** Its interval holds 0: no difference from the average is shown. */
        NOT_TOLD_APART,
        /** Its whole interval lies above 0. */
        ABOVE
    }

    /**
     * A school or class.
     *
     * @param level its name
     * @param estimate what it adds, in the unit of the response, with its error and the rows behind it
     * @param low lower end of its interval
     * @param high upper end
     */
    public record Unit(String level, Estimate estimate, double low, double high) {

        /** How it stands to the average. */
        public Standing standing() {
            return low > 0 ? Standing.ABOVE : high < 0 ? Standing.BELOW : Standing.NOT_TOLD_APART;
        }
    }

    /** Neighbours from one index to another, both included. */
    public record Run(int from, int to) {}

    /**
     * Value added by the levels of a grouping factor.
     *
     * @param group its name
     * @param term the random effect: {@code (Intercept)} for the level itself
     * @param confidence above 0 and below 1
     */
    public static ValueAdded of(MixedFit fit, String group, String term, double confidence) {
        Effects effects = fit.effects(group);
        int column = effects.terms().indexOf(term);
        if (column < 0) {
            throw new IllegalArgumentException("no random effect " + term + " by " + group + "\nUse one of "
                    + effects.terms());
        }
        double z = quantile(confidence);
        List<Unit> units = IntStream.range(0, effects.levels().size()).mapToObj(level -> {
            double value = effects.estimate()[level][column];
            double deviation = effects.deviation()[level][column];
            return new Unit(effects.levels().get(level), new Estimate(value, deviation, effects.rows()[level]),
                    value - z * deviation, value + z * deviation);
        }).sorted(Comparator.comparingDouble((Unit unit) -> unit.estimate().value())).toList();
        return new ValueAdded(group, confidence, units, runs(units, z));
    }

    /** Whether two units differ by more than chance lets one expect. */
    public boolean apart(Unit one, Unit other) {
        return apart(one, other, quantile(confidence));
    }

    private static double quantile(double confidence) {
        return NormalDistribution.of(0, 1).inverseCumulativeProbability((1 + confidence) / 2);
    }

    private static boolean apart(Unit one, Unit other, double z) {
        return Math.abs(one.estimate().value() - other.estimate().value()) > z
                * Math.hypot(one.estimate().standardError(), other.estimate().standardError());
    }

    private static List<Run> runs(List<Unit> units, double z) {
        List<Run> runs = new ArrayList<>();
        int reached = -1;
        int from = 0;
        for (int to = 0; to < units.size(); to++) {
            int begin = from;
            for (int i = to - 1; i >= from; i--) {
                if (apart(units.get(i), units.get(to), z)) {
                    begin = i + 1;
                    break;
                }
            }
            if (begin > from) {
                runs.add(new Run(from, to - 1));
                reached = to - 1;
                from = begin;
            }
        }
        if (reached < units.size() - 1) {
            runs.add(new Run(from, units.size() - 1));
        }
        return runs;
    }
}
