package org.jiaogongti.platform.activity;

import java.util.Set;

/**
 * A kind of activity, as the notice names it.
 *
 * @param code the word of the acceptance cases, {@code outreach-lesson}
 * @param shortName for narrow places
 * @param unit 节 where lessons are counted, 次 where the occasion itself is
 * @param common whether the form shows it before 其他
 */
public record ActivityKind(String code, String name, String shortName, String unit, boolean common, Set<Need> needs) {

    public ActivityKind {
        needs = Set.copyOf(needs);
    }

    /** Whether it has a number of lessons of its own. */
    public boolean countsLessons() {
        return unit.equals("节");
    }

    /** What a record of it cannot be without. */
    public enum Need {
        HOST, LEADER, RANK, SUBJECT, GRADE, PARTICIPANTS
    }
}
