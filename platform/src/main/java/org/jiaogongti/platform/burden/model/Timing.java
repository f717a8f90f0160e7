package org.jiaogongti.platform.burden.model;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** How long a form was worked on, by when it was opened and when it was sent. */
public final class Timing {

    /** Nobody fills in a form for longer; who left it open went away meanwhile. */
    public static final Duration LONGEST = Duration.ofMinutes(20);
    /** What is sent so late was kept somewhere and says nothing about work. */
    public static final Duration STALE = Duration.ofHours(12);

    private Timing() {}

    /** Seconds, at most {@link #LONGEST}; empty where the two moments say nothing. */
    public static Optional<Integer> seconds(Instant opened, Instant sent) {
        Duration between = Duration.between(opened, sent);
        if (between.isNegative() || between.compareTo(STALE) > 0) {
            return Optional.empty();
        }
        return Optional.of(Math.toIntExact(Math.min(between.toSeconds(), LONGEST.toSeconds())));
    }
}
