package org.jiaogongti.platform.staff;

import java.time.LocalDate;
import java.util.UUID;
import org.jiaogongti.charter.Rank;
import org.jspecify.annotations.Nullable;

/**
 * A person placed at another school (挂职, 任教).
 *
 * @param permanent on the establishment (在编)
 * @param young an early-career teacher by the bureau's rule
 * @param to the last day, or null while it goes on
 * @param mentor the person named as mentor (导师)
 */
public record PersonPlacement(UUID id, UUID person, UUID fromSchool, UUID toSchool, Rank rank, boolean permanent,
        boolean young, LocalDate from, @Nullable LocalDate to, @Nullable UUID mentor) {

    public boolean holdsOn(LocalDate day) {
        return !day.isBefore(from) && (to == null || !day.isAfter(to));
    }

    /** The same with a mentor, or with none. */
    PersonPlacement guidedBy(@Nullable UUID other) {
        return new PersonPlacement(id, person, fromSchool, toSchool, rank, permanent, young, from, to, other);
    }
}
