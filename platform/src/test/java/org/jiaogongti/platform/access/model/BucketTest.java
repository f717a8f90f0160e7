package org.jiaogongti.platform.access.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

/** How many requests a token has. */
final class BucketTest {

    private static final Instant NOW = Instant.parse("2024-11-20T01:00:00Z");

    @Test
    void sixtyAtOnceAndTwoASecondAfterwards() {
        Bucket bucket = Bucket.full(NOW);
        for (int taken = 0; taken < Bucket.SIZE; taken++) {
            assertThat(bucket.hasOne()).isTrue();
            bucket = bucket.less();
        }
        assertThat(bucket.hasOne()).isFalse();
        assertThat(bucket.secondsToOne()).isEqualTo(1);
        assertThat(bucket.at(NOW.plusMillis(499)).hasOne()).isFalse();
        assertThat(bucket.at(NOW.plusMillis(500)).hasOne()).isTrue();
        assertThat(bucket.at(NOW.plusSeconds(600)).left()).isEqualTo(Bucket.SIZE);
    }

    @Test
    void aClockThatWasSetBackGivesNothing() {
        Bucket empty = new Bucket(0, NOW);
        assertThat(empty.at(NOW.minusSeconds(60)).left()).isZero();
    }
}
