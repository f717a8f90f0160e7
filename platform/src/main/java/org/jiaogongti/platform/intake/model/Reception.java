package org.jiaogongti.platform.intake.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jiaogongti.platform.intake.SheetKind;
import org.jiaogongti.platform.intake.UploadLine;
import org.jspecify.annotations.Nullable;

/** Takes a file's rows as they are read: finds the headings among the first, hands the others on judged, in batches. */
public final class Reception implements TableReader.Rows {

    private final SheetKind kind;
    private final Cells cells;
    private final Map<String, String> remembered;
    private final Consumer<Headings> found;
    private final Consumer<List<UploadLine>> judged;
    private final List<RawRow> waiting = new ArrayList<>();
    private @Nullable Judge judge;
    private int rows;

    /**
     * @param found gets the headings, once, before any line
     * @param judged gets the lines in batches
     */
    public Reception(SheetKind kind, Cells cells, Map<String, String> remembered, Consumer<Headings> found,
            Consumer<List<UploadLine>> judged) {
        this.kind = kind;
        this.cells = cells;
        this.remembered = remembered;
        this.found = found;
        this.judged = judged;
    }

    @Override
    public void row(RawRow row) throws Unreadable {
        waiting.add(row);
        if (judge == null && waiting.size() == Headings.SEARCHED) {
            start();
        } else if (judge != null && waiting.size() == SheetKind.BATCH) {
            hand(judge);
        }
    }

    /** Hands the last rows on; the number of rows below the headings. */
    public int finish() throws Unreadable {
        if (waiting.isEmpty() && judge == null) {
            throw new Unreadable("intake.file.empty");
        }
        hand(judge == null ? start() : judge);
        if (rows == 0) {
            throw new Unreadable("intake.file.headings-only");
        }
        return rows;
    }

    private Judge start() {
        Headings headings = Headings.find(waiting, kind.columns(), remembered);
        waiting.removeIf(row -> row.number() <= headings.row());
        found.accept(headings);
        Judge started = new Judge(kind, headings.mapping(), cells);
        judge = started;
        return started;
    }

    private void hand(Judge with) {
        if (!waiting.isEmpty()) {
            judged.accept(with.judge(waiting));
            rows += waiting.size();
            waiting.clear();
        }
    }
}
