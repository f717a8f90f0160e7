package org.jiaogongti.platform.intake.model;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Reads the rows of a spreadsheet one after the other, whatever their number. What a file is, its first bytes say and not
 * its name.
 */
public final class TableReader {

    /** Takes rows in the order of the file. */
    @FunctionalInterface
    public interface Rows {

        void row(RawRow row) throws Unreadable;
    }

    /** First bytes of an OLE file: .xls, .et, and any .xlsx with a password. */
    private static final byte[] OLE = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};
    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] PDF = {'%', 'P', 'D', 'F'};
    /** UTF-16 of the name that an encrypted package has in an OLE file. */
    private static final String ENCRYPTED = "EncryptedPackage";
    private static final int HEAD = 1 << 16;

    private TableReader() {}

    /**
     * Hands over every row that is not empty.
     *
     * @return the name of the sheet, empty for csv
     * @throws Unreadable where the file is no table, or one that is not opened
     */
    public static String read(Path file, Rows rows) throws IOException, Unreadable {
        byte[] head = head(file);
        if (head.length == 0) {
            throw new Unreadable("intake.file.empty");
        }
        Counted counted = new Counted(rows);
        if (starts(head, ZIP)) {
            return XlsxRows.read(file, counted);
        }
        if (starts(head, OLE)) {
            throw new Unreadable(isEncrypted(file) ? "intake.file.password" : "intake.file.old-excel");
        }
        if (starts(head, PDF) || head[0] == '<') {
            throw new Unreadable("intake.file.no-table");
        }
        CsvRows.read(file, counted);
        return "";
    }

    private static byte[] head(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(HEAD);
        }
    }

    private static boolean starts(byte[] head, byte[] with) {
        return head.length >= with.length
                && java.util.Arrays.equals(head, 0, with.length, with, 0, with.length);
    }

    /** The directory of an OLE file lies anywhere in it; uploads are small enough to look through. */
    private static boolean isEncrypted(Path file) throws IOException {
        byte[] name = ENCRYPTED.getBytes(java.nio.charset.StandardCharsets.UTF_16LE);
        byte[] all = Files.readAllBytes(file);
        for (int at = 0; at + name.length <= all.length; at++) {
            if (java.util.Arrays.equals(all, at, at + name.length, name, 0, name.length)) {
                return true;
            }
        }
        return false;
    }

    /** Leaves empty rows out and stops a file that is too large. */
    private static final class Counted implements Rows {

        private final Rows rows;
        private int count;
        private long cells;

        Counted(Rows rows) {
            this.rows = rows;
        }

        @Override
        public void row(RawRow row) throws Unreadable {
            if (row.isEmpty()) {
                return;
            }
            if (row.cells().size() > Limits.COLUMNS) {
                throw new Unreadable("intake.file.columns", row.number(), Limits.COLUMNS);
            }
            count++;
            cells += row.cells().size();
            if (count > Limits.ROWS + 20 || cells > Limits.CELLS) {
                throw new Unreadable("intake.file.rows", Limits.ROWS);
            }
            for (int column = 0; column < row.cells().size(); column++) {
                if (row.cells().get(column).length() > Limits.CELL) {
                    throw new Unreadable("intake.file.cell", Place.cell(row.number(), column), Limits.CELL);
                }
            }
            rows.row(row);
        }
    }
}
