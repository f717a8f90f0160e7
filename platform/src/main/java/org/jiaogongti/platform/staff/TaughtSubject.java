package org.jiaogongti.platform.staff;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A subject that somebody teaches.
 *
 * @param to the last day, or null while it lasts
 */
public record TaughtSubject(UUID person, String subject, LocalDate from, @Nullable LocalDate to) {}
