package org.jiaogongti.charter;

import java.time.LocalDate;
import java.util.List;
import org.jiaogongti.charter.calendar.Period;
import org.jspecify.annotations.Nullable;

/**
 * What was decided about a duty after the notice, besides the plain numbers of a counted one.
 *
 * @param rules how it counts from a day on, oldest first
 * @param added the decision that brought it, where it is not the notice's own
 * @param dropped the decision after which it is not asked for any more
 */
public record Changes(List<DatedRule> rules, @Nullable Decision added, @Nullable Decision dropped) {

    /** The notice's own duty, as it was. */
    public static final Changes NONE = new Changes(List.of(), null, null);

    public Changes {
        rules = List.copyOf(rules);
    }

    /** The same without quantities, which somebody assumes otherwise. */
    public Changes withoutQuantities() {
        return new Changes(rules.stream().filter(rule -> rule.quantity() == null).toList(), added, dropped);
    }

    /** Whether it is asked for on a day. */
    public boolean holdsOn(LocalDate day) {
        return (added == null || !day.isBefore(added.from())) && (dropped == null || day.isBefore(dropped.from()));
    }

    /** Whether it is owed at all in a period; as with numbers, the period's last day decides. */
    boolean owesIn(Period period) {
        return holdsOn(period.days().last());
    }
}
