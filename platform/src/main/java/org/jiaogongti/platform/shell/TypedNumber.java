package org.jiaogongti.platform.shell;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Numbers as people type them and as spreadsheets hold them. */
public final class TypedNumber {

    private static final Pattern NUMBER = Pattern.compile("[-+]?[0-9]{1,7}(\\.[0-9]{1,9})?");

    private TypedNumber() {}

    /** Full-width figures and signs, and a true minus sign, as a computer writes them. */
    public static String plain(String typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFKC).replace('\u2212', '-').replace('\u2013', '-').strip();
    }

    /** The number, with or without a percent sign; null where it is none. */
    public static @Nullable BigDecimal of(String typed) {
        String plain = plain(typed).replace("%", "").strip();
        return NUMBER.matcher(plain).matches() ? new BigDecimal(plain) : null;
    }
}
