package org.jiaogongti.platform.register;

import java.time.LocalDate;
import java.util.UUID;

/**
 * What a community revises in a subject in a week.
 *
 * @param content empty where it was taken off the calendar
 * @param school that leads
 */
public record RevisionWeek(UUID id, Slot slot, String content, UUID school, LocalDate on, String actorName) {

    public static final int LONGEST = 200;

    /** Its place in the calendar; of several rows in one place the last counts. */
    public record Slot(UUID community, String term, int week, String subject) {}
}
