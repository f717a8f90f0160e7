package org.jiaogongti.platform.spending;

import java.util.Map;
import java.util.UUID;

/**
 * What a school means to spend in a calendar year, whatever the money comes from.
 *
 * @param document what it was decided by
 * @param lines fen by code of the category; a category of nothing is left out
 */
public record SchoolBudget(UUID id, UUID school, int year, String document, Map<String, Long> lines, By by) {

    public SchoolBudget {
        lines = Map.copyOf(lines);
    }

    public long fen(String category) {
        return lines.getOrDefault(category, 0L);
    }

    public long whole() {
        return lines.values().stream().mapToLong(Long::longValue).sum();
    }
}
