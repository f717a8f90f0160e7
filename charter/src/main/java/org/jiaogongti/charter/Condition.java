package org.jiaogongti.charter;

import java.util.List;
import java.util.Set;

/**
 * What a record must fulfil to count (只数). A closed vocabulary in a clerk's words: a new kind of condition is a new
 * type here, its word in the reader, its check in the counting, and a test.
 */
public sealed interface Condition {

    /** Conditions on something held. */
    sealed interface OfOccasion extends Condition {}

    /** Conditions on a placement. */
    sealed interface OfPlacement extends Condition {}

    /** 在…举办. */
    record HostIs(Place place) implements OfOccasion {}

    /** 牵头校带队 and the like. */
    record LedBy(Place place) implements OfOccasion {}

    /** 带队人是. */
    record LeaderIs(Set<Rank> ranks) implements OfOccasion {
        public LeaderIs {
            ranks = Set.copyOf(ranks);
        }
    }

    /** 带队人职级不低于: 校长 above 副校长 above 中层干部; teachers stand outside this ladder. */
    record LeaderAtLeast(Rank rank) implements OfOccasion {}

    /** 学科是. */
    record SubjectIn(Set<String> subjects) implements OfOccasion {
        public SubjectIn {
            subjects = Set.copyOf(subjects);
        }
    }

    /** 本学科: the subject of the counterpart (guidance group, weak subject). */
    record SubjectOfCounterpart() implements OfOccasion {}

    /** 只有一个年级. */
    record OneGrade() implements OfOccasion {}

    /** 本校参加, 对方校参加: at least one person. */
    record TookPart(Place place) implements OfOccasion {}

    /** 另有学校参加: a school other than the bearer. */
    record AnotherTookPart() implements OfOccasion {}

    /** 参加人数不少于. */
    record ParticipantsAtLeast(Place place, Threshold threshold) implements OfOccasion {}

    /** 到校: not over the network. */
    record InPerson() implements OfOccasion {}

    /** 事先报备: filed on the day or earlier. */
    record FiledBefore() implements OfOccasion {}

    /** 方案已审核: approved on the day or earlier. */
    record Approved() implements OfOccasion {}

    /** 派到…. */
    record PlacedTo(Place place) implements OfPlacement {}

    /** 职级不低于. */
    record PersonAtLeast(Rank rank) implements OfPlacement {}

    /** 在编. */
    record Permanent() implements OfPlacement {}

    /** 青年教师. */
    record Young() implements OfPlacement {}

    /** 全部. */
    record AllOf(List<Condition> parts) implements Condition {
        public AllOf {
            parts = List.copyOf(parts);
        }
    }

    /** 任一. */
    record AnyOf(List<Condition> parts) implements Condition {
        public AnyOf {
            parts = List.copyOf(parts);
        }
    }

    /** 不是. */
    record Not(Condition part) implements Condition {}
}
