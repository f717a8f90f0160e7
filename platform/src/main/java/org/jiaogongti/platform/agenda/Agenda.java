package org.jiaogongti.platform.agenda;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jiaogongti.charter.calendar.DateRange;
import org.jiaogongti.charter.calendar.Period;
import org.jiaogongti.platform.activity.OccasionDays.Choices;
import org.jiaogongti.platform.activity.OccasionDays.Dated;
import org.jiaogongti.platform.agenda.AgendaQuery.Of;
import org.jiaogongti.platform.agenda.AgendaQuery.View;
import org.jiaogongti.platform.agenda.model.Span;
import org.jiaogongti.platform.staff.Colleague;
import org.jspecify.annotations.Nullable;

/**
 * A calendar, filled.
 *
 * @param of as it was found to be: one's own names the person
 * @param day the day it was asked for
 * @param days all days shown, from a Monday to a Sunday but for a single day
 * @param term the one the day lies in, or the nearest; null where the district has none
 * @param name of the person, school or community; empty for all
 * @param times of those that say so
 * @param more whether there is more than is shown
 * @param colleagues people whose calendars may be chosen here
 */
public record Agenda(View view, Of of, LocalDate day, DateRange days, @Nullable Period term, String name, boolean own,
        Choices choices, List<Dated> occasions, Map<UUID, Span> times, boolean more, List<ClashNote> clashes,
        List<Due> dues, List<Colleague> colleagues) {

    public Agenda {
        occasions = List.copyOf(occasions);
        times = Map.copyOf(times);
        clashes = List.copyOf(clashes);
        dues = List.copyOf(dues);
        colleagues = List.copyOf(colleagues);
    }
}
