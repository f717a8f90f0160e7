package org.jiaogongti.platform.community;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.community.store.CommunityStore;
import org.jiaogongti.platform.journal.Journal;
import org.jiaogongti.platform.obligation.WorldChange;
import org.jiaogongti.platform.obligation.WorldChanges;
import org.jiaogongti.platform.school.Change;
import org.jiaogongti.platform.school.Schools;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The district's communities: their subject groups and their schools' weak subjects. */
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

    /** Which school belongs where, without the groups and weak subjects that only duties look at. */
    public Composition belonging() {
        CommunityStore.Belonging belonging = store.belonging();
        return new Composition(belonging.communities(), belonging.memberships(), List.of(), List.of(),
                schools.subjects());
    }

    /** What is weak at one school, with its history. */
    public List<SchoolWeakSubject> weakSubjects(UUID school) {
        return store.weakSubjects(school);
    }

    /** Sets up a district's communities before its charter is adopted, all in one go. */
    @Transactional
    public void setUp(Composition composition) {
        store.put(composition.communities());
        store.putMemberships(composition.memberships());
        store.putGroups(composition.groups());
        store.putWeakSubjects(composition.weakSubjects());
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

    /** A subject goes on being weak as if it had never ended; its first day says which time is meant. */
    @Transactional
    public Change resumeWeak(Actor actor, SchoolWeakSubject ended) {
        LocalDate last = ended.to();
        if (!Schools.mayOrganise(actor)) {
            return new Change.Refused("community.refused.role");
        }
        List<SchoolWeakSubject> all = composition().weakSubjects();
        if (last == null || !all.contains(ended)) {
            return new Change.Refused("community.refused.unknown");
        }
        if (all.stream().anyMatch(other -> other.community().equals(ended.community())
                && other.school().equals(ended.school()) && other.subject().equals(ended.subject())
                && other.from().isAfter(last))) {
            return new Change.Refused("community.refused.weak-already");
        }
        store.putWeakSubjects(List.of(new SchoolWeakSubject(ended.community(), ended.school(), ended.subject(),
                ended.from(), null)));
        return changed(actor, "SubjectWeakAgain", ended.community(), last,
                Map.of("school", ended.school().toString(), "subject", ended.subject()));
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
