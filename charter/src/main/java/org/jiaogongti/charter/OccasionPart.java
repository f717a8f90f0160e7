package org.jiaogongti.charter;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One part of something held. Schools, communities and subjects are ids; in the command line's files an id is the name.
 *
 * @param kind a kind code such as {@code demonstration-lesson}
 * @param date the day it was held, which decides the period; never the day it was entered
 * @param community the community whose duties it can serve
 * @param host where it was held
 * @param ledBy the school whose people led it
 * @param grades empty, or one or more grades
 * @param lessons class periods, 1 or more; 0 is possible only where a file says so
 * @param participants school to number of people; a school with 0 did not take part
 * @param filedOn the day of 报备
 * @param approvedOn the day the plan was approved
 * @param online held over the network; nobody came to the other school
 * @param owes the papers that the occasion needs beforehand; given with its main part only, so that an occasion of
 *        several parts owes them once
 */
public record OccasionPart(String source, String part, String kind, LocalDate date, String community,
        @Nullable String host, @Nullable String ledBy, @Nullable Rank ledByRank, @Nullable String subject,
        List<String> grades, int lessons, Map<String, Integer> participants, @Nullable LocalDate filedOn,
        @Nullable LocalDate approvedOn, OccasionState state, boolean online, Set<Paper> owes) implements Fact {

    public OccasionPart {
        grades = List.copyOf(grades);
        participants = Map.copyOf(participants);
        // What was kept before papers were counted says nothing of them.
        owes = owes == null ? Set.of() : Set.copyOf(owes);
    }

    /** Nothing is owed beforehand. */
    public OccasionPart(String source, String part, String kind, LocalDate date, String community,
            @Nullable String host, @Nullable String ledBy, @Nullable Rank ledByRank, @Nullable String subject,
            List<String> grades, int lessons, Map<String, Integer> participants, @Nullable LocalDate filedOn,
            @Nullable LocalDate approvedOn, OccasionState state, boolean online) {
        this(source, part, kind, date, community, host, ledBy, ledByRank, subject, grades, lessons, participants,
                filedOn, approvedOn, state, online, Set.of());
    }

    /** Held where people met. */
    public OccasionPart(String source, String part, String kind, LocalDate date, String community,
            @Nullable String host, @Nullable String ledBy, @Nullable Rank ledByRank, @Nullable String subject,
            List<String> grades, int lessons, Map<String, Integer> participants, @Nullable LocalDate filedOn,
            @Nullable LocalDate approvedOn, OccasionState state) {
        this(source, part, kind, date, community, host, ledBy, ledByRank, subject, grades, lessons, participants,
                filedOn, approvedOn, state, false);
    }

    /** The same in another state. */
    public OccasionPart as(OccasionState other) {
        return new OccasionPart(source, part, kind, date, community, host, ledBy, ledByRank, subject, grades, lessons,
                participants, filedOn, approvedOn, other, online, owes);
    }
}
