package org.jiaogongti.platform.evidence;

import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of an upload before any transaction. */
public sealed interface Received {

    /**
     * It lies on disk under its hash; a row must follow, or the sweeper removes it.
     *
     * @param sha256 of the bytes that are kept, in hexadecimal
     * @param name cleaned for display
     * @param takenAt when the camera says the picture was taken, local time
     */
    record Stored(String sha256, FileKind kind, long bytes, int width, int height, String name,
            @Nullable LocalDateTime takenAt) implements Received {}

    /** It was not kept; {@code key} is a message key, {@code numbers} what the message names. */
    record Refused(String key, List<Object> numbers) implements Received {

        public Refused(String key, Object... numbers) {
            this(key, List.of(numbers));
        }
    }
}
