package org.jiaogongti.measurement.classical;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.jiaogongti.measurement.Refused;
import org.jiaogongti.measurement.ScoreMatrix;

/**
 * Classical item and test analysis. Variances are with n - 1. Persons with a missing answer are left out of everything
 * ({@link #leftOut} says how many), so that every figure is about the same persons. NaN = cannot be estimated: a
 * correlation with something that does not vary, alpha of a single item.
 *
 * @param n       persons used
 * @param leftOut persons left out because an answer is missing
 * @param total   the distribution of the total
 * @param items   in the order of columns
 * @param groups  the upper and the lower group behind {@link Item#discrimination27}
 */
public record ItemAnalysis(long n, long leftOut, Total total, List<Item> items, Groups groups, Reliability reliability,
        List<Rank> ranks) {

    /** The share of persons in the upper and in the lower group: Kelley's, best under normal totals (1939). */
    public static final double GROUP_SHARE = 0.27;

    /**
     * The total score.
     *
     * @param sd       standard deviation with n - 1
     * @param skewness g1 = m3 / m2^1.5, moments with n
     * @param kurtosis g2 = m4 / m2² - 3
     */
    public record Total(double mean, double sd, int lowest, int highest, double skewness, double kurtosis) {}

    /**
     * One item.
     *
     * @param largest          its largest score in the data
     * @param difficulty       mean / largest: the share of right answers where it is 0/1, 0 to 1, high = easy
     * @param itemTotal        correlation with the total (point-biserial where the item is 0/1)
     * @param itemRest         correlation with the total without the item (corrected)
     * @param biserial         the point-biserial as it were for a normal trait behind a 0/1 item; NaN for others
     * @param alphaIfDeleted   alpha of the other items
     * @param discrimination27 difficulty in the upper group less difficulty in the lower, -1 to 1
     */
    public record Item(String name, int largest, double mean, double sd, double difficulty, double itemTotal,
            double itemRest, double biserial, double alphaIfDeleted, double discrimination27) {}

    /** Cut scores (the total of the round(0.27 n)-th lowest and highest person) and persons up to and from them. */
    public record Groups(int lowCut, int highCut, long low, long high) {}

    /**
     * A total and where it stands, in percent of persons.
     *
     * @param rank the percentile rank: below plus half of those who have just this total
     */
    public record Rank(int total, long persons, double below, double rank, double atOrBelow) {}

    /** Analyses a matrix. */
    public static ItemAnalysis of(ScoreMatrix scores) {
        return of(ItemSums.of(scores));
    }

    /** Analyses sums, whole or merged from parts. */
    public static ItemAnalysis of(ItemSums sums) {
        if (sums.persons() < 2) {
            throw Refused.whole(
                    "答完全部题目的只有 " + sums.persons() + " 人，至少要 2 人；缺答很多时请分卷计算，或把缺答改记 0 分");
        }
        double[][] covariances = sums.covariances();
        long[] totals = sums.totals();
        Groups groups = groups(totals, sums.persons());
        Total total = total(totals, sums.persons());
        return new ItemAnalysis(sums.persons(), sums.leftOut(), total, items(sums, covariances, groups), groups,
                Reliability.of(covariances, total, sums), ranks(totals, sums.persons()));
    }

    private static Groups groups(long[] totals, long n) {
        long wanted = Math.max(1, (long) Math.rint(GROUP_SHARE * n));
        int low = 0;
        long lowCount = totals[0];
        while (lowCount < wanted) {
            lowCount += totals[++low];
        }
        int high = totals.length - 1;
        long highCount = totals[high];
        while (highCount < wanted) {
            highCount += totals[--high];
        }
        return new Groups(low, high, lowCount, highCount);
    }

    private static Total total(long[] totals, long n) {
        long sum = 0;
        long squares = 0;
        int lowest = totals.length;
        int highest = 0;
        for (int t = 0; t < totals.length; t++) {
            sum += t * totals[t];
            squares += (long) t * t * totals[t];
            if (totals[t] > 0) {
                lowest = Math.min(lowest, t);
                highest = t;
            }
        }
        double mean = (double) sum / n;
        double variance = ItemSums.covariance(n, squares, sum, sum);
        double second = variance * (n - 1) / n;
        double third = 0;
        double fourth = 0;
        for (int t = 0; t < totals.length; t++) {
            double distance = t - mean;
            third += distance * distance * distance * totals[t] / n;
            fourth += distance * distance * distance * distance * totals[t] / n;
        }
        return new Total(mean, Math.sqrt(variance), lowest, highest, third / Math.pow(second, 1.5),
                fourth / (second * second) - 3);
    }

    private static List<Item> items(ItemSums sums, double[][] covariances, Groups groups) {
        int k = sums.items();
        double[] withTotal = Arrays.stream(covariances).mapToDouble(row -> Arrays.stream(row).sum()).toArray();
        double variance = Arrays.stream(withTotal).sum();
        double ofItems = 0;
        for (int j = 0; j < k; j++) {
            ofItems += covariances[j][j];
        }
        List<Item> items = new ArrayList<>();
        for (int j = 0; j < k; j++) {
            double own = covariances[j][j];
            double rest = variance - 2 * withTotal[j] + own;
            double mean = (double) sums.sum(j) / sums.persons();
            double itemTotal = withTotal[j] / Math.sqrt(own * variance);
            double alpha = k < 3 ? Double.NaN : (k - 1.0) / (k - 2.0) * (1 - (ofItems - own) / rest);
            int largest = sums.maximum(j);
            items.add(new Item(sums.names().get(j), largest, mean, Math.sqrt(own), mean / largest, itemTotal,
                    (withTotal[j] - own) / Math.sqrt(own * rest),
                    largest == 1 ? biserial(itemTotal, mean) : Double.NaN, alpha,
                    discrimination(sums, j, groups)));
        }
        return items;
    }

    /** Point-biserial times sqrt(pq) over the normal density at the threshold (Lord & Novick 1968, 15.5). */
    private static double biserial(double pointBiserial, double share) {
        if (share <= 0 || share >= 1) {
            return Double.NaN;
        }
        NormalDistribution normal = NormalDistribution.of(0, 1);
        return pointBiserial * Math.sqrt(share * (1 - share))
                / normal.density(normal.inverseCumulativeProbability(share));
    }

    private static double discrimination(ItemSums sums, int item, Groups groups) {
        long low = 0;
        for (int t = 0; t <= groups.lowCut(); t++) {
            low += sums.sumAt(item, t);
        }
        long high = 0;
        for (int t = groups.highCut(); t < sums.totals().length; t++) {
            high += sums.sumAt(item, t);
        }
        return ((double) high / groups.high() - (double) low / groups.low()) / sums.maximum(item);
    }

    private static List<Rank> ranks(long[] totals, long n) {
        List<Rank> ranks = new ArrayList<>();
        long below = 0;
        for (int t = 0; t < totals.length; t++) {
            if (totals[t] > 0) {
                ranks.add(new Rank(t, totals[t], 100.0 * below / n, 100.0 * (below + totals[t] / 2.0) / n,
                        100.0 * (below + totals[t]) / n));
                below += totals[t];
            }
        }
        return ranks;
    }
}
