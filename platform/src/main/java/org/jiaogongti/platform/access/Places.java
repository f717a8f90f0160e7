package org.jiaogongti.platform.access;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Names of schools and communities of the district in scope, for postings. Implemented by the organisation; answers from memory. */
public interface Places {

    /** A school or a community by its name. */
    record Place(UUID id, String name) {}

    List<Place> schools();

    List<Place> communities();

    /** Subjects that have guidance groups. */
    List<String> subjects();

    default Optional<String> school(UUID id) {
        return schools().stream().filter(place -> place.id().equals(id)).map(Place::name).findFirst();
    }

    default Optional<String> community(UUID id) {
        return communities().stream().filter(place -> place.id().equals(id)).map(Place::name).findFirst();
    }
}
