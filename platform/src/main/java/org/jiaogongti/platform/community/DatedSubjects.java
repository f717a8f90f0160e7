package org.jiaogongti.platform.community;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jiaogongti.platform.intake.Column;
import org.jiaogongti.platform.intake.DatedRows;
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
        lines.stream().filter(line -> !subjects.contains(line.row().get("subject")))
                .forEach(line -> problems.putIfAbsent(line.number(),
                        List.of(Problem.at("subject", "community.sheet.subject", line.row().get("subject")))));
        DatedRows.check(lines, columns, held, row -> row.get("community") + "\u001F" + row.get("school") + "\u001F"
                + row.get("subject"), problems);
    }
}
