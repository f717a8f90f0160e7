package org.jiaogongti.platform.register.model;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jiaogongti.charter.World;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.access.Role;
import org.jiaogongti.platform.community.Composition;
import org.jiaogongti.platform.community.SchoolMembership;
import org.jiaogongti.platform.school.Schools;

/** Whose registers somebody reads and who writes in them. The permission table has already let the role pass. */
public record Reach(Actor actor, Composition composition, LocalDate today) {

    private static final Role[] DISTRICT = {Role.BUREAU_LEADER, Role.BUREAU_ADMIN, Role.BUREAU_CLERK, Role.INSPECTOR,
            Role.TRAINING_DEPARTMENT};

    public boolean district() {
        return actor.equals(Actor.system()) || actor.has(DISTRICT);
    }

    /** The communities of one's postings and schools. */
    public Set<UUID> communities() {
        Set<UUID> communities = new LinkedHashSet<>(actor.communities());
        actor.schools().forEach(school -> communityOf(school).ifPresent(communities::add));
        return communities;
    }

    private Optional<UUID> communityOf(UUID school) {
        return composition.membership(school, today).map(SchoolMembership::community);
    }

    public boolean reads(UUID community) {
        return district() || communities().contains(community);
    }

    /** What is on the list and since when moves duties: it is the bureau administrator's, as the other lists are. */
    public boolean lists() {
        return Schools.mayOrganise(actor);
    }

    public Set<UUID> offices() {
        return actor.schools(Role.PRINCIPAL, Role.SCHOOL_CLERK);
    }

    /** The communities whose lead school's office somebody is. */
    public boolean leads(UUID community) {
        return offices().stream().anyMatch(office -> composition.membership(office, today)
                .filter(held -> held.role() == World.Role.LEAD && held.community().equals(community)).isPresent());
    }

    /**
     * Who works on something of a school: its office, that of its community's lead school, who convenes the subject's group,
     * and the community's researcher.
     */
    public boolean works(UUID community, UUID school, String subject) {
        return reads(community) && (offices().contains(school) || leads(community) || convenes(community, subject)
                || actor.communities(Role.RESEARCHER).contains(community));
    }

    /** Who plans what a community revises: its lead school's office, its researcher, and a subject's convenor for the subject. */
    public boolean plans(UUID community, String subject) {
        return reads(community) && (leads(community) || convenes(community, subject)
                || actor.communities(Role.RESEARCHER).contains(community));
    }

    public boolean convenes(UUID community, String subject) {
        return actor.postings().stream().anyMatch(posting -> posting.role() == Role.CONVENOR
                && community.equals(posting.communityId()) && Objects.equals(subject, posting.subject()));
    }
}
