package org.jiaogongti.platform.shell;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * Rows of a page as a file for a spreadsheet. Every cell is text: what begins like a formula stays text, in xlsx by the
 * cell's type, in csv behind an apostrophe.
 *
 * @param name of the sheet and, with its ending, of the file
 */
public record TableFile(String name, List<String> heads, List<List<String>> rows) {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final int LONGEST_SHEET_NAME = 31;

    public TableFile {
        heads = List.copyOf(heads);
        rows = rows.stream().map(List::copyOf).toList();
    }

    /** RFC 4180, with a byte order mark, so that a spreadsheet reads the characters. */
    public byte[] csv() {
        StringBuilder out = new StringBuilder("\uFEFF").append(line(heads));
        rows.forEach(row -> out.append(line(row)));
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String line(List<String> cells) {
        return cells.stream().map(TableFile::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String cell(String text) {
        String safe = TableText.guarded(text);
        return safe.matches("[^\",\r\n]*") ? safe : '"' + safe.replace("\"", "\"\"") + '"';
    }

    public byte[] xlsx() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(out, "jiaogongti", "1.0")) {
            Worksheet sheet = workbook.newWorksheet(sheetName());
            for (int column = 0; column < heads.size(); column++) {
                sheet.value(0, column, heads.get(column));
                sheet.style(0, column).bold().set();
                sheet.width(column, 20);
            }
            for (int row = 0; row < rows.size(); row++) {
                for (int column = 0; column < rows.get(row).size(); column++) {
                    sheet.value(row + 1, column, rows.get(row).get(column));
                }
            }
            sheet.freezePane(0, 1);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    private String sheetName() {
        String allowed = name.replaceAll("[\\[\\]:*?/\\\\]", " ");
        return allowed.length() > LONGEST_SHEET_NAME ? allowed.substring(0, LONGEST_SHEET_NAME) : allowed;
    }

    /**
     * As a download.
     *
     * @param format {@code xlsx}, else csv
     */
    public ResponseEntity<byte[]> download(String format) {
        boolean xlsx = format.equals("xlsx");
        ContentDisposition attachment = ContentDisposition.attachment()
                .filename(name + (xlsx ? ".xlsx" : ".csv"), StandardCharsets.UTF_8).build();
        return ResponseEntity.ok().cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_DISPOSITION, attachment.toString())
                .contentType(MediaType.parseMediaType(xlsx ? XLSX : "text/csv;charset=UTF-8"))
                .body(xlsx ? xlsx() : csv());
    }
}
