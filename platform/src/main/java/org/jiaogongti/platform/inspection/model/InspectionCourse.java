package org.jiaogongti.platform.inspection.model;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jiaogongti.platform.inspection.Inspection;
import org.jiaogongti.platform.inspection.Inspection.State;
import org.jiaogongti.platform.inspection.Inspection.What;

/** The way of a visit: planned, perhaps moved, held or called off; a held one can be opened again. */
public final class InspectionCourse {

    private InspectionCourse() {}

    public static Optional<State> after(State state, What what) {
        return Optional.ofNullable(switch (what) {
            case MOVED -> state == State.PLANNED ? State.PLANNED : null;
            case HELD -> state == State.PLANNED ? State.HELD : null;
            case CANCELLED -> state == State.PLANNED ? State.CANCELLED : null;
            case REOPENED -> state == State.HELD ? State.PLANNED : null;
        });
    }

    /** What may be said next: nobody finishes a visit before its day. */
    public static Set<What> next(Inspection inspection, LocalDate today) {
        Set<What> next = EnumSet.noneOf(What.class);
        for (What what : What.values()) {
            boolean early = what == What.HELD && inspection.day().isAfter(today);
            if (!early && after(inspection.state(), what).isPresent()) {
                next.add(what);
            }
        }
        return next;
    }

    /** What is found is written from the day of the visit on, until it is finished. */
    public static boolean writes(Inspection inspection, LocalDate today) {
        return inspection.state() == State.PLANNED && !inspection.day().isAfter(today);
    }

    public static boolean needsWords(What what) {
        return what != What.HELD;
    }
}
