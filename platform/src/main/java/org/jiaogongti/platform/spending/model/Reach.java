package org.jiaogongti.platform.spending.model;

import java.util.Set;
import java.util.UUID;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.access.Role;

/** Whose spending somebody reads, and where they enter or approve. The permission table has already let the role pass. */
public record Reach(Actor actor) {

    private static final Role[] DISTRICT = {Role.BUREAU_LEADER, Role.BUREAU_ADMIN, Role.BUREAU_CLERK, Role.INSPECTOR};

    /** Everything of the district. */
    public boolean district() {
        return actor.equals(Actor.system()) || actor.has(DISTRICT);
    }

    /** The schools whose office somebody is. */
    public Set<UUID> offices() {
        return actor.schools(Role.PRINCIPAL, Role.SCHOOL_CLERK);
    }

    public boolean reads(UUID school) {
        return district() || offices().contains(school);
    }

    /** Enters budget and payments of the school. */
    public boolean enters(UUID school) {
        return offices().contains(school);
    }

    /** Approves at the school what somebody else entered. */
    public boolean approves(UUID school) {
        return actor.schools(Role.PRINCIPAL).contains(school);
    }
}
