package org.jiaogongti.platform.disclosure.model;

import java.util.Locale;
import java.util.random.RandomGenerator;

/** The receipt of a request: its number and eight signs that nobody guesses, without those that are read as others. */
public final class Receipt {

    private static final String SIGNS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    private static final int LENGTH = 8;

    private Receipt() {}

    /** {@code 2024-3-7KQ4-9TZM}. */
    public static String of(String number, RandomGenerator chance) {
        StringBuilder receipt = new StringBuilder(number).append('-');
        for (int at = 0; at < LENGTH; at++) {
            receipt.append(at == LENGTH / 2 ? "-" : "").append(SIGNS.charAt(chance.nextInt(SIGNS.length())));
        }
        return receipt.toString();
    }

    /** As it is looked up: whatever stands between its signs, and in small letters or wide ones too. */
    public static String normal(String typed) {
        return java.text.Normalizer.normalize(typed, java.text.Normalizer.Form.NFKC).toUpperCase(Locale.ROOT)
                .replaceAll("[^0-9A-Z]", "");
    }
}
