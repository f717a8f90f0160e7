package org.jiaogongti.platform.register;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which pairs a list shows.
 *
 * @param days by where the day lies to theirs; null for all
 */
public record PairFilter(@Nullable UUID school, LessonPair.@Nullable Days days, LocalDate on) {}
