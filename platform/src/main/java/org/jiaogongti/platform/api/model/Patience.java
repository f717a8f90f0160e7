package org.jiaogongti.platform.api.model;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** When a message that did not arrive is sent again: soon at first, for two days in all. */
public final class Patience {

    private static final List<Duration> PAUSES = List.of(Duration.ofMinutes(1), Duration.ofMinutes(5),
            Duration.ofMinutes(30), Duration.ofHours(2), Duration.ofHours(5), Duration.ofHours(10),
            Duration.ofHours(14), Duration.ofHours(20));

    private Patience() {}

    /** After so many tries; empty when it is given up. */
    public static Optional<Instant> next(int tries, Instant now) {
        return tries > PAUSES.size() ? Optional.empty() : Optional.of(now.plus(PAUSES.get(tries - 1)));
    }
}
