package org.jiaogongti.platform.staff;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.access.Role;
import org.jiaogongti.platform.access.Scope;
import org.jiaogongti.platform.community.Communities;
import org.jiaogongti.platform.community.Composition;
import org.jiaogongti.platform.community.SchoolMembership;
import org.jiaogongti.platform.search.SearchQuery;
import org.jiaogongti.platform.search.SearchUpkeep;
import org.jiaogongti.platform.shell.BusinessClock;
import org.jiaogongti.platform.staff.store.PeopleFinder;
import org.jiaogongti.platform.staff.store.PeopleFinder.View;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds people by name: everybody for the district's offices, for the others those who are posted to an own community, to
 * one of its schools, or to the own school.
 */
@Service
public class Directory implements SearchUpkeep.Table {

    private static final Role[] DISTRICT = {Role.BUREAU_LEADER, Role.BUREAU_ADMIN, Role.BUREAU_CLERK, Role.INSPECTOR,
            Role.TRAINING_DEPARTMENT};

    private final PeopleFinder finder;
    private final Communities communities;
    private final BusinessClock clock;

    Directory(PeopleFinder finder, Communities communities, BusinessClock clock) {
        this.finder = finder;
        this.communities = communities;
        this.clock = clock;
    }

    /** Only for a query that says enough. */
    @Transactional(readOnly = true)
    public List<FoundPerson> find(Actor actor, SearchQuery query, int most) {
        LocalDate today = clock.today();
        return finder.find(Scope.required().code(), query, view(actor, today), today, most);
    }

    /** Whether somebody finds this person, and so may open their page. */
    boolean finds(Actor actor, Dossier dossier, LocalDate today) {
        View view = view(actor, today);
        Collection<UUID> schools = view.schools();
        return schools == null || dossier.postingsOn(today).stream().anyMatch(
                posting -> schools.contains(posting.school()) || view.communities().contains(posting.community()));
    }

    /** The schools whose people somebody finds; empty for those of the whole district. */
    Optional<Collection<UUID>> schools(Actor actor, LocalDate today) {
        return Optional.ofNullable(view(actor, today).schools());
    }

    private View view(Actor actor, LocalDate today) {
        if (actor.has(DISTRICT)) {
            return new View(null, Set.of());
        }
        Composition composition = communities.composition();
        Set<UUID> own = new HashSet<>(actor.communities());
        actor.schools().forEach(
                school -> composition.membership(school, today).map(SchoolMembership::community).ifPresent(own::add));
        Set<UUID> schools = new HashSet<>(actor.schools());
        composition.memberships().stream().filter(each -> each.holdsOn(today) && own.contains(each.community()))
                .forEach(each -> schools.add(each.school()));
        return new View(schools, own);
    }

    @Override
    @Transactional
    public int complete(int most) {
        return finder.complete(Scope.required().code(), most);
    }
}
