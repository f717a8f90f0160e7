package org.jiaogongti.platform.intake.model;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.intake.Cell;
import org.jiaogongti.platform.intake.Column;
import org.jiaogongti.platform.intake.Problem;
import org.jiaogongti.platform.intake.SheetKind;
import org.jiaogongti.platform.intake.SheetLine;
import org.jiaogongti.platform.intake.SheetRow;

/**
 * A program of its own, so that it can be given little memory: reads a workbook of 100,000 rows as an import does, all but
 * the database, and beside it as a bare stream of cells; where it is told so, by the user model of Apache POI as well. A file that
 * is not there is written first.
 */
final class ManyRows {

    static final int ROWS = 100_000;
    private static final int COLUMNS = 20;

    private ManyRows() {}

    public static void main(String[] arguments) throws IOException, Unreadable {
        Path file = Path.of(arguments[0]);
        if (!Files.exists(file)) {
            write(file);
        }
        boolean peer = arguments.length > 2 && arguments[2].equals("peer");
        for (int round = 0; round < Integer.parseInt(arguments[1]); round++) {
            long start = System.nanoTime();
            int rows = judged(file);
            long between = System.nanoTime();
            long cells = bare(file);
            long bare = System.nanoTime();
            System.out.printf("rows %d judged in %d ms, %d cells bare in %d ms%n", rows,
                    (between - start) / 1_000_000, cells, (bare - between) / 1_000_000);
            if (peer) {
                System.out.printf("%d cells by the user model in %d ms%n", userModel(file),
                        (System.nanoTime() - bare) / 1_000_000);
            }
        }
    }

    /** 100,000 teachers with 18 more columns, half of them texts that never repeat. */
    static void write(Path file) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file));
                Workbook workbook = new Workbook(out, "test", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("人员");
            List<Column> columns = columns();
            for (int column = 0; column < COLUMNS; column++) {
                sheet.value(0, column, columns.get(column).heading());
            }
            for (int row = 1; row <= ROWS; row++) {
                sheet.value(row, 0, "工号" + row);
                sheet.value(row, 1, LocalDate.of(2019, 9, 1).plusDays(row % 2_000));
                for (int column = 2; column < COLUMNS; column++) {
                    if (column % 4 == 0) {
                        sheet.value(row, column, "示例" + column + "第" + row);
                    } else {
                        sheet.value(row, column, "词" + row % 100);
                    }
                }
                if (row % 1_000 == 0) {
                    sheet.flush();
                }
            }
        }
    }

    private static List<Column> columns() {
        List<Column> columns = new ArrayList<>(
                List.of(Column.key("c0", Cell.words(30), "列0"), Column.required("c1", Cell.day(), "列1")));
        for (int column = 2; column < COLUMNS; column++) {
            columns.add(Column.optional("c" + column, Cell.words(60), "列" + column));
        }
        return columns;
    }

    private static int judged(Path file) throws IOException, Unreadable {
        int[] fresh = new int[1];
        Reception reception = new Reception(new Nothing(), new Cells(LocalDate.of(2024, 11, 20)), Map.of(),
                headings -> {}, lines -> fresh[0] += lines.size());
        TableReader.read(file, reception);
        reception.finish();
        return fresh[0];
    }

    private static long bare(Path file) throws IOException {
        try (ReadableWorkbook workbook = new ReadableWorkbook(file.toFile());
                Stream<Row> rows = workbook.getFirstSheet().openStream()) {
            return rows.mapToLong(Row::getCellCount).sum();
        }
    }

    /** The whole workbook as objects, each cell asked for its text. */
    private static long userModel(Path file) throws IOException {
        long cells = 0;
        try (XSSFWorkbook workbook = new XSSFWorkbook(file.toString())) {
            DataFormatter formatter = new DataFormatter();
            for (org.apache.poi.ss.usermodel.Row row : workbook.getSheetAt(0)) {
                for (org.apache.poi.ss.usermodel.Cell cell : row) {
                    cells += formatter.formatCellValue(cell).isEmpty() ? 0 : 1;
                }
            }
        }
        return cells;
    }

    /** A table that holds nothing. */
    private static final class Nothing implements SheetKind {

        @Override
        public String code() {
            return "nothing";
        }

        @Override
        public int position() {
            return 0;
        }

        @Override
        public boolean mayFill(Actor actor) {
            return true;
        }

        @Override
        public List<Column> columns() {
            return ManyRows.columns();
        }

        @Override
        public Map<Integer, List<Problem>> check(List<SheetLine> lines, List<SheetRow> earlier) {
            return Map.of();
        }

        @Override
        public Map<String, SheetRow> current(Collection<SheetRow> keys) {
            return Map.of();
        }

        @Override
        public void put(Actor actor, List<SheetRow> rows) {
            throw new UnsupportedOperationException("nothing goes in here");
        }

        @Override
        public void remove(Actor actor, List<SheetRow> rows) {
            throw new UnsupportedOperationException("nothing comes out here");
        }

        @Override
        public List<SheetRow> all() {
            return List.of();
        }
    }
}
