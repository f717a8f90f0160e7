package org.jiaogongti.platform.inspection;

import java.util.UUID;
import org.jiaogongti.charter.calendar.DateRange;
import org.jspecify.annotations.Nullable;

/**
 * Which findings a list shows.
 *
 * @param community of the school when it was found
 * @param days in which it was found, or null for all
 */
public record FindingFilter(Show show, @Nullable UUID school, @Nullable UUID community, @Nullable DateRange days) {

    /** All that is not done, what is late, what the bureau has to look at, what is done, everything. */
    public enum Show {
        NOW, LATE, WAITING, DONE, ALL
    }
}
