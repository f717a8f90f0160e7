package org.jiaogongti.platform.access;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jiaogongti.platform.access.model.Bucket;
import org.jiaogongti.platform.shell.BusinessClock;
import org.springframework.stereotype.Component;

/** How often each token may ask, and how often somebody may guess. Kept in memory: a second server gives the same again, which is still a limit. */
@Component
public class RateLimits {

    private static final int MANY = 10_000;

    private final Map<UUID, Bucket> buckets = new ConcurrentHashMap<>();
    private final BusinessClock clock;

    RateLimits(BusinessClock clock) {
        this.clock = clock;
    }

    /**
     * What a request found.
     *
     * @param left requests that may follow at once
     * @param retryAfter seconds to wait; 0 where the request may pass
     */
    public record Answer(int left, long retryAfter) {

        public boolean passes() {
            return retryAfter == 0;
        }
    }

    /** At the pace of programs. */
    public Answer take(UUID token) {
        return take(token, new Pace(Bucket.SIZE, Bucket.PER_MINUTE));
    }

    /** What {@link #take} would find, without taking. */
    public Answer look(UUID of, Pace pace) {
        Instant now = clock.now();
        Bucket bucket = buckets.getOrDefault(of, Bucket.full(now, pace)).at(now);
        return new Answer((int) bucket.left(), bucket.secondsToOne());
    }

    public Answer take(UUID token, Pace pace) {
        Instant now = clock.now();
        if (buckets.size() > MANY) {
            buckets.values().removeIf(bucket -> bucket.at(now).isFull());
        }
        long[] wait = {0};
        Bucket left = buckets.compute(token, (_, known) -> {
            Bucket bucket = known == null ? Bucket.full(now, pace) : known.at(now);
            wait[0] = bucket.secondsToOne();
            return bucket.hasOne() ? bucket.less() : bucket;
        });
        return new Answer((int) left.left(), wait[0]);
    }
}
