package org.jiaogongti.platform.api;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One message.
 *
 * @param due when it is sent next, or null once it has arrived or was given up
 * @param status what was answered last, or null where nothing was
 */
public record Delivery(UUID id, UUID webhook, long line, String body, Instant made, int tries, @Nullable Instant due,
        @Nullable Integer status, @Nullable Instant done) {

    /** How it stands, as the states of duties are drawn. */
    public String mark() {
        if (done != null) {
            return "done";
        }
        return due == null ? "late" : tries == 0 ? "todo" : "soon";
    }
}
