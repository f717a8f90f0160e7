package org.jiaogongti.cli;

import java.util.ArrayList;
import java.util.List;

/** Rows of text in columns; a Chinese character is two columns wide on a terminal. */
final class Columns {

    /** East Asian wide and full-width characters as far as our texts use them, Chinese quotes among them. */
    private static final List<Range> WIDE = List.of(new Range(0x2018, 0x201D), new Range(0x2E80, 0xA4CF),
            new Range(0xAC00, 0xD7A3), new Range(0xF900, 0xFAFF), new Range(0xFE30, 0xFE4F), new Range(0xFF00, 0xFF60),
            new Range(0x20000, 0x3FFFD));
    private static final String GAP = "  ";

    private final List<List<String>> rows = new ArrayList<>();

    void row(String... cells) {
        rows.add(List.of(cells));
    }

    void appendTo(StringBuilder text, String indent) {
        int[] widths = new int[rows.stream().mapToInt(List::size).max().orElse(0)];
        for (List<String> row : rows) {
            for (int i = 0; i < row.size(); i++) {
                widths[i] = Math.max(widths[i], width(row.get(i)));
            }
        }
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder(indent);
            for (int i = 0; i < row.size(); i++) {
                line.append(row.get(i)).repeat(' ', widths[i] - width(row.get(i))).append(GAP);
            }
            text.append(line.toString().stripTrailing()).append('\n');
        }
    }

    static int width(String text) {
        return text.codePoints().map(Columns::width).sum();
    }

    private static int width(int codePoint) {
        return WIDE.stream().anyMatch(range -> codePoint >= range.first && codePoint <= range.last) ? 2 : 1;
    }

    private record Range(int first, int last) {}
}
