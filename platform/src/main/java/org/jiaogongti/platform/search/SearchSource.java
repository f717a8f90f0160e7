package org.jiaogongti.platform.search;

import java.util.List;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.shell.Messages;

/** Something that can be found from the header; implemented by the module that owns it, which also knows whose it is. */
public interface SearchSource {

    /** Where its group stands on the page. */
    int position();

    /** Message key of the group's name. */
    String key();

    /**
     * The first of what the words are in, the best first. Only what this person may open, and every address opens.
     *
     * @param most one more than are shown, so that it is known whether there are others
     */
    List<SearchHit> find(Actor actor, SearchQuery query, Messages m, int most);

    /** A page that shows all that were found; empty where there is none. */
    default String all(SearchQuery query) {
        return "";
    }
}
