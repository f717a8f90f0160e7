package org.jiaogongti.platform.obligation;

import java.time.LocalDate;
import java.util.Set;

/**
 * What a change of schools, communities or calendar touches: only instances and facts of these communities whose days
 * reach into the range are derived again.
 *
 * @param communities ids; empty means all
 * @param last {@link LocalDate#MAX} where the change goes on
 */
public record WorldChange(Set<String> communities, LocalDate first, LocalDate last) {

    public WorldChange {
        communities = Set.copyOf(communities);
    }

    /** A change for these communities from a day on. */
    public static WorldChange from(LocalDate first, Set<String> communities) {
        return new WorldChange(communities, first, LocalDate.MAX);
    }

    /** A change that may touch every community, such as one of the calendar. */
    public static WorldChange everywhere(LocalDate first, LocalDate last) {
        return new WorldChange(Set.of(), first, last);
    }

    boolean touches(String community, LocalDate from, LocalDate to) {
        return (communities.isEmpty() || communities.contains(community)) && !to.isBefore(first) && !from.isAfter(last);
    }
}
