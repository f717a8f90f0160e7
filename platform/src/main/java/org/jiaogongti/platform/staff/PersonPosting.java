package org.jiaogongti.platform.staff;

import java.time.LocalDate;
import java.util.UUID;
import org.jiaogongti.platform.access.Role;
import org.jspecify.annotations.Nullable;

/**
 * What a person is posted to; school, community and subject as far as the role needs them.
 *
 * @param to the last day, or null while it lasts
 */
public record PersonPosting(UUID id, UUID person, Role role, @Nullable UUID school, @Nullable UUID community,
        @Nullable String subject, LocalDate from, @Nullable LocalDate to) {}
