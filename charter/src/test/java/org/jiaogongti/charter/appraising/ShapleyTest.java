package org.jiaogongti.charter.appraising;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.function.IntUnaryOperator;
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
                    .isEqualTo(byOrders(target, amounts, sum -> Math.min(target, sum)));
            assertThat(Shapley.ofReached(target, amounts)).as(amounts + " reaching " + target)
                    .isEqualTo(byOrders(target, amounts, sum -> sum >= target ? target : 0));
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

    /** Additivity: the value of two games together is the sum of their values, so that scores may be added by instance. */
    @Test
    void isAdditive() {
        Random random = new Random(3);
        for (int round = 0; round < 100; round++) {
            int target = 1 + random.nextInt(6);
            List<Integer> one = amounts(random, 4);
            List<Integer> other = amounts(random, 4);
            List<BigFraction> together = byOrders(one.size(), order -> {
                BigFraction worth = BigFraction.ZERO;
                for (List<Integer> game : List.of(one, other)) {
                    int sum = order.stream().mapToInt(game::get).sum();
                    worth = worth.add(BigFraction.of(Math.min(target, sum), target));
                }
                return worth;
            });
            List<BigFraction> left = Shapley.ofCapped(target, one);
            List<BigFraction> right = Shapley.ofCapped(target, other);
            for (int i = 0; i < together.size(); i++) {
                assertThat(left.get(i).add(right.get(i))).isEqualTo(together.get(i));
            }
        }
    }

    private static List<BigFraction> byOrders(int players, Function<List<Integer>, BigFraction> worth) {
        List<BigFraction> sums = new ArrayList<>(Collections.nCopies(players, BigFraction.ZERO));
        List<List<Integer>> orders = orders(players);
        for (List<Integer> order : orders) {
            for (int i = 0; i < players; i++) {
                BigFraction more = worth.apply(order.subList(0, i + 1)).subtract(worth.apply(order.subList(0, i)));
                sums.set(order.get(i), sums.get(order.get(i)).add(more));
            }
        }
        return sums.stream().map(sum -> sum.divide(orders.size())).toList();
    }

    private static List<Integer> amounts(Random random, int players) {
        List<Integer> amounts = new ArrayList<>();
        for (int i = 0; i < players; i++) {
            amounts.add(random.nextInt(4) == 0 ? 0 : random.nextInt(7));
        }
        return amounts;
    }

    private static List<BigFraction> byOrders(int target, List<Integer> amounts, IntUnaryOperator worth) {
        List<BigFraction> sums = new ArrayList<>(Collections.nCopies(amounts.size(), BigFraction.ZERO));
        List<List<Integer>> orders = orders(amounts.size());
        for (List<Integer> order : orders) {
            int sum = 0;
            for (int player : order) {
                int next = sum + amounts.get(player);
                sums.set(player, sums.get(player)
                        .add(BigFraction.of(worth.applyAsInt(next) - worth.applyAsInt(sum), target)));
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
