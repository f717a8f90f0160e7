package org.jiaogongti.platform.obligation.web;

import java.util.ArrayList;
import java.util.List;
import org.jiaogongti.platform.obligation.web.BoardView.Cell;
import org.jiaogongti.platform.obligation.web.BoardView.Head;
import org.jiaogongti.platform.obligation.web.BoardView.Part;
import org.jiaogongti.platform.obligation.web.BoardView.Row;
import org.jiaogongti.platform.shell.Messages;
import org.jiaogongti.platform.shell.TableFile;

/** The board's rows as a file: exactly those on the page, a state in words beside each figure. */
final class BoardTable {

    private BoardTable() {}

    static TableFile of(BoardView view, Messages m) {
        List<String> heads = new ArrayList<>(
                List.of(m.t("obligation.board.part"), m.t("obligation.board.clause"), m.t("obligation.board.duty"),
                        m.t("obligation.board.need")));
        view.communities().stream().map(Head::name).forEach(heads::add);
        List<List<String>> rows = new ArrayList<>();
        for (Part part : view.parts()) {
            for (Row row : part.rows()) {
                List<String> cells = new ArrayList<>(List.of(part.title(), row.clause(), row.name(), row.need()));
                row.cells().forEach(cell -> cells.add(text(cell, m)));
                rows.add(cells);
            }
        }
        return new TableFile(m.t("obligation.board.title") + " " + view.heading().span() + " "
                + view.heading().asOf(), heads, rows);
    }

    private static String text(Cell cell, Messages m) {
        String word = m.t(cell.mark().key());
        return cell.figure().isEmpty() || cell.figure().equals(word) ? word : word + " " + cell.figure();
    }
}
