package org.jiaogongti.platform.community;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A subject that is weak at a school, within the community that works on it.
 *
 * @param to the last day, or null while it lasts
 */
public record SchoolWeakSubject(UUID community, UUID school, String subject, LocalDate from, @Nullable LocalDate to) {

    public boolean holdsOn(LocalDate day) {
        return !day.isBefore(from) && (to == null || !day.isAfter(to));
    }
}
