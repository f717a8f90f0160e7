package org.jiaogongti.platform.shell;

import java.util.ArrayList;
import java.util.List;
import org.jiaogongti.platform.shell.model.ChartPicture;

/**
 * Bars below each other, each made of the same parts: one drawing for page, print and documents. Parts are told apart by
 * pattern and not only by colour, so that it also reads in black and white. To a screen reader it is one picture: whoever
 * shows it gives its numbers as a table beside it. A page with bars includes {@code shell.patterns} once.
 *
 * @param says what it shows, for whoever does not see it
 * @param bars in the order in which they are to be read, never by length
 */
public record BarChart(String title, String says, List<Part> parts, List<Bar> bars) {

    /** How long the longest bar is. */
    private static final int WHOLE = 1000;

    public BarChart {
        parts = List.copyOf(parts);
        bars = List.copyOf(bars);
        int number = parts.size();
        if (bars.stream().anyMatch(bar -> bar.amounts().size() != number)) {
            throw new IllegalArgumentException(
                    "a bar of other parts than the chart's " + number + "\nGive every bar an amount for each part.");
        }
    }

    /** How a part is drawn. */
    public enum Ink {
        SOLID, HATCHED, CROSSED, EMPTY
    }

    /** What all bars are made of. */
    public record Part(String name, Ink ink) {}

    /**
     * One bar.
     *
     * @param amounts of each part, none below 0
     * @param figure what stands behind it
     */
    public record Bar(String name, List<Long> amounts, String figure) {

        public Bar {
            amounts = List.copyOf(amounts);
            if (amounts.stream().anyMatch(amount -> amount < 0)) {
                throw new IllegalArgumentException("a bar of " + amounts + "\nGive amounts of 0 or more.");
            }
        }

        long sum() {
            return amounts.stream().mapToLong(Long::longValue).sum();
        }
    }

    /** A piece of a bar, in thousandths of the longest one. */
    public record Piece(Ink ink, int from, int length) {

        /** From where, as a length of SVG. */
        public String x() {
            return percent(from);
        }

        public String width() {
            return percent(length);
        }

        private static String percent(int thousandths) {
            return thousandths / 10 + "." + thousandths % 10 + "%";
        }
    }

    /** A bar's pieces; what is there is never drawn as nothing, and pieces leave no gap. */
    public List<Piece> pieces(Bar bar) {
        long longest = Math.max(1, bars.stream().mapToLong(Bar::sum).max().orElse(0));
        List<Piece> pieces = new ArrayList<>();
        long before = 0;
        for (int i = 0; i < parts.size(); i++) {
            long amount = bar.amounts().get(i);
            int from = Math.toIntExact(before * WHOLE / longest);
            before += amount;
            int to = Math.toIntExact(before * WHOLE / longest);
            if (amount > 0) {
                pieces.add(new Piece(parts.get(i).ink(), from, Math.max(1, to - from)));
            }
        }
        return pieces;
    }

    public boolean empty() {
        return bars.stream().allMatch(bar -> bar.sum() == 0);
    }

    /** The same for a document. */
    public OfficialDocument.Picture picture() {
        return new OfficialDocument.Picture(ChartPicture.png(this), says, title);
    }
}
