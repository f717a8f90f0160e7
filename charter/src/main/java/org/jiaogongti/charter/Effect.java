package org.jiaogongti.charter;

import java.util.Set;

/**
 * What one way of reading an open point changes beyond single duties. A closed vocabulary in a clerk's words: a new kind
 * of effect is a new type here, its word in the reader, its place in the counting, and a test.
 */
public sealed interface Effect {

    /** 末日归后段: a day that two neighbouring phases share belongs to the later one only. */
    record SharedDayToLater() implements Effect {}

    /** 首日归前段: a day that two neighbouring phases share belongs to the earlier one only. */
    record SharedDayToEarlier() implements Effect {}

    /**
     * 按天折算: a term in which the phase ends owes the share of its days that lie in the phase, rounded up, at least 1.
     *
     * @param phase such as 开展工作
     */
    record ProRata(String phase) implements Effect {}

    /** 没有责任的轮次: nothing is owed in periods that begin in the round. */
    record RoundOwesNothing(String round) implements Effect {}

    /**
     * 只在阶段: within a round, what is counted is owed only in periods that share a day with the phase.
     *
     * @param phase such as 开展工作
     */
    record OwedOnlyIn(String phase) implements Effect {}

    /** 不承担责任的学校: schools of these kinds owe nothing themselves; what is owed to them stays. */
    record Exempt(Set<World.SchoolKind> kinds) implements Effect {
        public Exempt {
            kinds = Set.copyOf(kinds);
        }
    }

    /** 并入中心校: what a teaching point does, and its people, are its central school's. */
    record PointsInCentralSchool() implements Effect {}
}
