package org.jiaogongti.platform.obligation.store;

import java.time.LocalDate;
import java.util.Collection;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** Columns of many rows as arrays, so that any number of rows is one statement. */
final class Rows {

    private Rows() {}

    static <T> @Nullable String[] texts(Collection<T> rows, Function<? super T, @Nullable String> column) {
        return rows.stream().map(column).toArray(String[]::new);
    }

    static <T> Integer[] numbers(Collection<T> rows, ToIntFunction<? super T> column) {
        return rows.stream().map(column::applyAsInt).toArray(Integer[]::new);
    }

    static <T> @Nullable String[] days(Collection<T> rows, Function<? super T, @Nullable LocalDate> column) {
        return rows.stream().map(column).map(Rows::day).toArray(String[]::new);
    }

    /** PostgreSQL's own words for the ends of time. */
    static @Nullable String day(@Nullable LocalDate day) {
        if (day == null) {
            return null;
        }
        if (day.equals(LocalDate.MIN)) {
            return "-infinity";
        }
        return day.equals(LocalDate.MAX) ? "infinity" : day.toString();
    }
}
