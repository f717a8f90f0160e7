package org.jiaogongti.platform.staff;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which mentoring pairs are looked for.
 *
 * @param school one of the two schools, or null for all
 * @param days where they lie, seen from the day, or null for all
 * @param on as of which day
 */
public record MentoringFilter(@Nullable UUID school, @Nullable Days days, LocalDate on) {}
