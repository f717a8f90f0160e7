package org.jiaogongti.platform.appraisal;

import java.time.LocalDate;
import java.util.List;
import org.jiaogongti.charter.OccasionState;
import org.jspecify.annotations.Nullable;

/**
 * The records of a school's year as they were frozen.
 *
 * @param all by day
 */
public record Records(List<Item> all) {

    public Records {
        all = List.copyOf(all);
    }

    /**
     * One record.
     *
     * @param source by which the archive knows it
     * @param kinds codes of what was held, or none for a placement
     * @param ledBy names of the schools that led, or sent somebody
     * @param state null for a placement
     * @param duties those it counts for
     */
    public record Item(String source, LocalDate day, List<String> kinds, List<String> ledBy, String subject,
            @Nullable OccasionState state, List<String> duties) {

        public Item {
            kinds = List.copyOf(kinds);
            ledBy = List.copyOf(ledBy);
            duties = List.copyOf(duties);
        }

        /** Whether it counts now, so that to dispute it is to say that it should not. */
        public boolean counts() {
            return state == null || state == OccasionState.HELD;
        }
    }
}
