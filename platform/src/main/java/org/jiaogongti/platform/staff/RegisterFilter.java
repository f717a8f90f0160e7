package org.jiaogongti.platform.staff;

import java.util.UUID;
import org.jiaogongti.charter.Rank;
import org.jspecify.annotations.Nullable;

/**
 * What of the register is looked for.
 *
 * @param words part of a name or its pinyin, or a whole number; empty for all
 * @param subject taught on the day, or empty
 * @param rank in force on the day, or null
 */
public record RegisterFilter(String words, @Nullable UUID school, String subject, @Nullable Rank rank, Shown shown) {

    /** Which of the people. */
    public enum Shown {
        /** In post on the day. */
        PRESENT,
        /** Not in post yet. */
        COMING,
        /** In post no more. */
        LEFT, ALL
    }
}
