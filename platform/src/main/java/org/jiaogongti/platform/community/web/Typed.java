package org.jiaogongti.platform.community.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A form as it was typed, with what is wrong with it.
 *
 * @param problems field to message key
 */
public record Typed(Map<String, String> values, Map<String, String> problems) {

    private static final int LONGEST = 400;

    static Typed of(Map<String, String> parameters) {
        Map<String, String> values = new LinkedHashMap<>();
        parameters.forEach((name, value) -> values.put(name, value.strip()));
        return new Typed(values, new LinkedHashMap<>());
    }

    public String value(String field) {
        return values.getOrDefault(field, "");
    }

    public @Nullable String wrong(String field) {
        return problems.get(field);
    }

    Typed needsWords(List<String> fields) {
        for (String field : fields) {
            if (value(field).isEmpty()) {
                problems.put(field, "community.exception.missing");
            } else if (value(field).length() > LONGEST) {
                problems.put(field, "community.typed.long");
            }
        }
        return this;
    }

    Typed needsDays(List<String> fields) {
        fields.stream().filter(field -> day(field).isEmpty())
                .forEach(field -> problems.put(field, "community.typed.day"));
        return this;
    }

    Typed mayNameDay(String field) {
        if (!value(field).isEmpty() && day(field).isEmpty()) {
            problems.put(field, "community.typed.day");
        }
        return this;
    }

    /** With one more problem. */
    Typed but(String field, String key) {
        problems.put(field, key);
        return this;
    }

    boolean good() {
        return problems.isEmpty();
    }

    Optional<LocalDate> day(String field) {
        try {
            return Optional.of(LocalDate.parse(value(field)));
        } catch (DateTimeParseException noDay) {
            return Optional.empty();
        }
    }

    Optional<UUID> id(String field) {
        try {
            return Optional.of(UUID.fromString(value(field)));
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }
}
