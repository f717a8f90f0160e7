package org.jiaogongti.platform.obligation.web;

import java.time.LocalDate;
import java.util.List;
import org.jiaogongti.charter.revising.Revised;
import org.jspecify.annotations.Nullable;

/** What the board shows; the same value is printed, exported and tested. */
public record BoardView(Heading heading, Tally tally, @Nullable TermProgress progress, List<Head> communities,
        List<Part> parts, List<Waiting> waiting, Choices choices, Rail rail) {

    /** Span and day. */
    public record Heading(String span, LocalDate asOf, List<Tab> spans, List<Tab> terms, String query, String check) {}

    /** One choice among several, each a plain link. */
    public record Tab(String label, String href, boolean on) {}

    /**
     * Cells by state.
     *
     * @param inWork how many are worked on
     * @param outside how many are suspended or waived
     */
    public record Tally(int inWork, int outside, List<Count> counts, List<Count> outsideCounts, List<Slice> bar) {}

    /** So many cells in one state, and where only those are shown. */
    public record Count(Mark mark, int cells, String href) {}

    /** A piece of a bar, in percent of its length. */
    public record Slice(String css, int percent) {}

    /** Where the calendar stands, in percent of the span. */
    public record TermProgress(LocalDate first, LocalDate last, int today, int week, int weeks, List<Notch> notches) {}

    /** A day worth knowing on the calendar's bar. */
    public record Notch(int percent, String label) {}

    /** A community's column. */
    public record Head(String id, String name, String shortName, int schools) {}

    /** The duties of one part of the notice. */
    public record Part(String title, String summary, List<Row> rows) {}

    /**
     * One duty.
     *
     * @param need who does how much
     * @param readingHref where the reading of an open point stands, empty where its text is plain
     * @param law the later law that stops it, or null
     * @param revised what was decided about it since the notice and holds in the span
     */
    public record Row(String duty, String name, String clause, String clauseHref, String href, String need,
            String readingHref, @Nullable Law law, List<Cell> cells, List<Revised> revised) {}

    /**
     * A duty for which nothing is kept.
     *
     * @param facts the fact types it waits for
     */
    public record Waiting(String clause, String clauseHref, String name, String href, String facts) {}

    /** The chip of a later law. */
    public record Law(String label, String href) {}

    /**
     * One duty of one community.
     *
     * @param figure such as {@code 3/5校}; empty where a state shows no fraction
     * @param word what stands beside it; empty where the state is plain
     * @param percent length of the foot line
     * @param elsewhere whether it opens another module's page, which not everybody may read who reads the board
     */
    public record Cell(Mark mark, String figure, String word, int percent, String href, String label,
            boolean elsewhere) {}

    /** What the list is narrowed to. */
    public record Choices(String term, String span, String duty, String state, List<Option> duties,
            List<Option> states, int shown, int all) {

        /** Whether anything is hidden. */
        public boolean narrowed() {
            return !duty.isEmpty() || !state.isEmpty();
        }
    }

    /** One entry of a selection. */
    public record Option(String value, String label, boolean on) {}

    /** Beside the matrix. */
    public record Rail(List<Item> late, List<Item> due, String dueNone, List<Shortfall> shortfalls,
            String forecastNote, List<Paused> paused) {

        /** As many of a list stand open; the others are folded. */
        public static final int SHOWN = 5;
    }

    /** Something with a day, a doer and a place to open. */
    public record Item(String when, String unit, String title, String href, String community, String actor,
            String clause, String clauseHref) {}

    /** What will not be reached at the usual pace. */
    public record Shortfall(String title, String href, String figure, String lack) {}

    /** A suspension or a waiver with its reason. */
    public record Paused(Mark mark, String title, String reason, String href) {}
}
