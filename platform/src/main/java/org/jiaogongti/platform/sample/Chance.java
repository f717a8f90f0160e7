package org.jiaogongti.platform.sample;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Chance that falls the same way for the same words, on every machine and in every Java. Each little story has its own,
 * so that a change in one leaves all others as they were.
 */
final class Chance {

    private long state;

    private Chance(long seed) {
        state = seed;
    }

    static Chance of(Object... words) {
        long hash = 0xcbf29ce484222325L;
        for (Object word : words) {
            for (byte b : word.toString().getBytes(StandardCharsets.UTF_8)) {
                hash = (hash ^ (b & 0xff)) * 0x100000001b3L;
            }
            hash = (hash ^ 0x7c) * 0x100000001b3L;
        }
        return new Chance(hash);
    }

    /** SplitMix64 (Steele, Lea and Flood 2014). */
    private long next() {
        state += 0x9e3779b97f4a7c15L;
        long z = (state ^ (state >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }

    /** 0 to 1, without 1. */
    double share() {
        return (next() >>> 11) * 0x1.0p-53;
    }

    int below(int bound) {
        return (int) (share() * bound);
    }

    /** Both ends included. */
    int between(int least, int most) {
        return least + below(most - least + 1);
    }

    boolean percent(int percent) {
        return below(100) < percent;
    }

    <T> T pick(List<T> from) {
        return from.get(below(from.size()));
    }
}
