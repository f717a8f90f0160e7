package org.jiaogongti.charter.counting;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jiaogongti.charter.Charter;
import org.jiaogongti.charter.Obligation.Counted;
import org.jiaogongti.charter.Recurrence;
import org.jiaogongti.charter.Rule;
import org.jiaogongti.charter.calendar.DateRange;
import org.jiaogongti.charter.calendar.Period;
import org.jiaogongti.charter.calendar.PeriodKind;

/**
 * One period of one duty, with the rule in force in it.
 *
 * @param days the days on which it can be done
 */
record Slot(Counted duty, Period period, Rule rule, DateRange days) {

    static List<Slot> of(Charter charter, Counted duty, List<Period> periods) {
        if (duty.base().recurrence() == Recurrence.EACH_TIME) {
            return eachTime(charter, duty, periods);
        }
        List<Slot> slots = new ArrayList<>();
        for (Period period : periods) {
            Rule rule = charter.rule(duty.id(), period);
            if (charter.owesIn(duty, period)
                    && rule.recurrence().period().filter(kind -> kind == period.kind()).isPresent()) {
                rule.window().in(period).ifPresent(days -> slots.add(new Slot(duty, period, rule, days)));
            }
        }
        return slots;
    }

    /** Terms without gaps: what is held between two of them belongs to the one that follows, as the week before it does. */
    private static List<Slot> eachTime(Charter charter, Counted duty, List<Period> periods) {
        List<Slot> slots = new ArrayList<>();
        LocalDate after = null;
        for (Period period : periods.stream().filter(each -> each.kind() == PeriodKind.TERM)
                .sorted(Comparator.comparing(each -> each.days().first())).toList()) {
            DateRange days = period.days();
            LocalDate first = after == null || after.isAfter(days.first()) ? days.first() : after;
            if (charter.owesIn(duty, period)) {
                slots.add(new Slot(duty, period, charter.rule(duty.id(), period),
                        new DateRange(first, days.last())));
            }
            after = days.last().plusDays(1);
        }
        return slots;
    }
}
