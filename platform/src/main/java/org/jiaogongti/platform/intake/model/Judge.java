package org.jiaogongti.platform.intake.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jiaogongti.platform.intake.Column;
import org.jiaogongti.platform.intake.Problem;
import org.jiaogongti.platform.intake.SheetKind;
import org.jiaogongti.platform.intake.SheetLine;
import org.jiaogongti.platform.intake.SheetRow;
import org.jiaogongti.platform.intake.Upload.Verdict;
import org.jiaogongti.platform.intake.UploadLine;
import org.jspecify.annotations.Nullable;

/** Says row by row what would happen; remembers the rows before. */
public final class Judge {

    private record Seen(int number, SheetRow row) {}

    private final SheetKind kind;
    private final List<Column> columns;
    private final Map<String, Integer> mapping;
    private final Cells cells;
    private final Map<String, Seen> seen = new HashMap<>();
    private final List<SheetRow> earlier = new ArrayList<>();

    public Judge(SheetKind kind, Map<String, Integer> mapping, Cells cells) {
        this.kind = kind;
        this.columns = kind.columns();
        this.mapping = mapping;
        this.cells = cells;
    }

    /** The rows with their verdicts, in their order. */
    public List<UploadLine> judge(List<RawRow> rows) {
        Map<Integer, List<Problem>> problems = new HashMap<>();
        Map<Integer, SheetRow> read = new HashMap<>();
        Set<Integer> repeated = new HashSet<>();
        List<SheetLine> good = new ArrayList<>();
        UnaryOperator<SheetRow> canonical = kind.canonical();
        for (RawRow raw : rows) {
            List<Problem> wrong = new ArrayList<>();
            SheetRow row = canonical.apply(read(raw, wrong));
            read.put(raw.number(), row);
            if (wrong.isEmpty()) {
                Seen before = seen.putIfAbsent(row.key(columns), new Seen(raw.number(), row));
                if (before == null) {
                    good.add(new SheetLine(raw.number(), row));
                } else if (before.row().equals(row)) {
                    repeated.add(raw.number());
                } else {
                    wrong.add(Problem.at("", "intake.row.twice", before.number()));
                }
            }
            if (!wrong.isEmpty()) {
                problems.put(raw.number(), wrong);
            }
        }
        problems.putAll(kind.check(good, Collections.unmodifiableList(earlier)));
        good.removeIf(line -> problems.containsKey(line.number()));
        good.forEach(line -> earlier.add(line.row()));
        Map<String, SheetRow> current = kind.current(good.stream().map(SheetLine::row).toList());
        List<UploadLine> lines = new ArrayList<>();
        for (RawRow raw : rows) {
            lines.add(line(raw, read.get(raw.number()), problems.getOrDefault(raw.number(), List.of()),
                    repeated.contains(raw.number()), current));
        }
        return lines;
    }

    /** A column that the file does not have keeps what the table holds. */
    private UploadLine line(RawRow raw, @Nullable SheetRow row, List<Problem> wrong, boolean repeated,
            Map<String, SheetRow> current) {
        if (!wrong.isEmpty() || row == null) {
            return new UploadLine(raw.number(), raw.cells(), null, Verdict.BAD, wrong, null);
        }
        SheetRow held = current.get(row.key(columns));
        if (repeated || held == null) {
            return new UploadLine(raw.number(), raw.cells(), row, repeated ? Verdict.REPEATED : Verdict.NEW, wrong,
                    null);
        }
        SheetRow merged = Merging.keep(row, held, mapping.keySet());
        return new UploadLine(raw.number(), raw.cells(), merged,
                held.equals(merged) ? Verdict.SAME : Verdict.CHANGED, wrong, held);
    }

    private SheetRow read(RawRow raw, List<Problem> wrong) {
        TreeMap<String, String> values = new TreeMap<>();
        for (Column column : columns) {
            Integer at = mapping.get(column.code());
            switch (cells.read(column, at == null ? "" : raw.cell(at))) {
                case Cells.Read.Value value -> values.put(column.code(), value.text());
                case Cells.Read.Wrong no -> wrong.add(no.problem());
            }
        }
        return new SheetRow(values);
    }
}
