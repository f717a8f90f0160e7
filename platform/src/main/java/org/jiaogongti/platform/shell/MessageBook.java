package org.jiaogongti.platform.shell;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** All modules' messages, read once from {@code messages/<module>_<language>.properties}. */
@Component
public final class MessageBook {

    private final Map<Language, Messages> byLanguage = new EnumMap<>(Language.class);

    public MessageBook() {
        for (Language language : Language.values()) {
            byLanguage.put(language, new Messages(language, Map.copyOf(read(language))));
        }
    }

    /** The messages of a language. */
    public Messages in(Language language) {
        return Objects.requireNonNull(byLanguage.get(language));
    }

    private static Map<String, String> read(Language language) {
        Map<String, String> texts = new HashMap<>();
        try {
            String pattern = "classpath*:messages/*_" + language.code() + ".properties";
            for (Resource file : new PathMatchingResourcePatternResolver().getResources(pattern)) {
                add(file, texts);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }

    private static void add(Resource file, Map<String, String> texts) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        properties.forEach((key, text) -> {
            if (texts.put((String) key, (String) text) != null) {
                throw new IllegalStateException("Message key '" + key + "' stands in two files, one is "
                        + file.getFilename() + ".\nKeep it in one.");
            }
        });
    }
}
