package org.jiaogongti.platform.activity.web;

import java.util.List;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.activity.SchoolHomes;
import org.jiaogongti.platform.school.School;
import org.jiaogongti.platform.search.SearchHit;
import org.jiaogongti.platform.search.SearchQuery;
import org.jiaogongti.platform.search.SearchSource;
import org.jiaogongti.platform.shell.Messages;
import org.springframework.stereotype.Component;

/** Schools in the notice's order: their own page, or what was held with them. */
@Component
class SchoolHits implements SearchSource {

    private final SchoolHomes homes;

    SchoolHits(SchoolHomes homes) {
        this.homes = homes;
    }

    @Override
    public int position() {
        return 30;
    }

    @Override
    public String key() {
        return "search.schools";
    }

    @Override
    public List<SearchHit> find(Actor actor, SearchQuery query, Messages m, int most) {
        return homes.findable(actor).stream().filter(found -> matches(found, query)).limit(most)
                .map(found -> new SearchHit(found.school().name(), found.community(), found.home()
                        ? "/schools/" + found.school().id()
                        : "/activities?term=all&school=" + found.school().id()))
                .toList();
    }

    private static boolean matches(SchoolHomes.Findable found, SearchQuery query) {
        School school = found.school();
        String code = school.code();
        return query.matches(school.name(), school.shortName(), found.community(), code == null ? "" : code);
    }
}
