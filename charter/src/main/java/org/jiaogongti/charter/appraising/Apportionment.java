package org.jiaogongti.charter.appraising;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jiaogongti.charter.CodePointOrder;

/**
 * Division into whole units by largest remainder (Hamilton's method): everybody gets the whole part of the exact share,
 * and the units that are left go one each to the largest remainders, ties by code-point order of the name.
 */
public final class Apportionment {

    private Apportionment() {}

    /**
     * Divides {@code total} in proportion to the weights; adds up exactly. Where all weights are 0 nobody gets anything.
     *
     * @param total units, 0 or more
     * @param weights 0 or more, by name; the result has their order
     */
    public static Map<String, BigInteger> of(BigInteger total, Map<String, BigFraction> weights) {
        BigFraction sum = weights.values().stream().reduce(BigFraction.ZERO, BigFraction::add);
        Map<String, BigInteger> whole = new LinkedHashMap<>();
        if (sum.signum() == 0) {
            weights.keySet().forEach(name -> whole.put(name, BigInteger.ZERO));
            return whole;
        }
        BigInteger left = total;
        List<Remainder> remainders = new ArrayList<>();
        for (Map.Entry<String, BigFraction> each : weights.entrySet()) {
            BigFraction exact = each.getValue().multiply(total).divide(sum);
            BigInteger floor = exact.getNumerator().divide(exact.getDenominator());
            whole.put(each.getKey(), floor);
            left = left.subtract(floor);
            remainders.add(new Remainder(each.getKey(), exact.subtract(floor)));
        }
        remainders.sort(Comparator.comparing(Remainder::of).reversed().thenComparing(Remainder::name,
                CodePointOrder.INSTANCE));
        for (Remainder remainder : remainders.subList(0, left.intValueExact())) {
            whole.merge(remainder.name(), BigInteger.ONE, BigInteger::add);
        }
        return whole;
    }

    private record Remainder(String name, BigFraction of) {}
}
