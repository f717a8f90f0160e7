package org.jiaogongti.platform.shell.model;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/**
 * The sheet of GB/T 9704-2012: A4, 37 mm above and 28 mm left of a text area of 156 mm by 225 mm, which holds 22 lines of
 * 28 characters in size 3 (16 pt).
 */
final class Sheet {

    static final int WIDTH_MM = 210;
    static final int HEIGHT_MM = 297;
    static final int TOP_MM = 37;
    static final int LEFT_MM = 28;
    static final int TEXT_WIDTH_MM = 156;
    static final int TEXT_HEIGHT_MM = 225;
    static final int RIGHT_MM = WIDTH_MM - LEFT_MM - TEXT_WIDTH_MM;
    static final int BOTTOM_MM = HEIGHT_MM - TOP_MM - TEXT_HEIGHT_MM;
    /** The page number's dashes stand 7 mm below the text area; its characters are 14 pt, about 5 mm high. */
    static final int FOOTER_MM = BOTTOM_MM - 7 - 5;
    static final int LINES = 22;
    static final int CHARACTERS = 28;
    static final int BODY_POINTS = 16;

    private static final BigDecimal MM_PER_INCH = new BigDecimal("25.4");
    private static final int TWIPS_PER_INCH = 1440;
    private static final int TWIPS_PER_POINT = 20;

    private Sheet() {}

    /** Twentieths of a point, Word's unit. */
    static BigInteger twips(int millimetres) {
        return exactTwips(millimetres).setScale(0, RoundingMode.HALF_UP).toBigInteger();
    }

    private static BigDecimal exactTwips(int millimetres) {
        return BigDecimal.valueOf((long) millimetres * TWIPS_PER_INCH).divide(MM_PER_INCH, 6, RoundingMode.HALF_UP);
    }

    /** From line to line in twips, rounded down so that 22 of them fit. */
    static BigInteger linePitch() {
        return exactTwips(TEXT_HEIGHT_MM).divide(BigDecimal.valueOf(LINES), 0, RoundingMode.DOWN).toBigInteger();
    }

    /** What a character of the body is wider (or narrower) than its type size, in 1/4096 of a point, rounded down. */
    static BigInteger characterSpace() {
        BigDecimal pitch = exactTwips(TEXT_WIDTH_MM).divide(BigDecimal.valueOf((long) CHARACTERS * TWIPS_PER_POINT), 6,
                RoundingMode.DOWN);
        return pitch.subtract(BigDecimal.valueOf(BODY_POINTS)).multiply(BigDecimal.valueOf(4096))
                .setScale(0, RoundingMode.FLOOR).toBigInteger();
    }
}
