package org.jiaogongti.charter.calendar;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One period of the school calendar.
 *
 * @param name as a clerk writes it: {@code 2024-2025-1}, {@code 2024-2025}, {@code 2024}
 * @param days both ends included
 * @param midtermWeek the Monday of the middle week, terms only
 */
public record Period(String name, PeriodKind kind, DateRange days, @Nullable LocalDate midtermWeek) {}
