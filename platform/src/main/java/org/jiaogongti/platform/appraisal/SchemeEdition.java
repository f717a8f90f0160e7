package org.jiaogongti.platform.appraisal;

import java.time.LocalDate;
import java.util.UUID;
import org.jiaogongti.charter.appraising.Scheme;
import org.jiaogongti.charter.calendar.PeriodKind;

/**
 * A scheme as the district adopted it.
 *
 * @param firstYear the name of the first year it holds for
 * @param text the file as it was handed in
 * @param document the paper by which it was adopted
 */
public record SchemeEdition(UUID id, String firstYear, Scheme scheme, String text, String sha256,
        String document, LocalDate on, String actorName) {

    /** By which years it appraises. */
    public PeriodKind kind() {
        return switch (scheme.span()) {
            case SCHOOL_YEAR -> PeriodKind.SCHOOL_YEAR;
            case CALENDAR_YEAR -> PeriodKind.CALENDAR_YEAR;
        };
    }
}
