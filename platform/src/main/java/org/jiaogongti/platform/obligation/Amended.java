package org.jiaogongti.platform.obligation;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jiaogongti.charter.Charter;

/** What came of trying to change the charter. */
public sealed interface Amended {

    /** It waits for a second person, or has ended. */
    record Kept(UUID id) implements Amended {}

    /** It could be made; nothing is written. */
    record Possible(Charter after, Set<String> duties) implements Amended {

        public Possible {
            duties = Set.copyOf(duties);
        }
    }

    /** It cannot be: a message and its values. */
    record Refused(String key, List<Object> values) implements Amended {

        public Refused {
            values = List.copyOf(values);
        }

        static Refused because(String key, Object... values) {
            return new Refused(key, List.of(values));
        }
    }
}
