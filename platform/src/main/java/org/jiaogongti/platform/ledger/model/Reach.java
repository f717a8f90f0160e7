package org.jiaogongti.platform.ledger.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jiaogongti.charter.World;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.access.Role;

/**
 * Whose ledgers somebody may see.
 *
 * @param all whether those of the whole district
 * @param communities in the order of the district
 */
public record Reach(World world, LocalDate today, boolean all, List<String> communities) {

    private static final Role[] DISTRICT = {Role.BUREAU_LEADER, Role.BUREAU_ADMIN, Role.BUREAU_CLERK, Role.INSPECTOR,
            Role.TRAINING_DEPARTMENT};

    public Reach {
        communities = List.copyOf(communities);
    }

    public static Reach of(Actor actor, World world, LocalDate today) {
        if (district(actor)) {
            return new Reach(world, today, true, List.copyOf(world.communities()));
        }
        Set<String> own = new HashSet<>();
        actor.communities().forEach(community -> own.add(community.toString()));
        actor.schools().forEach(school -> communityOf(world, school.toString(), today).ifPresent(own::add));
        return new Reach(world, today, false, world.communities().stream().filter(own::contains).toList());
    }

    /** Whether somebody checks the whole district. */
    public static boolean district(Actor actor) {
        return actor.has(DISTRICT);
    }

    private static Optional<String> communityOf(World world, String school, LocalDate day) {
        return world.membership(school, day).or(() -> world.centralSchool(school, day)
                .flatMap(central -> world.membership(central, day))).map(World.Membership::community);
    }

    /** The schools of some communities today, points that are schools of their own after their central school. */
    public List<String> schools(String community) {
        List<String> schools = new ArrayList<>();
        for (String each : community.isEmpty() ? communities : List.of(community)) {
            world.memberships(each, today).forEach(membership -> {
                schools.add(membership.school());
                schools.addAll(world.teachingPoints(membership.school(), today));
            });
        }
        return schools;
    }

    /** Whether all that is named may be seen; what is empty is not named. */
    public boolean holds(String community, String school) {
        return (community.isEmpty() || communities.contains(community))
                && (school.isEmpty() || schools("").contains(school));
    }
}
