package org.jiaogongti.platform.bin.web;

import java.time.LocalDate;
import java.util.List;
import org.jiaogongti.platform.bin.NextDays;
import org.jspecify.annotations.Nullable;

/**
 * The bin as its page shows it.
 *
 * @param kinds to choose from
 * @param kind chosen, or empty
 * @param problem why something was not brought back, or empty
 * @param first the first page, or null where this is it
 * @param next the next page, or null at the end
 */
public record BinView(List<Row> rows, List<String> kinds, String kind, Term term, String problem,
        @Nullable String first, @Nullable String next) {

    /**
     * One thing.
     *
     * @param left days until it goes, today not counted; negative where they are over
     * @param keeps word of whoever keeps it from going, or null
     */
    public record Row(String id, String kind, String title, String path, String school, String by, LocalDate on,
            LocalDate until, long left, @Nullable String keeps) {

        private static final int SOON = 3;

        /** Whether its days are over and the night has not come yet. */
        public boolean over() {
            return left < 0;
        }

        public String mark() {
            return keeps != null ? "waived" : left <= SOON ? "soon" : "todo";
        }
    }

    /**
     * For how long things stay.
     *
     * @param days for what is deleted today
     * @param next what holds from a later day
     * @param typed what was typed and refused, or the days that hold
     */
    public record Term(int days, @Nullable NextDays next, String typed, String problem) {}
}
