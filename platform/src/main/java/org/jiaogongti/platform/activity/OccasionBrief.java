package org.jiaogongti.platform.activity;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An occasion in a line, for other modules' pages.
 *
 * @param host the school where it is, or null where none is named
 * @param title what is done, subject and topic
 * @param where names of the school and, after it, of the school that leads
 */
public record OccasionBrief(UUID id, LocalDate date, UUID community, @Nullable UUID host, Occasion.State state,
        String title, String where, List<String> people) {

    public OccasionBrief {
        people = List.copyOf(people);
    }

    public String path() {
        return "/activities/" + id;
    }
}
