package org.jiaogongti.measurement.fairness;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/**
 * Differential item functioning after Mantel and Haenszel (Holland and Thayer 1988): persons of equal matching score
 * are compared. The matching score includes the item.
 */
public final class MantelHaenszel {

    /** Delta scale of the Educational Testing Service: -2.35 ln(odds ratio); negative = harder for the focal group. */
    private static final double DELTA = -2.35;
    private static final double SIGNIFICANT = 0.05;
    private static final double ONE_SIDED = 1.6448536269514722;
    private static final int ROUNDS = 20;

    private MantelHaenszel() {}

    /** How much an item differs, in the classes of the Educational Testing Service (Zwick and Ercikan 1989). */
    public enum Size {
        /** |delta| below 1, or not different from 0 at 5 %. */
        A,
        /** Neither A nor C. */
        B,
        /** |delta| at least 1.5 and more than 1 at 5 %, one-sided. */
        C
    }

    /**
     * One item. NaN where no stratum holds both groups and both answers.
     *
     * @param chiSquared  with the continuity correction of ½, one degree of freedom
     * @param uncorrected without it
     * @param p           of chiSquared
     * @param oddsRatio   common odds ratio of a right answer, reference over focal: above 1 = harder for the focal group
     * @param logError    standard error of its logarithm (Phillips and Holland 1987)
     * @param delta       -2.35 ln(oddsRatio)
     */
    public record Index(String item, double chiSquared, double uncorrected, double p, double oddsRatio,
            double logError, double delta, Size size) {}

    /**
     * With the items that work differently taken out of the matching score of the others.
     *
     * @param items   every item, matched on the items that stayed and itself
     * @param removed the items that were taken out
     * @param settled whether the last two rounds took out the same items
     */
    public record Purified(List<Index> items, List<String> removed, boolean settled, int rounds) {}

    /** Every item, matched on the total of all items. */
    public static List<Index> of(Groups groups) {
        boolean[] used = new boolean[groups.items()];
        Arrays.fill(used, true);
        return indices(groups, used);
    }

    /** Takes out what is significant at 5 % and starts again until nothing changes (Lord 1980; Candell, Drasgow 1988). */
    public static Purified purified(Groups groups) {
        boolean[] used = new boolean[groups.items()];
        Arrays.fill(used, true);
        List<Index> indices = indices(groups, used);
        for (int round = 1; round <= ROUNDS; round++) {
            boolean[] next = new boolean[used.length];
            for (int j = 0; j < used.length; j++) {
                next[j] = !(indices.get(j).p() < SIGNIFICANT);
            }
            if (Arrays.equals(next, used)) {
                return new Purified(indices, removed(groups, used), true, round);
            }
            used = next;
            indices = indices(groups, used);
        }
        return new Purified(indices, removed(groups, used), false, ROUNDS);
    }

    private static List<String> removed(Groups groups, boolean[] used) {
        List<String> removed = new ArrayList<>();
        for (int j = 0; j < used.length; j++) {
            if (!used[j]) {
                removed.add(groups.name(j));
            }
        }
        return removed;
    }

    private static List<Index> indices(Groups groups, boolean[] used) {
        int[] matching = groups.matching(used);
        List<Index> indices = new ArrayList<>();
        for (int j = 0; j < groups.items(); j++) {
            indices.add(index(groups.name(j), groups.table(j, matching, !used[j])));
        }
        return indices;
    }

    /** The formulas of Holland and Thayer over the strata of one item. */
    static Index index(String item, Groups.Table table) {
        double right = 0;
        double expected = 0;
        double variance = 0;
        double above = 0;
        double below = 0;
        for (int s = 0; s < table.strata(); s++) {
            double reference = table.persons(s, false);
            double focal = table.persons(s, true);
            double n = reference + focal;
            if (n < 2) {
                continue;
            }
            double rights = table.right(s, false) + table.right(s, true);
            right += table.right(s, false);
            expected += reference * rights / n;
            variance += reference * focal * rights * (n - rights) / (n * n * (n - 1));
            above += (double) table.right(s, false) * table.wrong(s, true) / n;
            below += (double) table.wrong(s, false) * table.right(s, true) / n;
        }
        double distance = Math.abs(right - expected);
        double corrected = (distance - 0.5) * (distance - 0.5) / variance;
        double ratio = above / below;
        double error = logError(table, ratio, above);
        double p = Double.isNaN(corrected) || Double.isInfinite(corrected)
                ? Double.NaN
                : ChiSquaredDistribution.of(1).survivalProbability(corrected);
        double delta = DELTA * Math.log(ratio);
        return new Index(item, corrected, distance * distance / variance, p, ratio, error, delta,
                size(delta, -DELTA * error));
    }

    private static double logError(Groups.Table table, double ratio, double above) {
        double sum = 0;
        for (int s = 0; s < table.strata(); s++) {
            double n = table.persons(s, false) + table.persons(s, true);
            if (n < 2) {
                continue;
            }
            double a = table.right(s, false);
            double b = table.wrong(s, false);
            double c = table.right(s, true);
            double d = table.wrong(s, true);
            sum += (a * d + ratio * b * c) * (a + d + ratio * (b + c)) / (n * n);
        }
        return Math.sqrt(sum / 2) / above;
    }

    private static Size size(double delta, double error) {
        double absolute = Math.abs(delta);
        if (!(absolute >= 1) || absolute < 1.959963984540054 * error) {
            return Size.A;
        }
        return absolute >= 1.5 && absolute - 1 > ONE_SIDED * error ? Size.C : Size.B;
    }
}
