package org.jiaogongti.platform.access.model;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/** The offline list of common passwords. It is read at the first question, so that no start waits for it. */
final class CommonPasswords {

    private static final String LIST = "/access/common-passwords.txt";
    /** A year or a mark behind, or in front of, a common word makes no secret of it: password2024!, 123fenghua. */
    private static final Pattern AROUND = Pattern.compile("^[\\d\\p{Punct}]+|[\\d\\p{Punct}]+$");

    private static final class Listed {

        private static final Set<String> WORDS = read();

        private Listed() {}
    }

    /** Whether it is one of them, one of them written twice, or one with digits and marks around it; in small letters. */
    boolean among(String password) {
        String bare = AROUND.matcher(password).replaceAll("");
        String half = password.substring(0, password.length() / 2);
        return Listed.WORDS.contains(password) || Listed.WORDS.contains(bare)
                || (password.equals(half + half) && Listed.WORDS.contains(half));
    }

    private static Set<String> read() {
        Set<String> words = new HashSet<>();
        try (InputStream list = Objects.requireNonNull(CommonPasswords.class.getResourceAsStream(LIST), LIST);
                BufferedReader lines = new BufferedReader(new InputStreamReader(list, StandardCharsets.UTF_8))) {
            lines.lines().filter(line -> !line.startsWith("# ")).forEach(words::add);
        } catch (IOException e) {
            throw new UncheckedIOException(LIST + " cannot be read", e);
        }
        return words;
    }
}
