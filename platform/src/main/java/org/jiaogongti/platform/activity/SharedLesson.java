package org.jiaogongti.platform.activity;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A synchronous lesson between two schools, for other modules' pages.
 *
 * @param schools at both ends
 * @param className as it was typed, or empty
 * @param rooms how many pupils were in each room; a room that nobody counted is missing
 */
public record SharedLesson(OccasionBrief brief, Set<UUID> schools, @Nullable String subject, String className,
        Map<UUID, Integer> rooms, boolean disputed) {

    public SharedLesson {
        schools = Set.copyOf(schools);
        rooms = Map.copyOf(rooms);
    }
}
