package org.jiaogongti.platform.appraisal;

import java.util.List;

/** The answer to something that would bring an appraisal on. */
public sealed interface Answer {

    /** Written. */
    record Done() implements Answer {}

    /**
     * Not written.
     *
     * @param key of the message that says why and what to do
     * @param numbers for the message
     */
    record Refused(String key, List<String> numbers) implements Answer {

        public Refused {
            numbers = List.copyOf(numbers);
        }

        public Refused(String key) {
            this(key, List.of());
        }
    }
}
