package org.jiaogongti.platform.reminder.model;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Optional;
import org.jiaogongti.platform.reminder.Habit;
import org.jiaogongti.platform.reminder.WorkingDays;

/** When somebody may be told outside of the app. */
public final class Hours {

    private Hours() {}

    /** Whether a time lies in the quiet hours, which may go over midnight; the last moment is outside. */
    public static boolean quiet(Habit habit, LocalTime time) {
        LocalTime from = habit.quietFrom();
        LocalTime to = habit.quietTo();
        if (from.equals(to)) {
            return false;
        }
        boolean after = !time.isBefore(from);
        boolean before = time.isBefore(to);
        return from.isBefore(to) ? after && before : after || before;
    }

    /**
     * Whether news go now: outside of the quiet hours, and on a day off only where what they are about comes before anybody
     * works again or on that very day.
     *
     * @param about the day of what they are about
     */
    public static boolean news(Habit habit, LocalDateTime now, LocalDate about, WorkingDays days) {
        if (quiet(habit, now.toLocalTime())) {
            return false;
        }
        LocalDate day = now.toLocalDate();
        while (!days.works(day) && day.isBefore(about)) {
            day = day.plusDays(1);
        }
        return days.works(now.toLocalDate()) || !day.isBefore(about);
    }

    /** Whether the day's letter goes now: once a working day, from its time on, outside of the quiet hours. */
    public static boolean letter(Habit habit, LocalDateTime now, Optional<LocalDate> last, WorkingDays days) {
        LocalDate today = now.toLocalDate();
        return days.works(today) && last.filter(day -> !day.isBefore(today)).isEmpty()
                && !now.toLocalTime().isBefore(habit.digest()) && !quiet(habit, now.toLocalTime());
    }
}
