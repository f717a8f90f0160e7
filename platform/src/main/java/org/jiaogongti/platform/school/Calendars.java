package org.jiaogongti.platform.school;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jiaogongti.charter.calendar.Period;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.journal.Journal;
import org.jiaogongti.platform.obligation.WorldChange;
import org.jiaogongti.platform.obligation.WorldChanges;
import org.jiaogongti.platform.school.store.CalendarStore;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The district's school calendar. */
@Service
@Transactional(readOnly = true)
public class Calendars {

    private final CalendarStore store;
    private final WorldChanges worldChanges;

    private final Journal journal;

    Calendars(CalendarStore store, WorldChanges worldChanges, Journal journal) {
        this.store = store;
        this.worldChanges = worldChanges;
        this.journal = journal;
    }

    /** One select. */
    public SchoolCalendar current() {
        return store.read();
    }

    /** Adds periods, phases and closed days, or puts them in the place of those of the same name. */
    @Transactional
    public Change setUp(Actor actor, SchoolCalendar calendar) {
        if (!Schools.mayOrganise(actor)) {
            return new Change.Refused("school.refused.role");
        }
        store.putPeriods(calendar.periods());
        store.putPhases(calendar.phases());
        store.putClosedDays(calendar.closedDays());
        touched(calendar.periods());
        journal.write(actor, "CalendarSetUp", "calendar", null,
                Map.of("periods", calendar.periods().stream().map(Period::name).toList(), "phases",
                        calendar.phases().size(), "closedDays", calendar.closedDays().size()));
        return new Change.Done();
    }

    /** The days a changed period had and has may both hold records, and so may the fortnight before a term. */
    private void touched(List<Period> periods) {
        periods.stream().map(period -> period.days().first()).min(Comparator.naturalOrder())
                .ifPresent(first -> worldChanges
                        .changed(WorldChange.everywhere(first.minusYears(1), LocalDate.MAX)));
    }
}
