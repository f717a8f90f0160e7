package org.jiaogongti.measurement.classical;

import java.util.List;
import java.util.stream.IntStream;
import org.jiaogongti.measurement.Refused;
import org.jiaogongti.measurement.ScoreMatrix;
import org.jiaogongti.measurement.kernel.BitPlanes;
import org.jiaogongti.measurement.kernel.RowSums;

/**
 * What classical analysis needs of a score matrix, as exact whole numbers: how many persons have each total, what each
 * item's scores sum up to at each total, and the sums of products of all pairs of items. Persons with a missing answer
 * are left out of all of it (and counted). Sums of parts merge to the sums of the whole, in any order, to the last
 * digit.
 */
public final class ItemSums {

    /** A total that nobody has. */
    private static final long[] NOBODY = {};

    private final List<String> names;
    private final int[] maxima;
    private final long persons;
    private final long leftOut;
    private final long[] totals;
    private final long[][] byTotal;
    private final long[] products;

    private ItemSums(List<String> names, int[] maxima, long leftOut, long[] totals, long[][] byTotal,
            long[] products) {
        this.names = names;
        this.maxima = maxima;
        this.leftOut = leftOut;
        this.totals = totals;
        this.byTotal = byTotal;
        this.products = products;
        long count = 0;
        for (long at : totals) {
            count += at;
        }
        this.persons = count;
    }

    /** Sums up a matrix, on as many threads as the caller's pool has; the result does not depend on how many. */
    public static ItemSums of(ScoreMatrix scores) {
        int[] maxima = IntStream.range(0, scores.items()).map(j -> Math.max(0, scores.maximum(j))).toArray();
        boolean complete = scores.complete();
        int tasks = Math.clamp(scores.chunks(), 1, 64);
        return IntStream.range(0, tasks).parallel().mapToObj(task -> {
            int from = (int) ((long) task * scores.chunks() / tasks);
            int to = (int) ((long) (task + 1) * scores.chunks() / tasks);
            return part(scores, maxima, complete, from, to);
        }).reduce(ItemSums::merge).orElseThrow();
    }

    private static ItemSums part(ScoreMatrix scores, int[] maxima, boolean complete, int from, int to) {
        int items = scores.items();
        BitPlanes planes = new BitPlanes(maxima, complete);
        long[] pairs = new long[planes.planes() * planes.planes()];
        int top = IntStream.of(maxima).sum();
        long[] totals = new long[top + 1];
        RowSums byTotal = new RowSums(top + 1, items, maxima);
        long leftOut = 0;
        for (int c = from; c < to; c++) {
            byte[] chunk = scores.chunk(c);
            int persons = scores.chunkPersons(c);
            planes.load(chunk, persons);
            planes.addPairs(pairs);
            for (int i = 0; i < persons; i++) {
                int total = planes.totals()[i];
                if (total < 0) {
                    leftOut++;
                    continue;
                }
                totals[total]++;
                byTotal.add(total, chunk, i * items);
            }
        }
        return new ItemSums(scores.names(), maxima, leftOut, totals, byTotal.sums(),
                products(planes, pairs, items));
    }

    private static long[] products(BitPlanes planes, long[] pairs, int items) {
        long[] products = new long[items * items];
        for (int j = 0; j < items; j++) {
            for (int l = j; l < items; l++) {
                long sum = 0;
                for (int p = planes.firstPlane(j); p < planes.firstPlane(j + 1); p++) {
                    for (int q = planes.firstPlane(l); q < planes.firstPlane(l + 1); q++) {
                        long both = pairs[Math.min(p, q) * planes.planes() + Math.max(p, q)];
                        sum += both << (p - planes.firstPlane(j) + q - planes.firstPlane(l));
                    }
                }
                products[j * items + l] = sum;
                products[l * items + j] = sum;
            }
        }
        return products;
    }

    /** The sums of two groups of persons on the same items. */
    public ItemSums merge(ItemSums other) {
        if (!names.equals(other.names)) {
            throw Refused.whole("两部分数据的题目不同，不能合并；请用同一份试卷的得分表");
        }
        int[] top = new int[maxima.length];
        for (int j = 0; j < top.length; j++) {
            top[j] = Math.max(maxima[j], other.maxima[j]);
        }
        int length = Math.max(totals.length, other.totals.length);
        long[] sumTotals = new long[length];
        long[][] sumByTotal = new long[length][];
        for (int t = 0; t < length; t++) {
            sumTotals[t] = at(totals, t) + at(other.totals, t);
            sumByTotal[t] = sum(row(t), other.row(t));
        }
        long[] sumProducts = products.clone();
        for (int i = 0; i < sumProducts.length; i++) {
            sumProducts[i] += other.products[i];
        }
        return new ItemSums(names, top, leftOut + other.leftOut, sumTotals, sumByTotal, sumProducts);
    }

    private static long at(long[] values, int index) {
        return index < values.length ? values[index] : 0;
    }

    private long[] row(int total) {
        return total < byTotal.length ? byTotal[total] : NOBODY;
    }

    private static long[] sum(long[] one, long[] other) {
        if (one.length == 0 || other.length == 0) {
            return one.length == 0 ? other : one;
        }
        long[] sum = one.clone();
        for (int j = 0; j < sum.length; j++) {
            sum[j] += other[j];
        }
        return sum;
    }

    public List<String> names() {
        return names;
    }

    public int items() {
        return names.size();
    }

    /** An item's largest score in the data. */
    public int maximum(int item) {
        return maxima[item];
    }

    /** Persons who answered every item. */
    public long persons() {
        return persons;
    }

    /** Persons who are left out because an answer is missing. */
    public long leftOut() {
        return leftOut;
    }

    /** Persons by total, from 0 to the sum of the items' largest scores. */
    public long[] totals() {
        return totals.clone();
    }

    /** The sum of an item's scores over the persons with a total. */
    public long sumAt(int item, int total) {
        long[] row = row(total);
        return row.length == 0 ? 0 : row[item];
    }

    /** The sum of an item's scores. */
    public long sum(int item) {
        long sum = 0;
        for (int t = 0; t < totals.length; t++) {
            sum += sumAt(item, t);
        }
        return sum;
    }

    /** The sum of the products of two items' scores. */
    public long product(int item, int other) {
        return products[item * names.size() + other];
    }

    /** The covariance of two items, with n - 1; the whole numbers are subtracted exactly before they become a double. */
    public double covariance(int item, int other) {
        return covariance(persons, product(item, other), sum(item), sum(other));
    }

    /** All covariances, a square. */
    public double[][] covariances() {
        long[] sums = new long[items()];
        for (int j = 0; j < sums.length; j++) {
            sums[j] = sum(j);
        }
        double[][] covariances = new double[sums.length][sums.length];
        for (int j = 0; j < sums.length; j++) {
            for (int l = 0; l < sums.length; l++) {
                covariances[j][l] = covariance(persons, product(j, l), sums[j], sums[l]);
            }
        }
        return covariances;
    }

    /** (n Σxy - Σx Σy) / (n (n - 1)), the difference in 128 bits. */
    static double covariance(long n, long product, long sum, long other) {
        long high = Math.multiplyHigh(n, product) - Math.multiplyHigh(sum, other);
        long one = n * product;
        long two = sum * other;
        long low = one - two;
        if (Long.compareUnsigned(one, two) < 0) {
            high--;
        }
        double difference = high == low >> 63 ? low : high * 0x1p64 + (low >>> 1) * 2.0 + (low & 1);
        return difference / n / (n - 1.0);
    }
}
