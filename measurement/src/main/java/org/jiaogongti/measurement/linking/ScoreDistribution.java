package org.jiaogongti.measurement.linking;

import java.util.Arrays;
import org.jiaogongti.measurement.Refused;

/**
 * How many persons have each score of a form. Scores lie one apart.
 *
 * @param lowest the first score
 * @param counts persons by score, from {@code lowest} on; after smoothing no whole numbers
 */
@SuppressWarnings("ArrayRecordComponent") // figures in bulk: nobody compares such records
public record ScoreDistribution(double lowest, double[] counts) {

    public ScoreDistribution {
        counts = counts.clone();
        double sum = 0;
        for (double count : counts) {
            if (!(count >= 0)) {
                throw Refused.whole("分数的人数不能是 " + count + "；请改成 0 或正数");
            }
            sum += count;
        }
        if (!(sum > 1)) {
            throw Refused.whole("一套试卷少于 2 人有分数，无法等值；请补数据");
        }
    }

    /** From scores of persons, whole numbers from 0 on: every score to the largest one has a count. */
    public static ScoreDistribution of(int[] scores) {
        double[] counts = new double[Arrays.stream(scores).max().orElse(0) + 1];
        for (int score : scores) {
            counts[score]++;
        }
        return new ScoreDistribution(0, counts);
    }

    /** Persons. */
    public double n() {
        return Arrays.stream(counts).sum();
    }

    /** The score at a place. */
    public double score(int place) {
        return lowest + place;
    }

    /** The last score. */
    public double highest() {
        return lowest + counts.length - 1;
    }

    public double mean() {
        double sum = 0;
        for (int i = 0; i < counts.length; i++) {
            sum += counts[i] * score(i);
        }
        return sum / n();
    }

    /** With n - 1. */
    public double variance() {
        return moment(2) * n() / (n() - 1);
    }

    /** A moment around the mean, with n. */
    public double moment(int order) {
        double mean = mean();
        double sum = 0;
        for (int i = 0; i < counts.length; i++) {
            sum += counts[i] * Math.pow(score(i) - mean, order);
        }
        return sum / n();
    }

    /** The share of persons at or below each score. */
    public double[] cumulative() {
        double[] cumulative = new double[counts.length];
        double n = n();
        double sum = 0;
        for (int i = 0; i < counts.length; i++) {
            sum += counts[i];
            cumulative[i] = sum / n;
        }
        return cumulative;
    }

    /**
     * Percentile ranks as shares: half of those at a score count as below it, as if persons were spread evenly within half a
     * point of it. Source: Kolen and Brennan (2014), Test Equating, Scaling, and Linking, section 2.5.
     */
    public double[] percentileRanks() {
        double[] ranks = new double[counts.length];
        double n = n();
        double below = 0;
        for (int i = 0; i < counts.length; i++) {
            ranks[i] = (below + counts[i] / 2) / n;
            below += counts[i];
        }
        return ranks;
    }
}
