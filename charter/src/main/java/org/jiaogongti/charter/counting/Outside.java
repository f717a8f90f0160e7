package org.jiaogongti.charter.counting;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jiaogongti.charter.Window;

/** Why a day lies in no slot of a duty: which window or period is the nearest. */
final class Outside {

    /** Days from a window within which a record is a near miss. */
    static final long NEAR = 31;

    private Outside() {}

    static Judgement of(List<Slot> slots, LocalDate day) {
        Slot nearest = slots.getFirst();
        for (Slot slot : slots) {
            if (distance(slot, day) < distance(nearest, day)) {
                nearest = slot;
            }
        }
        Reason reason = nearest.rule().window() == Window.WHOLE_PERIOD
                ? new Reason.OutsideEveryPeriod(day)
                : new Reason.OutsideWindow(nearest.rule().window(), nearest.period(), nearest.days(), day);
        return new Judgement(nearest.duty().id(), null, null, List.of(reason), false);
    }

    static long distance(Slot slot, LocalDate day) {
        return Math.min(Math.abs(ChronoUnit.DAYS.between(day, slot.days().first())),
                Math.abs(ChronoUnit.DAYS.between(day, slot.days().last())));
    }
}
