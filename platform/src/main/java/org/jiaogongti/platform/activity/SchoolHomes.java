package org.jiaogongti.platform.activity;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.LinkedHashSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.activity.model.Ground;
import org.jiaogongti.platform.activity.model.Rights;
import org.jiaogongti.platform.activity.store.LifeStore;
import org.jiaogongti.platform.activity.store.OccasionListing;
import org.jiaogongti.platform.activity.store.OccasionReadings;
import org.jiaogongti.platform.community.Community;
import org.jiaogongti.platform.community.SchoolMembership;
import org.jiaogongti.platform.obligation.InForce;
import org.jiaogongti.platform.obligation.Progresses;
import org.jiaogongti.platform.obligation.SchoolView;
import org.jiaogongti.platform.obligation.Standing;
import org.jiaogongti.platform.school.School;
import org.jiaogongti.platform.staff.People;
import org.jiaogongti.platform.staff.Person;
import org.jiaogongti.platform.staff.PersonPlacement;
import org.jiaogongti.platform.staff.Placements;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a school has to do, to answer, and to expect. A fixed number of selects. */
@Service
@Transactional(readOnly = true)
public class SchoolHomes {

    private final OccasionListing listing;
    private final OccasionReadings readings;
    private final LifeStore lives;
    private final DistrictGround grounds;
    private final Progresses progresses;
    private final Placements placements;
    private final People people;

    SchoolHomes(OccasionListing listing, OccasionReadings readings, LifeStore lives, DistrictGround grounds,
            Progresses progresses,
            Placements placements, People people) {
        this.listing = listing;
        this.readings = readings;
        this.lives = lives;
        this.grounds = grounds;
        this.progresses = progresses;
        this.placements = placements;
        this.people = people;
    }

    /**
     * A school's page.
     *
     * @param planned of this week and the next, and what was to be in this week until it moved to a later one
     * @param moves of these the last one each
     * @param toAnswer what others entered and the school may answer, or disputes
     * @param notices entered for the school by others, and own entries that are disputed
     * @param steps of all of these
     * @param mine what the school has to do, in the order of the notice
     * @param owed what others have to do for it
     * @param placed who left for another school or came from one, as of today
     * @param people the placed and their mentors
     * @param rules the charter in force, or null where none is adopted
     * @param office whether the person answers for the school
     */
    public record Home(School school, Ground ground, List<Occasion> planned, Map<UUID, Moved> moves,
            List<Occasion> toAnswer,
            List<Occasion> notices, Map<UUID, List<Step>> steps, List<Standing> mine, List<Standing> owed,
            List<PersonPlacement> placed, Map<UUID, Person> people, @Nullable InForce rules, boolean office) {

        public LocalDate monday() {
            return ground.today().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        }
    }

    /** The school a person sees first; empty for those who belong to none. */
    public Optional<UUID> first(Actor actor) {
        Ground ground = grounds.now();
        Set<UUID> own = new Rights(actor, ground).ownSchools();
        return ground.schools().stream().map(School::id).filter(own::contains).findFirst();
    }

    /**
     * A school that somebody may look for.
     *
     * @param home whether its own page opens; otherwise only what the person's community recorded with it
     */
    public record Findable(School school, String community, boolean home) {}

    /** All schools for the district's offices; own ones, and those of own communities, for the others. */
    public List<Findable> findable(Actor actor) {
        Ground ground = grounds.now();
        return findable(ground, new Rights(actor, ground));
    }

    static List<Findable> findable(Ground ground, Rights rights) {
        Set<UUID> communities = rights.communities();
        List<Findable> found = new ArrayList<>();
        for (School school : ground.schools()) {
            Optional<SchoolMembership> membership = ground.membership(school.id(), ground.today());
            boolean home = rights.district() || rights.ownSchools().contains(school.id());
            if (home || membership.filter(its -> communities.contains(its.community())).isPresent()) {
                found.add(new Findable(school, membership.flatMap(its -> ground.community(its.community()))
                        .map(Community::name).orElse(""), home));
            }
        }
        return found;
    }

    /** Empty where the school is absent or not the person's to see. */
    public Optional<Home> of(Actor actor, UUID school) {
        Ground ground = grounds.now();
        Rights rights = new Rights(actor, ground);
        boolean visible = rights.district() || rights.ownSchools().contains(school);
        return ground.school(school).filter(found -> visible).map(found -> home(found, ground, rights));
    }

    private Home home(School school, Ground ground, Rights rights) {
        LocalDate monday = ground.today().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        List<Occasion> planned = listing.planned(school.id(), monday, monday.plusDays(13));
        List<Occasion> toAnswer = listing.toAnswer(school.id(), ground.today());
        List<Occasion> notices = listing.notices(school.id(), ground.today());
        Set<UUID> ids = new LinkedHashSet<>();
        toAnswer.forEach(occasion -> ids.add(occasion.id()));
        notices.forEach(occasion -> ids.add(occasion.id()));
        Optional<SchoolView> duties = ground.calendar().termAt(ground.today())
                .flatMap(term -> progresses.ofSchool(school.key(), term.name()));
        List<PersonPlacement> placed = placements.ofSchool(school.id()).stream()
                .filter(placement -> placement.holdsOn(ground.today())).toList();
        return new Home(school, ground, planned, moves(planned), toAnswer, notices, readings.steps(ids),
                duties.map(SchoolView::mine).orElse(List.of()),
                duties.map(SchoolHomes::owedTo).orElse(List.of()), placed, people.find(named(placed)),
                duties.map(view -> view.board().inForce()).or(progresses::inForce).orElse(null),
                rights.officeOf().contains(school.id()));
    }

    private Map<UUID, Moved> moves(List<Occasion> planned) {
        return lives.moves(planned.stream().map(Occasion::id).toList()).stream()
                .collect(Collectors.toMap(Moved::occasion, move -> move, (_, later) -> later));
    }

    /** What is owed to the school by name, then what is owed to its community as a whole. */
    private static List<Standing> owedTo(SchoolView view) {
        return Stream.concat(view.owedToMe().stream(), view.shared().stream()).toList();
    }

    private static Set<UUID> named(List<PersonPlacement> placed) {
        Set<UUID> named = new LinkedHashSet<>();
        for (PersonPlacement placement : placed) {
            named.add(placement.person());
            UUID mentor = placement.mentor();
            if (mentor != null) {
                named.add(mentor);
            }
        }
        return named;
    }
}
