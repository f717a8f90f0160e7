package org.jiaogongti.platform.spending.model;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What is typed about a payment. */
public final class Texts {

    private static final Pattern NUMBER = Pattern.compile("[0-9A-Z]{0,40}");
    /** A bank card has 16 to 19 digits, an identity card 18, a telephone 11: none belongs here. */
    private static final Pattern PERSONAL = Pattern.compile("[0-9](?:[ -]?[0-9]){10}");

    private Texts() {}

    /** An invoice's number, however it was spaced; empty where it is none. */
    public static Optional<String> invoice(String typed) {
        String plain = Normalizer.normalize(typed, Normalizer.Form.NFKC).replaceAll("[\\s-]", "")
                .toUpperCase(Locale.ROOT);
        return NUMBER.matcher(plain).matches() ? Optional.of(plain) : Optional.empty();
    }

    /** Whether it holds so many digits in a row that it may be somebody's number. */
    public static boolean personal(String text) {
        return PERSONAL.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC)).find();
    }
}
