package org.jiaogongti.platform.filing;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.access.Actors;
import org.jiaogongti.platform.access.Role;
import org.jiaogongti.platform.filing.model.Reach;
import org.jiaogongti.platform.shell.BusinessClock;
import org.jiaogongti.platform.staff.People;
import org.springframework.stereotype.Component;

/** Finds out which subjects somebody answers for, their own and those of a researcher in whose absence they act. */
@Component
class FilingReach {

    private final People people;
    private final Actors actors;
    private final BusinessClock clock;

    FilingReach(People people, Actors actors, BusinessClock clock) {
        this.people = people;
        this.actors = actors;
        this.clock = clock;
    }

    Reach of(Actor actor) {
        if (!actor.has(Role.RESEARCHER)) {
            return new Reach(actor, Set.of());
        }
        LocalDate today = clock.today();
        Set<UUID> researchers = new HashSet<>();
        UUID own = actor.personId();
        if (own != null && people.postingsOf(own, today).stream()
                .anyMatch(posting -> posting.role() == Role.RESEARCHER)) {
            researchers.add(own);
        }
        actor.standingInFor().stream().map(actors::ofAccount).flatMap(Optional::stream)
                .filter(absent -> absent.has(Role.RESEARCHER)).forEach(absent -> {
                    UUID person = absent.personId();
                    if (person != null) {
                        researchers.add(person);
                    }
                });
        return new Reach(actor, people.subjectsOn(researchers, today));
    }
}
