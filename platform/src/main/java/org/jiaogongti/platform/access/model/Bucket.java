package org.jiaogongti.platform.access.model;

import java.time.Duration;
import java.time.Instant;
import org.jiaogongti.platform.access.Pace;

/**
 * How many requests are left to somebody: so many at once, and as many again as time goes by.
 *
 * @param left whole requests and the part of the next
 * @param at when that was so
 */
public record Bucket(double left, Instant at, Pace pace) {

    /** At once. */
    public static final int SIZE = 60;
    /** In a minute, again and again. */
    public static final int PER_MINUTE = 120;

    /** At the pace of programs. */
    public Bucket(double left, Instant at) {
        this(left, at, new Pace(SIZE, PER_MINUTE));
    }

    public static Bucket full(Instant now) {
        return new Bucket(SIZE, now);
    }

    public static Bucket full(Instant now, Pace pace) {
        return new Bucket(pace.atOnce(), now, pace);
    }

    /** What is there now. A clock that was set back adds nothing. */
    public Bucket at(Instant now) {
        double millis = Math.max(0, Duration.between(at, now).toMillis());
        return new Bucket(Math.min(pace.atOnce(), left + millis * pace.perMinute() / 60_000), now, pace);
    }

    public boolean isFull() {
        return left >= pace.atOnce();
    }

    public boolean hasOne() {
        return left >= 1;
    }

    public Bucket less() {
        return new Bucket(left - 1, at, pace);
    }

    /** Whole seconds until there is one. */
    public long secondsToOne() {
        return hasOne() ? 0 : (long) Math.ceil((1 - left) * 60 / pace.perMinute());
    }
}
