package org.jiaogongti.platform.school;

import java.time.DayOfWeek;
import java.util.UUID;

/**
 * What a class has in a period of a weekday, all through a term.
 *
 * @param period from 1
 * @param teacher a person of the register
 */
public record Lesson(String term, Site site, ClassName name, DayOfWeek weekday, int period, String subject,
        UUID teacher) {}
