package org.jiaogongti.charter;

import java.util.ArrayList;
import java.util.List;

/**
 * How a duty counts once every reading is decided.
 *
 * @param each what it is owed for separately
 * @param conditions all of them must hold
 */
public record Rule(Recurrence recurrence, Each each, Window window, Measure measure, List<Condition> conditions,
        Quantity quantity) {

    public Rule {
        conditions = List.copyOf(conditions);
    }

    /** With conditions besides those there are. */
    Rule asking(List<Condition> further) {
        if (further.isEmpty()) {
            return this;
        }
        List<Condition> all = new ArrayList<>(conditions);
        all.addAll(further);
        return new Rule(recurrence, each, window, measure, all, quantity);
    }

    /** The same with a smaller number to reach. */
    Rule owing(int target) {
        Quantity smaller = switch (quantity) {
            case Quantity.AtLeast _ -> new Quantity.AtLeast(target);
            case Quantity.Between between -> new Quantity.Between(target, between.most());
            case Quantity.Unspecified none -> none;
        };
        return new Rule(recurrence, each, window, measure, conditions, smaller);
    }
}
