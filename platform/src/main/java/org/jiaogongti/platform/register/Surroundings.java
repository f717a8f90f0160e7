package org.jiaogongti.platform.register;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jiaogongti.charter.World;
import org.jiaogongti.charter.calendar.Period;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.community.Communities;
import org.jiaogongti.platform.community.Community;
import org.jiaogongti.platform.community.Composition;
import org.jiaogongti.platform.community.SchoolMembership;
import org.jiaogongti.platform.journal.Journal;
import org.jiaogongti.platform.register.model.Reach;
import org.jiaogongti.platform.school.Calendars;
import org.jiaogongti.platform.school.School;
import org.jiaogongti.platform.school.Schools;
import org.jiaogongti.platform.shell.BusinessClock;
import org.jiaogongti.platform.shell.Ids;
import org.springframework.stereotype.Component;

/** What the registers stand on: who belongs where, the calendar, the clock, the journal. */
@Component
record Surroundings(Schools schools, Communities communities, Calendars calendars, Journal journal, Ids ids,
        BusinessClock clock) {

    LocalDate today() {
        return clock.today();
    }

    Places places() {
        return new Places(schools.all(), communities.composition(), calendars.current().terms(), today());
    }

    /**
     * The names of schools and communities, and who belongs where.
     *
     * @param terms oldest first
     */
    record Places(List<School> schools, Composition composition, List<Period> terms, LocalDate today) {

        Reach reach(Actor actor) {
            return new Reach(actor, composition, today);
        }

        Map<UUID, String> names() {
            Map<UUID, String> names = new LinkedHashMap<>();
            schools.forEach(school -> names.put(school.id(), school.name()));
            composition.communities().forEach(community -> names.put(community.id(), community.name()));
            return names;
        }

        /** A pair by the names of its schools and classes. */
        String pair(LessonPair.Two two) {
            Map<UUID, String> names = names();
            return names.getOrDefault(two.giver(), "") + two.giverClass() + " — "
                    + names.getOrDefault(two.receiver(), "") + two.receiverClass();
        }

        List<Community> communities(Reach reach) {
            return composition.communities().stream().filter(each -> reach.reads(each.id())).toList();
        }

        /** The schools of the communities that somebody reads. */
        List<School> schools(Reach reach) {
            return schools.stream().filter(school -> communityOf(school.id(), today).filter(reach::reads).isPresent())
                    .toList();
        }

        Optional<UUID> communityOf(UUID school, LocalDate day) {
            return composition.membership(school, day).map(SchoolMembership::community);
        }

        List<School> schoolsOf(UUID community, LocalDate day) {
            return schools.stream().filter(school -> communityOf(school.id(), day).filter(community::equals)
                    .isPresent()).toList();
        }

        Optional<UUID> leadOf(UUID community, LocalDate day) {
            return composition.memberships().stream().filter(each -> each.community().equals(community)
                    && each.role() == World.Role.LEAD && each.holdsOn(day)).map(SchoolMembership::school).findFirst();
        }
    }
}
