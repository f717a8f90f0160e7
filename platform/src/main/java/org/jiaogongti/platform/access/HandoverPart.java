package org.jiaogongti.platform.access;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one module holds open for a person, and how it passes to another. Every module that keeps something in somebody's name
 * has one; {@link Handovers} goes through all of them in one transaction.
 */
public interface HandoverPart {

    /**
     * Whose it is.
     *
     * @param person the person in {@code staff}; null for an account that belongs to none
     */
    record Party(UUID account, @Nullable UUID person) {}

    /**
     * A thing that would pass.
     *
     * @param key message key of what it is
     * @param words names that belong to it, such as a school; empty where there is none
     * @param needsPerson whether only somebody known to {@code staff} can take it
     */
    record Item(String key, String words, boolean needsPerson) {}

    /** What is open today. */
    List<Item> open(Party from, LocalDate today);

    /** Passes all that {@link #open} names, from today on. */
    void pass(Actor by, Party from, Party to, LocalDate today);
}
