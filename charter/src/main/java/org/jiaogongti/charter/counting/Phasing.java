package org.jiaogongti.charter.counting;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jiaogongti.charter.Charter;
import org.jiaogongti.charter.Obligation;
import org.jiaogongti.charter.Obligation.Counted;
import org.jiaogongti.charter.Recurrence;
import org.jiaogongti.charter.calendar.DateRange;
import org.jiaogongti.charter.calendar.Period;
import org.jiaogongti.charter.calendar.Phase;

/** What a phase of a round makes due: duties whose last possible day lies in it. */
public final class Phasing {

    private Phasing() {}

    /**
     * A duty that falls due in a phase.
     *
     * @param times in how many periods; 1 where the notice itself names the phase or the days
     */
    public record Due(Obligation duty, int times) {}

    /**
     * In the notice's order. What is done each time, or always, falls due in no phase; what later law suspends on its
     * last day is not due.
     *
     * @param periods of the school calendar
     */
    public static List<Due> due(Charter charter, List<Period> periods, Phase phase) {
        List<Due> due = new ArrayList<>();
        for (Obligation duty : charter.obligations()) {
            int times = (int) lastDays(charter, duty, periods).stream().filter(phase.days()::contains)
                    .filter(day -> charter.suspendedBy(duty.id(), day).isEmpty()).count();
            if (times > 0) {
                due.add(new Due(duty, times));
            }
        }
        return due;
    }

    private static List<LocalDate> lastDays(Charter charter, Obligation duty, List<Period> periods) {
        if (duty.head().days() != null || duty.head().phase() != null) {
            return charter.rounds().stream().flatMap(round -> charter.due(duty, round, round.days().last()).stream())
                    .map(DateRange::last).distinct().toList();
        }
        if (!(duty instanceof Counted counted) || !counted.counts()
                || counted.base().recurrence() == Recurrence.EACH_TIME) {
            return List.of();
        }
        return Slot.of(charter, counted, periods).stream().map(slot -> slot.days().last()).toList();
    }
}
