package org.jiaogongti.platform.inspection.model;

import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jiaogongti.platform.inspection.Finding;
import org.jiaogongti.platform.inspection.InspectionYears.Found;
import org.jiaogongti.platform.inspection.Finding.Side;
import org.jiaogongti.platform.inspection.Finding.State;
import org.jiaogongti.platform.inspection.Finding.What;

/** The way of a finding: open, put right, looked at again, closed or returned; objected to once and decided by another. */
public final class FindingCourse {

    private FindingCourse() {}

    /** Where something leads from a state; empty where it cannot be said there. */
    public static Optional<State> after(State state, What what) {
        return Optional.ofNullable(switch (what) {
            case RECTIFIED -> state == State.OPEN ? State.RECTIFIED : null;
            case DISPUTED -> state == State.OPEN ? State.DISPUTED : null;
            case TAKEN_BACK -> state == State.RECTIFIED || state == State.DISPUTED ? State.OPEN : null;
            case CLOSED -> state == State.RECTIFIED ? State.CLOSED : null;
            case RETURNED -> state == State.RECTIFIED ? State.OPEN : null;
            case EXTENDED -> state == State.OPEN ? State.OPEN : null;
            case WITHDRAWN -> state == State.OPEN || state == State.RECTIFIED ? State.WITHDRAWN : null;
            case UPHELD -> state == State.DISPUTED ? State.OPEN : null;
            case ACCEPTED -> state == State.DISPUTED ? State.WITHDRAWN : null;
            case REOPENED -> state == State.CLOSED ? State.RECTIFIED : null;
        });
    }

    /** What may be said next on a day: an objection once, while there is time, and before anything was handed in. */
    public static Set<What> next(Finding finding, Collection<What> said, LocalDate day) {
        Set<What> next = EnumSet.noneOf(What.class);
        for (What what : What.values()) {
            boolean late = what == What.DISPUTED && (day.isAfter(finding.disputeBy()) || said.contains(What.UPHELD)
                    || said.contains(What.RECTIFIED));
            if (!late && after(finding.state(), what).isPresent()) {
                next.add(what);
            }
        }
        return next;
    }

    public static Side side(What what) {
        return switch (what) {
            case RECTIFIED, DISPUTED, TAKEN_BACK -> Side.SCHOOL;
            case CLOSED, RETURNED, EXTENDED, WITHDRAWN, REOPENED -> Side.INSPECTOR;
            case UPHELD, ACCEPTED -> Side.RULING;
        };
    }

    /** Whether it gives a new deadline. */
    public static boolean givesDeadline(What what) {
        return what == What.RETURNED || what == What.EXTENDED || what == What.UPHELD;
    }

    /** Only taking back goes without words. */
    public static boolean needsWords(What what) {
        return what != What.TAKEN_BACK;
    }

    /** A finding as it was at the end of a day: what was said later is not known yet. */
    public static Finding asOf(Finding finding, List<Finding.Step> steps, LocalDate day) {
        State state = State.OPEN;
        LocalDate deadline = finding.firstDeadline();
        for (Finding.Step step : steps) {
            if (step.by().on().isAfter(day)) {
                break;
            }
            state = after(state, step.what()).orElse(state);
            LocalDate given = step.deadline();
            deadline = given == null ? deadline : given;
        }
        return new Finding(finding.id(), finding.origin(), finding.school(), finding.community(), finding.clause(),
                finding.duty(), finding.words(), state, finding.firstDeadline(), deadline, finding.disputeBy(),
                finding.by());
    }

    /** What became of a finding by the end of a day. In time is what was handed in for the last time by its deadline. */
    public static Found found(Finding finding, List<Finding.Step> steps, LocalDate day) {
        Finding then = asOf(finding, steps, day);
        Optional<LocalDate> handed = steps.stream()
                .filter(step -> step.what() == What.RECTIFIED && !step.by().on().isAfter(day))
                .map(step -> step.by().on()).max(LocalDate::compareTo);
        boolean late = handed.isPresent() && handed.get().isAfter(then.deadline());
        return switch (then.state()) {
            case CLOSED -> late ? new Found(0, 1, 0, 1, 0, 0, 0, 0) : new Found(0, 1, 1, 0, 0, 0, 0, 0);
            case RECTIFIED -> new Found(0, 1, 0, 0, 1, 0, 0, 0);
            case OPEN -> then.overdue(day) ? new Found(0, 1, 0, 0, 0, 1, 0, 0) : new Found(0, 1, 0, 0, 1, 0, 0, 0);
            case DISPUTED -> new Found(0, 1, 0, 0, 0, 0, 1, 0);
            case WITHDRAWN -> new Found(0, 1, 0, 0, 0, 0, 0, 1);
        };
    }
}
