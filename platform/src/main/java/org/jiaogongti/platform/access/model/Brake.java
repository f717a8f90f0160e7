package org.jiaogongti.platform.access.model;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Slows down guessing for one account from one address: five tries are free, then the wait doubles up to a quarter of an hour. */
public final class Brake {

    private static final int FREE = 5;
    private static final Duration FIRST = Duration.ofSeconds(30);
    private static final Duration LONGEST = Duration.ofMinutes(15);

    private Brake() {}

    /** Until when further attempts are refused after so many failures in a row. */
    public static Optional<Instant> until(int failures, Instant now) {
        if (failures < FREE) {
            return Optional.empty();
        }
        Duration wait = FIRST.multipliedBy(1L << Math.min(failures - FREE, 10));
        return Optional.of(now.plus(wait.compareTo(LONGEST) > 0 ? LONGEST : wait));
    }
}
