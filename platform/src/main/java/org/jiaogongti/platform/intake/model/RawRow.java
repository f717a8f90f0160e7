package org.jiaogongti.platform.intake.model;

import java.util.List;

/**
 * A row as it stands in the file.
 *
 * @param number as the spreadsheet counts it, from 1
 * @param cells texts from the first column on; trailing empty ones left out
 */
public record RawRow(int number, List<String> cells) {

    public RawRow {
        int end = cells.size();
        while (end > 0 && cells.get(end - 1).isBlank()) {
            end--;
        }
        cells = List.copyOf(cells.subList(0, end));
    }

    public String cell(int column) {
        return column < cells.size() ? cells.get(column) : "";
    }

    public boolean isEmpty() {
        return cells.stream().allMatch(String::isBlank);
    }
}
