package org.jiaogongti.platform.reminder;

import java.time.Instant;
import java.time.LocalTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A robot in a group chat, without its address and secret.
 *
 * @param school whose matters it tells of; null is the whole district
 */
public record Robot(UUID id, String name, Kind kind, @Nullable UUID school, LocalTime tellsAt, Instant made,
        @Nullable Instant ended) {

    /** Whose chat it is in. */
    public enum Kind {
        DINGTALK, WECOM
    }
}
