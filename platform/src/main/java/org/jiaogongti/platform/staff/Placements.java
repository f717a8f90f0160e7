package org.jiaogongti.platform.staff;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jiaogongti.charter.Placement;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.journal.Journal;
import org.jiaogongti.platform.obligation.Contributions;
import org.jiaogongti.platform.obligation.Counted;
import org.jiaogongti.platform.obligation.Source;
import org.jiaogongti.platform.obligation.SourcedFacts;
import org.jiaogongti.platform.staff.store.PlacementStore;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** People placed at other schools; each is a fact that duties count. */
@Service
@Transactional(readOnly = true)
public class Placements {

    /** The source kind of a placement. */
    public static final String KIND = "placement";

    private final PlacementStore store;
    private final People people;
    private final Contributions contributions;
    private final Journal journal;

    Placements(PlacementStore store, People people, Contributions contributions, Journal journal) {
        this.journal = journal;
        this.store = store;
        this.people = people;
        this.contributions = contributions;
    }

    public Optional<PersonPlacement> find(UUID id) {
        return store.find(List.of(id)).stream().findFirst();
    }

    /** Those of the ids that exist; one select whatever their number. */
    public List<PersonPlacement> find(Collection<UUID> ids) {
        return ids.isEmpty() ? List.of() : store.find(ids);
    }

    /** Those who left for another school and those who came, newest first. */
    public List<PersonPlacement> ofSchool(UUID school) {
        return store.ofSchool(school);
    }

    /**
     * Records placements, new ones or known ones as they are now, and counts them; a fixed number of statements. Whoever
     * calls has checked the right to it.
     */
    @Transactional
    public Counted record(Actor actor, Collection<PersonPlacement> placements) {
        Counted counted = count(placements);
        journal.write(actor, "PlacementsRecorded", "placement",
                placements.size() == 1 ? placements.iterator().next().id() : null,
                Map.of("placements", placements.stream().map(placement -> placement.id().toString()).toList()));
        return counted;
    }

    /** Takes placements out again, inside an import that writes its own journal line. */
    void forget(Collection<UUID> placements) {
        placements.forEach(id -> contributions.withdraw(new Source(KIND, id)));
        store.remove(placements);
    }

    /** Keeps placements and counts them. */
    Counted count(Collection<PersonPlacement> placements) {
        store.put(placements);
        Set<UUID> named = new HashSet<>();
        placements.forEach(placement -> {
            named.add(placement.person());
            if (placement.mentor() != null) {
                named.add(placement.mentor());
            }
        });
        Map<UUID, Person> known = people.find(named);
        List<SourcedFacts> facts = new ArrayList<>();
        placements.forEach(placement -> facts
                .add(new SourcedFacts(new Source(KIND, placement.id()), List.of(fact(placement, known)))));
        return contributions.count(facts);
    }

    private static Placement fact(PersonPlacement placement, Map<UUID, Person> people) {
        UUID mentor = placement.mentor();
        return new Placement(placement.id().toString(), placement.fromSchool().toString(),
                placement.toSchool().toString(), name(people, placement.person()), placement.rank(),
                placement.permanent(), placement.young(), placement.from(), placement.to(),
                mentor == null ? null : name(people, mentor));
    }

    private static String name(Map<UUID, Person> people, UUID id) {
        Person person = people.get(id);
        if (person == null) {
            throw new IllegalArgumentException("no person " + id + "\nRecord the person before the placement.");
        }
        return person.name();
    }
}
