package org.jiaogongti.platform.obligation;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A change of the charter on its way.
 *
 * @param end null while it waits for a second person
 */
public record Amendment(UUID id, AmendmentOrder order, UUID proposedBy, Instant proposedAt, @Nullable End end) {

    /** How it can end. */
    public enum Outcome {
        CONFIRMED, REFUSED, WITHDRAWN
    }

    /** How it ended. */
    public record End(Outcome outcome, String reason, UUID by, Instant at) {}

    public boolean open() {
        return end == null;
    }
}
