package org.jiaogongti.measurement.alignment;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.jiaogongti.measurement.Refused;

/**
 * Porter's index of alignment (Educational Researcher 31(7), 2002): two tables, topics by cognitive demand, one of what
 * is wanted and one of what is taught or examined, each turned into shares; the index is the share that they have in
 * common, 1 - Σ|x - y| / 2, from 0 (nothing) to 1 (the same). What an index is worth depends on how many cells there
 * are and how the shares are spread, so it is set beside its chance distribution: the same shares dealt to the cells
 * at random (Fulmer, Journal of Educational and Behavioral Statistics 36, 2011).
 */
public final class Porter {

    private Porter() {}

    /**
     * An index and what chance alone would give.
     *
     * @param index  0 to 1
     * @param mean   the mean of the index under chance
     * @param fifth  the value that 5 % of random dealings stay below
     * @param ninetyFifth the value that 95 % stay below: an index above it is more than chance
     * @param p      the share of random dealings that come to at least the index, the observed one counted among them
     */
    public record Agreement(double index, double mean, double fifth, double ninetyFifth, double p) {}

    /** The index of two tables of amounts: hours, points, objectives; each is divided by its own sum. */
    public static double index(double[][] wanted, double[][] found) {
        requireSameShape(wanted, found);
        return index(shares(wanted), shares(found));
    }

    /**
     * The share of each cell in the second table less that in the first: where there is too much and where too little.
     */
    public static double[][] differences(double[][] wanted, double[][] found) {
        requireSameShape(wanted, found);
        double[] one = shares(wanted);
        double[] other = shares(found);
        double[][] differences = new double[wanted.length][];
        int cell = 0;
        for (int i = 0; i < wanted.length; i++) {
            differences[i] = new double[wanted[i].length];
            for (int j = 0; j < wanted[i].length; j++) {
                differences[i][j] = other[cell] - one[cell];
                cell++;
            }
        }
        return differences;
    }

    /**
     * The index with its chance distribution.
     *
     * @param dealings how many random dealings, 1000 for two digits of p
     * @param random   the source of chance; the same source gives the same result
     */
    public static Agreement agreement(double[][] wanted, double[][] found, int dealings, RandomGenerator random) {
        requireSameShape(wanted, found);
        double[] one = shares(wanted);
        double[] dealt = shares(found);
        double index = index(one, dealt);
        double[] chance = new double[dealings];
        double sum = 0;
        int reached = 1;
        for (int d = 0; d < dealings; d++) {
            for (int i = dealt.length - 1; i > 0; i--) {
                int j = random.nextInt(i + 1);
                double swapped = dealt[i];
                dealt[i] = dealt[j];
                dealt[j] = swapped;
            }
            chance[d] = index(one, dealt);
            sum += chance[d];
            reached += chance[d] >= index - 1e-12 ? 1 : 0;
        }
        Arrays.sort(chance);
        return new Agreement(index, sum / dealings, quantile(chance, 0.05), quantile(chance, 0.95),
                (double) reached / (dealings + 1));
    }

    private static double index(double[] one, double[] other) {
        double distance = 0;
        for (int i = 0; i < one.length; i++) {
            distance += Math.abs(one[i] - other[i]);
        }
        return 1 - distance / 2;
    }

    /** Linear between order statistics, as R's default. */
    private static double quantile(double[] sorted, double share) {
        double place = share * (sorted.length - 1);
        int below = (int) place;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }

    private static double[] shares(double[][] table) {
        double[] cells = Arrays.stream(table).flatMapToDouble(Arrays::stream).toArray();
        double sum = 0;
        for (double cell : cells) {
            if (!(cell >= 0) || Double.isInfinite(cell)) {
                throw Refused.whole("双向细目表里有 " + cell + "；请填 0 以上的数");
            }
            sum += cell;
        }
        if (sum == 0) {
            throw Refused.whole("双向细目表全是 0；请至少填一格");
        }
        double whole = sum;
        return Arrays.stream(cells).map(cell -> cell / whole).toArray();
    }

    private static void requireSameShape(double[][] one, double[][] other) {
        boolean same = one.length == other.length;
        for (int i = 0; same && i < one.length; i++) {
            same = one[i].length == other[i].length;
        }
        if (!same) {
            throw Refused.whole("两张双向细目表的行列不一样；请用同样的内容和认知层次");
        }
    }
}
