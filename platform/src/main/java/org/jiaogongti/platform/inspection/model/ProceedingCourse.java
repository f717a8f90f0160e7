package org.jiaogongti.platform.inspection.model;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jiaogongti.platform.inspection.AccountabilityAction;
import org.jiaogongti.platform.inspection.InspectionRule.Limits;
import org.jiaogongti.platform.inspection.Proceeding;
import org.jiaogongti.platform.inspection.Proceeding.Side;
import org.jiaogongti.platform.inspection.Proceeding.State;
import org.jiaogongti.platform.inspection.Proceeding.What;
import org.jiaogongti.platform.reminder.WorkingDays;
import org.jspecify.annotations.Nullable;

/** The way of a proceeding: notice, right to reply, decision, appeal, ruling, each with its time limit. */
public final class ProceedingCourse {

    private ProceedingCourse() {}

    /**
     * Where something leads on a day; empty where it cannot be said. Nobody decides before the school was heard or let the
     * time go by, and nobody appeals when the time is over.
     *
     * @param due until when the present step may come
     */
    public static Optional<State> after(State state, @Nullable LocalDate due, What what, LocalDate day) {
        boolean over = due != null && day.isAfter(due);
        boolean may = switch (what) {
            case REPLIED, REPLY_WAIVED -> state == State.NOTICED && !over;
            case DECIDED, DROPPED -> heard(state, over);
            case WITHDRAWN -> state == State.NOTICED || state == State.HEARD;
            case APPEALED -> state == State.DECIDED && !over;
            case APPEAL_TAKEN_BACK, UPHELD, LIGHTENED, REVOKED -> state == State.APPEALED;
        };
        return may ? Optional.of(reached(what)) : Optional.empty();
    }

    private static State reached(What what) {
        return switch (what) {
            case REPLIED, REPLY_WAIVED -> State.HEARD;
            case DECIDED -> State.DECIDED;
            case DROPPED -> State.DROPPED;
            case WITHDRAWN -> State.WITHDRAWN;
            case APPEALED -> State.APPEALED;
            case APPEAL_TAKEN_BACK, UPHELD, LIGHTENED -> State.FINAL;
            case REVOKED -> State.REVOKED;
        };
    }

    /** What was said by the end of a day, of steps that are oldest first. */
    public static List<Proceeding.Step> until(List<Proceeding.Step> steps, LocalDate day) {
        return steps.stream().filter(step -> !step.by().on().isAfter(day)).toList();
    }

    /** Where steps have led: what was said last decides. */
    public static State reached(List<Proceeding.Step> steps) {
        return steps.isEmpty() ? State.NOTICED : reached(steps.getLast().what());
    }

    private static boolean heard(State state, boolean over) {
        return state == State.HEARD || (state == State.NOTICED && over);
    }

    public static Set<What> next(Proceeding proceeding, LocalDate day) {
        Set<What> next = EnumSet.noneOf(What.class);
        for (What what : What.values()) {
            if (after(proceeding.state(), proceeding.due(), what, day).isPresent()) {
                next.add(what);
            }
        }
        return next;
    }

    public static Side side(What what) {
        return switch (what) {
            case REPLIED, REPLY_WAIVED, APPEALED, APPEAL_TAKEN_BACK -> Side.SCHOOL;
            case WITHDRAWN -> Side.OPENER;
            case DECIDED, DROPPED, UPHELD, LIGHTENED, REVOKED -> Side.DECIDER;
        };
    }

    /** The limit that begins when a state is reached; null where nothing more may come. */
    public static @Nullable LocalDate due(State state, LocalDate day, Limits limits, WorkingDays days) {
        return switch (state) {
            case NOTICED -> WorkingTime.after(days, day, limits.reply());
            case HEARD -> WorkingTime.after(days, day, limits.decision());
            case DECIDED -> WorkingTime.after(days, day, limits.appeal());
            case APPEALED -> WorkingTime.after(days, day, limits.ruling());
            case FINAL, REVOKED, DROPPED, WITHDRAWN -> null;
        };
    }

    public static boolean needsMeasure(What what) {
        return what == What.DECIDED || what == What.LIGHTENED;
    }

    public static boolean needsWords(What what) {
        return what != What.REPLY_WAIVED && what != What.APPEAL_TAKEN_BACK;
    }

    /** A reply must not make things worse: nothing heavier than what the notice named, and on appeal only something lighter. */
    public static boolean allows(What what, AccountabilityAction measure, AccountabilityAction before) {
        return what == What.LIGHTENED ? measure.compareTo(before) < 0 : measure.compareTo(before) <= 0;
    }

    /** What was decided last, or null. */
    public static @Nullable AccountabilityAction decided(List<Proceeding.Step> steps) {
        AccountabilityAction last = null;
        for (Proceeding.Step step : steps) {
            if (step.measure() != null) {
                last = step.measure();
            }
        }
        return last;
    }
}
