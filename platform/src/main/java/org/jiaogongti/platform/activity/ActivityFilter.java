package org.jiaogongti.platform.activity;

import java.util.UUID;
import org.jiaogongti.charter.calendar.DateRange;
import org.jspecify.annotations.Nullable;

/**
 * Which occasions a list shows.
 *
 * @param words searched in topic, people, subject, kind and schools; empty for all
 * @param community whose activities, also those of which it is one of several
 * @param school as recorder, host, leading school or participant
 * @param field only where this field of a kind is filled in; empty for all
 * @param word and holds this word to choose from; empty for whatever it holds
 * @param state which of them; {@link Shown#LIVING} leaves out what was withdrawn or cancelled
 */
public record ActivityFilter(String words, @Nullable UUID community, @Nullable UUID school, String kind, String field,
        String word, Shown state,
        @Nullable DateRange days, Order order) {

    /** Of whichever community, whatever stands in the fields of the kinds. */
    public ActivityFilter(String words, @Nullable UUID school, String kind, Shown state, @Nullable DateRange days,
            Order order) {
        this(words, null, school, kind, "", "", state, days, order);
    }

    /** Which states are shown. */
    public enum Shown {
        LIVING, PLANNED, HELD, DISPUTED, GONE
    }

    /** Newest first, or by the first person's name in pinyin. */
    public enum Order {
        DATE, PERSON
    }
}
