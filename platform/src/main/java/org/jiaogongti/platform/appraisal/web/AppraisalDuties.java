package org.jiaogongti.platform.appraisal.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jiaogongti.charter.Charter;
import org.jiaogongti.charter.Obligation;
import org.jiaogongti.charter.calendar.DateRange;
import org.jiaogongti.charter.calendar.Period;
import org.jiaogongti.charter.calendar.PeriodKind;
import org.jiaogongti.platform.appraisal.Appraisals;
import org.jiaogongti.platform.appraisal.Appraisals.Held;
import org.jiaogongti.platform.obligation.Kept;
import org.jiaogongti.platform.obligation.Kept.State;
import org.jiaogongti.platform.obligation.Span;
import org.springframework.stereotype.Component;

/**
 * 每年，区教育局将对各共同体工作进行一次集中考核评估, and its part in the schools' supervision evaluation: what was decided, by the day of
 * the decision.
 */
@Component
class AppraisalDuties implements Kept.Source {

    private static final List<String> APPRAISAL = List.of("考核评估", "督导评估");
    private static final String WHICH_YEAR = "一年从何时算起";

    private final Appraisals appraisals;

    AppraisalDuties(Appraisals appraisals) {
        this.appraisals = appraisals;
    }

    /** What comes once a round is the round's close, see {@code goal}. */
    @Override
    public boolean keeps(Obligation duty) {
        return Kept.waitsOnlyFor(duty, APPRAISAL) && duty.head().phase() == null;
    }

    @Override
    public Map<String, List<Kept>> of(Kept.Asked asked) {
        Map<String, List<Kept>> all = new HashMap<>();
        List<Held> held = appraisals.held();
        for (Obligation duty : asked.charter().obligations().stream().filter(this::keeps).toList()) {
            List<DateRange> years = years(asked, duty);
            if (!years.isEmpty()) {
                all.put(duty.id(), asked.communities().stream().map(each -> kept(each, years, held, asked)).toList());
            }
        }
        return all;
    }

    /** The years that the span is in, or that begin in it where it is a round. */
    private static List<DateRange> years(Kept.Asked asked, Obligation duty) {
        PeriodKind kind = duty.head().recurrence().period().map(each -> each == PeriodKind.CALENDAR_YEAR
                ? year(asked.charter(), asked)
                : each).orElse(null);
        Span span = asked.span();
        return asked.periods().stream().filter(period -> period.kind() == kind)
                .filter(period -> span.width() == Span.Width.ROUND
                        ? span.days().contains(period.days().first())
                        : period.days().contains(span.days().first()))
                .map(Period::days).toList();
    }

    private static PeriodKind year(Charter charter, Kept.Asked asked) {
        return charter.reading(WHICH_YEAR)
                .filter(reading -> reading.on(asked.day()).alternative().equals("学年")).isPresent()
                        ? PeriodKind.SCHOOL_YEAR
                        : PeriodKind.CALENDAR_YEAR;
    }

    private static Kept kept(String community, List<DateRange> years, List<Held> held, Kept.Asked asked) {
        int done = Math.toIntExact(years.stream().filter(year -> held.stream().anyMatch(each -> each.decidedIn(year)))
                .count());
        boolean late = years.stream().anyMatch(year -> year.last().isBefore(asked.today())
                && held.stream().noneMatch(each -> each.decidedIn(year)));
        boolean under = held.stream().anyMatch(each -> each.decided() == null
                && years.stream().anyMatch(year -> year.contains(each.frozen())));
        State state = late
                ? State.LATE
                : done == years.size() ? State.IN_PLACE : done > 0 || under ? State.UNDER_WAY : State.NOT_YET;
        return new Kept(community, state, done + "/" + years.size(), 100 * done / years.size(), "/appraisals");
    }
}
