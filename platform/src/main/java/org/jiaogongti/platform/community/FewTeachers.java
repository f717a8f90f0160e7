package org.jiaogongti.platform.community;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The decision that a subject with few full-time teachers is arranged freely (专任教师数偏少的学科可以灵活安排).
 *
 * @param school the school that need not have a member in the group, or null for every school of the community
 * @param to the last day, or null while it lasts
 * @param document the paper it stands in
 */
public record FewTeachers(UUID id, UUID community, String subject, @Nullable UUID school, LocalDate from,
        @Nullable LocalDate to, String reason, String document, String decidedBy) {

    public boolean holdsOn(LocalDate day) {
        return !day.isBefore(from) && (to == null || !day.isAfter(to));
    }

    public boolean covers(String asked, UUID askedSchool) {
        return subject.equals(asked) && (school == null || school.equals(askedSchool));
    }
}
