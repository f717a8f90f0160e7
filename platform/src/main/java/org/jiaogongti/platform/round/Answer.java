package org.jiaogongti.platform.round;

import java.util.List;
import org.jiaogongti.platform.obligation.Amended;

/** What came of a step. */
public sealed interface Answer {

    record Done() implements Answer {}

    /** Not done; the key names the message that says why and what to do. */
    record Refused(String key, List<Object> values) implements Answer {

        public Refused {
            values = List.copyOf(values);
        }

        static Refused because(String key, Object... values) {
            return new Refused(key, List.of(values));
        }

        static Refused of(Amended.Refused no) {
            return new Refused(no.key(), no.values());
        }
    }
}
