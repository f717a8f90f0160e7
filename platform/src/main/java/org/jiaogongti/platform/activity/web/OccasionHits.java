package org.jiaogongti.platform.activity.web;

import java.util.List;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.activity.ActivityFilter;
import org.jiaogongti.platform.activity.ActivityFilter.Order;
import org.jiaogongti.platform.activity.ActivityFilter.Shown;
import org.jiaogongti.platform.activity.ActivityRecords;
import org.jiaogongti.platform.activity.ActivityRecords.Listed;
import org.jiaogongti.platform.search.SearchHit;
import org.jiaogongti.platform.search.SearchQuery;
import org.jiaogongti.platform.search.SearchSource;
import org.jiaogongti.platform.shell.Messages;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/** Occasions, the newest first; the same that the list shows for these words. */
@Component
class OccasionHits implements SearchSource {

    private final ActivityRecords records;

    OccasionHits(ActivityRecords records) {
        this.records = records;
    }

    @Override
    public int position() {
        return 20;
    }

    @Override
    public String key() {
        return "search.occasions";
    }

    @Override
    public List<SearchHit> find(Actor actor, SearchQuery query, Messages m, int most) {
        ActivityFilter filter = new ActivityFilter(query.typed(), null, "", Shown.LIVING, null, Order.DATE);
        Listed listed = records.list(actor, records.ground(), filter, null, most);
        Say say = new Say(m, listed.ground());
        return listed.rows().stream().map(occasion -> new SearchHit(
                occasion.said().date() + " " + say.title(occasion.said()), say.where(occasion.said()),
                "/activities/" + occasion.id())).toList();
    }

    @Override
    public String all(SearchQuery query) {
        return UriComponentsBuilder.fromPath("/activities").queryParam("q", "{q}").queryParam("term", "all").encode()
                .buildAndExpand(query.typed()).toUriString();
    }
}
