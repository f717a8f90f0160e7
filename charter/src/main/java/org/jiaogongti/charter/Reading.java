package org.jiaogongti.charter;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An open point of the notice and the ways it can be read.
 *
 * @param id such as {@code A1}
 * @param alternatives name of each way → what it means, in the file's order
 * @param choices which one is in force, by date, oldest first
 * @param effects name of a way → what it changes beyond single duties
 * @param waitsFor the fact types without which the ways cannot be told apart; empty where choosing another changes
 *        numbers now
 */
public record Reading(String id, String name, String question, Map<String, String> alternatives,
        List<Choice> choices, Map<String, List<Effect>> effects, List<String> waitsFor) {

    public Reading {
        alternatives = Collections.unmodifiableMap(new LinkedHashMap<>(alternatives));
        choices = List.copyOf(choices);
        effects = Map.copyOf(effects);
        waitsFor = List.copyOf(waitsFor);
    }

    /** The same open point with other decisions. */
    public Reading decided(List<Choice> other) {
        return new Reading(id, name, question, alternatives, other, effects, waitsFor);
    }

    /** What the way in force on a day changes beyond single duties. */
    List<Effect> effectsOn(LocalDate day) {
        return effects.getOrDefault(on(day).alternative(), List.of());
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
