package org.jiaogongti.platform.obligation.store;

import java.time.LocalDate;
import java.util.UUID;
import org.jiaogongti.charter.counting.Instance;
import org.jiaogongti.charter.counting.InstanceKey;
import org.jiaogongti.charter.counting.Waiver;
import org.jiaogongti.platform.obligation.AppliedWaiver;
import org.jiaogongti.platform.obligation.Source;
import org.jiaogongti.platform.obligation.model.Sum;
import org.jspecify.annotations.Nullable;

/**
 * An instance as it is kept.
 *
 * @param derivedFrom the record without which it would not exist
 * @param about the person a derived instance is about
 */
public record ProgressRow(Instance instance, Sum sum, @Nullable AppliedWaiver applied, @Nullable Source derivedFrom,
        @Nullable String about) {

    public InstanceKey key() {
        return instance.key();
    }

    /** The decision in the engine's words. */
    public @Nullable Waiver waiver() {
        return applied == null ? null : new Waiver(key(), applied.target(), applied.decidedOn());
    }

    /** The same row with other figures. */
    public ProgressRow with(Sum other) {
        return new ProgressRow(instance, other, applied, derivedFrom, about);
    }

    static @Nullable AppliedWaiver applied(@Nullable UUID waiver, @Nullable LocalDate waivedOn,
            @Nullable Integer target) {
        return waiver == null || waivedOn == null ? null : new AppliedWaiver(waiver, waivedOn, target);
    }
}
