package org.jiaogongti.platform.api;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A system that is told.
 *
 * @param seen the last line of the journal that was looked at for it
 * @param gone whether it said itself that it is no more there
 */
public record Webhook(UUID id, String name, String url, Set<Topic> topics, Instant made, long seen,
        @Nullable Instant ended, boolean gone) {

    public Webhook {
        topics = Set.copyOf(topics);
    }
}
