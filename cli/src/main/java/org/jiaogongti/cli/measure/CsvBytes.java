package org.jiaogongti.cli.measure;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.jiaogongti.cli.Refusal;
import org.jiaogongti.measurement.ScoreMatrix;
import org.jspecify.annotations.Nullable;

/** The bytes of a CSV file, where its rows start, and how a row falls into fields. */
final class CsvBytes {

    private static final Pattern NUMBER = Pattern
            .compile("[+-]?(?:[0-9]+(?:\\.[0-9]*)?|\\.[0-9]+)(?:[eE][+-]?[0-9]+)?");

    private final String file;
    private final @Nullable Path rest;
    private byte[] bytes;
    private final int columns;
    private final List<String> header;
    private final int dataStart;
    private int rows = -1;
    private int quotedLineFeeds;
    private int[] starts = new int[0];
    private int[] lines = new int[0];

    /**
     * @param file  what the file is called in refusals
     * @param bytes the file, or its beginning with the whole header where there is a rest
     * @param rest  where the whole is read from when it is needed
     */
    CsvBytes(String file, byte[] bytes, @Nullable Path rest) {
        this.file = file;
        this.bytes = bytes;
        this.rest = rest;
        int start = bytes.length >= 3 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB && bytes[2] == (byte) 0xBF
                ? 3
                : 0;
        List<String> names = new ArrayList<>();
        int next = start;
        if (start < bytes.length) {
            Fields first = new Fields(-1);
            next = first.read(start);
            for (int i = 0; i < first.count; i++) {
                names.add(first.text(i));
            }
        }
        this.header = List.copyOf(names);
        this.columns = names.size();
        this.dataStart = next;
    }

    /** Whether anything follows the header. */
    boolean empty() {
        return dataStart >= bytes.length || (rest == null && columns > 1 && rows() == 0);
    }

    /** Finds where rows start. A quote can hold a line end, so lines are counted apart from rows only where one does. */
    private void index(int from) {
        if (rest != null) {
            bytes = Csv.bytes(rest);
        }
        rows = 0;
        starts = new int[1024];
        int line = 1;
        for (int i = 0; i < from; i++) {
            line += bytes[i] == '\n' ? 1 : 0;
        }
        boolean straight = line == 2;
        int at = from;
        while (at < bytes.length) {
            int end = endOfRow(at);
            boolean blank = end == at || (end == at + 1 && bytes[at] == '\r');
            if (!blank || columns == 1) {
                add(at, line, straight);
            }
            int newLines = 1 + quotedLineFeeds;
            if (straight && (newLines > 1 || (blank && columns > 1))) {
                straight = false;
                lines = new int[starts.length];
                for (int i = 0; i < rows; i++) {
                    lines[i] = i + 2;
                }
            }
            line += newLines;
            at = end + 1;
        }
        if (straight) {
            lines = new int[0];
        }
    }

    private void add(int start, int line, boolean straight) {
        if (rows == starts.length) {
            starts = Arrays.copyOf(starts, rows * 2);
        }
        starts[rows] = start;
        if (!straight) {
            if (lines.length < starts.length) {
                lines = Arrays.copyOf(lines, starts.length);
            }
            lines[rows] = line;
        }
        rows++;
    }

    /** The place of the line feed that ends the row, or the end of the bytes. */
    private int endOfRow(int from) {
        boolean quoted = false;
        quotedLineFeeds = 0;
        for (int i = from; i < bytes.length; i++) {
            byte b = bytes[i];
            if (b == '\n') {
                if (!quoted) {
                    return i;
                }
                quotedLineFeeds++;
            } else if (b == '"') {
                quoted = !quoted;
            }
        }
        return bytes.length;
    }

    List<String> header() {
        return header;
    }

    int rows() {
        if (rows < 0) {
            index(dataStart);
        }
        return rows;
    }

    int line(int row) {
        rows();
        return row < lines.length ? lines[row] : row + 2;
    }

    Refusal refusal(int line, String what) {
        return new Refusal(file + ":" + line + ": " + what);
    }

    /** Takes one row's fields. */
    interface RowReader {
        void take(int row, Fields fields);
    }

    /** Goes through all rows in order. */
    void walk(RowReader reader) {
        int count = rows();
        Fields fields = new Fields(columns);
        for (int row = 0; row < count; row++) {
            fields.row = row;
            fields.read(starts[row]);
            reader.take(row, fields);
        }
    }

    /** Some columns as scores. */
    ScoreMatrix scores(int[] picked, List<String> names) {
        List<String> items = Arrays.stream(picked).mapToObj(names::get).toList();
        if (items.equals(names)) {
            byte[][] quick = quick();
            if (quick != null) {
                return ScoreMatrix.ofChunks(items, quick);
            }
        }
        byte[][] chunks = ScoreMatrix.chunks(rows(), picked.length);
        walk((row, fields) -> {
            byte[] chunk = chunks[row / ScoreMatrix.CHUNK];
            int to = row % ScoreMatrix.CHUNK * picked.length;
            for (int j = 0; j < picked.length; j++) {
                chunk[to + j] = fields.score(picked[j], names.get(picked[j]));
            }
        });
        return ScoreMatrix.ofChunks(items, chunks);
    }

    private byte @Nullable [][] quick() {
        if (rest == null) {
            return ScoreScan.read(bytes, dataStart, columns);
        }
        try {
            return ScoreScan.read(rest, dataStart, columns);
        } catch (IOException e) {
            throw Csv.unreadable(rest);
        }
    }

    /** Where the fields of one row lie; reused from row to row. */
    final class Fields {

        private final int expected;
        private int row = -1;
        private int count;
        private int[] from = new int[16];
        private int[] to = new int[16];
        private boolean[] doubled = new boolean[16];

        private Fields(int expected) {
            this.expected = expected;
        }

        private int line() {
            return row < 0 ? 1 : CsvBytes.this.line(row);
        }

        /** Reads the row at a place; the start of the next row. */
        private int read(int start) {
            count = 0;
            int at = start;
            while (true) {
                at = field(at);
                if (at >= bytes.length || bytes[at] != ',') {
                    break;
                }
                at++;
            }
            if (expected >= 0 && count != expected) {
                throw refusal(line(), "有 " + count + " 个字段，应为 " + expected + " 个；请对照首行补上或删去逗号");
            }
            return at < bytes.length && bytes[at] == '\n' ? at + 1 : at;
        }

        /** Reads one field; the place of the comma or line feed after it. */
        private int field(int start) {
            if (count == from.length) {
                from = Arrays.copyOf(from, count * 2);
                to = Arrays.copyOf(to, count * 2);
                doubled = Arrays.copyOf(doubled, count * 2);
            }
            doubled[count] = false;
            int at = start;
            int end;
            if (at < bytes.length && bytes[at] == '"') {
                end = closing(at + 1);
                from[count] = at + 1;
                to[count] = end;
                at = end + 1;
                if (at < bytes.length && bytes[at] == '\r') {
                    at++;
                }
                if (at < bytes.length && bytes[at] != ',' && bytes[at] != '\n') {
                    throw refusal(line(), "引号后面应为逗号或换行；字段里的引号请写两次");
                }
            } else {
                while (at < bytes.length && bytes[at] != ',' && bytes[at] != '\n') {
                    at++;
                }
                end = at > start && bytes[at - 1] == '\r' && (at == bytes.length || bytes[at] == '\n') ? at - 1 : at;
                from[count] = start;
                to[count] = end;
                trim();
            }
            count++;
            return at;
        }

        private int closing(int start) {
            int at = start;
            while (at < bytes.length) {
                if (bytes[at] == '"') {
                    if (at + 1 < bytes.length && bytes[at + 1] == '"') {
                        doubled[count] = true;
                        at += 2;
                        continue;
                    }
                    return at;
                }
                at++;
            }
            throw refusal(line(), "引号没有合上；请补上引号");
        }

        private void trim() {
            while (from[count] < to[count] && bytes[from[count]] == ' ') {
                from[count]++;
            }
            while (to[count] > from[count] && bytes[to[count] - 1] == ' ') {
                to[count]--;
            }
        }

        boolean isEmpty(int column) {
            return from[column] == to[column];
        }

        String text(int column) {
            String text = Csv.decode(CsvBytes.this, bytes, from[column], to[column], line());
            return doubled[column] ? text.replace("\"\"", "\"") : text;
        }

        void addTo(Factor.Builder builder, int toRow, int column) {
            if (isEmpty(column)) {
                builder.missing(toRow);
            } else if (doubled[column]) {
                byte[] text = text(column).getBytes(StandardCharsets.UTF_8);
                builder.add(toRow, text, 0, text.length);
            } else {
                builder.add(toRow, bytes, from[column], to[column]);
            }
        }

        boolean isNumber(int column) {
            int length = to[column] - from[column];
            boolean digits = length > 0 && length <= 18;
            for (int i = from[column]; digits && i < to[column]; i++) {
                digits = bytes[i] >= '0' && bytes[i] <= '9';
            }
            return digits || NUMBER.matcher(text(column)).matches();
        }

        /** A number; NaN = missing. */
        double number(int column, String name) {
            if (isEmpty(column)) {
                return Double.NaN;
            }
            double plain = Decimal.of(bytes, from[column], to[column]);
            if (!Double.isNaN(plain)) {
                return plain;
            }
            if (!isNumber(column)) {
                throw notANumber(column, name);
            }
            return Double.parseDouble(new String(bytes, from[column], to[column] - from[column],
                    StandardCharsets.ISO_8859_1));
        }

        byte score(int column, String name) {
            int length = to[column] - from[column];
            if (length == 1 && bytes[from[column]] >= '0' && bytes[from[column]] <= '9') {
                return (byte) (bytes[from[column]] - '0');
            }
            double number = number(column, name);
            if (Double.isNaN(number)) {
                return ScoreMatrix.MISSING_BYTE;
            }
            if (number < 0 || number > ScoreMatrix.LARGEST || number != Math.rint(number)) {
                throw refusal(line(), "列“" + name + "”的得分 " + text(column) + " 不是 0 到 " + ScoreMatrix.LARGEST
                        + " 的整数；半分请把这一题的得分都乘 2，负分请从 0 记起");
            }
            return (byte) number;
        }

        private Refusal notANumber(int column, String name) {
            return refusal(line(), "列“" + name + "”应为数字，却是“" + text(column) + "”；请改成数字，缺答请留空");
        }
    }
}
