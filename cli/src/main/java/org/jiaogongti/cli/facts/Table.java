package org.jiaogongti.cli.facts;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A CSV file of the facts directory. Columns are found by their names, so their order is free; none may be missing,
 * doubled or unknown, since a column that is silently ignored is worse than one that is refused. A byte order mark and
 * CRLF line ends, as spreadsheets write them, are accepted. Fields are plain: no quotes, no escapes.
 *
 * @param whole false where a row could not be read, so that names which other files refer to may be missing
 */
record Table(String file, List<Row> rows, boolean whole) {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    /** An absent file that need not exist. */
    static Table none(String file) {
        return new Table(file, List.of(), true);
    }

    static Table read(Path directory, String file, List<String> columns, Problems problems) {
        problems.opened(file);
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(directory.resolve(file));
        } catch (IOException e) {
            problems.error(file, 1, Files.exists(directory.resolve(file))
                    ? "文件读不出来；请检查它是不是普通文件、有没有读取权限"
                    : "文件不存在；请放入 " + file + "，首行为 " + String.join(",", columns));
            return new Table(file, List.of(), false);
        }
        return parse(file, lines(bytes), columns, problems);
    }

    private static Table parse(String file, List<byte[]> lines, List<String> columns, Problems problems) {
        Line first = lines.isEmpty() ? new Line("", null) : decode(lines.getFirst());
        if (first.wrong() != null) {
            problems.error(file, 1, first.wrong());
            return new Table(file, List.of(), false);
        }
        List<String> header = List.of(withoutMark(first.text()).split(",", -1));
        if (!headerFits(file, header, columns, problems)) {
            return new Table(file, List.of(), false);
        }
        List<Row> rows = new ArrayList<>();
        boolean whole = true;
        for (int i = 1; i < lines.size(); i++) {
            Line line = decode(lines.get(i));
            if (line.wrong() != null) {
                problems.error(file, i + 1, line.wrong());
                whole = false;
                continue;
            }
            String text = line.text();
            List<String> fields = List.of(text.split(",", -1));
            Row row = new Row(file, i + 1, header, fields, problems);
            if (fields.size() == header.size()) {
                rows.add(row);
            } else {
                problems.error(file, i + 1, "有 " + fields.size() + " 个字段，应为 " + header.size() + " 个；请对照首行补上或删去逗号"
                        + (text.contains("\"") ? "（本格式不用引号，字段里不能有逗号）" : ""));
                whole = false;
            }
        }
        return new Table(file, rows, whole);
    }

    private static boolean headerFits(String file, List<String> header, List<String> columns, Problems problems) {
        int before = problems.count();
        for (String column : columns) {
            if (!header.contains(column)) {
                problems.error(file, 1, "缺少列“" + column + "”；首行应为 " + String.join(",", columns));
            }
        }
        Set<String> seen = new HashSet<>();
        for (String column : header) {
            if (!seen.add(column)) {
                problems.error(file, 1, "列“" + column + "”出现两次；请删去一列");
            } else if (!columns.contains(column)) {
                problems.error(file, 1, "不认识的列“" + column + "”；首行应为 " + String.join(",", columns));
            }
        }
        return problems.count() == before;
    }

    private static List<byte[]> lines(byte[] bytes) {
        List<byte[]> lines = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '\n') {
                lines.add(line(bytes, start, i));
                start = i + 1;
            }
        }
        if (start < bytes.length) {
            lines.add(line(bytes, start, bytes.length));
        }
        return lines;
    }

    private static byte[] line(byte[] bytes, int start, int end) {
        int last = end > start && bytes[end - 1] == '\r' ? end - 1 : end;
        return java.util.Arrays.copyOfRange(bytes, start, last);
    }

    private static Line decode(byte[] line) {
        try {
            String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(line)).toString();
            return new Line(text, text.chars().filter(Character::isISOControl)
                    .mapToObj("有看不见的控制字符 U+%04X；请删去"::formatted).findFirst().orElse(null));
        } catch (CharacterCodingException e) {
            return new Line("", "不是 UTF-8 文字；请用“另存为”选 UTF-8 编码再存一次");
        }
    }

    private static String withoutMark(String first) {
        return !first.isEmpty() && first.charAt(0) == BYTE_ORDER_MARK ? first.substring(1) : first;
    }

    /** A line's text, or why it cannot be taken at its word. */
    private record Line(String text, @Nullable String wrong) {}
}
