package org.jiaogongti.platform.register.model;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.jiaogongti.platform.register.Measure;
import org.jiaogongti.platform.register.Measure.State;
import org.jiaogongti.platform.register.Measure.What;

/** The way of a measure: set, started, done or dropped; what was said last can be taken back. */
public final class MeasureCourse {

    private MeasureCourse() {}

    /** What stands on a day, without what was taken back or said later. */
    private static Deque<What> standing(Measure measure, LocalDate day) {
        Deque<What> said = new ArrayDeque<>();
        for (Measure.Step step : measure.steps()) {
            if (step.on().isAfter(day)) {
                continue;
            }
            if (step.what() == What.TAKEN_BACK) {
                said.pollLast();
            } else {
                said.addLast(step.what());
            }
        }
        return said;
    }

    public static State state(Measure measure, LocalDate day) {
        What last = standing(measure, day).peekLast();
        if (last == What.DONE) {
            return State.DONE;
        }
        if (last == What.DROPPED) {
            return State.DROPPED;
        }
        if (measure.until().isBefore(day)) {
            return State.LATE;
        }
        return last == What.STARTED ? State.STARTED : State.SET;
    }

    /** What may be said next. */
    public static Set<What> next(Measure measure, LocalDate day) {
        What last = standing(measure, day).peekLast();
        if (last == null) {
            return Set.of(What.STARTED, What.DONE, What.DROPPED);
        }
        return last == What.STARTED ? Set.of(What.DONE, What.DROPPED, What.TAKEN_BACK) : Set.of(What.TAKEN_BACK);
    }

    /** Done and dropped are said with words: what it brought, or why not. */
    public static boolean needsWords(What what) {
        return List.of(What.DONE, What.DROPPED).contains(what);
    }
}
