package org.jiaogongti.platform.spending;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** What became of something that somebody wanted to enter or to say here. */
public sealed interface Outcome {

    /**
     * It is written.
     *
     * @param id of what was made or changed
     */
    record Done(UUID id) implements Outcome {}

    /**
     * A no.
     *
     * @param field of the form that it is about, or empty
     * @param key of a message
     * @param values what the message names; amounts of fen as {@link Long}
     */
    record Refused(String field, String key, List<Object> values) implements Outcome {

        public Refused {
            values = List.copyOf(values);
        }
    }

    static Outcome no(String field, String key, Object... values) {
        return new Refused(field, key, Arrays.asList(values));
    }
}
