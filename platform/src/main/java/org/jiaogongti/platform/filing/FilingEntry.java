package org.jiaogongti.platform.filing;

import java.util.UUID;

/**
 * What somebody hands in.
 *
 * @param token the form it was sent with
 * @param base the version it was written on top of; 0 for the first
 */
public record FilingEntry(UUID token, int base, PlanText text) {}
