package org.jiaogongti.platform.school.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A form of the calendar as it was typed, with what is wrong with it.
 *
 * @param problems field to message key
 */
public record CalendarForm(Map<String, String> values, Map<String, String> problems) {

    private static final int LONGEST_NAME = 40;
    private static final int LONGEST_REASON = 400;

    static CalendarForm of(Map<String, String> parameters) {
        Map<String, String> values = new LinkedHashMap<>();
        parameters.forEach((name, value) -> values.put(name, value.strip()));
        return new CalendarForm(values, new LinkedHashMap<>());
    }

    public String value(String field) {
        return values.getOrDefault(field, "");
    }

    public boolean has(String field) {
        return !value(field).isEmpty();
    }

    public @Nullable String wrong(String field) {
        return problems.get(field);
    }

    boolean good() {
        return problems.isEmpty();
    }

    void put(String field, @Nullable Object value) {
        values.put(field, value == null ? "" : value.toString());
    }

    void but(String field, String key) {
        problems.put(field, key);
    }

    /** The day in a field; a field that is empty or holds none becomes a problem. */
    Optional<LocalDate> needed(String field) {
        if (!has(field)) {
            but(field, "school.calendar.typed.missing");
        }
        return day(field);
    }

    Optional<LocalDate> day(String field) {
        if (!has(field)) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(value(field)));
        } catch (DateTimeParseException noDay) {
            but(field, "school.calendar.typed.day");
            return Optional.empty();
        }
    }

    /** A name, or a problem. */
    String name(String field) {
        String name = value(field);
        if (name.isEmpty()) {
            but(field, "school.calendar.typed.missing");
        } else if (name.codePointCount(0, name.length()) > LONGEST_NAME) {
            but(field, "school.calendar.typed.long");
        }
        return name;
    }

    String reason() {
        String reason = value("reason");
        if (reason.length() > LONGEST_REASON) {
            but("reason", "school.calendar.typed.long");
        }
        return reason;
    }
}
