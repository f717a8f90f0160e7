package org.jiaogongti.platform.disclosure.web;

import java.util.Map;
import java.util.UUID;
import org.jiaogongti.platform.disclosure.Category;
import org.jiaogongti.platform.disclosure.Publication.Words;
import org.jiaogongti.platform.shell.Messages;
import org.jspecify.annotations.Nullable;

/**
 * A draft's form.
 *
 * @param id null for a new one
 * @param problems message keys by field
 * @param from the address of what a new one begins with, or empty
 */
public record FormView(@Nullable UUID id, String number, Words words, Map<String, String> problems, String from,
        Messages m) {

    public String action() {
        return id == null ? "/disclosure" : "/disclosure/" + id + "/text";
    }

    public String back() {
        return id == null ? "/disclosure" : "/disclosure/" + id;
    }

    public Category[] categories() {
        return Category.values();
    }

    public @Nullable String error(String field) {
        String key = problems.get(field);
        return key == null ? null : m.t(key);
    }
}
