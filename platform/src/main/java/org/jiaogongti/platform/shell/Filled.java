package org.jiaogongti.platform.shell;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/** What a form sent. Whatever is none of the right kind is as if it had been left empty. */
public record Filled(MultiValueMap<String, String> fields) {

    public Filled(Map<String, String> fields) {
        this(MultiValueMap.fromSingleValue(fields));
    }

    /** One line; what cannot be seen goes. */
    public String text(String name) {
        return lines(name).replace('\n', ' ');
    }

    /** What cannot be seen goes; lines stay lines. */
    public String lines(String name) {
        StringBuilder out = new StringBuilder();
        String given = fields.getFirst(name);
        (given == null ? "" : given).replace("\r\n", "\n").codePoints().forEach(c -> {
            int type = Character.getType(c);
            boolean unseen = (type == Character.CONTROL && c != '\n') || type == Character.SURROGATE;
            out.appendCodePoint(unseen || c == 0x3000 ? ' ' : c);
        });
        return out.toString().strip();
    }

    /** What was typed, to be shown again. */
    public Map<String, String> typed() {
        Map<String, String> typed = new HashMap<>();
        fields.keySet().forEach(name -> typed.put(name, lines(name)));
        return typed;
    }

    /** All that was ticked under one name. */
    public Set<String> all(String name) {
        return new LinkedHashSet<>(fields.getOrDefault(name, List.of()));
    }

    public Set<UUID> ids(String name) {
        Set<UUID> ids = new LinkedHashSet<>();
        for (String text : all(name)) {
            UUID id = idIn(text);
            if (id != null) {
                ids.add(id);
            }
        }
        return ids;
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
        return idIn(text(name));
    }

    private static @Nullable UUID idIn(String text) {
        try {
            return text.isEmpty() ? null : UUID.fromString(text);
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
        return wholeOr(name, 0);
    }

    public int wholeOr(String name, int otherwise) {
        String text = text(name);
        return text.matches("[0-9]{1,4}") ? Integer.parseInt(text) : otherwise;
    }

    @Nullable
    public Long number(String name) {
        String text = text(name);
        return text.matches("[0-9]{1,15}") ? Long.valueOf(text) : null;
    }

    public boolean ticked(String name) {
        return !text(name).isEmpty();
    }
}
