package org.jiaogongti.measurement.classical;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jiaogongti.measurement.ScoreMatrix;

/** How each option of each item drew persons of high and of low total. */
public final class Distractors {

    private Distractors() {}

    /**
     * An option.
     *
     * @param n         persons who chose it, of those who answered every item
     * @param share     n over all of those
     * @param withTotal correlation of having chosen it with the total
     * @param withRest  correlation of having chosen it with the total without the item's own score
     * @param meanTotal mean total of those who chose it
     */
    public record Choice(String item, String option, boolean key, long n, double share, double withTotal,
            double withRest, double meanTotal) {}

    /**
     * Every option that somebody chose, by item and then by its text.
     *
     * @param keys  the right options of each item
     * @param scored the options scored by the keys
     * @param sums  the sums of scored
     */
    public static List<Choice> of(OptionMatrix options, List<Set<String>> keys, ScoreMatrix scored, ItemSums sums) {
        int[] totals = totals(scored);
        double[][] covariances = sums.covariances();
        double variance = 0;
        for (double[] row : covariances) {
            for (double value : row) {
                variance += value;
            }
        }
        List<Choice> choices = new ArrayList<>();
        for (int j = 0; j < sums.items(); j++) {
            double withTotal = 0;
            for (double value : covariances[j]) {
                withTotal += value;
            }
            choices.addAll(item(options, j, keys.get(j), totals, sums, variance,
                    variance - 2 * withTotal + covariances[j][j]));
        }
        return choices;
    }

    private static List<Choice> item(OptionMatrix options, int item, Set<String> keys, int[] totals, ItemSums sums,
            double ofTotal, double ofRest) {
        List<String> labels = options.options(item);
        long[] counts = new long[labels.size()];
        long[] sumTotals = new long[labels.size()];
        for (int i = 0; i < totals.length; i++) {
            if (totals[i] >= 0) {
                int code = options.chosen(i, item);
                counts[code]++;
                sumTotals[code] += totals[i];
            }
        }
        long n = sums.persons();
        long allTotals = 0;
        for (int j = 0; j < sums.items(); j++) {
            allTotals += sums.sum(j);
        }
        long allRests = allTotals - sums.sum(item);
        List<Choice> choices = new ArrayList<>();
        for (int code : IntStream.range(0, labels.size()).boxed().sorted(Comparator.comparing(labels::get)).toList()) {
            if (counts[code] == 0) {
                continue;
            }
            boolean key = keys.contains(labels.get(code));
            double own = ItemSums.covariance(n, counts[code], counts[code], counts[code]);
            long rests = sumTotals[code] - (key ? counts[code] : 0);
            choices.add(new Choice(sums.names().get(item), labels.get(code), key, counts[code],
                    (double) counts[code] / n,
                    ItemSums.covariance(n, sumTotals[code], counts[code], allTotals) / Math.sqrt(own * ofTotal),
                    ItemSums.covariance(n, rests, counts[code], allRests) / Math.sqrt(own * ofRest),
                    (double) sumTotals[code] / counts[code]));
        }
        return choices;
    }

    private static int[] totals(ScoreMatrix scored) {
        int[] totals = new int[scored.persons()];
        for (int i = 0; i < totals.length; i++) {
            for (int j = 0; j < scored.items(); j++) {
                int score = scored.score(i, j);
                totals[i] = score == ScoreMatrix.MISSING || totals[i] < 0 ? -1 : totals[i] + score;
            }
        }
        return totals;
    }
}
