package org.jiaogongti.platform.community;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jiaogongti.platform.intake.Column;
import org.jiaogongti.platform.intake.Problem;
import org.jiaogongti.platform.intake.SheetLine;
import org.jiaogongti.platform.intake.SheetRow;

/** Rows that say of a subject from when to when: the subject is known, the days are in order and do not cross. */
final class DatedSubjects {

    private DatedSubjects() {}

    /**
     * Adds a problem for each row that is wrong.
     *
     * @param lines rows of the file; those with a problem are passed over
     * @param held what the table holds; a row of the file with the same key takes its place
     */
    static void check(List<SheetLine> lines, List<Column> columns, List<SheetRow> held, Set<String> subjects,
            Map<Integer, List<Problem>> problems) {
        Map<String, SheetRow> after = new HashMap<>();
        held.forEach(row -> after.put(row.key(columns), row));
        List<SheetLine> good = new ArrayList<>();
        for (SheetLine line : lines) {
            SheetRow row = line.row();
            if (problems.containsKey(line.number())) {
                continue;
            }
            if (!subjects.contains(row.get("subject"))) {
                problems.put(line.number(),
                        List.of(Problem.at("subject", "community.sheet.subject", row.get("subject"))));
            } else if (row.has("to") && row.get("to").compareTo(row.get("from")) < 0) {
                problems.put(line.number(), List.of(Problem.at("to", "school.sheet.last-before-first")));
            } else {
                after.put(row.key(columns), row);
                good.add(line);
            }
        }
        Map<String, List<SheetRow>> bySame = after.values().stream()
                .collect(Collectors.groupingBy(DatedSubjects::same));
        for (SheetLine line : good) {
            SheetRow mine = line.row();
            bySame.getOrDefault(same(mine), List.of()).stream()
                    .filter(other -> !other.equals(mine) && overlaps(mine, other)).findFirst()
                    .ifPresent(other -> problems.put(line.number(),
                            List.of(Problem.at("from", "community.sheet.overlap", other.get("from")))));
        }
    }

    private static String same(SheetRow row) {
        return row.get("community") + "\u001F" + row.get("school") + "\u001F" + row.get("subject");
    }

    /** Both days of a row belong to it. */
    private static boolean overlaps(SheetRow one, SheetRow other) {
        return (!other.has("to") || one.get("from").compareTo(other.get("to")) <= 0)
                && (!one.has("to") || other.get("from").compareTo(one.get("to")) <= 0);
    }
}
