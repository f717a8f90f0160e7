package org.jiaogongti.platform.advice;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.advice.model.AdviceRights;
import org.jiaogongti.platform.community.Communities;
import org.jiaogongti.platform.community.Community;
import org.jiaogongti.platform.community.Composition;
import org.jiaogongti.platform.journal.Journal;
import org.jiaogongti.platform.school.School;
import org.jiaogongti.platform.school.Schools;
import org.jiaogongti.platform.shell.BusinessClock;
import org.jiaogongti.platform.shell.Ids;
import org.springframework.stereotype.Component;

/** What this module stands on: who belongs where, the clock, the journal. */
@Component
record Ground(Schools schools, Communities communities, Journal journal, Ids ids, BusinessClock clock) {

    LocalDate today() {
        return clock.today();
    }

    Places places() {
        return new Places(schools.all(), communities.composition(), today());
    }

    /** The names of schools and communities, and who belongs where on the business date. */
    record Places(List<School> schools, Composition composition, LocalDate today) {

        AdviceRights rights(Actor actor) {
            return new AdviceRights(actor, composition, today);
        }

        List<Community> communities() {
            return composition.communities();
        }

        Map<UUID, String> names() {
            Map<UUID, String> names = new LinkedHashMap<>();
            schools.forEach(school -> names.put(school.id(), school.name()));
            communities().forEach(community -> names.put(community.id(), community.name()));
            return names;
        }

        String community(UUID id) {
            return names().getOrDefault(id, "");
        }

        List<School> schoolsOf(UUID community) {
            return schools.stream().filter(school -> composition.membership(school.id(), today)
                    .filter(membership -> membership.community().equals(community)).isPresent()).toList();
        }
    }
}
