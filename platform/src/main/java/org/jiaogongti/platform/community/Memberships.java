package org.jiaogongti.platform.community;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jiaogongti.charter.World.Role;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.community.store.CommunityStore;
import org.jiaogongti.platform.journal.Journal;
import org.jiaogongti.platform.obligation.Foreseen;
import org.jiaogongti.platform.obligation.WorldChange;
import org.jiaogongti.platform.obligation.WorldChanges;
import org.jiaogongti.platform.school.Change;
import org.jiaogongti.platform.school.Schools;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Which school belongs to which community: a school moves from a day on, and what was before stays. */
@Service
@Transactional(readOnly = true)
public class Memberships {

    private final CommunityStore store;
    private final Communities communities;
    private final Schools schools;
    private final DistrictWorldSource source;
    private final WorldChanges worldChanges;
    private final Journal journal;

    Memberships(CommunityStore store, Communities communities, Schools schools, DistrictWorldSource source,
            WorldChanges worldChanges, Journal journal) {
        this.store = store;
        this.communities = communities;
        this.schools = schools;
        this.source = source;
        this.worldChanges = worldChanges;
        this.journal = journal;
    }

    /** What a move would do, or why it cannot be made; writes nothing. */
    public sealed interface Preview {

        record Possible(Foreseen foreseen) implements Preview {}

        record Impossible(String key) implements Preview {}
    }

    public Preview preview(SchoolMembership membership) {
        Composition before = communities.composition();
        Optional<String> refused = refusal(before, membership);
        if (refused.isPresent()) {
            return new Preview.Impossible(refused.get());
        }
        Composition after = new Composition(before.communities(), moved(before.memberships(), membership),
                before.groups(), before.weakSubjects(), before.subjects());
        return new Preview.Possible(worldChanges.preview(_ -> source.load(after).world(),
                WorldChange.from(membership.from(), touched(before, membership))));
    }

    /** Lets a school belong to a community from a day on; where it belonged before ends the day before. */
    @Transactional
    public Change move(Actor actor, SchoolMembership membership) {
        if (!Schools.mayOrganise(actor)) {
            return new Change.Refused("community.refused.role");
        }
        Composition before = communities.composition();
        Optional<String> refused = refusal(before, membership);
        if (refused.isPresent()) {
            return new Change.Refused(refused.get());
        }
        store.endMembership(membership.school(), membership.from().minusDays(1));
        store.putMemberships(List.of(membership));
        worldChanges.changed(WorldChange.from(membership.from(), touched(before, membership)));
        journal.write(actor, "SchoolMoved", "school", membership.school(), Map.of("community",
                membership.community().toString(), "role", membership.role().name(), "from",
                membership.from().toString()));
        return new Change.Done();
    }

    /**
     * Takes a school's latest move back; where it belonged until the day before goes on, for good. Whoever was to leave on
     * a day that was set before the move is given that day again by the table of memberships.
     */
    @Transactional
    public Change takeBack(Actor actor, UUID school, LocalDate from, String reason) {
        if (!Schools.mayOrganise(actor)) {
            return new Change.Refused("community.refused.role");
        }
        if (reason.isBlank()) {
            return new Change.Refused("community.exception.missing");
        }
        Composition before = communities.composition();
        List<SchoolMembership> history = before.memberships().stream().filter(each -> each.school().equals(school))
                .sorted(Comparator.comparing(SchoolMembership::from)).toList();
        if (history.size() < 2 || !history.getLast().from().equals(from)) {
            return new Change.Refused("community.refused.unknown");
        }
        SchoolMembership gone = history.getLast();
        SchoolMembership kept = history.get(history.size() - 2);
        Set<String> touched = new HashSet<>(Set.of(gone.community().toString(), kept.community().toString()));
        boolean resumes = from.minusDays(1).equals(kept.to());
        SchoolMembership resumed = new SchoolMembership(school, kept.community(), kept.role(), kept.from(), null);
        if (resumes && secondLead(before, resumed, from)) {
            return new Change.Refused("community.refused.second-lead");
        }
        store.removeMemberships(List.of(gone));
        if (resumes) {
            store.putMemberships(List.of(resumed));
        }
        worldChanges.changed(WorldChange.from(from, touched));
        journal.write(actor, "SchoolMoveTakenBack", "school", school,
                Map.of("community", gone.community().toString(), "from", from.toString(), "reason", reason));
        return new Change.Done();
    }

    private Optional<String> refusal(Composition before, SchoolMembership wanted) {
        if (schools.find(wanted.school()).isEmpty()
                || before.communities().stream().noneMatch(each -> each.id().equals(wanted.community()))) {
            return Optional.of("community.refused.unknown");
        }
        if (before.memberships().stream().anyMatch(
                other -> other.school().equals(wanted.school()) && !other.from().isBefore(wanted.from()))) {
            return Optional.of("community.refused.later-membership");
        }
        if (before.membership(wanted.school(), wanted.from()).filter(
                now -> now.community().equals(wanted.community()) && now.role() == wanted.role()).isPresent()) {
            return Optional.of("community.refused.same");
        }
        return wanted.role() == Role.LEAD && secondLead(before, wanted, wanted.from())
                ? Optional.of("community.refused.second-lead")
                : Optional.empty();
    }

    private static boolean secondLead(Composition before, SchoolMembership wanted, LocalDate from) {
        return wanted.role() == Role.LEAD && before.memberships().stream()
                .anyMatch(other -> other.community().equals(wanted.community()) && other.role() == Role.LEAD
                        && !other.school().equals(wanted.school())
                        && (other.to() == null || !other.to().isBefore(from)));
    }

    private static Set<String> touched(Composition before, SchoolMembership wanted) {
        Set<String> touched = new HashSet<>(Set.of(wanted.community().toString()));
        before.membership(wanted.school(), wanted.from())
                .ifPresent(other -> touched.add(other.community().toString()));
        return touched;
    }

    private static List<SchoolMembership> moved(List<SchoolMembership> memberships, SchoolMembership wanted) {
        LocalDate last = wanted.from().minusDays(1);
        List<SchoolMembership> moved = new ArrayList<>();
        for (SchoolMembership each : memberships) {
            moved.add(each.school().equals(wanted.school()) && each.holdsOn(wanted.from())
                    ? new SchoolMembership(each.school(), each.community(), each.role(), each.from(), last)
                    : each);
        }
        moved.add(wanted);
        return moved;
    }
}
