package org.jiaogongti.charter;

import java.util.Set;

/** What a counted duty counts (数). */
public sealed interface Measure {

    /** Things held, each once (次). */
    record Occasions(Set<String> kinds) implements Measure {
        public Occasions {
            kinds = Set.copyOf(kinds);
        }
    }

    /** Class periods of things held (节). */
    record Lessons(Set<String> kinds) implements Measure {
        public Lessons {
            kinds = Set.copyOf(kinds);
        }
    }

    /** People placed at another school, in the period in which the placement starts (挂职). */
    record PlacementStarts() implements Measure {}

    /** People placed at another school, in every period that the placement overlaps by a day (任教). */
    record PlacementDays() implements Measure {}

    /**
     * Mentors named for the placements that another duty counts (指定导师).
     *
     * @param placements the duty that counts them
     */
    record Mentors(String placements) implements Measure {}

    /** The paper that each thing held needs beforehand (报备, 活动方案). */
    record Papers(Paper paper) implements Measure {}

    /** Whether it looks at things held, rather than at placements. */
    default boolean ofOccasions() {
        return switch (this) {
            case Occasions _,Lessons _,Papers _ -> true;
            case PlacementStarts _,PlacementDays _,Mentors _ -> false;
        };
    }

    /** The kinds of things held that it counts; empty for placements and papers. */
    default Set<String> occasionKinds() {
        return switch (this) {
            case Occasions occasions -> occasions.kinds();
            case Lessons lessons -> lessons.kinds();
            case PlacementStarts _,PlacementDays _,Mentors _,Papers _ -> Set.of();
        };
    }
}
