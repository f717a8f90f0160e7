package org.jiaogongti.platform.advice;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an adviser wrote about one occasion.
 *
 * @param presentOn the day on which they said that they are there, or null
 * @param seen what was seen
 * @param diagnosis 诊断
 * @param writtenOn the day of the last change, or null where nothing is written yet
 */
public record Visit(UUID id, UUID adviser, UUID occasion, @Nullable LocalDate presentOn, String seen, String diagnosis,
        @Nullable LocalDate writtenOn) {

    public static final int LONGEST = 2_000;
}
