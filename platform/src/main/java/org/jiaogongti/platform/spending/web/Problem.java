package org.jiaogongti.platform.spending.web;

import java.util.Map;
import org.jiaogongti.platform.shell.Filled;
import org.jiaogongti.platform.shell.Messages;
import org.jiaogongti.platform.spending.Outcome;
import org.jiaogongti.platform.spending.model.Yuan;
import org.jspecify.annotations.Nullable;

/**
 * What was wrong with the form that came last.
 *
 * @param field that it is about; empty where it is about no single one
 * @param form which form of the page it was
 * @param text empty where nothing was wrong
 * @param typed what had been typed into it
 */
public record Problem(String field, String form, String text, Map<String, String> typed) {

    static final Problem NONE = new Problem("", "", "", Map.of());

    static Problem of(Outcome.Refused refused, String form, Filled filled, Messages m) {
        Object[] values = refused.values().stream()
                .map(value -> value instanceof Long fen ? Yuan.text(fen) : value).toArray();
        return new Problem(refused.field(), form, m.t(refused.key(), values), filled.typed());
    }

    public boolean any() {
        return !text.isEmpty();
    }

    /** What is wrong with a field of a form, or null. */
    public @Nullable String at(String asked, String name) {
        return any() && form.equals(asked) && field.equals(name) ? text : null;
    }

    public boolean in(String asked) {
        return any() && form.equals(asked);
    }

    /** What had been typed into a form, else what it starts with. */
    public String typed(String asked, String name, String otherwise) {
        return in(asked) ? typed.getOrDefault(name, "") : otherwise;
    }
}
