package org.jiaogongti.platform.register;

import java.time.LocalDate;
import java.util.UUID;

/** What became of an entry in a term, in the words of who works on it. A later one of the same term takes its place. */
public record Review(UUID id, WeakKey entry, String term, Became became, String words, LocalDate on,
        String actorName) {

    public static final int LONGEST = 500;

    /** In a word. */
    public enum Became {
        BETTER, SAME, WORSE
    }
}
