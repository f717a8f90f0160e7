package org.jiaogongti.platform.goal.model;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.access.Role;
import org.jiaogongti.platform.community.Composition;
import org.jiaogongti.platform.community.SchoolMembership;
import org.jiaogongti.platform.goal.Place;

/**
 * Whose goals somebody reads: the district's everybody, a community's its own people, a school's only its own. The permission
 * table has already let the role pass.
 */
public record Reach(Actor actor, Composition composition, LocalDate today) {

    private static final Role[] DISTRICT = {Role.BUREAU_LEADER, Role.BUREAU_ADMIN, Role.BUREAU_CLERK, Role.INSPECTOR,
            Role.TRAINING_DEPARTMENT};

    public boolean all() {
        return actor.equals(Actor.system()) || actor.has(DISTRICT);
    }

    public boolean reads(Place place) {
        UUID id = place.id();
        return id == null || all() || switch (place.whose()) {
            case DISTRICT -> true;
            case COMMUNITY -> communities().contains(id);
            case SCHOOL -> actor.schools().contains(id);
        };
    }

    private Set<UUID> communities() {
        Set<UUID> communities = new LinkedHashSet<>(actor.communities());
        actor.schools().forEach(school -> composition.membership(school, today).map(SchoolMembership::community)
                .ifPresent(communities::add));
        return communities;
    }

    /** Who enters outcomes and proposes a round's close. */
    public static boolean enters(Actor actor) {
        return actor.equals(Actor.system()) || actor.has(Role.BUREAU_ADMIN, Role.BUREAU_CLERK);
    }

    /** Who signs a round's close; never what they proposed themselves. */
    public static boolean decides(Actor actor) {
        return actor.has(Role.BUREAU_ADMIN, Role.BUREAU_LEADER);
    }
}
