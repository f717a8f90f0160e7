package org.jiaogongti.platform.activity;

import org.jiaogongti.platform.activity.model.Ground;
import org.jiaogongti.platform.community.Communities;
import org.jiaogongti.platform.school.Calendars;
import org.jiaogongti.platform.school.Schools;
import org.jiaogongti.platform.school.Sites;
import org.jiaogongti.platform.shell.BusinessClock;
import org.springframework.stereotype.Component;

/** Fetches what entries are read against. */
@Component
class DistrictGround {

    private final Schools schools;
    private final Communities communities;
    private final Sites sites;
    private final Calendars calendars;
    private final OwnKinds kinds;
    private final BusinessClock clock;

    DistrictGround(Schools schools, Communities communities, Sites sites, Calendars calendars, OwnKinds kinds,
            BusinessClock clock) {
        this.schools = schools;
        this.communities = communities;
        this.sites = sites;
        this.calendars = calendars;
        this.kinds = kinds;
        this.clock = clock;
    }

    Ground now() {
        return new Ground(schools.all(), communities.belonging(), sites.campuses(), calendars.current(), kinds.all(),
                clock.today());
    }
}
