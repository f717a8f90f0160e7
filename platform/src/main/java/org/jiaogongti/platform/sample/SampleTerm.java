package org.jiaogongti.platform.sample;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;

/**
 * A term of the sample calendar.
 *
 * @param name such as {@code 2024-2025-1}
 * @param midterm the Monday of the middle week
 */
record SampleTerm(String name, LocalDate first, LocalDate last, LocalDate midterm) {

    String schoolYear() {
        return name.substring(0, 9);
    }

    boolean isFirstOfYear() {
        return name.endsWith("-1");
    }

    boolean contains(LocalDate day) {
        return !day.isBefore(first) && !day.isAfter(last);
    }

    /** The Monday of the week before term. */
    LocalDate weekBefore() {
        return first.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).minusDays(7);
    }

    /** Terms whose days lie in the epidemic spring. */
    boolean isEpidemic() {
        return "2019-2020-2".equals(name);
    }

    /** Whether tests and contests across schools were still held. */
    boolean isBeforeExamLaw() {
        return name.compareTo("2021-2022-1") < 0;
    }

    /** Whether it is one of the three terms whose records are dense. */
    boolean isDense() {
        return name.compareTo("2023-2024-1") >= 0;
    }
}
