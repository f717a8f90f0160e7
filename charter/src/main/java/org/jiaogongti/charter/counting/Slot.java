package org.jiaogongti.charter.counting;

import java.util.ArrayList;
import java.util.List;
import org.jiaogongti.charter.Charter;
import org.jiaogongti.charter.Obligation.Counted;
import org.jiaogongti.charter.Rule;
import org.jiaogongti.charter.calendar.DateRange;
import org.jiaogongti.charter.calendar.Period;

/**
 * One period of one duty, with the rule in force in it.
 *
 * @param days the days on which it can be done
 */
record Slot(Counted duty, Period period, Rule rule, DateRange days) {

    static List<Slot> of(Charter charter, Counted duty, List<Period> periods) {
        List<Slot> slots = new ArrayList<>();
        for (Period period : periods) {
            Rule rule = charter.rule(duty.id(), period);
            if (charter.owesIn(period)
                    && rule.recurrence().period().filter(kind -> kind == period.kind()).isPresent()) {
                rule.window().in(period).ifPresent(days -> slots.add(new Slot(duty, period, rule, days)));
            }
        }
        return slots;
    }
}
