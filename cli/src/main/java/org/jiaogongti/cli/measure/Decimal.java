package org.jiaogongti.cli.measure;

/**
 * Reads plain decimals such as {@code -12.50} straight from bytes, without a String for each. With at most 15 digits the
 * digits and the power of ten they are divided by are exact as doubles, so the one division gives the nearest double, as
 * {@link Double#parseDouble} does (Clinger 1990, How to read floating point numbers accurately).
 */
final class Decimal {

    private static final int MOST_DIGITS = 15;

    private static final double[] POWERS = {1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13,
            1e14,
            1e15};

    private Decimal() {}

    /** The number, or NaN if it is written in any other way. */
    static double of(byte[] bytes, int from, int to) {
        boolean negative = from < to && bytes[from] == '-';
        int at = negative ? from + 1 : from;
        long digits = 0;
        int count = 0;
        int point = -1;
        for (; at < to; at++) {
            int digit = bytes[at] - '0';
            if (digit >= 0 && digit <= 9) {
                digits = 10 * digits + digit;
                count++;
            } else if (bytes[at] == '.' && point < 0 && count > 0) {
                point = count;
            } else {
                return Double.NaN;
            }
        }
        if (count == 0 || count > MOST_DIGITS) {
            return Double.NaN;
        }
        double value = point < 0 ? digits : digits / POWERS[count - point];
        return negative ? -value : value;
    }
}
