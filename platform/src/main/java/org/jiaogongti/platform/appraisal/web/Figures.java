package org.jiaogongti.platform.appraisal.web;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jiaogongti.charter.appraising.Scheme.Unit;

/** Exact numbers as pages print them. What is printed is rounded; what is reckoned with never was. */
final class Figures {

    private static final int TWO = 2;

    private Figures() {}

    /** Points, half up to two decimals. */
    static String points(BigFraction points) {
        return points.bigDecimalValue(TWO, RoundingMode.HALF_UP).setScale(TWO, RoundingMode.HALF_UP).toPlainString();
    }

    /** A share of a whole in percent, to one decimal. */
    static String percent(BigFraction part, BigFraction whole) {
        return whole.signum() == 0
                ? "–"
                : part.divide(whole).multiply(100).bigDecimalValue(1, RoundingMode.HALF_UP)
                        .setScale(1, RoundingMode.HALF_UP).toPlainString() + "%";
    }

    /** Yuan with its fen, unless the scheme pays whole yuan. */
    static String yuan(BigInteger fen, Unit unit) {
        String pattern = unit == Unit.YUAN ? "#,##0.##" : "#,##0.00";
        return new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ROOT))
                .format(new BigDecimal(fen, TWO));
    }

    /** A plain number without zeros behind it: 60, 59.5. */
    static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    /** A part of a whole as a clerk writes it: 1/2. */
    static String part(BigFraction part) {
        return part.getNumerator() + "/" + part.getDenominator();
    }
}
