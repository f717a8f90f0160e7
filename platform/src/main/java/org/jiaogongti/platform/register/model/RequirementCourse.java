package org.jiaogongti.platform.register.model;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jiaogongti.platform.register.Requirement;
import org.jiaogongti.platform.register.Requirement.Side;
import org.jiaogongti.platform.register.Requirement.State;
import org.jiaogongti.platform.register.Requirement.Step;
import org.jiaogongti.platform.register.Requirement.What;
import org.jspecify.annotations.Nullable;

/** The way of a requirement: answered by the member school, then found met or not by the lead school, and answered again. */
public final class RequirementCourse {

    private RequirementCourse() {}

    public static State state(Requirement requirement, LocalDate day) {
        List<Step> said = requirement.steps();
        if (said.isEmpty()) {
            return requirement.due().isBefore(day) ? State.LATE : State.OPEN;
        }
        What last = said.getLast().what();
        return switch (last) {
            case DONE, PARTLY, NOT_DONE -> State.ANSWERED;
            case MET -> State.MET;
            case PARTLY_MET -> answer(said) == What.DONE ? State.DISPUTED : State.PARTLY_MET;
            case NOT_MET -> answer(said) == What.DONE ? State.DISPUTED : State.NOT_MET;
            case WITHDRAWN -> State.WITHDRAWN;
        };
    }

    private static @Nullable What answer(List<Step> said) {
        return said.reversed().stream().map(Step::what).filter(what -> what.side() == Side.MEMBER).findFirst()
                .orElse(null);
    }

    /** What one side may say next. The lead school judges what was answered, or what nobody answered in time. */
    public static Set<What> next(Requirement requirement, LocalDate day, Side side) {
        State state = state(requirement, day);
        if (state == State.MET || state == State.WITHDRAWN) {
            return Set.of();
        }
        if (side == Side.MEMBER) {
            return EnumSet.of(What.DONE, What.PARTLY, What.NOT_DONE);
        }
        return state == State.OPEN
                ? EnumSet.of(What.WITHDRAWN)
                : EnumSet.of(What.MET, What.PARTLY_MET, What.NOT_MET, What.WITHDRAWN);
    }
}
