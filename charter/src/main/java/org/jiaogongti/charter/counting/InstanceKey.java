package org.jiaogongti.charter.counting;

import org.jiaogongti.charter.CodePointOrder;

/**
 * One duty of one bearer towards one counterpart in one period.
 *
 * @param duty such as {@code Q21}
 * @param bearer the school or community that owes it
 * @param counterpart the school, subject, weak subject ({@code school/subject}) or placement
 *        ({@code school/placement}) it is owed to, or the record of the thing held that it comes with; {@code "-"}
 *        where there is none
 * @param period the period's name
 */
public record InstanceKey(String duty, String bearer, String counterpart, String period)
        implements
            Comparable<InstanceKey> {

    /** The counterpart of a duty that has none. */
    public static final String NOBODY = "-";

    @Override
    public int compareTo(InstanceKey other) {
        int byDuty = CodePointOrder.INSTANCE.compare(duty, other.duty);
        if (byDuty != 0) {
            return byDuty;
        }
        int byBearer = CodePointOrder.INSTANCE.compare(bearer, other.bearer);
        if (byBearer != 0) {
            return byBearer;
        }
        int byCounterpart = CodePointOrder.INSTANCE.compare(counterpart, other.counterpart);
        return byCounterpart != 0 ? byCounterpart : CodePointOrder.INSTANCE.compare(period, other.period);
    }

    /** As the command line writes it: {@code DUTY/BEARER/COUNTERPART/PERIOD}; the counterpart may hold a slash. */
    @Override
    public String toString() {
        return duty + "/" + bearer + "/" + counterpart + "/" + period;
    }
}
