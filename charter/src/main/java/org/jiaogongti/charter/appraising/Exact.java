package org.jiaogongti.charter.appraising;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;

/** Decimals and fractions without loss. */
final class Exact {

    static final BigFraction HUNDRED = BigFraction.of(100);

    private Exact() {}

    static BigFraction of(BigDecimal number) {
        BigDecimal plain = number.setScale(Math.max(0, number.scale()));
        return BigFraction.of(plain.unscaledValue(), BigInteger.TEN.pow(plain.scale()));
    }

    /** Half up to so many decimals; null leaves it as it is. */
    static BigFraction rounded(BigFraction number, @Nullable Integer decimals) {
        if (decimals == null) {
            return number;
        }
        return of(number.bigDecimalValue(decimals, RoundingMode.HALF_UP));
    }

    static BigFraction least(BigFraction one, BigFraction other) {
        return one.compareTo(other) <= 0 ? one : other;
    }

    static BigFraction most(BigFraction one, BigFraction other) {
        return one.compareTo(other) >= 0 ? one : other;
    }
}
