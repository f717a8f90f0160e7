package org.jiaogongti.platform.inspection.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jiaogongti.platform.evidence.Upload;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.springframework.web.multipart.MultipartFile;

/** What a form sent. Whatever is none of the right kind is as if it had been left empty. */
record Filled(MultiValueMap<String, String> fields) {

    /** What cannot be seen goes; lines stay lines. */
    String text(String name) {
        StringBuilder out = new StringBuilder();
        String given = fields.getFirst(name);
        (given == null ? "" : given).replace("\r\n", "\n").codePoints().forEach(c -> {
            int type = Character.getType(c);
            boolean unseen = (type == Character.CONTROL && c != '\n') || type == Character.SURROGATE;
            out.appendCodePoint(unseen || c == 0x3000 ? ' ' : c);
        });
        return out.toString().strip();
    }

    Map<String, String> typed() {
        Map<String, String> typed = new HashMap<>();
        fields.keySet().forEach(name -> typed.put(name, text(name)));
        return typed;
    }

    Set<String> all(String name) {
        return new LinkedHashSet<>(fields.getOrDefault(name, List.of()));
    }

    @Nullable
    LocalDate day(String name) {
        try {
            return text(name).isEmpty() ? null : LocalDate.parse(text(name));
        } catch (DateTimeException none) {
            return null;
        }
    }

    @Nullable
    UUID id(String name) {
        return id0(text(name));
    }

    Set<UUID> ids(String name) {
        Set<UUID> ids = new LinkedHashSet<>();
        for (String text : all(name)) {
            UUID id = id0(text);
            if (id != null) {
                ids.add(id);
            }
        }
        return ids;
    }

    private static @Nullable UUID id0(String text) {
        try {
            return text.isEmpty() ? null : UUID.fromString(text);
        } catch (IllegalArgumentException none) {
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

    /** -1 where it is no number. */
    int whole(String name) {
        String text = text(name);
        return text.matches("[0-9]{1,4}") ? Integer.parseInt(text) : -1;
    }

    @Nullable
    Long number(String name) {
        String text = text(name);
        return text.matches("[0-9]{1,15}") ? Long.valueOf(text) : null;
    }

    static List<Upload> uploads(@Nullable List<MultipartFile> files) {
        List<Upload> uploads = new ArrayList<>();
        for (MultipartFile file : files == null ? List.<MultipartFile>of() : files) {
            if (!file.isEmpty()) {
                String name = file.getOriginalFilename();
                uploads.add(new Upload(name == null ? "" : name, file::getInputStream));
            }
        }
        return uploads;
    }
}
