package org.jiaogongti.platform.advice;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who advises a community, as one engagement.
 *
 * @param titles as the adviser bears them, or empty
 * @param invitedBy who invited them
 * @param document by which paper, or empty
 * @param to last day, or null while it is open
 */
public record Adviser(UUID id, UUID community, String name, AdviserKind kind, AdviserLevel level, String unit,
        String titles, String invitedBy, String document, LocalDate from, @Nullable LocalDate to) {

    public static final int LONGEST = 120;

    public boolean holdsOn(LocalDate day) {
        return !day.isBefore(from) && (to == null || !day.isAfter(to));
    }

    Adviser until(@Nullable LocalDate last) {
        return new Adviser(id, community, name, kind, level, unit, titles, invitedBy, document, from, last);
    }

    /** The same person engaged twice for days that cross. */
    boolean crosses(Adviser other) {
        return !id.equals(other.id) && community.equals(other.community) && name.equals(other.name)
                && unit.equals(other.unit) && (to == null || !other.from.isAfter(to))
                && (other.to == null || !from.isAfter(other.to));
    }
}
