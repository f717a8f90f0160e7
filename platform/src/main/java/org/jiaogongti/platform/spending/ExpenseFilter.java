package org.jiaogongti.platform.spending;

import java.util.UUID;
import org.jiaogongti.platform.spending.Expense.Source;
import org.jspecify.annotations.Nullable;

/**
 * Which payments of a school are listed.
 *
 * @param category its code, or empty
 * @param clause or empty
 */
public record ExpenseFilter(int year, String category, String clause, @Nullable Source source, @Nullable UUID occasion,
        Show show) {

    /** Which of them by how they stand. */
    public enum Show {
        ALL,
        /** What the figures are sums of: approved, with what was taken back and what takes it back. */
        COUNTED,
        /** The same with what waits. */
        STANDING, WAITING, OVER, BARE, REVERSED
    }

    public boolean narrowed() {
        return !category.isEmpty() || !clause.isEmpty() || source != null || occasion != null || show != Show.ALL;
    }
}
