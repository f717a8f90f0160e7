package org.jiaogongti.platform.spending;

import org.jspecify.annotations.Nullable;

/**
 * What a school planned and spent in a category in a year, in fen.
 *
 * @param category as it holds, or null where it has ended
 * @param own approved, of the school's own money
 * @param grant approved, of its grants
 * @param waiting for a second person
 */
public record CategoryLine(String code, String name, @Nullable Category category, long planned, long own, long grant,
        long waiting, boolean overBudget, boolean overShare) {

    public long spent() {
        return own + grant;
    }

    public long left() {
        return planned - spent();
    }
}
