package org.jiaogongti.charter;

import java.util.List;
import org.jiaogongti.charter.Threshold.Rounding;
import org.jspecify.annotations.Nullable;

/**
 * What a duty becomes where an open point is read in one way. A null part stays as it is.
 *
 * @param reading the open point
 * @param alternative the way it is read
 * @param each what it is owed for separately instead; the activity (活动) only where the duty counts papers
 * @param further conditions besides those there are, so that two readings can be changed at once
 * @param larger thresholds of two numbers take the larger (true) or the smaller (false)
 * @param rounding shares of a number of teachers are rounded this way
 */
public record Patch(String reading, String alternative, @Nullable Recurrence recurrence, @Nullable Each each,
        @Nullable Window window, @Nullable List<Condition> conditions, List<Condition> further,
        @Nullable Quantity quantity,
        @Nullable Boolean larger, @Nullable Rounding rounding) {

    public Patch {
        further = List.copyOf(further);
    }

    Rule applyTo(Rule rule) {
        List<Condition> from = conditions == null ? rule.conditions() : conditions;
        return new Rule(recurrence == null ? rule.recurrence() : recurrence, each == null ? rule.each() : each,
                window == null ? rule.window() : window, rule.measure(), from.stream().map(this::changed).toList(),
                quantity == null ? rule.quantity() : quantity);
    }

    /** The same patch with no say about the number. */
    Patch withoutQuantity() {
        return new Patch(reading, alternative, recurrence, each, window, conditions, further, null, larger, rounding);
    }

    private Condition changed(Condition condition) {
        return switch (condition) {
            case Condition.ParticipantsAtLeast people ->
                new Condition.ParticipantsAtLeast(people.place(), changed(people.threshold()));
            case Condition.AllOf all -> new Condition.AllOf(all.parts().stream().map(this::changed).toList());
            case Condition.AnyOf any -> new Condition.AnyOf(any.parts().stream().map(this::changed).toList());
            case Condition.Not not -> new Condition.Not(changed(not.part()));
            case Condition.OfOccasion other -> other;
            case Condition.OfPlacement other -> other;
        };
    }

    private Threshold changed(Threshold threshold) {
        return switch (threshold) {
            case Threshold.People people -> people;
            case Threshold.ShareOfTeachers share -> rounding == null
                    ? share
                    : new Threshold.ShareOfTeachers(share.numerator(), share.denominator(), rounding);
            case Threshold.Smaller smaller -> choice(smaller.of(), larger != null && larger);
            case Threshold.Larger greater -> choice(greater.of(), larger == null || larger);
        };
    }

    private Threshold choice(List<Threshold> of, boolean largest) {
        List<Threshold> parts = of.stream().map(this::changed).toList();
        return largest ? new Threshold.Larger(parts) : new Threshold.Smaller(parts);
    }
}
