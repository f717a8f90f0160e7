package org.jiaogongti.platform.appraisal.model;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.access.Role;
import org.jiaogongti.platform.community.Composition;
import org.jiaogongti.platform.community.SchoolMembership;

/** Whose results somebody reads before they are published. The permission table has already let the role pass. */
public record Reach(Actor actor, Composition composition, LocalDate today) {

    private static final Role[] DISTRICT = {Role.BUREAU_LEADER, Role.BUREAU_ADMIN, Role.BUREAU_CLERK, Role.INSPECTOR,
            Role.TRAINING_DEPARTMENT};

    public boolean district() {
        return actor.equals(Actor.system()) || actor.has(DISTRICT);
    }

    /** The communities of one's postings and schools. */
    public Set<UUID> communities() {
        Set<UUID> communities = new LinkedHashSet<>(actor.communities());
        actor.schools().forEach(school -> composition.membership(school, today).map(SchoolMembership::community)
                .ifPresent(communities::add));
        return communities;
    }

    public boolean reads(UUID community) {
        return district() || communities().contains(community);
    }

    /** The schools whose office somebody is: they answer for the school in an appraisal. */
    public Set<UUID> offices() {
        return actor.schools(Role.PRINCIPAL, Role.SCHOOL_CLERK);
    }
}
