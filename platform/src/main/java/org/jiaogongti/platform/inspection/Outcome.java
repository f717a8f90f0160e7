package org.jiaogongti.platform.inspection;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** What became of something that somebody wanted to say here. */
public sealed interface Outcome {

    /**
     * It is written.
     *
     * @param id of what was made or changed
     */
    record Done(UUID id) implements Outcome {}

    /** A no: a message key and what it names. */
    record Refused(String key, List<Object> values) implements Outcome {

        public Refused {
            values = List.copyOf(values);
        }
    }

    static Outcome no(String key, Object... values) {
        return new Refused(key, Arrays.asList(values));
    }
}
