package org.jiaogongti.platform.obligation;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.jiaogongti.charter.World;

/**
 * What a change of schools, communities or calendar touches: only instances and facts of these communities whose days
 * reach into the range are derived again.
 *
 * @param communities ids; none here and no schools means all
 * @param schools ids of schools whose communities are touched
 * @param last {@link LocalDate#MAX} where the change goes on
 */
public record WorldChange(Set<String> communities, Set<String> schools, LocalDate first, LocalDate last) {

    public WorldChange {
        communities = Set.copyOf(communities);
        schools = Set.copyOf(schools);
    }

    /** A change at one school from a day on, in whatever communities it belongs to. */
    public static WorldChange ofSchool(String school, LocalDate first) {
        return new WorldChange(Set.of(), Set.of(school), first, LocalDate.MAX);
    }

    /** A change for these communities from a day on. */
    public static WorldChange from(LocalDate first, Set<String> communities) {
        return new WorldChange(communities, Set.of(), first, LocalDate.MAX);
    }

    /** A change that may touch every community, such as one of the calendar. */
    public static WorldChange everywhere(LocalDate first, LocalDate last) {
        return new WorldChange(Set.of(), Set.of(), first, last);
    }

    /** The same with schools replaced by the communities they belong to on any of some days. */
    WorldChange byCommunity(World world, Collection<LocalDate> days) {
        if (schools.isEmpty()) {
            return this;
        }
        Set<String> touched = new HashSet<>(communities);
        for (String school : schools) {
            days.forEach(day -> world.membership(school, day).ifPresent(known -> touched.add(known.community())));
        }
        return new WorldChange(touched, Set.of(), first, last);
    }

    boolean touches(String community, LocalDate from, LocalDate to) {
        return (communities.isEmpty() || communities.contains(community)) && !to.isBefore(first) && !from.isAfter(last);
    }
}
