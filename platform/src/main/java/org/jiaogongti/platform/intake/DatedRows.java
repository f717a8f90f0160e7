package org.jiaogongti.platform.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Rows with columns {@code from} and {@code to}, of which only one may hold of the same thing on any day. */
public final class DatedRows {

    private DatedRows() {}

    /**
     * Adds a problem for each row that ends before it starts or crosses another one.
     *
     * @param lines rows of the file; those with a problem are passed over
     * @param held what the table holds; a row of the file with the same key takes its place
     * @param same what the rows are about; rows about different things may cross
     */
    public static void check(List<SheetLine> lines, List<Column> columns, List<SheetRow> held,
            Function<SheetRow, String> same, Map<Integer, List<Problem>> problems) {
        Map<String, SheetRow> after = new HashMap<>();
        held.forEach(row -> after.put(row.key(columns), row));
        List<SheetLine> good = new ArrayList<>();
        for (SheetLine line : lines) {
            SheetRow row = line.row();
            if (problems.containsKey(line.number())) {
                continue;
            }
            if (row.has("to") && row.get("to").compareTo(row.get("from")) < 0) {
                problems.put(line.number(), List.of(Problem.at("to", "intake.row.last-before-first")));
            } else {
                after.put(row.key(columns), row);
                good.add(line);
            }
        }
        Map<String, List<SheetRow>> bySame = after.values().stream().collect(Collectors.groupingBy(same));
        for (SheetLine line : good) {
            SheetRow mine = line.row();
            bySame.getOrDefault(same.apply(mine), List.of()).stream()
                    .filter(other -> !other.equals(mine) && overlaps(mine, other)).findFirst()
                    .ifPresent(other -> problems.put(line.number(),
                            List.of(Problem.at("from", "intake.row.overlap", other.get("from")))));
        }
    }

    /** What the table will hold once the rows before have gone in; each takes the place of the one with its key. */
    public static List<SheetRow> overlaid(List<SheetRow> held, List<SheetRow> earlier, List<Column> columns) {
        Map<String, SheetRow> after = new LinkedHashMap<>();
        held.forEach(row -> after.put(row.key(columns), row));
        earlier.forEach(row -> after.put(row.key(columns), row));
        return List.copyOf(after.values());
    }

    /** Both days of a row belong to it. */
    public static boolean overlaps(SheetRow one, SheetRow other) {
        return (!other.has("to") || one.get("from").compareTo(other.get("to")) <= 0)
                && (!one.has("to") || other.get("from").compareTo(one.get("to")) <= 0);
    }
}
