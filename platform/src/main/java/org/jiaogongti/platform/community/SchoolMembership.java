package org.jiaogongti.platform.community;

import java.time.LocalDate;
import java.util.UUID;
import org.jiaogongti.charter.World.Role;
import org.jspecify.annotations.Nullable;

/**
 * A school's place in a community.
 *
 * @param to the last day, or null while it lasts
 */
public record SchoolMembership(UUID school, UUID community, Role role, LocalDate from, @Nullable LocalDate to) {

    public boolean holdsOn(LocalDate day) {
        return !day.isBefore(from) && (to == null || !day.isAfter(to));
    }
}
