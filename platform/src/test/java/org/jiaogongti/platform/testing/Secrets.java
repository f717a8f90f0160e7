package org.jiaogongti.platform.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;

/** What tests type as passwords and are shown once as tokens and links: kept beside the run's log, which must hold none of it. */
final class Secrets {

    static final Path FOLDER = Path.of("target", "test-logs");
    static final String ENDING = ".secrets";

    private static final Path FILE = FOLDER.resolve("platform-" + System.getProperty("jgt.fork", "fork-1") + ENDING);
    private static final Set<String> FIELDS = Set.of("password", "again", "old", "secret", "passphrase", "pin");
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_~.-]{20,}");
    /** What is shorter stands in a log for many reasons. */
    private static final int SHORTEST = 8;
    private static final Set<String> NOTED = ConcurrentHashMap.newKeySet();

    private Secrets() {}

    static void typed(String field, String value) {
        if (FIELDS.contains(field)) {
            note(value);
        }
    }

    /** Every page marks in the same way what it shows once. */
    static void shown(Document page) {
        page.select(".secret").forEach(secret -> {
            Matcher token = TOKEN.matcher(secret.text());
            while (token.find()) {
                note(token.group());
            }
            note(secret.text().replace(" ", ""));
        });
    }

    private static void note(String value) {
        if (value.length() >= SHORTEST && !value.contains("\n") && NOTED.add(value)) {
            try {
                Files.createDirectories(FOLDER);
                Files.writeString(FILE, value + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            } catch (IOException e) {
                throw new UncheckedIOException("a secret cannot be noted in " + FILE, e);
            }
        }
    }
}
