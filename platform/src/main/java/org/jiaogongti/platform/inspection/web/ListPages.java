package org.jiaogongti.platform.inspection.web;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The pages of a list that is narrowed to a school and perhaps to what is shown of it.
 *
 * @param school its id, or empty
 * @param show what is shown, or empty for all
 * @param paged whether it is not the first one
 */
public record ListPages(String path, String school, String show, boolean paged) {

    private Map<String, String> query() {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("show", show);
        query.put("school", school);
        return query;
    }

    /** The list narrowed in the same way, in another form or to something else. */
    public String address(String to, String shown) {
        Map<String, String> query = query();
        query.put("show", shown);
        return Words.address(to, query);
    }

    public @Nullable String first() {
        return paged ? Words.address(path, query()) : null;
    }

    public @Nullable String next(boolean more, UUID last) {
        if (!more) {
            return null;
        }
        Map<String, String> query = query();
        query.put("after", last.toString());
        return Words.address(path, query);
    }
}
