package org.jiaogongti.platform.shell;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a form sent. Whatever is none of the right kind is as if it had been left empty. */
public record Filled(Map<String, String> fields) {

    /** One line; what cannot be seen goes. */
    public String text(String name) {
        StringBuilder out = new StringBuilder();
        fields.getOrDefault(name, "").codePoints().forEach(c -> {
            int type = Character.getType(c);
            boolean unseen = type == Character.CONTROL || type == Character.SURROGATE;
            out.appendCodePoint(unseen || c == 0x3000 ? ' ' : c);
        });
        return out.toString().strip();
    }

    @Nullable
    public String orNull(String name) {
        String text = text(name);
        return text.isEmpty() ? null : text;
    }

    @Nullable
    public LocalDate day(String name) {
        try {
            return text(name).isEmpty() ? null : LocalDate.parse(text(name));
        } catch (DateTimeException none) {
            return null;
        }
    }

    @Nullable
    public UUID id(String name) {
        try {
            return text(name).isEmpty() ? null : UUID.fromString(text(name));
        } catch (IllegalArgumentException none) {
            return null;
        }
    }

    public <E extends Enum<E>> @Nullable E one(Class<E> of, String name) {
        for (E value : of.getEnumConstants()) {
            if (value.name().equals(text(name))) {
                return value;
            }
        }
        return null;
    }

    public int whole(String name) {
        String text = text(name);
        return text.matches("[0-9]{1,4}") ? Integer.parseInt(text) : 0;
    }

    public boolean ticked(String name) {
        return !text(name).isEmpty();
    }
}
