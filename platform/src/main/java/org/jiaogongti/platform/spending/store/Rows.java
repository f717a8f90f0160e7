package org.jiaogongti.platform.spending.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.UUID;
import java.util.function.Function;
import org.jiaogongti.platform.spending.By;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** How values go into SQL here: as arrays of text, so that any number of rows is one statement. */
final class Rows {

    /** The three columns of whoever wrote a row, from arrays of the same names. */
    static final String BY = ":accounts::uuid[], :names::text[], :days::date[]";

    private Rows() {}

    static <T> @Nullable String[] texts(Collection<T> rows, Function<? super T, ? extends @Nullable Object> column) {
        return rows.stream().map(row -> text(column.apply(row))).toArray(String[]::new);
    }

    static String[] ids(Collection<UUID> ids) {
        return ids.stream().map(UUID::toString).toArray(String[]::new);
    }

    static <T> StatementSpec by(StatementSpec sql, Collection<T> rows, Function<T, By> by) {
        return sql.param("accounts", texts(rows, row -> by.apply(row).account()))
                .param("names", texts(rows, row -> by.apply(row).name()))
                .param("days", texts(rows, row -> by.apply(row).on()));
    }

    static By by(ResultSet row) throws SQLException {
        return new By(id(row, "actor"), row.getString("actor_name"), day(row, "on_day"));
    }

    static UUID id(ResultSet row, String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }

    static LocalDate day(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
