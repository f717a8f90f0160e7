package org.jiaogongti.platform.goal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jiaogongti.charter.Charter;
import org.jiaogongti.charter.goals.Whose;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.access.Districts;
import org.jiaogongti.platform.access.Scope;
import org.jiaogongti.platform.community.Communities;
import org.jiaogongti.platform.community.Community;
import org.jiaogongti.platform.community.Composition;
import org.jiaogongti.platform.community.SchoolMembership;
import org.jiaogongti.platform.goal.model.Reach;
import org.jiaogongti.platform.journal.Journal;
import org.jiaogongti.platform.obligation.InForce;
import org.jiaogongti.platform.obligation.Progresses;
import org.jiaogongti.platform.school.School;
import org.jiaogongti.platform.school.Schools;
import org.jiaogongti.platform.shell.BusinessClock;
import org.jiaogongti.platform.shell.Ids;
import org.springframework.stereotype.Component;

/** What goals stand on: the charter in force, who belongs where, the clock, the journal. */
@Component
record GoalGround(Progresses progresses, Schools schools, Communities communities, Districts districts,
        Journal journal, Ids ids, BusinessClock clock) {

    LocalDate today() {
        return clock.today();
    }

    By by(Actor actor) {
        return new By(actor.accountId(), actor.name(), today());
    }

    /** Empty where the district has adopted no charter. */
    Optional<InForce> inForce() {
        return progresses.inForce();
    }

    Optional<Charter> charter() {
        return inForce().map(InForce::charter);
    }

    Places places() {
        return new Places(districts.name(Scope.required()).orElse(""), communities.belonging(), schools.all(), today());
    }

    /** Everybody a goal can be told of, in the notice's order. */
    record Places(String district, Composition composition, List<School> schools, LocalDate today) {

        List<Place> all() {
            List<Place> all = new ArrayList<>();
            all.add(new Place(Whose.DISTRICT, null, district));
            for (Community community : composition.communities()) {
                all.add(new Place(Whose.COMMUNITY, community.id(), community.name()));
            }
            for (School school : schools) {
                if (communityOf(school.id(), today).isPresent()) {
                    all.add(new Place(Whose.SCHOOL, school.id(), school.name()));
                }
            }
            return all;
        }

        List<Place> readBy(Actor actor) {
            Reach reach = new Reach(actor, composition, today);
            return all().stream().filter(reach::reads).toList();
        }

        Optional<UUID> communityOf(UUID school, LocalDate day) {
            return composition.membership(school, day).map(SchoolMembership::community);
        }
    }
}
