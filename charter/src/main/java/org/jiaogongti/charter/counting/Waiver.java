package org.jiaogongti.charter.counting;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One decision about exactly one instance (免办、减办), in force from {@code decidedOn} on.
 *
 * @param target the lowered target, 1 to the duty's own minus 1; null waives it wholly
 */
public record Waiver(InstanceKey key, @Nullable Integer target, LocalDate decidedOn) {

    /** 免办, as against 减办. */
    public boolean wholly() {
        return target == null;
    }

    public boolean inForce(LocalDate asOf) {
        return !decidedOn.isAfter(asOf);
    }
}
