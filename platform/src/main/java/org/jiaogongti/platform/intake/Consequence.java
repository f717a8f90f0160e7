package org.jiaogongti.platform.intake;

import java.util.List;

/**
 * Something outside the table that moves when rows go in.
 *
 * @param key message key
 * @param words for the message
 */
public record Consequence(String key, List<String> words) {

    public Consequence {
        words = List.copyOf(words);
    }
}
