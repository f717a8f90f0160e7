package org.jiaogongti.platform.community;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A subject guidance group (学科指导组) of a community.
 *
 * @param to the last day, or null while it lasts
 */
public record SubjectGroup(UUID community, String subject, LocalDate from, @Nullable LocalDate to) {

    public boolean holdsOn(LocalDate day) {
        return !day.isBefore(from) && (to == null || !day.isAfter(to));
    }
}
