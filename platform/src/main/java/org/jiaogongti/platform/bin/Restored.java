package org.jiaogongti.platform.bin;

import java.util.List;

/** What became of bringing something back. */
public sealed interface Restored {

    /** It is there again, on this page. */
    record Done(String path) implements Restored {}

    /** It stays in the bin; a message key and what belongs into it. */
    record No(String key, List<Object> numbers) implements Restored {

        public No(String key, Object... numbers) {
            this(key, List.of(numbers));
        }
    }

    /** There is no such thing in the bin for this person. */
    record Absent() implements Restored {}
}
