package org.jiaogongti.charter.appraising;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntUnaryOperator;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * The Shapley value of two games about a target. In one a coalition is worth what its members did together, but no more
 * than the target: v(S) = min(1, Σ amounts of S / target). In the other it is worth 1 where they reach the target and
 * nothing else: v(S) = 1 where Σ amounts of S ≥ target, a weighted voting game.
 *
 * <p>
 * A player's value is its mean marginal worth over all orders (L. S. Shapley, A value for n-person games, 1953). The
 * orders are not gone through: coalitions of the others are counted by size and sum, as I. Mann and L. S. Shapley did for
 * voting weights (RM-3158, 1962), in O(n² · n · target) steps, exactly.
 */
public final class Shapley {

    private Shapley() {}

    /**
     * The value of each player, in their order.
     *
     * @param target 1 or more
     * @param amounts what each player did, 0 or more
     */
    public static List<BigFraction> ofCapped(int target, List<Integer> amounts) {
        return of(target, amounts, sum -> Math.min(sum, target));
    }

    /**
     * The value of each player where nothing counts before the target is reached, in their order.
     *
     * @param target 1 or more
     * @param amounts what each player did, 0 or more
     */
    public static List<BigFraction> ofReached(int target, List<Integer> amounts) {
        return of(target, amounts, sum -> sum >= target ? target : 0);
    }

    private static List<BigFraction> of(int target, List<Integer> amounts, IntUnaryOperator worth) {
        List<Integer> players = new ArrayList<>();
        for (int i = 0; i < amounts.size(); i++) {
            if (amounts.get(i) > 0) {
                players.add(i);
            }
        }
        List<BigFraction> values = new ArrayList<>();
        for (int i = 0; i < amounts.size(); i++) {
            values.add(amounts.get(i) == 0 ? BigFraction.ZERO : value(target, amounts, players, i, worth));
        }
        return values;
    }

    private static BigFraction value(int target, List<Integer> amounts, List<Integer> players, int player,
            IntUnaryOperator worthOf) {
        int others = players.size() - 1;
        BigInteger[][] coalitions = coalitions(target, amounts, players, player);
        BigFraction value = BigFraction.ZERO;
        for (int size = 0; size <= others; size++) {
            BigInteger worth = BigInteger.ZERO;
            for (int sum = 0; sum < target; sum++) {
                int reached = (int) Math.min(target, sum + (long) amounts.get(player));
                long more = (long) worthOf.applyAsInt(reached) - worthOf.applyAsInt(sum);
                worth = worth.add(coalitions[size][sum].multiply(BigInteger.valueOf(more)));
            }
            // A coalition of this size comes before the player in size! (others − size)! of the (others + 1)! orders.
            value = value.add(BigFraction.of(worth, binomial(others, size)));
        }
        return value.divide(BigInteger.valueOf((long) target * players.size()));
    }

    /** How many coalitions of the others there are, by size and by sum up to the target. */
    private static BigInteger[][] coalitions(int target, List<Integer> amounts, List<Integer> players, int player) {
        BigInteger[][] counts = new BigInteger[players.size()][target + 1];
        for (BigInteger[] row : counts) {
            Arrays.fill(row, BigInteger.ZERO);
        }
        counts[0][0] = BigInteger.ONE;
        int seen = 0;
        for (int other : players) {
            if (other == player) {
                continue;
            }
            for (int size = seen; size >= 0; size--) {
                for (int sum = target; sum >= 0; sum--) {
                    int reached = (int) Math.min(target, sum + (long) amounts.get(other));
                    counts[size + 1][reached] = counts[size + 1][reached].add(counts[size][sum]);
                }
            }
            seen++;
        }
        return counts;
    }

    private static BigInteger binomial(int n, int k) {
        BigInteger result = BigInteger.ONE;
        for (int i = 1; i <= k; i++) {
            result = result.multiply(BigInteger.valueOf(n - k + (long) i)).divide(BigInteger.valueOf(i));
        }
        return result;
    }
}
