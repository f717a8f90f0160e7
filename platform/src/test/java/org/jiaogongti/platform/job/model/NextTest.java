package org.jiaogongti.platform.job.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import org.jiaogongti.platform.job.Job.Rhythm;
import org.junit.jupiter.api.Test;

/** When a job runs next, by hand. */
class NextTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Rhythm MIDNIGHT = new Rhythm.Daily(LocalTime.MIDNIGHT);
    private static final Rhythm NIGHT = new Rhythm.Daily(LocalTime.of(2, 30));
    private static final Rhythm TEN = new Rhythm.Every(Duration.ofSeconds(10));

    private static Instant at(String local) {
        return Instant.parse(local + ":00+08:00");
    }

    @Test
    void aDailyOneRunsAtTheBureausNextSuchTime() {
        assertThat(Next.regular(NIGHT, at("2024-11-20T02:29"), ZONE)).isEqualTo(at("2024-11-20T02:30"));
        assertThat(Next.regular(NIGHT, at("2024-11-20T02:30"), ZONE)).as("not twice").isEqualTo(at("2024-11-21T02:30"));
        assertThat(Next.regular(MIDNIGHT, at("2024-11-20T23:59"), ZONE)).isEqualTo(at("2024-11-21T00:00"));
        assertThat(Next.regular(MIDNIGHT, at("2024-11-20T00:00"), ZONE)).isEqualTo(at("2024-11-21T00:00"));
        assertThat(Next.regular(MIDNIGHT, at("2024-02-28T12:00"), ZONE)).as("a leap year")
                .isEqualTo(at("2024-02-29T00:00"));
    }

    @Test
    void oneThatLooksAllTheTimeRunsAfterItsPause() {
        assertThat(Next.regular(TEN, at("2024-11-20T10:00"), ZONE)).isEqualTo(at("2024-11-20T10:00").plusSeconds(10));
    }

    @Test
    void afterFailuresItComesLaterAndLaterButNotBeyondTheNextDay() {
        Instant now = at("2024-11-20T02:30");
        assertThat(Next.afterFailure(NIGHT, 1, now, ZONE)).isEqualTo(at("2024-11-20T02:31"));
        assertThat(Next.afterFailure(NIGHT, 2, now, ZONE)).isEqualTo(at("2024-11-20T02:35"));
        assertThat(Next.afterFailure(NIGHT, 3, now, ZONE)).isEqualTo(at("2024-11-20T02:45"));
        assertThat(Next.afterFailure(NIGHT, 4, now, ZONE)).isEqualTo(at("2024-11-20T03:30"));
        assertThat(Next.afterFailure(NIGHT, 5, now, ZONE)).isEqualTo(at("2024-11-20T05:30"));
        assertThat(Next.afterFailure(NIGHT, 99, now, ZONE)).isEqualTo(at("2024-11-20T05:30"));
        assertThat(Next.afterFailure(NIGHT, 9, at("2024-11-21T01:00"), ZONE)).isEqualTo(at("2024-11-21T02:30"));
    }

    @Test
    void oneThatLooksAllTheTimeWaitsAnHourAtMost() {
        Instant now = at("2024-11-20T10:00");
        assertThat(Next.afterFailure(TEN, 1, now, ZONE)).isEqualTo(at("2024-11-20T10:01"));
        assertThat(Next.afterFailure(TEN, 5, now, ZONE)).isEqualTo(at("2024-11-20T11:00"));
        assertThat(Next.afterFailure(new Rhythm.Every(Duration.ofMinutes(10)), 1, now, ZONE))
                .as("not sooner than usual").isEqualTo(at("2024-11-20T10:10"));
    }
}
