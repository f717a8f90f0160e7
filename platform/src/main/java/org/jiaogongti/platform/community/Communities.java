package org.jiaogongti.platform.community;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jiaogongti.charter.World.Role;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.community.store.CommunityStore;
import org.jiaogongti.platform.journal.Journal;
import org.jiaogongti.platform.obligation.WorldChange;
import org.jiaogongti.platform.obligation.WorldChanges;
import org.jiaogongti.platform.school.Change;
import org.jiaogongti.platform.school.Schools;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The district's communities: who belongs to them, their subject groups, their schools' weak subjects. */
@Service
@Transactional(readOnly = true)
public class Communities {

    private final CommunityStore store;
    private final Schools schools;
    private final WorldChanges worldChanges;
    private final Journal journal;

    Communities(CommunityStore store, Schools schools, WorldChanges worldChanges, Journal journal) {
        this.store = store;
        this.schools = schools;
        this.worldChanges = worldChanges;
        this.journal = journal;
    }

    /** In the notice's order. */
    public List<Community> all() {
        return store.all();
    }

    /** How many schools belong to a community on a day. */
    int members(LocalDate day) {
        return (int) store.memberships().stream().filter(membership -> membership.holdsOn(day)).count();
    }

    /** Everything about communities with its whole history. */
    public Composition composition() {
        return new Composition(store.all(), store.memberships(), store.groups(), store.weakSubjects(),
                schools.subjects());
    }

    /** Sets up a district's communities before its charter is adopted, all in one go. */
    @Transactional
    public void setUp(Composition composition) {
        store.put(composition.communities());
        store.putMemberships(composition.memberships());
        store.putGroups(composition.groups());
        store.putWeakSubjects(composition.weakSubjects());
    }

    /** Lets a school belong to a community from a day on; where it belonged before ends the day before. */
    @Transactional
    public Change move(Actor actor, SchoolMembership membership) {
        if (!Schools.mayOrganise(actor)) {
            return new Change.Refused("community.refused.role");
        }
        Composition before = composition();
        if (before.memberships().stream().anyMatch(other -> other.school().equals(membership.school())
                && !other.from().isBefore(membership.from()))) {
            return new Change.Refused("community.refused.later-membership");
        }
        if (membership.role() == Role.LEAD && before.memberships().stream()
                .anyMatch(other -> other.community().equals(membership.community()) && other.role() == Role.LEAD
                        && !other.school().equals(membership.school())
                        && (other.to() == null || !other.to().isBefore(membership.from())))) {
            return new Change.Refused("community.refused.second-lead");
        }
        Set<String> touched = new HashSet<>(Set.of(membership.community().toString()));
        before.membership(membership.school(), membership.from())
                .ifPresent(other -> touched.add(other.community().toString()));
        store.endMembership(membership.school(), membership.from().minusDays(1));
        store.putMemberships(List.of(membership));
        worldChanges.changed(WorldChange.from(membership.from(), touched));
        journal.write(actor, "SchoolMoved", "school", membership.school(), Map.of("community",
                membership.community().toString(), "role", membership.role().name(), "from",
                membership.from().toString()));
        return new Change.Done();
    }

    /** A subject is weak at a school from a day on. */
    @Transactional
    public Change markWeak(Actor actor, SchoolWeakSubject weak) {
        if (!Schools.mayOrganise(actor)) {
            return new Change.Refused("community.refused.role");
        }
        if (composition().weakSubjects().stream().anyMatch(other -> other.community().equals(weak.community())
                && other.school().equals(weak.school()) && other.subject().equals(weak.subject())
                && (other.to() == null || !other.to().isBefore(weak.from())))) {
            return new Change.Refused("community.refused.weak-already");
        }
        store.putWeakSubjects(List.of(weak));
        return changed(actor, "SubjectMarkedWeak", weak.community(), weak.from(),
                Map.of("school", weak.school().toString(), "subject", weak.subject()));
    }

    /** A subject is weak no more after a day. */
    @Transactional
    public Change endWeak(Actor actor, UUID community, UUID school, String subject, LocalDate lastDay) {
        if (!Schools.mayOrganise(actor)) {
            return new Change.Refused("community.refused.role");
        }
        if (store.endWeakSubject(community, school, subject, lastDay) == 0) {
            return new Change.Refused("community.refused.unknown");
        }
        return changed(actor, "SubjectWeakNoMore", community, lastDay,
                Map.of("school", school.toString(), "subject", subject));
    }

    /** A community has a subject guidance group from a day on. */
    @Transactional
    public Change formGroup(Actor actor, SubjectGroup group) {
        if (!Schools.mayOrganise(actor)) {
            return new Change.Refused("community.refused.role");
        }
        if (composition().groups().stream().anyMatch(
                other -> other.community().equals(group.community()) && other.subject().equals(group.subject())
                        && (other.to() == null || !other.to().isBefore(group.from())))) {
            return new Change.Refused("community.refused.group-already");
        }
        store.putGroups(List.of(group));
        return changed(actor, "GroupFormed", group.community(), group.from(), Map.of("subject", group.subject()));
    }

    /** A subject guidance group ends with a day. */
    @Transactional
    public Change dissolveGroup(Actor actor, UUID community, String subject, LocalDate lastDay) {
        if (!Schools.mayOrganise(actor)) {
            return new Change.Refused("community.refused.role");
        }
        if (store.endGroup(community, subject, lastDay) == 0) {
            return new Change.Refused("community.refused.unknown");
        }
        return changed(actor, "GroupDissolved", community, lastDay, Map.of("subject", subject));
    }

    private Change changed(Actor actor, String action, UUID community, LocalDate first, Map<String, String> payload) {
        worldChanges.changed(WorldChange.from(first, Set.of(community.toString())));
        journal.write(actor, action, "community", community, payload);
        return new Change.Done();
    }
}
