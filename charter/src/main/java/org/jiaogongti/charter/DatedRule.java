package org.jiaogongti.charter;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a duty counts from a day on (改为), beside {@link DatedQuantity}. A null part stays as it
 * is. A plain number of a counted duty stands in 至少 ({@link DatedQuantity}), every other quantity here.
 *
 * @param quantity how much is owed instead; alone where a file says more on the same day
 * @param each what it is owed for separately instead
 * @param conditions all of them instead of those before
 * @param decidedBy who decided
 * @param basis the paper it rests on
 */
public record DatedRule(LocalDate from, @Nullable Quantity quantity, @Nullable Recurrence recurrence,
        @Nullable Each each, @Nullable Window window, @Nullable List<Condition> conditions, String decidedBy,
        String basis) {

    /** The rule with these parts in place of its own. */
    public Rule applyTo(Rule rule) {
        return new Rule(recurrence == null ? rule.recurrence() : recurrence, each == null ? rule.each() : each,
                window == null ? rule.window() : window, rule.measure(),
                conditions == null ? rule.conditions() : conditions,
                quantity == null ? rule.quantity() : quantity);
    }
}
