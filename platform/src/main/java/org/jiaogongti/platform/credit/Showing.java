package org.jiaogongti.platform.credit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody shows their own record until a day: to one person, or by a secret link to whoever has it.
 *
 * @param reader null for a link
 * @param readerName of a link what it is for, in the owner's words
 * @param endedAt when it was taken back, or null
 * @param looks when it was looked at, the latest first
 */
public record Showing(UUID id, UUID owner, String ownerName, @Nullable UUID reader, String readerName, LocalDate madeOn,
        LocalDate lastDay, @Nullable Instant endedAt, List<Instant> looks) {

    public Showing {
        looks = List.copyOf(looks);
    }

    public boolean open(LocalDate today) {
        return endedAt == null && !today.isAfter(lastDay);
    }

    public boolean byLink() {
        return reader == null;
    }

    public String path() {
        return "/credits/shown/" + id;
    }
}
