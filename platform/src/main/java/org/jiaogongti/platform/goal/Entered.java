package org.jiaogongti.platform.goal;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What became of something that somebody wanted to write about a goal. */
public sealed interface Entered {

    /** It is written. */
    record Done(UUID id) implements Entered {}

    /**
     * A no.
     *
     * @param problems by field of the form, {@code ""} for the form as a whole
     */
    record Refused(Map<String, Problem> problems) implements Entered {

        public Refused {
            problems = Map.copyOf(problems);
        }
    }

    /** A message key and what it names. */
    record Problem(String key, List<Object> values) {

        public Problem {
            values = List.copyOf(values);
        }

        public static Problem of(String key, Object... values) {
            return new Problem(key, List.of(values));
        }
    }

    static Entered no(String key, Object... values) {
        return new Refused(Map.of("", Problem.of(key, values)));
    }
}
