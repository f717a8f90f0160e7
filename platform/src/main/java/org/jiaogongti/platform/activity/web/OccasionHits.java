package org.jiaogongti.platform.activity.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.activity.ActivityFilter;
import org.jiaogongti.platform.activity.ActivityFilter.Order;
import org.jiaogongti.platform.activity.ActivityFilter.Shown;
import org.jiaogongti.platform.activity.ActivityRecords;
import org.jiaogongti.platform.activity.ActivityRecords.Listed;
import org.jiaogongti.platform.activity.Minutes;
import org.jiaogongti.platform.activity.Occasion;
import org.jiaogongti.platform.activity.model.Words;
import org.jiaogongti.platform.search.SearchHit;
import org.jiaogongti.platform.search.SearchQuery;
import org.jiaogongti.platform.search.SearchSource;
import org.jiaogongti.platform.shell.Messages;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/** Occasions, the newest first; the same that the list shows for these words. */
@Component
class OccasionHits implements SearchSource {

    /** So many characters of the minutes stand on each side. */
    private static final int AROUND = 14;

    private final ActivityRecords records;
    private final Minutes minutes;

    OccasionHits(ActivityRecords records, Minutes minutes) {
        this.minutes = minutes;
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
        List<UUID> byMinutes = listed.rows().stream()
                .filter(occasion -> !query.matches(Words.of(occasion.said(), listed.ground()))).map(Occasion::id)
                .toList();
        Map<UUID, String> texts = minutes.latest(byMinutes);
        return listed.rows().stream().map(occasion -> new SearchHit(
                occasion.said().date() + " " + say.title(occasion.said()),
                detail(say.where(occasion.said()), texts.get(occasion.id()), query, m),
                "/activities/" + occasion.id())).toList();
    }

    /** Where it was, and what the minutes say where it is found by them alone. */
    private static String detail(String where, @Nullable String text, SearchQuery query, Messages m) {
        return text == null ? where : m.t("occasion.found.minutes", where, query.around(text, AROUND));
    }

    @Override
    public String all(SearchQuery query) {
        return UriComponentsBuilder.fromPath("/activities").queryParam("q", "{q}").queryParam("term", "all").encode()
                .buildAndExpand(query.typed()).toUriString();
    }
}
