package org.jiaogongti.platform.shell;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The only place that reads the time. The business date decides what is due; the instant is always the real one. */
@Component
public final class BusinessClock {

    /** The bureau's time zone. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final Clock clock;
    private volatile @Nullable LocalDate fixedDate;

    @Autowired
    BusinessClock(@Value("${jgt.business-date:}") String fixedDate) {
        this(Clock.system(ZONE), fixedDate.isBlank() ? null : LocalDate.parse(fixedDate));
    }

    private BusinessClock(Clock clock, @Nullable LocalDate fixedDate) {
        this.clock = clock;
        this.fixedDate = fixedDate;
    }

    /** A clock over another source of time, for what is made outside of the application. */
    public static BusinessClock of(Clock clock, Optional<LocalDate> fixedDate) {
        return new BusinessClock(clock, fixedDate.orElse(null));
    }

    /** The date that decides what is due: fixed in the demo, today in the bureau's zone otherwise. */
    public LocalDate today() {
        LocalDate fixed = fixedDate;
        return fixed != null ? fixed : LocalDate.now(clock);
    }

    /** Real time: sessions, tokens, the journal, when something was recorded. */
    public Instant now() {
        return clock.instant();
    }

    /** Whether the business date stands still, as in the demo. */
    public boolean fixed() {
        return fixedDate != null;
    }

    /** Lets another day be today, where the date stands still; the real date is nobody's to move. */
    public void moveTo(LocalDate day) {
        if (fixedDate == null) {
            throw new IllegalStateException("the business date is the real one and cannot be moved to " + day
                    + "\nOnly ./jgt demo has a date that stands still.");
        }
        fixedDate = day;
    }
}
