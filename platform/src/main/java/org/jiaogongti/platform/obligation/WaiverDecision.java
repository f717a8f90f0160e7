package org.jiaogongti.platform.obligation;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A decision as it was entered.
 *
 * @param lines how many instances it was resolved into
 * @param revokedOn the day it was taken back, or null while it stands
 */
public record WaiverDecision(UUID id, WaiverOrder order, int lines, @Nullable LocalDate revokedOn,
        @Nullable String revocationReason) {

    /** Whether it stands. */
    public boolean stands() {
        return revokedOn == null;
    }

    /** Duties it names. */
    public List<String> duties() {
        return order.duties();
    }
}
