package org.jiaogongti.platform.obligation.web;

import java.util.List;
import java.util.Map;
import org.jiaogongti.platform.obligation.web.BoardView.Option;
import org.jspecify.annotations.Nullable;

/**
 * A decision as it is being typed.
 *
 * @param problems field name to message key
 */
public record WaiverForm(List<Option> duties, List<Option> bearers, Map<String, String> values,
        Map<String, String> problems) {

    public String value(String name) {
        return values.getOrDefault(name, "");
    }

    public @Nullable String wrong(String name) {
        return problems.get(name);
    }
}
