package org.jiaogongti.charter.counting;

import java.time.LocalDate;
import org.jiaogongti.charter.Modality;

/**
 * What is owed.
 *
 * @param community the community it belongs to
 * @param target the duty's own target, before any waiver
 * @param firstDay the first day on which it could be done
 * @param lastDay the last day on which it could be done; decides whether a later law suspends it
 * @param existsFrom the day from which it is owed at all; before it the instance is not listed (a mentor is owed only
 *        once somebody came)
 */
public record Instance(InstanceKey key, String community, Modality modality, int target, LocalDate firstDay,
        LocalDate lastDay, LocalDate existsFrom) {

    /** {@link #existsFrom} of what is owed without a condition. */
    public static final LocalDate ALWAYS = LocalDate.of(1, 1, 1);

    /** Whether it is listed on a day. */
    public boolean exists(LocalDate asOf) {
        return !existsFrom.isAfter(asOf);
    }
}
