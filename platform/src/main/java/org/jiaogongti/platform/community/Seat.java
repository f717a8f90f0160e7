package org.jiaogongti.platform.community;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody's place in a community's leading group, among its liaisons or in a subject guidance group.
 *
 * @param subject of a guidance group, else null
 * @param school the school the person sits for; null for liaisons
 * @param to the last day, or null while it lasts
 * @param document by which it was decided, or null
 * @param appointedBy the researcher who appointed a leader, or null
 */
public record Seat(UUID id, UUID community, Body body, @Nullable String subject, Office office, UUID person,
        @Nullable UUID school, LocalDate from, @Nullable LocalDate to, @Nullable String document,
        @Nullable UUID appointedBy) {

    public boolean holdsOn(LocalDate day) {
        return !day.isBefore(from) && (to == null || !day.isAfter(to));
    }

    /** Whether it is the place that gives the right to convene a subject's group. */
    public boolean leads() {
        return body == Body.GUIDANCE_GROUP && office == Office.HEAD;
    }
}
