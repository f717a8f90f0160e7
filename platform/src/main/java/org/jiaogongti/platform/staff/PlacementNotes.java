package org.jiaogongti.platform.staff;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jiaogongti.platform.obligation.SourceDescriber;
import org.jiaogongti.platform.obligation.SourceNote;
import org.jiaogongti.platform.obligation.SourceNote.Answer;
import org.jiaogongti.platform.obligation.WorldLabels;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells a duty's page who is placed where. */
@Component
class PlacementNotes implements SourceDescriber {

    private final Placements placements;
    private final People people;

    PlacementNotes(Placements placements, People people) {
        this.placements = placements;
        this.people = people;
    }

    @Override
    public String kind() {
        return Placements.KIND;
    }

    @Override
    @Transactional(readOnly = true)
    public Map<UUID, SourceNote> describe(Collection<UUID> ids, WorldLabels labels) {
        List<PersonPlacement> found = placements.find(ids);
        Set<UUID> named = new HashSet<>();
        for (PersonPlacement placement : found) {
            named.add(placement.person());
            if (placement.mentor() != null) {
                named.add(placement.mentor());
            }
        }
        Map<UUID, Person> known = people.find(named);
        Map<UUID, SourceNote> notes = new HashMap<>();
        for (PersonPlacement placement : found) {
            List<String> who = new ArrayList<>();
            add(who, known.get(placement.person()));
            add(who, placement.mentor() == null ? null : known.get(placement.mentor()));
            notes.put(placement.id(), new SourceNote("/placements/" + placement.id(),
                    labels.shortName(placement.fromSchool().toString()) + " → "
                            + labels.shortName(placement.toSchool().toString()),
                    who, 0, 0, Answer.NOT_ASKED, null, List.of()));
        }
        return notes;
    }

    private static void add(List<String> names, @Nullable Person person) {
        if (person != null) {
            names.add(person.name());
        }
    }
}
