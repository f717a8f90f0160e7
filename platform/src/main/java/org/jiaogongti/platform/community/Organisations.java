package org.jiaogongti.platform.community;

import org.jiaogongti.platform.community.store.CommunityStore;
import org.jiaogongti.platform.community.store.CoverageStore;
import org.jiaogongti.platform.school.Schools;
import org.jiaogongti.platform.school.Sites;
import org.jiaogongti.platform.school.SupportedSchools;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The district's organisation as pages show it. */
@Service
@Transactional(readOnly = true)
public class Organisations {

    private final Schools schools;
    private final Sites sites;
    private final CommunityStore communities;
    private final CoverageStore coverage;
    private final SupportedSchools supported;

    Organisations(Schools schools, Sites sites, CommunityStore communities, CoverageStore coverage,
            SupportedSchools supported) {
        this.schools = schools;
        this.sites = sites;
        this.communities = communities;
        this.coverage = coverage;
        this.supported = supported;
    }

    /** Nine selects, however large the district is. */
    public Organised whole() {
        return new Organised(schools.all(), schools.staffCounts(), sites.campuses(), sites.areas(), communities.all(),
                communities.memberships(), coverage.all(), communities.weakSubjects(), supported.all());
    }
}
