package org.jiaogongti.charter.goals;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a goal means in its round from a day on (改为). What is null, and a year that is not named, stays as it is; a year that
 * has ended before the day cannot be named.
 *
 * @param decidedBy who decided; of every target in it too
 * @param basis the paper it rests on
 */
public record DatedAim(LocalDate from, @Nullable Baseline baseline, @Nullable Target expected,
        List<AnnualTarget> years, String decidedBy, String basis) {

    public DatedAim {
        years = List.copyOf(years);
    }
}
