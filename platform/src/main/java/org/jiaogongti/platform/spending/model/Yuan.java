package org.jiaogongti.platform.spending.model;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** Yuan as people write them, and fen as the platform reckons with them; nothing between is rounded. */
public final class Yuan {

    /** 99,999,999.99 yuan: more is a slip of the hand. */
    public static final long MOST = 9_999_999_999L;

    private static final Pattern PLAIN = Pattern.compile("[0-9]{1,8}(\\.[0-9]{1,2})?");
    private static final Pattern GROUPED = Pattern.compile("[0-9]{1,3}(,[0-9]{3})+(\\.[0-9]{1,2})?");
    private static final int GROUP = 3;

    private Yuan() {}

    /** The fen of {@code 1,234.50}, {@code ¥1234.5}, {@code １２３４元}; empty where it is no amount above zero that can be meant. */
    public static OptionalLong fen(String typed) {
        String plain = Normalizer.normalize(typed, Normalizer.Form.NFKC).strip();
        String number = plain.replaceFirst("^[¥￥]\\s*", "").replaceFirst("\\s*元$", "");
        if (!PLAIN.matcher(number).matches() && !GROUPED.matcher(number).matches()) {
            return OptionalLong.empty();
        }
        BigDecimal fen = new BigDecimal(number.replace(",", "")).movePointRight(2);
        return fen.signum() > 0 && fen.compareTo(BigDecimal.valueOf(MOST)) <= 0
                ? OptionalLong.of(fen.longValueExact())
                : OptionalLong.empty();
    }

    /** {@code 1,234.50}; below zero with a minus sign that no spreadsheet takes for a formula. */
    public static String text(long fen) {
        String digits = BigDecimal.valueOf(fen, 2).abs().toPlainString();
        int point = digits.indexOf('.');
        StringBuilder text = new StringBuilder(digits);
        for (int at = point - GROUP; at > 0; at -= GROUP) {
            text.insert(at, ',');
        }
        return fen < 0 ? "−" + text : text.toString();
    }

    /** As a form holds it: {@code 1234.50}. */
    public static String plain(long fen) {
        return BigDecimal.valueOf(fen, 2).toPlainString();
    }
}
