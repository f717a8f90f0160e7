package org.jiaogongti.platform.goal.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jiaogongti.charter.Obligation;
import org.jiaogongti.charter.calendar.DateRange;
import org.jiaogongti.charter.calendar.Phase;
import org.jiaogongti.charter.calendar.Round;
import org.jiaogongti.platform.goal.Closings;
import org.jiaogongti.platform.obligation.Kept;
import org.jiaogongti.platform.obligation.Kept.State;
import org.jiaogongti.platform.obligation.Span;
import org.springframework.stereotype.Component;

/** 教育局对各共同体工作进行全面考核评估 at the end of a round: it is done when the round's close is signed. */
@Component
class RoundDuty implements Kept.Source {

    private static final List<String> APPRAISAL = List.of("考核评估");

    private final Closings closings;

    RoundDuty(Closings closings) {
        this.closings = closings;
    }

    @Override
    public boolean keeps(Obligation duty) {
        return Kept.waitsOnlyFor(duty, APPRAISAL) && duty.head().phase() != null;
    }

    @Override
    public Map<String, List<Kept>> of(Kept.Asked asked) {
        Map<String, List<Kept>> all = new HashMap<>();
        Optional<Round> round = Span.roundOf(asked.charter(), asked.span().term());
        for (Obligation duty : asked.charter().obligations().stream().filter(this::keeps).toList()) {
            round.flatMap(its -> its.phases().stream().filter(phase -> phase.name().equals(duty.head().phase()))
                    .filter(phase -> falls(phase, asked.span())).findFirst())
                    .ifPresent(phase -> all.put(duty.id(), kept(round.orElseThrow(), phase, asked)));
        }
        return all;
    }

    private static boolean falls(Phase phase, Span span) {
        boolean meets = !phase.days().first().isAfter(span.days().last())
                && !phase.days().last().isBefore(span.days().first());
        return span.width() == Span.Width.ROUND || meets;
    }

    private List<Kept> kept(Round round, Phase phase, Kept.Asked asked) {
        boolean signed = closings.signed(round.name());
        State state = signed ? State.IN_PLACE : state(phase.days(), asked);
        String href = "/goals/rounds/" + (asked.charter().rounds().indexOf(round) + 1);
        return asked.communities().stream()
                .map(each -> new Kept(each, state, signed ? "1/1" : "0/1", signed ? 100 : 0, href)).toList();
    }

    private static State state(DateRange days, Kept.Asked asked) {
        if (asked.today().isBefore(days.first())) {
            return State.NOT_YET;
        }
        return asked.today().isAfter(days.last()) ? State.LATE : State.UNDER_WAY;
    }
}
