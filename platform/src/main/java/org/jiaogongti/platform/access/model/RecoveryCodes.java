package org.jiaogongti.platform.access.model;

import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;

/** Ten codes for the day the phone is lost. Each has 80 random bits, so that a plain hash is enough to keep them. */
public final class RecoveryCodes {

    private static final int NUMBER = 10;
    private static final int LETTERS = 16;
    /** No letters that look like digits. */
    private static final String ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    private static final SecureRandom CHANCE = new SecureRandom();

    private RecoveryCodes() {}

    public static List<String> fresh() {
        return Stream.generate(RecoveryCodes::one).limit(NUMBER).toList();
    }

    private static String one() {
        StringBuilder code = new StringBuilder();
        for (int letter = 0; letter < LETTERS; letter++) {
            code.append(letter > 0 && letter % 4 == 0 ? "-" : "").append(ALPHABET.charAt(CHANCE.nextInt(32)));
        }
        return code.toString();
    }

    /** What is kept of a code, however it was typed: capitals, dashes and blanks make no difference. */
    public static byte[] hash(UUID account, String typed) {
        return Tokens.hash(account + ":" + normal(typed));
    }

    /** Whether this could be one at all. */
    public static boolean looksLikeOne(String typed) {
        return normal(typed).length() == LETTERS;
    }

    private static String normal(String typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFKC).toUpperCase(Locale.ROOT).replaceAll("[\\s-]", "");
    }
}
