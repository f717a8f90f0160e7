package org.jiaogongti.platform.school;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jiaogongti.platform.intake.Column;
import org.jiaogongti.platform.intake.DatedRows;
import org.jiaogongti.platform.intake.Problem;
import org.jiaogongti.platform.intake.SheetLine;
import org.jiaogongti.platform.intake.SheetRow;

/** On any day a place's second period begins after its first has ended, and so on. */
final class BellOrder {

    private BellOrder() {}

    /**
     * Adds a problem for each row that begins before an earlier period has ended, or ends after a later one has begun.
     *
     * @param held what the table holds; a row of the file with the same key takes its place
     */
    static void check(List<SheetLine> lines, List<Column> columns, List<SheetRow> held,
            Function<SheetRow, String> place, Map<Integer, List<Problem>> problems) {
        Map<String, SheetRow> after = new HashMap<>();
        held.forEach(row -> after.put(row.key(columns), row));
        List<SheetLine> good = lines.stream().filter(line -> !problems.containsKey(line.number())).toList();
        good.forEach(line -> after.put(line.row().key(columns), line.row()));
        Map<String, List<SheetRow>> byPlace = after.values().stream().collect(Collectors.groupingBy(place));
        for (SheetLine line : good) {
            SheetRow mine = line.row();
            Optional<SheetRow> crossed = byPlace.getOrDefault(place.apply(mine), List.of()).stream()
                    .filter(other -> DatedRows.overlaps(mine, other) && outOfOrder(mine, other)).findFirst();
            crossed.ifPresent(other -> problems.put(line.number(), List.of(Problem.at("starts",
                    "school.sheet.bell-order", other.get("period"), other.get("starts"), other.get("ends")))));
        }
    }

    private static boolean outOfOrder(SheetRow mine, SheetRow other) {
        int order = Integer.compare(Integer.parseInt(mine.get("period")), Integer.parseInt(other.get("period")));
        return (order < 0 && mine.get("ends").compareTo(other.get("starts")) > 0)
                || (order > 0 && other.get("ends").compareTo(mine.get("starts")) > 0);
    }
}
