package org.jiaogongti.platform.goal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An outcome that somebody enters, or that another module found.
 *
 * @param goal id of the charter's goal
 * @param place the community or school; null for the district
 * @param origin where another module found it; empty where it was typed in
 * @param found what was found
 */
public record Given(String goal, @Nullable UUID place, @Nullable LocalDate measuredOn, String origin, Found found) {

    /**
     * What was found.
     *
     * @param error standard error; null where the source gives none
     * @param freedom degrees of freedom of the error
     * @param people how many people it was measured on; null where it is not of people
     * @param source the paper it stands in
     */
    public record Found(@Nullable BigDecimal value, @Nullable BigDecimal error, @Nullable Integer freedom,
            @Nullable Integer people, String source) {}
}
