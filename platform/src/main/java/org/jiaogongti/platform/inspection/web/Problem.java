package org.jiaogongti.platform.inspection.web;

import java.util.List;
import java.util.Map;
import org.jiaogongti.platform.inspection.Outcome;
import org.jiaogongti.platform.shell.Filled;
import org.jiaogongti.platform.shell.Messages;

/**
 * What was wrong with the form that came last.
 *
 * @param key message key; empty where nothing was
 * @param form which form of the page it was
 * @param typed what had been typed into it
 */
public record Problem(String key, List<Object> values, String form, Map<String, String> typed) {

    static final Problem NONE = new Problem("", List.of(), "", Map.of());

    static Problem of(Outcome.Refused refused, String form, Filled filled) {
        return new Problem(refused.key(), refused.values(), form, filled.typed());
    }

    public boolean any() {
        return !key.isEmpty();
    }

    public String text(Messages m) {
        return m.t(key, values.toArray());
    }

    public boolean in(String asked) {
        return any() && form.equals(asked);
    }

    /** What had been typed into a form, else what it starts with. */
    public String typed(String asked, String name, String otherwise) {
        return in(asked) ? typed.getOrDefault(name, "") : otherwise;
    }
}
