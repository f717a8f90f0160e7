package org.jiaogongti.platform.activity;

import java.util.List;

/** What became of signing up or leaving. */
public sealed interface SignedUp {

    /**
     * On the list.
     *
     * @param waiting 0 for who has a place, else the place in the queue
     */
    record Listed(int waiting) implements SignedUp {}

    /**
     * Off the list.
     *
     * @param movedUp how many of those who waited have a place now
     */
    record Left(int movedUp) implements SignedUp {}

    /**
     * Not possible as things stand.
     *
     * @param key a message key
     */
    record No(String key, List<Object> numbers) implements SignedUp {

        public No {
            numbers = List.copyOf(numbers);
        }
    }

    /** The occasion does not exist for this person. */
    record Absent() implements SignedUp {}
}
