package org.jiaogongti.charter.counting;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Where an instance will probably stand when its days are over, as a range.
 *
 * <p>
 * What is still to come is taken from the same duty's earlier terms, pooled over all bearers: how much counted there
 * after the same share of the days had gone. The range is the distribution-free prediction interval between order
 * statistics: of n earlier amounts in order the ⌊(n+1)·0.1⌋th and the ⌈(n+1)·0.9⌉th, which holds a further exchangeable
 * amount with probability 0.8 or more (S. S. Wilks, Determination of sample sizes for setting tolerance limits, Ann.
 * Math. Statist. 12, 1941; V. Vovk et al., Algorithmic Learning in a Random World, 2005). With fewer than nine earlier
 * amounts the bounds are the least, or 0, and the quantile of the Gamma-Poisson predictive distribution with Jeffreys'
 * prior (A. Gelman et al., Bayesian Data Analysis, 3rd ed., 2.6). What is planned is part of what will come, so the
 * larger of the two is taken, not their sum.
 */
public sealed interface Forecast {

    /** The probability that the range is meant to hold. */
    double LEVEL = 0.8;

    /** Earlier terms needed. */
    int NEEDED_PERIODS = 2;

    /**
     * A range, both ends possible.
     *
     * @param counted what counts already
     * @param planned what is planned, fits and is still to come
     * @param likely the median
     * @param reaching of {@code samples} earlier amounts, so many would reach the target
     * @param periods earlier periods they come from
     */
    record Range(int low, int likely, int high, int counted, int planned, int reaching, int samples,
            int periods) implements Forecast {}

    /** Fewer than two earlier periods: nothing is said about the rate. */
    record NotEnoughHistory(int counted, int planned, int periods) implements Forecast {}

    /** @param planned the amount of {@link Counting#plannedContributionsOf} for the instance that lies after the day */
    static Forecast of(History history, Progress progress, int planned, LocalDate asOf) {
        Instance instance = progress.instance();
        LocalDate before = instance.firstDay().isBefore(asOf) ? instance.firstDay() : asOf;
        List<Instance> earlier = history.ended(instance.key().duty(), before);
        int periods = History.periods(earlier);
        if (periods < NEEDED_PERIODS) {
            return new NotEnoughHistory(progress.counted(), planned, periods);
        }
        double elapsed = History.elapsed(instance, asOf);
        int[] amounts = earlier.stream()
                .mapToInt(each -> history.after(each.key(), History.dayAt(each, elapsed))).sorted().toArray();
        if (elapsed >= 1.0) {
            Arrays.fill(amounts, 0);
        }
        int counted = progress.counted();
        int reaching = (int) Arrays.stream(amounts)
                .filter(amount -> counted + Math.max(planned, amount) >= progress.target()).count();
        return new Range(counted + Math.max(planned, lower(amounts)), counted + Math.max(planned, median(amounts)),
                counted + Math.max(planned, upper(amounts)), counted, planned, reaching, amounts.length, periods);
    }

    private static int lower(int[] sorted) {
        int rank = (int) Math.floor((sorted.length + 1) * (1 - LEVEL) / 2);
        return rank >= 1 ? sorted[rank - 1] : 0;
    }

    private static int median(int[] sorted) {
        return sorted[(sorted.length - 1) / 2];
    }

    private static int upper(int[] sorted) {
        int rank = (int) Math.ceil((sorted.length + 1) * (1 + LEVEL) / 2);
        return rank <= sorted.length ? sorted[rank - 1] : Math.max(sorted[sorted.length - 1], gammaPoisson(sorted));
    }

    /** The 0.9 quantile of a negative binomial with r = Σy + 1/2 and p = n/(n+1). */
    private static int gammaPoisson(int[] sorted) {
        double r = Arrays.stream(sorted).sum() + 0.5;
        double p = sorted.length / (sorted.length + 1.0);
        double mass = Math.pow(p, r);
        double total = mass;
        int k = 0;
        while (total < (1 + LEVEL) / 2 && k < 10_000) {
            mass *= (r + k) / (k + 1.0) * (1 - p);
            total += mass;
            k++;
        }
        return k;
    }

    /**
     * How often the range held what came.
     *
     * @param cases forecasts made
     * @param inside of them, those whose range held the final amount
     * @param width from low to high, summed over all of them
     */
    record Coverage(int cases, int inside, int width) {

        /** Nothing was forecast. */
        public static final Coverage NONE = new Coverage(0, 0, 0);

        /** 0 to 1; 1 where nothing was forecast. */
        public double share() {
            return cases == 0 ? 1.0 : (double) inside / cases;
        }

        /** The mean width of the ranges. */
        public double meanWidth() {
            return cases == 0 ? 0.0 : (double) width / cases;
        }
    }

    /**
     * Forecasts every ended instance as if its own days were still going on, from what had ended before it began.
     *
     * @param shares of an instance's days after which a forecast is made, each 0 to 1
     */
    static Coverage backTest(History history, LocalDate asOf, List<Double> shares) {
        int cases = 0;
        int inside = 0;
        int width = 0;
        for (Instance instance : endedBy(history, asOf)) {
            int end = history.until(instance.key(), LocalDate.MAX);
            for (double share : shares) {
                LocalDate day = History.dayAt(instance, share);
                Progress then = new Progress(instance, Status.OPEN, history.until(instance.key(), day),
                        instance.target());
                if (of(history, then, 0, day) instanceof Range range) {
                    cases++;
                    width += range.high() - range.low();
                    inside += end >= range.low() && end <= range.high() ? 1 : 0;
                }
            }
        }
        return new Coverage(cases, inside, width);
    }

    private static List<Instance> endedBy(History history, LocalDate asOf) {
        List<Instance> ended = new ArrayList<>(history.all());
        ended.removeIf(instance -> !instance.lastDay().isBefore(asOf));
        return ended;
    }
}
