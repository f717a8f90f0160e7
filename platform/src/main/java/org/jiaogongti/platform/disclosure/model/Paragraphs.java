package org.jiaogongti.platform.disclosure.model;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A publication's body as it is set: headings by their numbers, paragraphs, and tables where lines have tabs. */
public final class Paragraphs {

    private static final Pattern PART = Pattern.compile("[一二三四五六七八九十]{1,3}、.{1,40}");
    private static final Pattern SECTION = Pattern.compile("[(（][一二三四五六七八九十]{1,3}[)）].{1,40}");
    private static final Pattern SENTENCE = Pattern.compile(".*[。；;!！?？].*");

    private static final Pattern FIGURE = Pattern.compile("[+−-]?[0-9][0-9,]{0,14}(\\.[0-9]{1,4})?%?");

    private Paragraphs() {}

    /** Whether a cell is one figure, which must not be broken over two lines on a phone. */
    public static boolean figure(String cell) {
        return FIGURE.matcher(cell).matches();
    }

    /** One thing below the other. */
    public sealed interface Block {

        /** @param level 2 or 3 */
        record Heading(int level, String text) implements Block {}

        /** @param flush from the left edge: to whom it goes */
        record Paragraph(String text, boolean flush) implements Block {}

        record Table(List<String> heads, List<List<String>> rows) implements Block {}
    }

    public static List<Block> of(String body) {
        List<Block> blocks = new ArrayList<>();
        List<List<String>> rows = new ArrayList<>();
        for (String line : body.split("\n", -1)) {
            if (line.contains("\t")) {
                rows.add(List.of(line.split("\t", -1)));
                continue;
            }
            table(rows, blocks);
            if (!line.isBlank()) {
                blocks.add(block(line.strip()));
            }
        }
        table(rows, blocks);
        return blocks;
    }

    private static Block block(String line) {
        if (PART.matcher(line).matches() && !SENTENCE.matcher(line).matches()) {
            return new Block.Heading(2, line);
        }
        if (SECTION.matcher(line).matches() && !SENTENCE.matcher(line).matches()) {
            return new Block.Heading(3, line);
        }
        return new Block.Paragraph(line, line.length() < 40 && (line.endsWith("：") || line.endsWith(":")));
    }

    /** Short rows are filled up, so that the table is one. */
    private static void table(List<List<String>> rows, List<Block> blocks) {
        if (rows.isEmpty()) {
            return;
        }
        int columns = rows.stream().mapToInt(List::size).max().orElse(1);
        List<List<String>> even = rows.stream().map(row -> {
            List<String> cells = new ArrayList<>(row);
            while (cells.size() < columns) {
                cells.add("");
            }
            return List.copyOf(cells);
        }).toList();
        blocks.add(new Block.Table(even.getFirst(), even.subList(1, even.size())));
        rows.clear();
    }
}
