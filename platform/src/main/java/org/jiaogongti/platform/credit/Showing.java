package org.jiaogongti.platform.credit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody shows their own record to one person, until a day.
 *
 * @param endedAt when it was taken back, or null
 * @param looks when it was looked at, the latest first
 */
public record Showing(UUID id, UUID owner, String ownerName, UUID reader, String readerName, LocalDate madeOn,
        LocalDate lastDay, @Nullable Instant endedAt, List<Instant> looks) {

    public Showing {
        looks = List.copyOf(looks);
    }

    public boolean open(LocalDate today) {
        return endedAt == null && !today.isAfter(lastDay);
    }

    public String path() {
        return "/credits/shown/" + id;
    }
}
