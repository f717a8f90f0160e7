package org.jiaogongti.platform.access.store;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code access.account}.
 *
 * @param typeSize how big they want the type; large or larger, or null where the device decides
 */
public record AccountRow(UUID id, String login, String name, @Nullable UUID personId, @Nullable String passwordHash,
        int epoch, Instant createdAt, @Nullable Instant disabledAt, boolean secondFactor, boolean passkey,
        @Nullable String typeSize) {

    public boolean disabled() {
        return disabledAt != null;
    }
}
