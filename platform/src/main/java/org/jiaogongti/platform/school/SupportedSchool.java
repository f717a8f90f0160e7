package org.jiaogongti.platform.school;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A school that is listed as weak (薄弱学校) and gets support. No duty looks at it.
 *
 * @param to the last day, or null while it lasts
 * @param basis the data or the decision by which it is listed
 * @param document its number, or empty
 */
public record SupportedSchool(UUID school, LocalDate from, @Nullable LocalDate to, String basis, String document) {

    public boolean holdsOn(LocalDate day) {
        return !day.isBefore(from) && (to == null || !day.isAfter(to));
    }
}
