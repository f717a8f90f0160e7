package org.jiaogongti.platform.spending;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

/**
 * 拨付: what was paid to schools out of a decided year's payment list; after a correction only what differs.
 *
 * @param appraisal name of the appraised year
 * @param version of its result
 * @param lines fen by school, below zero where something is taken back
 */
public record Payout(UUID id, String appraisal, int version, LocalDate day, String document, By by,
        Map<UUID, Long> lines) {

    public Payout {
        lines = Map.copyOf(lines);
    }

    public long whole() {
        return lines.values().stream().mapToLong(Long::longValue).sum();
    }
}
