package org.jiaogongti.platform.appraisal.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a form sent. Whatever is none of the right kind is as if it had been left empty. */
record Filled(Map<String, String> fields) {

    /** One line; what cannot be seen goes. */
    String text(String name) {
        return seen(name, false).strip();
    }

    /** Several lines, such as a file's. */
    String lines(String name) {
        return seen(name, true).replace("\r", "");
    }

    private String seen(String name, boolean lines) {
        StringBuilder out = new StringBuilder();
        fields.getOrDefault(name, "").codePoints().forEach(c -> {
            int type = Character.getType(c);
            boolean unseen = (type == Character.CONTROL && !(lines && (c == '\n' || c == '\r')))
                    || type == Character.SURROGATE;
            out.appendCodePoint(unseen ? ' ' : c);
        });
        return out.toString();
    }

    @Nullable
    LocalDate day(String name) {
        try {
            return text(name).isEmpty() ? null : LocalDate.parse(text(name));
        } catch (DateTimeException none) {
            return null;
        }
    }

    <E extends Enum<E>> @Nullable E one(Class<E> of, String name) {
        for (E value : of.getEnumConstants()) {
            if (value.name().equals(text(name))) {
                return value;
            }
        }
        return null;
    }
}
