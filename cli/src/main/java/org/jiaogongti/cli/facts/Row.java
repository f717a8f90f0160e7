package org.jiaogongti.cli.facts;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One row with the right number of fields. Each accessor reports what is wrong with its field and then answers null. */
final class Row {

    /** Far above any school's numbers, and small enough that no sum over a term overflows. */
    static final int LARGEST = 100_000;

    private static final Pattern WHOLE = Pattern.compile("[0-9]+");

    private final String file;
    private final int line;
    private final List<String> header;
    private final List<String> fields;
    private final Problems problems;

    Row(String file, int line, List<String> header, List<String> fields, Problems problems) {
        this.file = file;
        this.line = line;
        this.header = header;
        this.fields = fields;
        this.problems = problems;
    }

    int line() {
        return line;
    }

    void wrong(String text) {
        problems.error(file, line, text);
    }

    void note(String text) {
        problems.note(file, line, text);
    }

    String text(String column) {
        return fields.get(header.indexOf(column));
    }

    /** Null where the field is empty; nothing is reported. */
    @Nullable
    String optional(String column) {
        String text = text(column);
        return text.isEmpty() ? null : text;
    }

    @Nullable
    String required(String column) {
        String text = text(column);
        if (text.isBlank()) {
            wrong(column + " 是空的；请填上");
            return null;
        }
        return text;
    }

    @Nullable
    LocalDate day(String column) {
        return Days.read(column, text(column), this::wrong);
    }

    @Nullable
    LocalDate optionalDay(String column) {
        return text(column).isEmpty() ? null : day(column);
    }

    /** A whole number from 0, or null with the reason reported. */
    @Nullable
    Integer number(String column) {
        return number(column, text(column));
    }

    @Nullable
    Integer number(String name, String text) {
        if (!WHOLE.matcher(text).matches()) {
            wrong(name + "“" + text + "”" + (text.startsWith("-") ? "是负数或不是整数" : "不是整数") + "；请用阿拉伯数字写 0 或更大的整数");
            return null;
        }
        if (text.length() > 9 || Integer.parseInt(text) > LARGEST) {
            wrong(name + "“" + text + "”太大；最大 " + LARGEST);
            return null;
        }
        return Integer.valueOf(text);
    }

    /** One of the words, with the nearest one offered where it is none. */
    @Nullable
    String oneOf(String column, Collection<String> words) {
        String text = text(column);
        if (words.contains(text)) {
            return text;
        }
        wrong(column + "“" + text + "”不在词表里；" + Words.offer(text, words));
        return null;
    }

    @Nullable
    Boolean yesOrNo(String column) {
        String word = oneOf(column, List.of("yes", "no"));
        return word == null ? null : word.equals("yes");
    }
}
