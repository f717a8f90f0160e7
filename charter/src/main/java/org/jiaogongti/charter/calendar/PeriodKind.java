package org.jiaogongti.charter.calendar;

/** What a duty recurs by. */
public enum PeriodKind {
    /** 学期. */
    TERM,
    /** 学年. */
    SCHOOL_YEAR,
    /** 年, as January to December. */
    CALENDAR_YEAR,
    /** 轮, three school years. */
    ROUND
}
