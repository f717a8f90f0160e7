package org.jiaogongti.platform.obligation.web;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jiaogongti.platform.obligation.web.BoardView.Cell;
import org.jiaogongti.platform.obligation.web.BoardView.Head;
import org.jiaogongti.platform.obligation.web.BoardView.Part;
import org.jiaogongti.platform.obligation.web.BoardView.Row;
import org.jiaogongti.platform.shell.Messages;

/** The board's rows as a file: exactly those on the page, a state in words beside each figure. */
record BoardTable(String name, List<String> heads, List<List<String>> rows) {

    static BoardTable of(BoardView view, Messages m) {
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
        return new BoardTable(m.t("obligation.board.title") + " " + view.heading().span() + " "
                + view.heading().asOf(), heads, rows);
    }

    private static String text(Cell cell, Messages m) {
        String word = m.t(cell.mark().key());
        return cell.figure().isEmpty() || cell.figure().equals(word) ? word : word + " " + cell.figure();
    }

    /** With a byte order mark, so that a spreadsheet reads the characters. */
    String csv() {
        List<List<String>> all = new ArrayList<>();
        all.add(heads);
        all.addAll(rows);
        return "\uFEFF" + all.stream().map(row -> row.stream().map(BoardTable::quoted).collect(Collectors.joining(",")))
                .collect(Collectors.joining("\r\n", "", "\r\n"));
    }

    private static String quoted(String text) {
        return text.matches("[^\",\r\n]*") ? text : '"' + text.replace("\"", "\"\"") + '"';
    }

    void xlsx(OutputStream out) throws IOException {
        try (Workbook workbook = new Workbook(out, "jiaogongti", "1.0")) {
            Worksheet sheet = workbook.newWorksheet(name.length() > 31 ? name.substring(0, 31) : name);
            for (int column = 0; column < heads.size(); column++) {
                sheet.value(0, column, heads.get(column));
                sheet.width(column, column < 2 ? 14 : 26);
                sheet.style(0, column).bold().set();
            }
            for (int row = 0; row < rows.size(); row++) {
                for (int column = 0; column < heads.size(); column++) {
                    sheet.value(row + 1, column, rows.get(row).get(column));
                }
            }
            sheet.freezePane(4, 1);
        }
    }
}
