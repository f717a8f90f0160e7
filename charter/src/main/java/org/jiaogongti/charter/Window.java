package org.jiaogongti.charter;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;
import org.jiaogongti.charter.calendar.DateRange;
import org.jiaogongti.charter.calendar.Period;

/** The days of a period in which a duty can be done (窗口), in words of the school calendar. */
public enum Window {
    /** The whole period. */
    WHOLE_PERIOD("整期"),
    /** Monday to Sunday before the Monday of the week in which the term starts; belongs to the term that follows. */
    WEEK_BEFORE_TERM("开学前一周"),
    /** The seven days right before the first day of term. */
    SEVEN_DAYS_BEFORE_TERM("开学前七天"),
    /** Monday to Friday of the week before term. */
    WEEKDAYS_BEFORE_TERM("开学前一周的工作日"),
    /** The seven days from the calendar's mid-term Monday. */
    MIDTERM_WEEK("期中一周"),
    /** Monday to Friday of the mid-term week. */
    MIDTERM_WEEKDAYS("期中一周的工作日");

    private final String word;

    Window(String word) {
        this.word = word;
    }

    /** The clerk's word in a charter file. */
    public String word() {
        return word;
    }

    /** The days in a given period; empty where the period's calendar does not have the window. */
    public Optional<DateRange> in(Period period) {
        LocalDate first = period.days().first();
        LocalDate mondayBefore = first.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).minusDays(7);
        return switch (this) {
            case WHOLE_PERIOD -> Optional.of(period.days());
            case WEEK_BEFORE_TERM -> Optional.of(new DateRange(mondayBefore, mondayBefore.plusDays(6)));
            case WEEKDAYS_BEFORE_TERM -> Optional.of(new DateRange(mondayBefore, mondayBefore.plusDays(4)));
            case SEVEN_DAYS_BEFORE_TERM -> Optional.of(new DateRange(first.minusDays(7), first.minusDays(1)));
            case MIDTERM_WEEK -> Optional.ofNullable(period.midtermWeek())
                    .map(monday -> new DateRange(monday, monday.plusDays(6)));
            case MIDTERM_WEEKDAYS -> Optional.ofNullable(period.midtermWeek())
                    .map(monday -> new DateRange(monday, monday.plusDays(4)));
        };
    }
}
