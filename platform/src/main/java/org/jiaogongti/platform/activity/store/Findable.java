package org.jiaogongti.platform.activity.store;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jiaogongti.platform.activity.Occasion.Said;
import org.jiaogongti.platform.search.SearchText;

/** An occasion as a search finds it: its words, and the community and schools whose people may see it. */
final class Findable {

    private Findable() {}

    static SearchText of(String district, Said said, String words) {
        List<UUID> places = new ArrayList<>(said.participants().keySet());
        places.addAll(said.communities());
        places.add(said.school());
        if (said.host() != null) {
            places.add(said.host());
        }
        if (said.leader() != null) {
            places.add(said.leader());
        }
        return SearchText.of(district, words, places);
    }
}
