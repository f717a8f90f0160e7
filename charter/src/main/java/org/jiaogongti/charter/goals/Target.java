package org.jiaogongti.charter.goals;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What is to be reached. */
public sealed interface Target {

    /**
     * Bounds, both included.
     *
     * @param least null where every small value is good
     * @param greatest null where every great value is good
     * @param margin what may be lacking to either bound; 0 or more
     * @param decidedBy who decided
     * @param basis the paper it rests on
     */
    record Decided(@Nullable BigDecimal least, @Nullable BigDecimal greatest, BigDecimal margin, String decidedBy,
            String basis) implements Target {

        public Decided {
            if (least == null && greatest == null) {
                throw new IllegalArgumentException("A target needs a bound.%nGive a least or a greatest value."
                        .formatted());
            }
        }

        /** The least value that is still good, the margin taken off; null where there is none. */
        public @Nullable BigDecimal lower() {
            return least == null ? null : least.subtract(margin);
        }

        /** The greatest value that is still good, the margin added; null where there is none. */
        public @Nullable BigDecimal upper() {
            return greatest == null ? null : greatest.add(margin);
        }

        /** Whether a value without error is good. */
        boolean has(BigDecimal value) {
            BigDecimal lower = lower();
            BigDecimal upper = upper();
            return (lower == null || value.compareTo(lower) >= 0) && (upper == null || value.compareTo(upper) <= 0);
        }
    }

    /**
     * 待定.
     *
     * @param words who decides it, and when
     */
    record Undecided(String words) implements Target {}
}
