package org.jiaogongti.platform.activity;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * Something held in which a person took part, as one's own record lists it.
 *
 * @param topic empty where it has none
 * @param organiser name of the school that led it, or whose record it is
 * @param first whether the person is named first: taught, spoke or led
 */
public record PersonOccasion(UUID id, LocalDate date, boolean wholeDay, List<Part> parts, String subject, String topic,
        String organiser, boolean first) {

    public PersonOccasion {
        parts = List.copyOf(parts);
    }

    /**
     * One kind done at it.
     *
     * @param name of the kind in words
     */
    public record Part(String kind, String name, int lessons) {}
}
