package org.jiaogongti.platform.activity.model;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.access.Role;
import org.jiaogongti.platform.activity.Occasion;
import org.jiaogongti.platform.activity.Occasion.Said;
import org.jiaogongti.platform.school.School;

/** Whose records somebody may see, enter, change and answer. The permission table has already let the role pass. */
public final class Rights {

    private static final Role[] SCHOOL = {Role.PRINCIPAL, Role.SCHOOL_CLERK, Role.TEACHER};
    private static final Role[] SCHOOL_OFFICE = {Role.PRINCIPAL, Role.SCHOOL_CLERK};
    private static final Role[] DISTRICT = {Role.BUREAU_LEADER, Role.BUREAU_ADMIN, Role.BUREAU_CLERK, Role.INSPECTOR,
            Role.TRAINING_DEPARTMENT};
    private static final Role[] DECIDERS = {Role.BUREAU_LEADER, Role.BUREAU_CLERK};

    private final Actor actor;
    private final Ground ground;

    public Rights(Actor actor, Ground ground) {
        this.actor = actor;
        this.ground = ground;
    }

    /** What the rights were judged on. */
    public Ground ground() {
        return ground;
    }

    /** The schools somebody belongs to. */
    public Set<UUID> ownSchools() {
        return actor.schools(SCHOOL);
    }

    /** The schools somebody answers for. */
    public Set<UUID> officeOf() {
        return actor.schools(SCHOOL_OFFICE);
    }

    /** The schools an entry may be made for, own ones first; for the others it is 代录. */
    public List<School> sides(LocalDate day) {
        Set<UUID> own = ownSchools();
        Set<School> sides = new LinkedHashSet<>();
        ground.schools().stream().filter(school -> own.contains(school.id())).forEach(sides::add);
        if (actor.has(Role.BUREAU_CLERK)) {
            sides.addAll(ground.schools());
        }
        actor.communities(Role.CONVENOR).forEach(community -> sides.addAll(ground.schoolsOf(community, day)));
        return List.copyOf(sides);
    }

    /** Whether this may be entered; a convenor enters for other schools only in the own subject. */
    public boolean mayEnter(Said said) {
        return ownSchools().contains(said.school()) || actor.has(Role.BUREAU_CLERK) || convenes(said);
    }

    private boolean convenes(Said said) {
        return actor.postings().stream().anyMatch(posting -> posting.role() == Role.CONVENOR
                && said.communities().contains(posting.communityId())
                && Objects.equals(said.subject(), posting.subject()));
    }

    /** The role in which an entry is made for a school that is not one's own. */
    public boolean onBehalf(Said said) {
        return !ownSchools().contains(said.school());
    }

    public Role behalfRole() {
        return actor.has(Role.BUREAU_CLERK) ? Role.BUREAU_CLERK : Role.CONVENOR;
    }

    public boolean district() {
        return actor.has(DISTRICT);
    }

    /** The communities whose records may be read: those of one's postings. */
    public Set<UUID> communities() {
        Set<UUID> communities = new LinkedHashSet<>(actor.communities());
        actor.schools().forEach(school -> ground.membership(school, ground.today())
                .ifPresent(membership -> communities.add(membership.community())));
        return communities;
    }

    public boolean mayRead(Said said) {
        return district() || said.communities().stream().anyMatch(communities()::contains) || involved(said);
    }

    /** Photos are for the school, the other school and who checks. */
    public boolean maySeeEvidence(Said said) {
        return district() || involved(said) || convenes(said);
    }

    private boolean involved(Said said) {
        Set<UUID> own = ownSchools();
        return own.contains(said.school()) || (said.host() != null && own.contains(said.host()))
                || (said.leader() != null && own.contains(said.leader()))
                || said.participants().keySet().stream().anyMatch(own::contains);
    }

    /** The recorder, the office of the school whose record it is, and the bureau's clerk for what was entered 代录. */
    public boolean mayChange(Occasion occasion) {
        return (occasion.entry().recorder().equals(actor.accountId()) && mayEnter(occasion.said()))
                || officeOf().contains(occasion.said().school())
                || (occasion.behalf() != null && actor.has(Role.BUREAU_CLERK));
    }

    /** Who hands in what is to be said beforehand: those who may change it, and the subject's convenor. */
    public boolean mayFile(Occasion occasion) {
        return mayChange(occasion) || convenes(occasion.said());
    }

    /** Who prepares it: those who hand in about it, and the office of the school where it is. */
    public boolean mayHost(Occasion occasion) {
        UUID host = occasion.said().host();
        return mayFile(occasion) || (host != null && officeOf().contains(host));
    }

    /** Nobody decides about an entry of one's own, nor about one of somebody in whose absence they decide. */
    public boolean mayDecide(Occasion occasion) {
        return actor.has(DECIDERS) && !actor.actsFor(occasion.entry().recorder());
    }

    public boolean decides() {
        return actor.has(DECIDERS);
    }
}
