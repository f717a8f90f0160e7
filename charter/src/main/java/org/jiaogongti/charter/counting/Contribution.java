package org.jiaogongti.charter.counting;

import java.time.LocalDate;

/**
 * What one part of one record adds to one instance. A part counts once in a duty's instance.
 *
 * @param amount lessons, occasions or persons, as the duty counts
 * @param countsOn the first as-of day on which it counts
 */
public record Contribution(InstanceKey key, String source, String part, int amount, LocalDate countsOn) {}
