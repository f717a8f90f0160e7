package org.jiaogongti.platform.spending;

import java.time.LocalDate;

/**
 * A sum that a school was paid.
 *
 * @param appraisal name of the appraised year
 * @param version of its result
 */
public record Received(String appraisal, int version, LocalDate day, String document, long fen) {}
