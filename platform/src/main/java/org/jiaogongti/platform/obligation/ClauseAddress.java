package org.jiaogongti.platform.obligation;

import java.util.Map;

/** Where a clause's original words can be read, for the pages of every module. */
public final class ClauseAddress {

    private static final Map<Character, Integer> NUMERALS = Map.of('一', 1, '二', 2, '三', 3, '四', 4, '五', 5, '六', 6,
            '七', 7, '八', 8, '九', 9, '十', 10);

    private ClauseAddress() {}

    public static String of(String clause) {
        return "/charter/notice#" + anchor(clause);
    }

    /** {@code 三(二)3} stands at {@code c-3-2-3}. */
    public static String anchor(String clause) {
        StringBuilder anchor = new StringBuilder("c");
        boolean digits = false;
        for (int at = 0; at < clause.length(); at++) {
            char sign = clause.charAt(at);
            Integer numeral = NUMERALS.get(sign);
            if (numeral != null) {
                anchor.append('-').append(numeral);
                digits = false;
            } else if (Character.isDigit(sign)) {
                anchor.append(digits ? "" : "-").append(sign);
                digits = true;
            }
        }
        return anchor.toString();
    }
}
