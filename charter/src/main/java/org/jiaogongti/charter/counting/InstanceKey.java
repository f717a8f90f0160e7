package org.jiaogongti.charter.counting;

/**
 * One duty of one bearer towards one counterpart in one period.
 *
 * @param duty such as {@code Q21}
 * @param bearer the school or community that owes it
 * @param counterpart the school, subject, weak subject ({@code school/subject}) or placement
 *        ({@code school/placement}) it is owed to; {@code "-"} where there is none
 * @param period the period's name
 */
public record InstanceKey(String duty, String bearer, String counterpart, String period)
        implements
            Comparable<InstanceKey> {

    /** The counterpart of a duty that has none. */
    public static final String NOBODY = "-";

    @Override
    public int compareTo(InstanceKey other) {
        int byDuty = duty.compareTo(other.duty);
        if (byDuty != 0) {
            return byDuty;
        }
        int byBearer = bearer.compareTo(other.bearer);
        if (byBearer != 0) {
            return byBearer;
        }
        int byCounterpart = counterpart.compareTo(other.counterpart);
        return byCounterpart != 0 ? byCounterpart : period.compareTo(other.period);
    }
}
