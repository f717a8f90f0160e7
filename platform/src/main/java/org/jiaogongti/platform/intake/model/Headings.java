package org.jiaogongti.platform.intake.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jiaogongti.platform.intake.Column;

/**
 * Which row holds the headings, and which of them is which column. A merged title above them is passed over.
 *
 * @param row number of the row in the file
 * @param texts as they stand there
 * @param mapping heading number by column code
 */
public record Headings(int row, List<String> texts, Map<String, Integer> mapping) {

    /** Rows among which the headings are looked for. */
    public static final int SEARCHED = 20;

    public Headings {
        texts = List.copyOf(texts);
        mapping = Map.copyOf(mapping);
    }

    /**
     * Finds the row that names most columns; the first one that is not empty where none names any.
     *
     * @param remembered column code by heading, as somebody has mapped it before
     */
    public static Headings find(List<RawRow> first, List<Column> columns, Map<String, String> remembered) {
        Headings best = of(first.getFirst(), columns, remembered);
        for (RawRow row : first) {
            Headings other = of(row, columns, remembered);
            if (other.mapping.size() > best.mapping.size()) {
                best = other;
            }
        }
        return best;
    }

    private static Headings of(RawRow row, List<Column> columns, Map<String, String> remembered) {
        Map<String, Integer> mapping = new LinkedHashMap<>();
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < row.cells().size(); i++) {
            String text = Cells.plain(row.cells().get(i));
            texts.add(text);
            String known = remembered.get(text);
            for (Column column : columns) {
                boolean named = known == null
                        ? column.words().stream().anyMatch(word -> bare(word).equals(bare(text)))
                        : known.equals(column.code());
                if (named && !text.isEmpty()) {
                    mapping.putIfAbsent(column.code(), i);
                }
            }
        }
        return new Headings(row.number(), texts, mapping);
    }

    /** Without stars, spaces and what stands in brackets: 学校名称*（必填） is 学校名称. */
    private static String bare(String heading) {
        return Cells.plain(heading).replaceAll("[(\\[].*?[)\\]]", "").replaceAll("[*\\s:：]", "")
                .toLowerCase(Locale.ROOT);
    }
}
