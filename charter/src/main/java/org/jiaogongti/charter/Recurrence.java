package org.jiaogongti.charter;

import java.util.Optional;
import org.jiaogongti.charter.calendar.PeriodKind;

/** How often a duty comes back (多久). */
public enum Recurrence {
    /** 每学期. */
    TERM("每学期"),
    /** 每学年. */
    SCHOOL_YEAR("每学年"),
    /** 每年, read as January to December. */
    CALENDAR_YEAR("每年"),
    /** 每轮, three school years. */
    ROUND("每轮"),
    /** 一次, in the days the notice names. */
    ONCE("一次"),
    /** 每次: at each thing held. */
    EACH_TIME("每次"),
    /** 一直. */
    STANDING("一直"),
    /** 任教期间: in each term in which the placement counts. */
    WHILE_PLACED("任教期间");

    private final String word;

    Recurrence(String word) {
        this.word = word;
    }

    /** The clerk's word in a charter file. */
    public String word() {
        return word;
    }

    /** The calendar's period it runs over; empty where it has none of the calendar. */
    public Optional<PeriodKind> period() {
        return switch (this) {
            case TERM, WHILE_PLACED -> Optional.of(PeriodKind.TERM);
            case SCHOOL_YEAR -> Optional.of(PeriodKind.SCHOOL_YEAR);
            case CALENDAR_YEAR -> Optional.of(PeriodKind.CALENDAR_YEAR);
            case ROUND -> Optional.of(PeriodKind.ROUND);
            case ONCE, EACH_TIME, STANDING -> Optional.empty();
        };
    }
}
