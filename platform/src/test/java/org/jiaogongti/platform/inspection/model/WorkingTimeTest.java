package org.jiaogongti.platform.inspection.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;
import org.jiaogongti.platform.reminder.WorkingDays;
import org.junit.jupiter.api.Test;

/** Time limits counted by hand over a term with the National Day holiday, which ends on 2025-01-17. */
final class WorkingTimeTest {

    private static final Set<LocalDate> CLOSED = Set.of(LocalDate.of(2024, 10, 1), LocalDate.of(2024, 10, 2),
            LocalDate.of(2024, 10, 3), LocalDate.of(2024, 10, 4), LocalDate.of(2024, 10, 7));
    private static final LocalDate LAST = LocalDate.of(2025, 1, 17);
    private static final LocalDate SPRING = LocalDate.of(2025, 2, 17);
    private static final WorkingDays DAYS = day -> day.getDayOfWeek() != DayOfWeek.SATURDAY
            && day.getDayOfWeek() != DayOfWeek.SUNDAY && !CLOSED.contains(day)
            && (!day.isAfter(LAST) || !day.isBefore(SPRING));

    private static String after(String from, int number) {
        return WorkingTime.after(DAYS, LocalDate.parse(from), number).toString();
    }

    @Test
    void theDayItselfDoesNotCountAndWeekendsDoNot() {
        assertThat(after("2024-11-20", 1)).as("Wednesday, then Thursday").isEqualTo("2024-11-21");
        assertThat(after("2024-11-20", 3)).as("over the weekend to Monday").isEqualTo("2024-11-25");
        assertThat(after("2024-11-23", 1)).as("from a Saturday").isEqualTo("2024-11-25");
        assertThat(after("2024-11-20", 15)).as("three weeks").isEqualTo("2024-12-11");
    }

    @Test
    void holidaysAndTheTimeBetweenTermsStandStill() {
        assertThat(after("2024-09-29", 1)).isEqualTo("2024-09-30");
        assertThat(after("2024-09-30", 1)).as("after the holiday").isEqualTo("2024-10-08");
        assertThat(after("2024-09-27", 5)).as("30 September, then 8 to 11 October").isEqualTo("2024-10-11");
        assertThat(after("2025-01-15", 3)).as("16, 17 January, then the spring term").isEqualTo("2025-02-17");
    }

    @Test
    void aCalendarWithoutWorkingDaysIsSaidToBeEmpty() {
        assertThatThrownBy(() -> WorkingTime.after(_ -> false, LAST, 1)).hasMessageContaining("school calendar");
    }
}
