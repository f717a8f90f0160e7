package org.jiaogongti.platform.search.web;

import java.util.List;
import org.jiaogongti.platform.search.SearchQuery.Part;

/**
 * What was found.
 *
 * @param typed the words as they came
 * @param empty whether nothing was typed
 * @param groups none where too little was typed
 */
public record SearchView(String typed, boolean empty, List<Group> groups) {

    /**
     * Things of one sort.
     *
     * @param key message key of its name
     * @param more whether there are others than those shown
     * @param all a page with all of them; empty where there is none
     */
    public record Group(String key, List<Hit> hits, boolean more, String all) {}

    /** One of them, what was typed marked. */
    public record Hit(List<Part> title, List<Part> detail, String href) {}

    public int found() {
        return groups.stream().mapToInt(group -> group.hits().size()).sum();
    }
}
