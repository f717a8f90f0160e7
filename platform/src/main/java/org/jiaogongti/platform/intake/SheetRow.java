package org.jiaogongti.platform.intake;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A row in its canonical form.
 *
 * @param values by column code; an empty cell has no entry
 */
public record SheetRow(SortedMap<String, String> values) {

    public SheetRow {
        SortedMap<String, String> given = new TreeMap<>();
        values.forEach((code, value) -> {
            if (!value.isEmpty()) {
                given.put(code, value);
            }
        });
        values = Collections.unmodifiableSortedMap(given);
    }

    /** Pairs of column code and value; an empty value is left out. */
    public static SheetRow of(String... codesAndValues) {
        SortedMap<String, String> values = new TreeMap<>();
        for (int i = 0; i + 1 < codesAndValues.length; i += 2) {
            values.put(codesAndValues[i], codesAndValues[i + 1]);
        }
        return new SheetRow(values);
    }

    /** The column's value, empty where there is none. */
    public String get(String code) {
        return values.getOrDefault(code, "");
    }

    public boolean has(String code) {
        return values.containsKey(code);
    }

    /** The same row with another value in a column. */
    public SheetRow with(String code, String value) {
        SortedMap<String, String> changed = new TreeMap<>(values);
        changed.put(code, value);
        return new SheetRow(changed);
    }

    /** The natural key as one text. */
    public String key(List<Column> columns) {
        return columns.stream().filter(Column::inKey).map(column -> get(column.code()))
                .collect(Collectors.joining("\u001F"));
    }
}
