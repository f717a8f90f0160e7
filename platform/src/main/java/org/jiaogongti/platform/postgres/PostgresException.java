package org.jiaogongti.platform.postgres;

import org.jspecify.annotations.Nullable;

/** The embedded database cannot be used; the message says what to try. */
public final class PostgresException extends RuntimeException {

    public PostgresException(String message) {
        super(message);
    }

    public PostgresException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
