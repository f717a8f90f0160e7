package org.jiaogongti.platform.intake.model;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;
import org.jspecify.annotations.Nullable;

/** The first sheet of an xlsx file that holds anything. Formulas count by the value that was stored with them. */
final class XlsxRows {

    private XlsxRows() {}

    static String read(Path file, TableReader.Rows rows) throws IOException, Unreadable {
        ZipGuard.check(file);
        try (ReadableWorkbook workbook = new ReadableWorkbook(file.toFile(), new ReadingOptions(false, false))) {
            List<Sheet> sheets = workbook.getSheets().filter(sheet -> sheet.getVisibility() == SheetVisibility.VISIBLE)
                    .sorted(Comparator.comparingInt(Sheet::getIndex)).toList();
            for (Sheet sheet : sheets) {
                if (read(sheet, rows)) {
                    return sheet.getName();
                }
            }
        } catch (ExcelReaderException | IllegalArgumentException | IndexOutOfBoundsException | ArithmeticException
                | java.util.NoSuchElementException broken) {
            throw new Unreadable("intake.file.broken");
        }
        throw new Unreadable("intake.file.empty");
    }

    private static boolean read(Sheet sheet, TableReader.Rows rows) throws IOException, Unreadable {
        boolean any = false;
        try (Stream<Row> stream = sheet.openStream()) {
            for (Iterator<Row> each = stream.iterator(); each.hasNext();) {
                Row row = each.next();
                if (row.getCellCount() > Limits.COLUMNS && hasText(row, Limits.COLUMNS)) {
                    throw new Unreadable("intake.file.columns", row.getRowNum(), Limits.COLUMNS);
                }
                RawRow raw = new RawRow(row.getRowNum(), texts(row));
                any |= !raw.isEmpty();
                rows.row(raw);
            }
        }
        return any;
    }

    private static boolean hasText(Row row, int from) {
        for (int column = from; column < row.getCellCount(); column++) {
            if (!text(row.getCell(column)).isBlank()) {
                return true;
            }
        }
        return false;
    }

    private static List<String> texts(Row row) {
        int size = Math.min(row.getCellCount(), Limits.COLUMNS);
        List<String> cells = new ArrayList<>(size);
        for (int column = 0; column < size; column++) {
            cells.add(text(row.getCell(column)));
        }
        return cells;
    }

    private static String text(@Nullable Cell cell) {
        if (cell == null) {
            return "";
        }
        return switch (cell.getType()) {
            case STRING -> Optional.ofNullable(cell.getText()).orElse("");
            case NUMBER -> whole(Optional.ofNullable(cell.getRawValue()).orElse(""));
            case FORMULA, BOOLEAN, ERROR -> Optional.ofNullable(cell.getRawValue()).orElse("");
            case EMPTY -> "";
        };
    }

    /** Some programs store 45536 as 45536.0. */
    private static String whole(String number) {
        return number.endsWith(".0") ? number.substring(0, number.length() - 2) : number;
    }
}
