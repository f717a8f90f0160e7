package org.jiaogongti.platform.activity;

import java.util.UUID;
import org.jiaogongti.charter.calendar.DateRange;
import org.jspecify.annotations.Nullable;

/**
 * Which occasions a list shows.
 *
 * @param words searched in topic, people, subject, kind and schools; empty for all
 * @param school as recorder, host, leading school or participant
 * @param state which of them; {@link Shown#LIVING} leaves out what was withdrawn or cancelled
 */
public record ActivityFilter(String words, @Nullable UUID school, String kind, Shown state, @Nullable DateRange days,
        Order order) {

    /** Which states are shown. */
    public enum Shown {
        LIVING, PLANNED, HELD, DISPUTED, GONE
    }

    /** Newest first, or by the first person's name in pinyin. */
    public enum Order {
        DATE, PERSON
    }
}
