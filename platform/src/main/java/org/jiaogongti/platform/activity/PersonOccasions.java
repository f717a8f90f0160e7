package org.jiaogongti.platform.activity;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jiaogongti.platform.activity.Occasion.Said;
import org.jiaogongti.platform.activity.model.Ground;
import org.jiaogongti.platform.activity.store.OccasionReadings;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a person took part in, as records name people: by name, and by the school they came from. */
@Service
@Transactional(readOnly = true)
public class PersonOccasions {

    private static final String WHOLE_DAY = "day";

    private final OccasionReadings readings;
    private final DistrictGround grounds;

    PersonOccasions(OccasionReadings readings, DistrictGround grounds) {
        this.readings = readings;
        this.grounds = grounds;
    }

    /** Held, undisputed and joined to no other entry, the latest first. */
    public List<PersonOccasion> of(String name, Collection<UUID> schools, LocalDate first, LocalDate last) {
        if (schools.isEmpty()) {
            return List.of();
        }
        Ground ground = grounds.now();
        return readings.naming(name, schools, first, last).stream().map(occasion -> {
            Said said = occasion.said();
            UUID leader = said.leader();
            return new PersonOccasion(occasion.id(), said.date(), said.dayPart().equals(WHOLE_DAY),
                    said.parts().stream().map(part -> new PersonOccasion.Part(part.kind(),
                            ground.kinds().get(part.kind()).name(), part.lessons())).toList(),
                    said.subject() == null ? "" : said.subject(), said.topic(),
                    ground.nameOf(leader == null ? said.school() : leader), said.people().getFirst().equals(name));
        }).toList();
    }

    /** All kinds there are, the bureau's own too. */
    public List<ActivityKind> kinds() {
        return grounds.now().kinds().all();
    }
}
