package org.jiaogongti.platform.intake.model;

import java.io.Serial;
import java.util.List;
import org.jiaogongti.platform.intake.Problem;

/** A file that is no table, or one that is not opened: the answer to the sender, thrown out of the middle of a stream. */
public final class Unreadable extends Exception {

    @Serial
    private static final long serialVersionUID = 1L;

    private final String key;
    private final List<String> words;

    Unreadable(String key, Object... words) {
        super(key, null, false, false);
        this.key = key;
        this.words = List.copyOf(java.util.Arrays.stream(words).map(String::valueOf).toList());
    }

    public Problem problem() {
        return new Problem("", key, words);
    }
}
