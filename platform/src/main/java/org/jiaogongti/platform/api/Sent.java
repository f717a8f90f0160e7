package org.jiaogongti.platform.api;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What came of sending a message once.
 *
 * @param status what was answered, or null where nothing was
 * @param next when it is tried again, or null where it is not
 */
record Sent(@Nullable Integer status, @Nullable Instant next) {

    private static final int GONE = 410;

    boolean arrived() {
        return status != null && status / 100 == 2;
    }

    boolean gone() {
        return status != null && status == GONE;
    }
}
