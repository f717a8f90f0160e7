package org.jiaogongti.platform.sample;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jiaogongti.platform.credit.Credits;
import org.jiaogongti.platform.credit.Showing;
import org.jiaogongti.platform.shell.BusinessClock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A teacher shows the own record: to the principal, who has looked, to a researcher until a day that is over, one taken back, and a link. */
@Component
final class CreditLoad {

    private final Credits credits;

    CreditLoad(Credits credits) {
        this.credits = credits;
    }

    void load(SampleWorld world, SampleKeys keys) {
        LocalDate today = world.date();
        credits.setUp(List.of(
                showing(keys, "示例校长03", today.minusDays(6), today.plusDays(8), null,
                        List.of(at(today.minusDays(5), 9), at(today.minusDays(1), 16))),
                showing(keys, "示例教研员01", today.minusDays(60), today.minusDays(46), null,
                        List.of(at(today.minusDays(58), 10))),
                showing(keys, "示例教师01", today.minusDays(20), today.minusDays(6), at(today.minusDays(19), 8),
                        List.of()),
                link(keys, "评职称材料", today.minusDays(4), today.plusDays(10),
                        List.of(at(today.minusDays(3), 15), at(today.minusDays(2), 8)))));
    }

    private static Showing showing(SampleKeys keys, String reader, LocalDate from, LocalDate last,
            @Nullable Instant ended, List<Instant> looks) {
        return new Showing(SampleIds.of(from, "showing " + reader), keys.of("示例教师03"), "示例教师03", keys.of(reader),
                reader,
                from, last, ended, looks);
    }

    private static Showing link(SampleKeys keys, String what, LocalDate from, LocalDate last, List<Instant> looks) {
        return new Showing(SampleIds.of(from, "link " + what), keys.of("示例教师03"), "示例教师03", null, what, from, last,
                null,
                looks);
    }

    private static Instant at(LocalDate day, int hour) {
        return day.atTime(hour, 20).atZone(BusinessClock.ZONE).toInstant();
    }
}
