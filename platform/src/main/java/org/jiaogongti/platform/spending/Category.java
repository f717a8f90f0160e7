package org.jiaogongti.platform.spending;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A category of spending as the district set it from a day on.
 *
 * @param code by which budgets and expenses know it, whatever it is called later
 * @param ceiling fen for each unit at most; null where there is none
 * @param share percent of a school's whole budget at most; null where there is none
 * @param from the first day on which it holds
 * @param ended whether nothing may be spent on it from that day on
 */
public record Category(UUID id, String code, String name, int position, Unit unit, @Nullable Long ceiling,
        @Nullable Integer share, LocalDate from, boolean ended, String document, By by) {

    public static final int LONGEST_NAME = 20;
    public static final int LONGEST_DOCUMENT = 120;

    /** What a ceiling is for one of. */
    public enum Unit {
        NONE, PERSON_DAY, PERSON, LESSON, OCCASION
    }
}
