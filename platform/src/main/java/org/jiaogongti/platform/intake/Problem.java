package org.jiaogongti.platform.intake;

import java.util.List;

/**
 * Why a row stays out, at one of its cells.
 *
 * @param column code of the column, empty where it is the whole row
 * @param key message key, saying what is wrong and what to do
 * @param words for the message
 */
public record Problem(String column, String key, List<String> words) {

    public Problem {
        words = List.copyOf(words);
    }

    public static Problem at(String column, String key, Object... words) {
        return new Problem(column, key, java.util.Arrays.stream(words).map(String::valueOf).toList());
    }
}
