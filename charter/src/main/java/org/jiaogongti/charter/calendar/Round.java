package org.jiaogongti.charter.calendar;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A round (轮).
 *
 * @param reading the reading by which it keeps the first round's duties, or null where the notice itself says so
 */
public record Round(String name, DateRange days, List<Phase> phases, @Nullable String reading) {
    public Round {
        phases = List.copyOf(phases);
    }
}
