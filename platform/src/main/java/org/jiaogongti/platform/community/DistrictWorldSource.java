package org.jiaogongti.platform.community;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jiaogongti.platform.obligation.Label;
import org.jiaogongti.platform.obligation.WorldLabels;
import org.jiaogongti.platform.obligation.WorldSource;
import org.jiaogongti.platform.school.Calendars;
import org.jiaogongti.platform.school.School;
import org.jiaogongti.platform.school.Schools;
import org.jiaogongti.platform.school.Sites;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads the current district for the engine: a handful of selects, once for each version of the world. */
@Component
class DistrictWorldSource implements WorldSource {

    private final Schools schools;
    private final Calendars calendars;
    private final Communities communities;
    private final Sites sites;

    DistrictWorldSource(Schools schools, Calendars calendars, Communities communities, Sites sites) {
        this.schools = schools;
        this.sites = sites;
        this.calendars = calendars;
        this.communities = communities;
    }

    @Override
    @Transactional(readOnly = true)
    public Loaded load() {
        return load(communities.composition());
    }

    /** The district as it would be with its communities made up in another way. */
    Loaded load(Composition composition) {
        List<School> all = schools.all();
        Map<String, Label> labels = new HashMap<>();
        all.forEach(school -> labels.put(school.key(), new Label(school.name(), school.shortName())));
        composition.communities().forEach(
                community -> labels.put(community.key(), new Label(community.name(), community.shortName())));
        return new Loaded(
                new DistrictWorld(calendars.current().periods(), all, schools.staffCounts(), sites.campuses(),
                        composition),
                new WorldLabels(labels));
    }
}
