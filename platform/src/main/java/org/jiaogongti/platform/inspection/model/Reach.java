package org.jiaogongti.platform.inspection.model;

import java.util.Set;
import java.util.UUID;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.access.Role;

/** Whose inspections somebody reads and what they may say. The permission table has already let the role pass. */
public record Reach(Actor actor) {

    private static final Role[] DISTRICT = {Role.BUREAU_LEADER, Role.BUREAU_ADMIN, Role.BUREAU_CLERK, Role.INSPECTOR};
    private static final Role[] INSPECTING = {Role.INSPECTOR, Role.BUREAU_CLERK};
    private static final Role[] DECIDING = {Role.BUREAU_LEADER, Role.BUREAU_ADMIN};

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

    /** Answers for the school, and does not look on from the bureau only. */
    public boolean answers(UUID school) {
        return offices().contains(school);
    }

    /** Plans and makes visits, writes findings and looks at them again. */
    public boolean inspects() {
        return actor.has(INSPECTING);
    }

    /** Decides about objections and proceedings, and sets the year's rule. */
    public boolean decides() {
        return actor.has(DECIDING);
    }
}
