package org.jiaogongti.platform.obligation;

import org.jiaogongti.charter.counting.Instance;
import org.jiaogongti.charter.counting.InstanceKey;
import org.jiaogongti.charter.counting.Status;
import org.jspecify.annotations.Nullable;

/**
 * Where one instance stands on the business date.
 *
 * @param counted what counts, not capped at the target
 * @param planned what is planned or held on a day still to come
 * @param disputed what would count if a dispute were settled for it
 * @param target the duty's own target, or the smaller one of the decision
 * @param waiver the decision about it, if one is in force
 * @param about the person it is about, where it exists for one person (a mentor for a young teacher)
 */
public record Standing(Instance instance, int counted, int planned, int disputed, int target, Status status,
        @Nullable AppliedWaiver waiver, @Nullable String about) {

    /** The counterpart of a standing that stands for all that is met of an each-time duty. */
    public static final String ALL_MET = "*";

    /** How many instances it stands for: one, or all that is met of an each-time duty where those are summed. */
    public int number() {
        return key().counterpart().equals(ALL_MET) ? target : 1;
    }

    public InstanceKey key() {
        return instance.key();
    }

    public String duty() {
        return instance.key().duty();
    }

    /** What is still to be done, 0 once the target is reached. */
    public int left() {
        return Math.max(0, target - counted);
    }
}
