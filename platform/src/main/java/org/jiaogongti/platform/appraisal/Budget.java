package org.jiaogongti.platform.appraisal;

import java.time.LocalDate;
import java.util.UUID;

/**
 * What the bureau has for 以奖代补 in a year.
 *
 * @param fen whole fen, 0 or more
 * @param document the paper that says so
 */
public record Budget(UUID id, String year, long fen, String document, LocalDate on, String actorName) {}
