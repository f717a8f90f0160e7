package org.jiaogongti.platform.school.web;

import java.util.Map;
import java.util.UUID;
import org.jiaogongti.platform.school.School;

/**
 * A school in the list.
 *
 * @param lessons of the term's week; 0 where it has sent none
 */
public record SchoolLine(UUID id, String name, int lessons) {

    static SchoolLine of(School school, Map<UUID, Integer> counts) {
        return new SchoolLine(school.id(), school.name(), counts.getOrDefault(school.id(), 0));
    }
}
