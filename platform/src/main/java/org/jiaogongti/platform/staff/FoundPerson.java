package org.jiaogongti.platform.staff;

import java.util.List;
import java.util.UUID;

/**
 * Somebody found by name.
 *
 * @param schools those the person is posted to now
 */
public record FoundPerson(UUID id, String name, List<UUID> schools) {

    public FoundPerson {
        schools = List.copyOf(schools);
    }
}
