package org.jiaogongti.platform.obligation;

import org.jiaogongti.charter.counting.InstanceKey;
import org.jiaogongti.charter.counting.Status;

/**
 * How a record moves one instance.
 *
 * @param community the community the instance belongs to
 * @param clause the address of the duty's clause, {@code 三(二)3}
 * @param before what counted without the record, after: with it; days to come do not count yet
 * @param plannedAfter what is planned or starts on a later day, with the record
 * @param target the duty's target, or the smaller one of a decision
 */
public record Effect(InstanceKey key, String community, String dutyName, String clause, int before, int after,
        int plannedAfter, int target, Status statusBefore, Status statusAfter) {}
