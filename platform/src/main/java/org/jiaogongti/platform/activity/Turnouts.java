package org.jiaogongti.platform.activity;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.activity.Occasion.State;
import org.jiaogongti.platform.activity.model.Ground;
import org.jiaogongti.platform.activity.model.Rights;
import org.jiaogongti.platform.activity.store.OccasionReadings;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who comes to an occasion: what a list of those who sign in has to know of it, and the numbers it hands back. */
@Service
public class Turnouts {

    private final OccasionReadings readings;
    private final DistrictGround grounds;
    private final Activities activities;

    Turnouts(OccasionReadings readings, DistrictGround grounds, Activities activities) {
        this.readings = readings;
        this.grounds = grounds;
        this.activities = activities;
    }

    /** What somebody may do with the list of an occasion. */
    public enum May {
        READ,
        /** See who came: the schools concerned, and who checks. */
        SEE,
        /** Open and close it, and sign others in. */
        HOST
    }

    /**
     * An occasion to which people come.
     *
     * @param dayPart a code such as {@code am-2}, or empty
     * @param title what is done, subject and topic
     * @param where names of the school and, after it, of the school that leads
     * @param people those who lead it
     * @param school the side whose record it is
     */
    public record Gathering(UUID id, LocalDate date, String dayPart, State state, String title, String where,
            List<String> people, UUID school, @Nullable UUID host, May may) {

        public Gathering {
            people = List.copyOf(people);
        }

        /** Whether anybody can come: it is neither called off nor taken back. */
        public boolean lives() {
            return state == State.PLANNED || state == State.HELD;
        }
    }

    /** As far as this person may see it. */
    @Transactional(readOnly = true)
    public Optional<Gathering> find(Actor actor, UUID id) {
        Ground ground = grounds.now();
        Rights rights = new Rights(actor, ground);
        return readings.find(id).filter(occasion -> rights.mayRead(occasion.said())).map(occasion -> gathering(occasion,
                ground, rights.mayHost(occasion)
                        ? May.HOST
                        : rights.maySeeEvidence(occasion.said()) ? May.SEE : May.READ));
    }

    /** For those who come: their code has shown that they are there. */
    @Transactional(readOnly = true)
    public Optional<Gathering> find(UUID id) {
        return readings.find(id).map(occasion -> gathering(occasion, grounds.now(), May.READ));
    }

    /** How many came of each school; inside the transaction of a caller who has asked whether this may be. */
    public void count(Actor by, UUID id, Map<UUID, Integer> people) {
        activities.turnout(by, id, people);
    }

    private static Gathering gathering(Occasion occasion, Ground ground, May may) {
        OccasionBrief brief = OccasionBriefs.brief(occasion, ground);
        Occasion.Said said = occasion.said();
        return new Gathering(occasion.id(), said.date(), said.dayPart(), occasion.state(), brief.title(),
                brief.where(), said.people(), said.school(), said.host(), may);
    }
}
