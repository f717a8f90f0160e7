package org.jiaogongti.platform.community;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A decision that a school need not belong to exactly one community (全覆盖的例外).
 *
 * @param to the last day, or null while it lasts
 * @param document the paper it stands in
 * @param end how it was taken back, or null
 */
public record CoverageException(UUID id, UUID school, Allows allows, LocalDate from, @Nullable LocalDate to,
        String reason, String document, String decidedBy, LocalDate decidedOn, @Nullable End end) {

    /** What is let pass. */
    public enum Allows {
        /** The school is in no community. */
        NONE,
        /** The school is in more than one. */
        SEVERAL
    }

    /**
     * Taken back.
     *
     * @param on from this day on the decision holds no more
     */
    public record End(LocalDate on, String reason) {}

    public boolean holdsOn(LocalDate day) {
        return !day.isBefore(from) && (to == null || !day.isAfter(to)) && (end == null || day.isBefore(end.on()));
    }
}
