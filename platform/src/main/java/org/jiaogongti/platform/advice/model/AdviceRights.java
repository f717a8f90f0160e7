package org.jiaogongti.platform.advice.model;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import org.jiaogongti.charter.World;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.access.Role;
import org.jiaogongti.platform.advice.Recommendation;
import org.jiaogongti.platform.community.Composition;
import org.jiaogongti.platform.community.SchoolMembership;

/**
 * Whose advisers and recommendations somebody reads, who makes a link, and who answers. The permission table has already let
 * the role pass.
 */
public record AdviceRights(Actor actor, Composition composition, LocalDate today) {

    private static final Role[] DISTRICT = {Role.BUREAU_LEADER, Role.BUREAU_ADMIN, Role.BUREAU_CLERK, Role.INSPECTOR,
            Role.TRAINING_DEPARTMENT};

    private static final Role[] ADVISED = {Role.RESEARCHER, Role.PRINCIPAL, Role.SCHOOL_CLERK, Role.CONVENOR};

    public boolean district() {
        return actor.has(DISTRICT);
    }

    /** The communities of one's postings and schools. */
    public Set<UUID> communities() {
        Set<UUID> communities = new LinkedHashSet<>(actor.communities());
        actor.schools().forEach(school -> communityOf(school).ifPresent(communities::add));
        return communities;
    }

    private java.util.Optional<UUID> communityOf(UUID school) {
        return composition.membership(school, today).map(SchoolMembership::community);
    }

    public boolean reads(UUID community) {
        return district() || communities().contains(community);
    }

    /** The same on a page that teachers see as well: advice is for those who answer for a school or look after it. */
    public boolean advised(UUID community) {
        return (district() || actor.has(ADVISED)) && reads(community);
    }

    /** The bureau invites, and its administrator and clerks keep the register. */
    public boolean keeps() {
        return actor.equals(Actor.system()) || actor.has(Role.BUREAU_ADMIN, Role.BUREAU_CLERK);
    }

    /** A clerk of the bureau, a principal of the community, and who convenes one of its groups. */
    public boolean invites(UUID community) {
        return actor.has(Role.BUREAU_CLERK) || actor.communities(Role.CONVENOR).contains(community)
                || actor.schools(Role.PRINCIPAL).stream().anyMatch(
                        school -> communityOf(school).filter(community::equals).isPresent());
    }

    /** The office of the school that it is addressed to; of the lead school where it is to the community. */
    public boolean answers(Recommendation recommendation) {
        Set<UUID> offices = actor.schools(Role.PRINCIPAL, Role.SCHOOL_CLERK);
        UUID school = recommendation.school();
        return school != null
                ? offices.contains(school)
                : offices.stream().anyMatch(office -> composition.membership(office, today)
                        .filter(membership -> membership.role() == World.Role.LEAD
                                && membership.community().equals(recommendation.community()))
                        .isPresent());
    }
}
