package org.jiaogongti.platform.staff;

import java.time.LocalDate;

/**
 * Whom the bureau calls an early-career teacher (青年教师) from a day on: whoever has taught for less than so many years.
 * No birth date is needed.
 *
 * @param document what it was decided by
 */
public record YoungRule(LocalDate from, int years, String document) {

    public static final int FEWEST_YEARS = 1;
    public static final int MOST_YEARS = 20;

    /** Whether somebody who began to teach on one day is young on another. */
    public boolean young(LocalDate since, LocalDate day) {
        return !day.isBefore(since) && day.isBefore(since.plusYears(years));
    }
}
