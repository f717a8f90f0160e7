package org.jiaogongti.platform.intake.model;

import java.util.Set;
import java.util.TreeMap;
import org.jiaogongti.platform.intake.SheetRow;

/** A row of a file that lacks columns, laid over what the table holds. */
public final class Merging {

    private Merging() {}

    /** The row's values for the columns that the file has, the held ones for all others. */
    public static SheetRow keep(SheetRow row, SheetRow held, Set<String> given) {
        TreeMap<String, String> values = new TreeMap<>(held.values());
        values.keySet().removeIf(given::contains);
        row.values().forEach((code, value) -> {
            if (given.contains(code)) {
                values.put(code, value);
            }
        });
        return new SheetRow(values);
    }
}
