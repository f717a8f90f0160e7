package org.jiaogongti.platform.filing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** A text as it was handed in at one time. */
public record PlanVersion(int number, PlanText text, UUID author, String authorName, LocalDate on, Instant at) {}
