package org.jiaogongti.platform.disclosure.model;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;

/**
 * Days on which an office answers: Monday to Friday without the days that the calendar closes. School holidays are none of
 * these, and a Saturday that is worked instead only makes the limit end earlier than the law asks.
 */
public final class OfficeDays {

    private OfficeDays() {}

    /** The last day of so many working days after a day, which itself does not count. */
    public static LocalDate after(LocalDate from, int number, Set<LocalDate> closed) {
        LocalDate day = from;
        int left = number;
        while (left > 0) {
            day = day.plusDays(1);
            boolean weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
            if (!weekend && !closed.contains(day)) {
                left--;
            }
        }
        return day;
    }
}
