package org.jiaogongti.charter;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a duty becomes where an open point is read in one way. A null part stays as it is.
 *
 * @param reading the open point
 * @param alternative the way it is read
 */
public record Patch(String reading, String alternative, @Nullable Recurrence recurrence, @Nullable Each each,
        @Nullable Window window, @Nullable List<Condition> conditions, @Nullable Quantity quantity) {

    Rule applyTo(Rule rule) {
        return new Rule(recurrence == null ? rule.recurrence() : recurrence, each == null ? rule.each() : each,
                window == null ? rule.window() : window, rule.measure(),
                conditions == null ? rule.conditions() : conditions, quantity == null ? rule.quantity() : quantity);
    }
}
