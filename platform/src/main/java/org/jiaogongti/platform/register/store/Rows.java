package org.jiaogongti.platform.register.store;

import java.util.Collection;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** How values go into SQL here: as arrays of text, so that any number of rows is one statement. */
final class Rows {

    private Rows() {}

    static <T> @Nullable String[] texts(Collection<T> rows, Function<? super T, @Nullable String> column) {
        return rows.stream().map(column).toArray(String[]::new);
    }

    static String[] ids(Collection<UUID> ids) {
        return ids.stream().map(UUID::toString).toArray(String[]::new);
    }

    static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
