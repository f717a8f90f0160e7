package org.jiaogongti.platform.job.model;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import org.jiaogongti.platform.job.Job.Rhythm;

/** When a job runs next. */
public final class Next {

    private static final List<Duration> PAUSES = List.of(Duration.ofMinutes(1), Duration.ofMinutes(5),
            Duration.ofMinutes(15), Duration.ofHours(1), Duration.ofHours(3));

    private Next() {}

    /** By its rhythm. */
    public static Instant regular(Rhythm rhythm, Instant now, ZoneId zone) {
        return switch (rhythm) {
            case Rhythm.Daily daily -> {
                ZonedDateTime local = now.atZone(zone);
                ZonedDateTime today = local.with(daily.at());
                yield (today.isAfter(local) ? today : local.toLocalDate().plusDays(1).atTime(daily.at()).atZone(zone))
                        .toInstant();
            }
            case Rhythm.Every every -> now.plus(every.pause());
        };
    }

    /**
     * After it has failed so often in a row: soon at first, then later and later. A daily one is not put off beyond its next
     * day; one that looks all the time not beyond an hour, so that it goes on soon after what hindered it is gone.
     */
    public static Instant afterFailure(Rhythm rhythm, int failures, Instant now, ZoneId zone) {
        Instant later = now.plus(PAUSES.get(Math.clamp(failures, 1, PAUSES.size()) - 1));
        Instant regular = regular(rhythm, now, zone);
        return switch (rhythm) {
            case Rhythm.Daily _ -> later.isBefore(regular) ? later : regular;
            case Rhythm.Every _ -> {
                Instant latest = now.plus(Duration.ofHours(1));
                Instant soonest = later.isBefore(regular) ? regular : later;
                yield soonest.isAfter(latest) ? latest : soonest;
            }
        };
    }
}
