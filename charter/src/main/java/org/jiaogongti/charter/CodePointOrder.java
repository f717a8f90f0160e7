package org.jiaogongti.charter;

import java.util.Comparator;

/** Strings by code point. {@link String#compareTo} goes by UTF-16 unit, which puts U+20BB7 before U+E000. */
public enum CodePointOrder implements Comparator<String> {
    INSTANCE;

    @Override
    public int compare(String left, String right) {
        int common = Math.min(left.length(), right.length());
        for (int i = 0; i < common; i++) {
            char a = left.charAt(i);
            char b = right.charAt(i);
            if (a != b) {
                return rank(a) - rank(b);
            }
        }
        return left.length() - right.length();
    }

    /** Surrogates stand for code points above every other unit, so they are moved behind them. */
    private static int rank(char unit) {
        return Character.isSurrogate(unit) ? unit + 0x1_0000 : unit;
    }
}
