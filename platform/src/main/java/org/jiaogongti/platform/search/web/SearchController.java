package org.jiaogongti.platform.search.web;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.search.SearchHit;
import org.jiaogongti.platform.search.SearchQuery;
import org.jiaogongti.platform.search.SearchSource;
import org.jiaogongti.platform.search.web.SearchView.Group;
import org.jiaogongti.platform.search.web.SearchView.Hit;
import org.jiaogongti.platform.shell.Messages;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Finding from the header: duties, occasions, schools, people. */
@Controller
class SearchController {

    private static final int SHOWN = 8;

    private final List<SearchSource> sources;

    SearchController(List<SearchSource> sources) {
        this.sources = sources.stream().sorted(Comparator.comparingInt(SearchSource::position)).toList();
    }

    @GetMapping("/search")
    ModelAndView search(Actor actor, Messages m, @RequestParam(defaultValue = "") String q,
            @RequestHeader(name = "HX-Request", defaultValue = "") String live) {
        SearchQuery query = SearchQuery.of(q);
        List<Group> groups = query.enough()
                ? sources.stream().map(source -> group(source, actor, query, m)).toList()
                : List.of();
        return new ModelAndView(live.isEmpty() ? "search/page" : "search/found",
                Map.of("view", new SearchView(query.typed(), query.words().isEmpty(), groups)));
    }

    private static Group group(SearchSource source, Actor actor, SearchQuery query, Messages m) {
        List<SearchHit> found = source.find(actor, query, m, SHOWN + 1);
        List<Hit> shown = found.stream().limit(SHOWN)
                .map(hit -> new Hit(query.marked(hit.title()), query.marked(hit.detail()), hit.href())).toList();
        return new Group(source.key(), shown, found.size() > SHOWN, found.isEmpty() ? "" : source.all(query));
    }
}
