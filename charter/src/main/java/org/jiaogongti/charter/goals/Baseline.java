package org.jiaogongti.charter.goals;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Where a round starts from. */
public sealed interface Baseline {

    /**
     * A value.
     *
     * @param day the day it holds for
     * @param standardError in the indicator's unit; null where it is not known
     * @param source the paper it rests on
     */
    record Known(LocalDate day, BigDecimal value, @Nullable BigDecimal standardError, String source)
            implements
                Baseline {}

    /**
     * 待定.
     *
     * @param words who finds it, and how
     */
    record Undecided(String words) implements Baseline {}
}
