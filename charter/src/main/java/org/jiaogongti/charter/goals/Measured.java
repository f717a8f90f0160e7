package org.jiaogongti.charter.goals;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A value and how sure it is.
 *
 * @param value in the indicator's unit
 * @param standardError in the same unit, 0 where all there is was counted; null where it is not known
 * @param freedom degrees of freedom of the standard error; null where it may be taken as known
 */
public record Measured(BigDecimal value, @Nullable BigDecimal standardError, @Nullable Integer freedom) {

    /** Groups of fewer are not told of: a value could be led back to single people. */
    public static final int SMALLEST_GROUP = 10;

    public Measured {
        if (standardError != null && standardError.signum() < 0) {
            throw new IllegalArgumentException("A standard error is 0 or more, not %s.%nLook at its source."
                    .formatted(standardError));
        }
        if (freedom != null && freedom < 1) {
            throw new IllegalArgumentException("Degrees of freedom are 1 or more, not %d.%nLook at the source."
                    .formatted(freedom));
        }
    }

    /** A value that was counted whole. */
    public static Measured exact(BigDecimal value) {
        return new Measured(value, BigDecimal.ZERO, null);
    }

    /** Whether a group is too small to be told of. */
    public static boolean tooSmall(int number) {
        return number < SMALLEST_GROUP;
    }
}
