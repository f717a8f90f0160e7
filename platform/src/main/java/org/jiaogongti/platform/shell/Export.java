package org.jiaogongti.platform.shell;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * A table as a file, exactly as it is shown: the rows of the page's filter in the page's order. No text of a person can become a formula.
 *
 * @param name the file's and sheet's name, without ending
 * @param rows numbers, dates and texts; null is an empty cell
 */
public record Export(String name, List<String> heads, List<List<@Nullable Object>> rows) {

    private static final MediaType XLSX = MediaType
            .parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    private static final int LONGEST_SHEET_NAME = 31;

    /** With a byte order mark, so that a spreadsheet takes it for UTF-8; RFC 4180 quoting. */
    public ResponseEntity<byte[]> csv() {
        String text = Stream.concat(Stream.of(line(heads)), rows.stream().map(Export::line))
                .collect(Collectors.joining("\r\n", "\uFEFF", "\r\n"));
        return file(text.getBytes(StandardCharsets.UTF_8), MediaType.parseMediaType("text/csv;charset=UTF-8"), ".csv");
    }

    public ResponseEntity<byte[]> xlsx() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "jiaogongti", "1.0")) {
            Worksheet sheet = workbook.newWorksheet(sheetName());
            for (int column = 0; column < heads.size(); column++) {
                sheet.value(0, column, heads.get(column));
                sheet.style(0, column).bold().set();
            }
            for (int row = 0; row < rows.size(); row++) {
                for (int column = 0; column < rows.get(row).size(); column++) {
                    put(sheet, row + 1, column, rows.get(row).get(column));
                }
            }
            sheet.freezePane(0, 1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file(bytes.toByteArray(), XLSX, ".xlsx");
    }

    private static void put(Worksheet sheet, int row, int column, @Nullable Object value) {
        switch (value) {
            case null -> {
            }
            case BigDecimal number -> sheet.value(row, column, number);
            case Number number -> sheet.value(row, column, number);
            case LocalDate day -> {
                sheet.value(row, column, day);
                sheet.style(row, column).format("yyyy-mm-dd").set();
            }
            // A text cell (type s) is never evaluated, whatever it begins with.
            default -> sheet.value(row, column, value.toString());
        }
    }

    private static String line(List<? extends @Nullable Object> cells) {
        return cells.stream().map(Export::quoted).collect(Collectors.joining(","));
    }

    private static String quoted(@Nullable Object cell) {
        if (cell == null) {
            return "";
        }
        String text = cell.toString();
        boolean formula = !(cell instanceof Number) && !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0;
        String safe = formula ? "'" + text : text;
        return safe.matches("[^\",\r\n\t]*") ? safe : '"' + safe.replace("\"", "\"\"") + '"';
    }

    private String sheetName() {
        String plain = name.replaceAll("[\\\\/*?:\\[\\]]", " ");
        return plain.length() > LONGEST_SHEET_NAME ? plain.substring(0, LONGEST_SHEET_NAME) : plain;
    }

    private ResponseEntity<byte[]> file(byte[] content, MediaType type, String ending) {
        ContentDisposition attachment = ContentDisposition.attachment()
                .filename(name.replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}]", "_") + ending, StandardCharsets.UTF_8).build();
        return ResponseEntity.ok().contentType(type).header("Content-Disposition", attachment.toString()).body(content);
    }
}
