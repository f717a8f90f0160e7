package org.jiaogongti.platform.shell;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.springframework.stereotype.Component;

/** Makes ids: version 7 of RFC 9562, so that they rise with time and rows stay together in an index. */
@Component
public final class Ids {

    private static final ScopedValue<Sequence> SEQUENCE = ScopedValue.newInstance();

    private final BusinessClock clock;
    private final SecureRandom chance = new SecureRandom();

    public Ids(BusinessClock clock) {
        this.clock = clock;
    }

    public UUID next() {
        if (SEQUENCE.isBound()) {
            return SEQUENCE.get().next();
        }
        return version7(clock.now().toEpochMilli(), chance.nextInt(), chance.nextLong());
    }

    /** Inside {@code work}, on this thread, ids follow from the seed: the sample world is the same on every machine. */
    public static void seeded(long seed, Instant from, Runnable work) {
        ScopedValue.where(SEQUENCE, new Sequence(seed, from.toEpochMilli())).run(work);
    }

    /** Layout of RFC 9562, 5.7: 48 bits of milliseconds, version, 12 random bits, variant, 62 random bits. */
    private static UUID version7(long milliseconds, int high, long low) {
        long most = (milliseconds << 16) | 0x7000L | (high & 0x0FFFL);
        long least = (low & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(most, least);
    }

    private static final class Sequence {

        private final RandomGenerator generator;
        private long milliseconds;

        Sequence(long seed, long milliseconds) {
            this.generator = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
            this.milliseconds = milliseconds;
        }

        UUID next() {
            return version7(milliseconds++, generator.nextInt(), generator.nextLong());
        }
    }
}
