package org.jiaogongti.cli.measure;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jiaogongti.cli.Refusal;
import org.jiaogongti.cli.facts.Words;
import org.jiaogongti.measurement.Refused;
import org.jiaogongti.measurement.ScoreMatrix;
import org.jspecify.annotations.Nullable;

/**
 * A CSV file: a header row, then rows of as many fields; an empty field is missing. Fields may stand in double quotes
 * (doubled inside); a byte order mark, CRLF and blank lines (where there is more than one column) are accepted. The
 * bytes stay as they are and each column is read from them when it is asked for, so a large file makes no object for
 * its cells. Whatever is wrong is refused as {@code file:line: what；what to do}.
 */
final class Csv {

    /** Bytes above which a file is not held as text if it need not be. */
    private static final int LARGE = 1 << 22;

    private final CsvBytes cells;
    private final List<String> header;

    private Csv(CsvBytes cells, List<String> header) {
        this.cells = cells;
        this.header = header;
    }

    /** Reads a file and checks its header; rows are checked as columns are read. */
    static Csv read(Path path) {
        try {
            if (Files.size(path) > LARGE && Files.isRegularFile(path)) {
                byte[] beginning = beginning(path);
                if (beginning.length > 0) {
                    return of(path.toString(), beginning, path);
                }
            }
        } catch (IOException e) {
            throw unreadable(path);
        }
        return of(path.toString(), bytes(path), null);
    }

    /** The first bytes of a file, if they hold the whole header. */
    private static byte[] beginning(Path path) throws IOException {
        try (InputStream stream = Files.newInputStream(path)) {
            byte[] bytes = stream.readNBytes(LARGE / 4);
            for (byte b : bytes) {
                if (b == '"') {
                    break;
                }
                if (b == '\n') {
                    return bytes;
                }
            }
            return new byte[0];
        }
    }

    /** A whole file. */
    static byte[] bytes(Path path) {
        try {
            return Files.readAllBytes(path);
        } catch (IOException e) {
            throw unreadable(path);
        } catch (OutOfMemoryError e) {
            throw new Refusal(path + ": 文件太大，内存装不下；请分成几个文件（一个最多 2 GB）");
        }
    }

    static Refusal unreadable(Path path) {
        return new Refusal(path + (Files.exists(path) ? ": 文件读不出来；请检查它是不是普通文件、有没有读取权限" : ": 文件不存在；请检查路径"));
    }

    /** From bytes already at hand. */
    static Csv of(String file, byte[] bytes) {
        return of(file, bytes, null);
    }

    private static Csv of(String file, byte[] bytes, @Nullable Path rest) {
        CsvBytes cells = new CsvBytes(file, bytes, rest);
        List<String> header = cells.header();
        Set<String> seen = new HashSet<>();
        for (String name : header) {
            if (name.isEmpty()) {
                throw cells.refusal(1, "首行有一列没有名字；请给每一列起名");
            }
            if (!seen.add(name)) {
                throw cells.refusal(1, "列“" + name + "”出现两次；请改名或删去一列");
            }
        }
        if (cells.empty()) {
            throw cells.refusal(1, "只有首行，没有数据；请在首行下面放数据，每人一行");
        }
        return new Csv(cells, header);
    }

    /** The column names, in order. */
    List<String> header() {
        return header;
    }

    /** Rows of data, without the header. */
    int rows() {
        return cells.rows();
    }

    boolean has(String column) {
        return header.contains(column);
    }

    /** A column's position, or a refusal that names the columns there are. */
    int column(String name) {
        int index = header.indexOf(name);
        if (index < 0) {
            throw refusal(1, "没有列“" + name + "”；" + Words.offer(name, header));
        }
        return index;
    }

    /** The line of the file on which a row (from 0) starts. */
    int line(int row) {
        return cells.line(row);
    }

    /** Every column as an item. */
    ScoreMatrix scores() {
        return scores(header);
    }

    /** Some columns as items, whole scores from 0 to {@value ScoreMatrix#LARGEST}. */
    ScoreMatrix scores(List<String> columns) {
        int[] picked = columns.stream().mapToInt(this::column).toArray();
        return cells.scores(picked, header);
    }

    /** Every column but some. */
    List<String> without(String... columns) {
        List<String> left = new ArrayList<>(header);
        left.removeAll(Arrays.asList(columns));
        return left;
    }

    /** A column of numbers; NaN = missing. A text is refused with its line. */
    double[] numbers(String column) {
        int index = column(column);
        double[] numbers = new double[rows()];
        cells.walk((row, fields) -> numbers[row] = fields.number(index, column));
        return numbers;
    }

    /** Whether every field of a column that is not empty is a number. */
    boolean numeric(String column) {
        int index = column(column);
        boolean[] text = new boolean[1];
        cells.walk((_, fields) -> text[0] |= !fields.isEmpty(index) && !fields.isNumber(index));
        return !text[0];
    }

    /** A column as texts; "" = missing. */
    String[] texts(String column) {
        int index = column(column);
        String[] texts = new String[rows()];
        cells.walk((row, fields) -> texts[row] = fields.text(index));
        return texts;
    }

    /** A column as a factor: a code for each row, without a String for each cell. */
    Factor factor(String column) {
        int index = column(column);
        Factor.Builder builder = new Factor.Builder(rows());
        cells.walk((row, fields) -> fields.addTo(builder, row, index));
        return builder.build();
    }

    /** A refusal about one line. */
    Refusal refusal(int line, String what) {
        return cells.refusal(line, what);
    }

    /** What the library refused, with the line it is about. */
    Refusal refusal(Refused refused) {
        int line = switch (refused.place()) {
            case Refused.Place.Whole() -> 1;
            case Refused.Place.Column(String name) -> 1;
            case Refused.Place.Row(int row) -> line(row);
            case Refused.Place.Cell(int row, String name) -> line(row);
        };
        return refusal(line, refused.getMessage());
    }

    /** Text of a part of the bytes, or a refusal. */
    static String decode(CsvBytes cells, byte[] bytes, int from, int to, int line) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, from, to - from)).toString();
        } catch (CharacterCodingException e) {
            throw cells.refusal(line, "不是 UTF-8 文字；请用“另存为”选 UTF-8 编码再存一次");
        }
    }
}
