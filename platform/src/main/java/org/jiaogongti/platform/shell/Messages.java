package org.jiaogongti.platform.shell;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The visible words in one language. Placeholders are {@code {0}}, {@code {1}}; whole numbers get thousands separators. */
public final class Messages {

    private final Language language;
    private final Map<String, String> texts;

    Messages(Language language, Map<String, String> texts) {
        this.language = language;
        this.texts = texts;
    }

    public Language language() {
        return language;
    }

    public boolean has(String key) {
        return texts.containsKey(key);
    }

    /** The text of a key with its arguments put in. */
    public String t(String key, @Nullable Object... arguments) {
        String text = texts.get(key);
        if (text == null) {
            throw new IllegalArgumentException("No message '" + key + "' in " + language.code()
                    + ".\nAdd it to messages/" + module(key) + "_zh.properties and _en.properties.");
        }
        return arguments.length == 0 ? text : filled(text, arguments);
    }

    private static String module(String key) {
        int dot = key.indexOf('.');
        return dot < 0 ? key : key.substring(0, dot);
    }

    private static String filled(String text, @Nullable Object[] arguments) {
        StringBuilder out = new StringBuilder(text.length() + 24);
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            int place = c == '{' && at + 2 < text.length() && text.charAt(at + 2) == '}'
                    ? text.charAt(at + 1) - '0'
                    : -1;
            if (place >= 0 && place < arguments.length) {
                out.append(shown(arguments[place]));
                at += 2;
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }

    private static String shown(@Nullable Object argument) {
        return switch (argument) {
            case null -> "";
            case Integer n -> number(n);
            case Long n -> number(n);
            default -> String.valueOf(argument);
        };
    }

    /** A whole number as the pages write it: {@code 1,240}, with a true minus sign. */
    public static String number(long value) {
        String digits = new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.ROOT))
                .format(Math.abs(value));
        return value < 0 ? "\u2212" + digits : digits;
    }
}
