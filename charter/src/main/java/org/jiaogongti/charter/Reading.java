package org.jiaogongti.charter;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An open point of the notice and the ways it can be read.
 *
 * @param id such as {@code A1}
 * @param alternatives name of each way → what it means, in the file's order
 * @param choices which one is in force, by date, oldest first
 */
public record Reading(String id, String name, String question, Map<String, String> alternatives,
        List<Choice> choices) {

    public Reading {
        alternatives = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(alternatives));
        choices = List.copyOf(choices);
    }

    /**
     * A decision for one way.
     *
     * @param until last day, or null while it stands
     * @param decidedBy who decided
     * @param basis the paper it rests on
     */
    public record Choice(String alternative, LocalDate from, @Nullable LocalDate until, String decidedBy,
            String basis) {}

    /** The choice in force on a day. The first one also reaches back before its own first day. */
    public Choice on(LocalDate day) {
        Choice current = choices.getFirst();
        for (Choice choice : choices) {
            if (!choice.from().isAfter(day)) {
                current = choice;
            }
        }
        return current;
    }
}
