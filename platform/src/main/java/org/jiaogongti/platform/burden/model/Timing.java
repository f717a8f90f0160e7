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

    /**
     * Seconds worked on it as its page counted them, where it did: no more than lie between the two moments. Without them, or
     * where they cannot be, the time between.
     *
     * @param worked as sent, or empty
     */
    public static Optional<Integer> seconds(Instant opened, Instant sent, String worked) {
        long between = Duration.between(opened, sent).toSeconds();
        // The moment of opening is kept in whole seconds.
        return worked.matches("[0-9]{1,6}") && between >= 0 && Long.parseLong(worked) <= between + 1
                ? Optional.of(Integer.valueOf(worked))
                : seconds(opened, sent);
    }

    /** Seconds, at most {@link #LONGEST}; empty where the two moments say nothing. */
    public static Optional<Integer> seconds(Instant opened, Instant sent) {
        Duration between = Duration.between(opened, sent);
        if (between.isNegative() || between.compareTo(STALE) > 0) {
            return Optional.empty();
        }
        return Optional.of(Math.toIntExact(Math.min(between.toSeconds(), LONGEST.toSeconds())));
    }
}
