package org.jiaogongti.platform.activity;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
        return readings.naming(name, schools, first, last).stream().map(occasion -> seen(occasion, name, ground))
                .toList();
    }

    private static PersonOccasion seen(Occasion occasion, String name, Ground ground) {
        Said said = occasion.said();
        UUID leader = said.leader();
        return new PersonOccasion(occasion.id(), said.date(), said.dayPart().equals(WHOLE_DAY),
                said.parts().stream().map(part -> new PersonOccasion.Part(part.kind(),
                        ground.kinds().get(part.kind()).name(), part.lessons())).toList(),
                said.subject() == null ? "" : said.subject(), said.topic(),
                ground.nameOf(leader == null ? said.school() : leader),
                !said.people().isEmpty() && said.people().getFirst().equals(name));
    }

    /** The same of those at which somebody was by another word than the record's; the one that counts where several were joined. */
    public List<PersonOccasion> held(Collection<UUID> ids, String name, LocalDate first, LocalDate last) {
        List<Occasion> found = readings.all(ids);
        Set<UUID> joined = found.stream().map(Occasion::joinedInto).filter(Objects::nonNull)
                .collect(Collectors.toSet());
        Ground ground = grounds.now();
        return Stream.concat(found.stream(), readings.all(joined).stream())
                .filter(occasion -> occasion.joinedInto() == null && occasion.state() == Occasion.State.HELD
                        && !occasion.disputed() && !occasion.said().date().isBefore(first)
                        && !occasion.said().date().isAfter(last))
                .distinct().map(occasion -> seen(occasion, name, ground)).toList();
    }

    /** All kinds there are, the bureau's own too. */
    public List<ActivityKind> kinds() {
        return grounds.now().kinds().all();
    }
}
