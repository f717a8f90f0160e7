package org.jiaogongti.platform.activity;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

/** What stands in a field of an occasion. An empty field has no value at all. */
public sealed interface FieldValue {

    /** 是. What is not so is not said. */
    record Yes() implements FieldValue {}

    record Whole(int number) implements FieldValue {}

    /** A text, an address or one of the words to choose from. */
    record Words(String text) implements FieldValue {}

    record Day(LocalDate day) implements FieldValue {}

    /** People of each school. */
    record BySchool(Map<UUID, Integer> people) implements FieldValue {

        public BySchool {
            people = Map.copyOf(people);
        }
    }
}
