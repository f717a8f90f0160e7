package org.jiaogongti.platform.school;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jiaogongti.charter.calendar.Period;
import org.jiaogongti.charter.calendar.PeriodKind;
import org.jiaogongti.platform.reminder.WorkingDays;
import org.jiaogongti.platform.school.store.CalendarStore;
import org.springframework.stereotype.Component;

/** Working days of the school calendar: from Monday to Friday in a term, without its closed days. */
@Component
class SchoolDays implements WorkingDays.Source {

    private final CalendarStore store;

    SchoolDays(CalendarStore store) {
        this.store = store;
    }

    @Override
    public WorkingDays now() {
        return of(store.read());
    }

    /** Beyond the calendar's last term nobody knows of holidays yet, and weekdays count. */
    static WorkingDays of(SchoolCalendar calendar) {
        Set<LocalDate> closed = calendar.closedDays().stream().map(ClosedDay::day).collect(Collectors.toSet());
        List<Period> terms = calendar.periods().stream().filter(period -> period.kind() == PeriodKind.TERM).toList();
        LocalDate end = terms.stream().map(term -> term.days().last()).max(LocalDate::compareTo)
                .orElse(LocalDate.MIN);
        return day -> day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY
                && !closed.contains(day)
                && (day.isAfter(end) || terms.stream().anyMatch(term -> term.days().contains(day)));
    }
}
