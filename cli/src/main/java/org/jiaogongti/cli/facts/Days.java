package org.jiaogongti.cli.facts;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Days as they are written in the files and on the command line. */
public final class Days {

    private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

    private Days() {}

    /** A day, or null after telling what is wrong with it. */
    public static @Nullable LocalDate read(String name, String text, Consumer<String> wrong) {
        if (!DAY.matcher(text).matches()) {
            wrong.accept(name + "“" + text + "”不是日期；请写成 2020-09-01 这样");
            return null;
        }
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            wrong.accept(name + "“" + text + "”没有这一天；请核对年、月、日");
            return null;
        }
    }
}
