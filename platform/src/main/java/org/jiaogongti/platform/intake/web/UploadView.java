package org.jiaogongti.platform.intake.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jiaogongti.platform.intake.Cell;
import org.jiaogongti.platform.intake.Column;
import org.jiaogongti.platform.intake.Consequence;
import org.jiaogongti.platform.intake.Problem;
import org.jiaogongti.platform.intake.SheetRow;
import org.jiaogongti.platform.intake.Upload;
import org.jiaogongti.platform.intake.Upload.Verdict;
import org.jiaogongti.platform.intake.UploadLine;
import org.jiaogongti.platform.shell.Messages;
import org.jspecify.annotations.Nullable;

/**
 * An upload as its page shows it.
 *
 * @param columns of the table, asked for once
 * @param shown the verdict asked for, or null for all
 * @param next number behind which the next page starts, or null on the last page
 * @param problem why the last request was refused, empty if it was not
 * @param consequences what moves outside the table when the new rows go in
 */
public record UploadView(Upload upload, List<Column> columns, List<UploadLine> lines, @Nullable Verdict shown,
        int after, @Nullable Integer next, String problem, List<Consequence> consequences) {

    public UploadView {
        columns = List.copyOf(columns);
        consequences = List.copyOf(consequences);
    }

    /** What may be asked for, in the order of the buttons. */
    public static final List<Verdict> VERDICTS = List.of(Verdict.BAD, Verdict.NEW, Verdict.CHANGED, Verdict.SAME,
            Verdict.REPEATED);

    /** A column that the file has, for the table's head. */
    public List<Column> present() {
        return columns.stream().filter(column -> upload.mapping().containsKey(column.code())).toList();
    }

    /** Columns that must be given and that nobody has found in the file. */
    public List<String> missing() {
        return columns.stream()
                .filter(column -> column.mustBeGiven() && !upload.mapping().containsKey(column.code()))
                .map(Column::heading).toList();
    }

    /** Number of the heading mapped to a column, or -1. */
    public int at(Column column) {
        return upload.mapping().getOrDefault(column.code(), -1);
    }

    /** The cell as it stands in the file. */
    public String cell(UploadLine line, Column column) {
        int at = at(column);
        return at >= 0 && at < line.cells().size() ? line.cells().get(at) : "";
    }

    /** What the table holds there, where the row would change it; empty otherwise. */
    public String before(UploadLine line, Column column) {
        SheetRow before = line.before();
        SheetRow row = line.row();
        if (before == null || row == null || line.verdict() != Verdict.CHANGED
                || before.get(column.code()).equals(row.get(column.code()))) {
            return "";
        }
        String held = shown(column, before.get(column.code()));
        return held.isEmpty() ? "—" : held;
    }

    /** What a date without a year or a number of days was read as; empty where the cell says it itself. */
    public String understood(UploadLine line, Column column) {
        SheetRow row = line.row();
        if (row == null || !(column.cell() instanceof Cell.Day)) {
            return "";
        }
        String day = row.get(column.code());
        return cell(line, column).strip().startsWith(day) ? "" : day;
    }

    /** Problems at a column, in words. */
    public static List<String> problems(UploadLine line, String column, Messages m) {
        return line.problems().stream().filter(problem -> problem.column().equals(column))
                .map(problem -> say(problem, m)).toList();
    }

    /** Problems that stand at no column of the file. */
    public List<String> others(UploadLine line, Messages m) {
        List<String> texts = new ArrayList<>();
        for (Problem problem : line.problems()) {
            if (!upload.mapping().containsKey(problem.column())) {
                texts.add(say(problem, m));
            }
        }
        return texts;
    }

    static String say(Problem problem, Messages m) {
        return m.t(problem.key(), problem.words().toArray());
    }

    /** A canonical value in the words of the template. */
    static String shown(Column column, String value) {
        if (column.cell() instanceof Cell.OneOf one) {
            return one.values().entrySet().stream().filter(entry -> entry.getValue().equals(value))
                    .map(Map.Entry::getKey).findFirst().orElse(value);
        }
        return value;
    }

    /** State mark of a verdict in the design kit. */
    public static String mark(Verdict verdict) {
        return switch (verdict) {
            case NEW -> "done";
            case CHANGED -> "going";
            case SAME, REPEATED -> "waived";
            case BAD -> "late";
        };
    }
}
