package org.jiaogongti.platform.inspection.model;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jiaogongti.platform.reminder.WorkingDays;

/** Time limits in working days. */
public final class WorkingTime {

    /** Two years of days; a calendar without any working day in them says nothing about limits. */
    private static final int LONGEST = 731;

    private WorkingTime() {}

    /** The last day of a limit: the given number of working days after a day, which itself does not count. */
    public static LocalDate after(WorkingDays days, LocalDate from, int number) {
        LocalDate day = from;
        int left = number;
        while (left > 0) {
            day = day.plusDays(1);
            if (ChronoUnit.DAYS.between(from, day) > LONGEST) {
                throw new IllegalStateException("no " + number + " working days after " + from
                        + "\nEnter the terms and closed days of the school calendar.");
            }
            if (days.works(day)) {
                left--;
            }
        }
        return day;
    }
}
