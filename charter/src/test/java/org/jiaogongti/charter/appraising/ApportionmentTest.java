package org.jiaogongti.charter.appraising;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.apache.commons.numbers.fraction.BigFraction;
import org.junit.jupiter.api.Test;

class ApportionmentTest {

    @Test
    void whatIsLeftGoesToTheLargestRemainders() {
        // 100 by 1 : 1 : 1 is 33 each and one left, a tie: 乙 is U+4E59, before 甲 (U+7532) and 龙 (U+9F99).
        assertThat(Apportionment.of(BigInteger.valueOf(100), weights("甲", 1, "龙", 1, "乙", 1)))
                .isEqualTo(Map.of("甲", big(33), "龙", big(33), "乙", big(34)));
        // 7 by 5 : 2 : 3 is 3.5, 1.4, 2.1: the one left goes to the first.
        assertThat(Apportionment.of(BigInteger.valueOf(7), weights("一", 5, "二", 2, "三", 3)))
                .containsExactly(Map.entry("一", big(4)), Map.entry("二", big(1)), Map.entry("三", big(2)));
    }

    @Test
    void nobodyWithAShareOfNothingGetsAnything() {
        assertThat(Apportionment.of(BigInteger.TEN, weights("一", 0, "二", 0, "三", 0)).values())
                .containsOnly(BigInteger.ZERO);
        assertThat(Apportionment.of(BigInteger.TEN, Map.of())).isEmpty();
    }

    @Test
    void addsUpAndStaysWithinOneOfTheExactShare() {
        Random random = new Random(7);
        for (int round = 0; round < 2_000; round++) {
            Map<String, BigFraction> weights = new LinkedHashMap<>();
            for (int i = 0; i <= random.nextInt(9); i++) {
                weights.put("校" + i, BigFraction.of(random.nextInt(50), 1 + random.nextInt(9)));
            }
            BigFraction sum = weights.values().stream().reduce(BigFraction.ZERO, BigFraction::add);
            BigInteger total = BigInteger.valueOf(random.nextInt(100_000));
            Map<String, BigInteger> shares = Apportionment.of(total, weights);
            assertThat(shares.values().stream().reduce(BigInteger.ZERO, BigInteger::add))
                    .isEqualTo(sum.signum() == 0 ? BigInteger.ZERO : total);
            if (sum.signum() > 0) {
                shares.forEach((name, share) -> assertThat(BigFraction.of(share)
                        .subtract(exact(weights, name).multiply(total).divide(sum)).abs())
                        .isLessThan(BigFraction.ONE));
            }
        }
    }

    private static BigFraction exact(Map<String, BigFraction> weights, String name) {
        return weights.getOrDefault(name, BigFraction.ZERO);
    }

    private static Map<String, BigFraction> weights(String a, int of, String b, int ofB, String c, int ofC) {
        Map<String, BigFraction> weights = new LinkedHashMap<>();
        weights.put(a, BigFraction.of(of));
        weights.put(b, BigFraction.of(ofB));
        weights.put(c, BigFraction.of(ofC));
        return weights;
    }

    private static BigInteger big(long number) {
        return BigInteger.valueOf(number);
    }
}
