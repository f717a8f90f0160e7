package org.jiaogongti.charter.archive;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** CSV after RFC 4180 with single line feeds: a field with a comma, quote or line end is quoted, no other is. */
final class Csv {

    private final List<List<String>> rows = new ArrayList<>();

    Csv(String... header) {
        rows.add(List.of(header));
    }

    void row(String... fields) {
        rows.add(List.of(fields));
    }

    byte[] bytes() {
        StringBuilder text = new StringBuilder();
        for (List<String> row : rows) {
            for (int i = 0; i < row.size(); i++) {
                text.append(i == 0 ? "" : ",").append(quoted(row.get(i)));
            }
            text.append('\n');
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String quoted(String field) {
        return field.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r')
                ? '"' + field.replace("\"", "\"\"") + '"'
                : field;
    }

    /** The rows below the header, which must be as given. */
    static List<Row> read(String file, byte[] bytes, String... header) {
        List<Row> rows = new Parser(file, text(file, bytes)).rows();
        if (rows.isEmpty() || !rows.getFirst().fields().equals(List.of(header))) {
            throw new BadFile(file, 1, "首行应为 " + String.join(",", header));
        }
        for (Row row : rows) {
            if (row.fields().size() != header.length) {
                throw new BadFile(file, row.line(),
                        "有 " + row.fields().size() + " 个字段，应为 " + header.length + " 个");
            }
        }
        return rows.subList(1, rows.size());
    }

    static String text(String file, byte[] bytes) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException notUtf8) {
            throw new BadFile(file, "不是 UTF-8 文字");
        }
    }

    /** One row, and the line it begins on. */
    record Row(String file, int line, List<String> fields) {

        String text(int column) {
            return fields.get(column);
        }
    }

    private static final class Parser {

        private final String file;
        private final String text;
        private int at;
        private int line = 1;

        Parser(String file, String text) {
            this.file = file;
            this.text = text;
        }

        List<Row> rows() {
            List<Row> rows = new ArrayList<>();
            while (at < text.length()) {
                int first = line;
                List<String> fields = new ArrayList<>();
                do {
                    fields.add(field());
                } while (take(','));
                if (!take('\n')) {
                    throw new BadFile(file, line, "这一行没有好好结束");
                }
                line++;
                rows.add(new Row(file, first, List.copyOf(fields)));
            }
            return rows;
        }

        private boolean take(char c) {
            boolean there = at < text.length() && text.charAt(at) == c;
            at += there ? 1 : 0;
            return there;
        }

        private String field() {
            if (!take('"')) {
                int start = at;
                while (at < text.length() && ",\"\n\r".indexOf(text.charAt(at)) < 0) {
                    at++;
                }
                return text.substring(start, at);
            }
            StringBuilder field = new StringBuilder();
            while (at < text.length()) {
                char c = text.charAt(at++);
                if (c == '"' && !take('"')) {
                    return field.toString();
                }
                line += c == '\n' ? 1 : 0;
                field.append(c);
            }
            throw new BadFile(file, line, "引号没有合上");
        }
    }
}
