package org.jiaogongti.platform.advice;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which advisers are looked for.
 *
 * @param community null for all that may be seen
 * @param kind null for all
 * @param on as of which day
 * @param everybody also those whose days are over or still to come
 */
public record AdviserFilter(@Nullable UUID community, @Nullable AdviserKind kind, LocalDate on, boolean everybody) {}
