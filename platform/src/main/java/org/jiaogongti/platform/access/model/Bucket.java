package org.jiaogongti.platform.access.model;

import java.time.Duration;
import java.time.Instant;

/**
 * How many requests are left to somebody: so many at once, and as many again as time goes by.
 *
 * @param left whole requests and the part of the next
 * @param at when that was so
 */
public record Bucket(double left, Instant at) {

    /** At once. */
    public static final int SIZE = 60;
    /** In a minute, again and again. */
    public static final int PER_MINUTE = 120;

    public static Bucket full(Instant now) {
        return new Bucket(SIZE, now);
    }

    /** What is there now. A clock that was set back adds nothing. */
    public Bucket at(Instant now) {
        double millis = Math.max(0, Duration.between(at, now).toMillis());
        return new Bucket(Math.min(SIZE, left + millis * PER_MINUTE / 60_000), now);
    }

    public boolean hasOne() {
        return left >= 1;
    }

    public Bucket less() {
        return new Bucket(left - 1, at);
    }

    /** Whole seconds until there is one. */
    public long secondsToOne() {
        return hasOne() ? 0 : (long) Math.ceil((1 - left) * 60 / PER_MINUTE);
    }
}
