package org.jiaogongti.platform.search.model;

import java.text.Normalizer;
import java.util.Locale;

/** One way of writing for both sides of a search: full-width letters and digits, capitals and doubled spaces are gone. */
public final class Folding {

    private Folding() {}

    public static String fold(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT).replaceAll("\\s+", " ")
                .strip();
    }

    /** Whether it is typed by letters and digits only, and so may be meant as initials. */
    public static boolean typedBySound(String folded) {
        return !folded.isEmpty() && folded.chars().allMatch(Folding::letter);
    }

    public static boolean letter(int character) {
        return (character >= 'a' && character <= 'z') || (character >= '0' && character <= '9');
    }
}
