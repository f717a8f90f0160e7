package org.jiaogongti.platform.register;

import java.time.LocalDate;
import java.util.UUID;
import org.jiaogongti.charter.calendar.Period;
import org.jspecify.annotations.Nullable;

/**
 * A subject that is listed as weak at a school, or the school as a whole. The days are those of the community's and school's
 * own lists, from which duties are derived; everything else is this register's.
 *
 * @param community that works on it
 * @param to the last day, or null while it lasts
 */
public record WeakEntry(WeakKey key, UUID community, @Nullable LocalDate to) {

    public boolean holdsOn(LocalDate day) {
        return !day.isBefore(key.from()) && (to == null || !day.isAfter(to));
    }

    /** Whether a term may be reviewed on a day: it has begun, and the entry was listed on some day of it. */
    boolean reviewedIn(Period term, LocalDate today) {
        return !term.days().first().isAfter(today) && !term.days().last().isBefore(key.from())
                && (to == null || !term.days().first().isAfter(to));
    }
}
