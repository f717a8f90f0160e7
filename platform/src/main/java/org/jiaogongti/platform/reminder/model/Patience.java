package org.jiaogongti.platform.reminder.model;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** When something that did not go out is tried again: for the rest of its day, as tomorrow has a letter of its own. */
public final class Patience {

    private static final List<Duration> PAUSES = List.of(Duration.ofMinutes(5), Duration.ofMinutes(15),
            Duration.ofHours(1), Duration.ofHours(3), Duration.ofHours(5));

    private Patience() {}

    /** After so many tries; empty when it is given up. */
    public static Optional<Instant> next(int tries, Instant now) {
        return tries > PAUSES.size() ? Optional.empty() : Optional.of(now.plus(PAUSES.get(tries - 1)));
    }
}
