package org.jiaogongti.charter.appraising;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.apache.commons.numbers.fraction.BigFraction;
import org.junit.jupiter.api.Test;

/** Against the definition (every order gone through) and the axioms of Shapley (1953). */
class ShapleyTest {

    private static final int ROUNDS = 400;

    @Test
    void isTheMeanMarginalWorthOverAllOrders() {
        Random random = new Random(1953);
        for (int round = 0; round < ROUNDS; round++) {
            int target = 1 + random.nextInt(9);
            List<Integer> amounts = amounts(random, 1 + random.nextInt(6));
            assertThat(Shapley.ofCapped(target, amounts)).as(amounts + " of " + target)
                    .isEqualTo(byOrders(target, amounts));
        }
    }

    /** Two lessons of three are missing when the third school comes: by hand. */
    @Test
    void byHand() {
        // Target 2, amounts 2, 1, 0. Orders of the first two: (2,1) → 1 and 0; (1,2) → 1/2 and 1/2. Mean 3/4 and 1/4.
        assertThat(Shapley.ofCapped(2, List.of(2, 1, 0))).containsExactly(BigFraction.of(3, 4), BigFraction.of(1, 4),
                BigFraction.ZERO);
    }

    @Test
    void holdsTheAxioms() {
        Random random = new Random(28);
        for (int round = 0; round < ROUNDS; round++) {
            int target = 1 + random.nextInt(30);
            List<Integer> amounts = amounts(random, 28);
            List<BigFraction> values = Shapley.ofCapped(target, amounts);
            int together = Math.min(target, amounts.stream().mapToInt(Integer::intValue).sum());
            assertThat(values.stream().reduce(BigFraction.ZERO, BigFraction::add)).as("efficiency")
                    .isEqualByComparingTo(BigFraction.of(together, target));
            for (int i = 0; i < amounts.size(); i++) {
                assertThat(values.get(i).signum() == 0).as("nobody gets something for nothing")
                        .isEqualTo(amounts.get(i) == 0);
                assertThat(values.get(i)).as("symmetry").isEqualTo(values.get(amounts.indexOf(amounts.get(i))));
            }
        }
    }

    private static List<Integer> amounts(Random random, int players) {
        List<Integer> amounts = new ArrayList<>();
        for (int i = 0; i < players; i++) {
            amounts.add(random.nextInt(4) == 0 ? 0 : random.nextInt(7));
        }
        return amounts;
    }

    private static List<BigFraction> byOrders(int target, List<Integer> amounts) {
        List<BigFraction> sums = new ArrayList<>(Collections.nCopies(amounts.size(), BigFraction.ZERO));
        List<List<Integer>> orders = orders(amounts.size());
        for (List<Integer> order : orders) {
            int sum = 0;
            for (int player : order) {
                int next = sum + amounts.get(player);
                sums.set(player, sums.get(player)
                        .add(BigFraction.of(Math.min(target, next) - Math.min(target, sum), target)));
                sum = next;
            }
        }
        return sums.stream().map(sum -> sum.divide(orders.size())).toList();
    }

    private static List<List<Integer>> orders(int n) {
        List<List<Integer>> orders = List.of(List.of());
        for (int player = 0; player < n; player++) {
            List<List<Integer>> longer = new ArrayList<>();
            for (List<Integer> order : orders) {
                for (int place = 0; place <= order.size(); place++) {
                    List<Integer> with = new ArrayList<>(order);
                    with.add(place, player);
                    longer.add(with);
                }
            }
            orders = longer;
        }
        return orders;
    }
}
