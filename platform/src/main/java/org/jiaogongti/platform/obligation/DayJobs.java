package org.jiaogongti.platform.obligation;

import java.util.List;
import org.jiaogongti.platform.access.Districts;
import org.jiaogongti.platform.access.Scope;
import org.jiaogongti.platform.obligation.Proof.Difference;
import org.jiaogongti.platform.shell.BusinessClock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** What happens by itself at night, district by district. Two servers may both do it: the second finds it done. */
@Component
class DayJobs {

    private static final Logger LOG = LoggerFactory.getLogger(DayJobs.class);

    private final Districts districts;
    private final LedgerDays days;
    private final Proof proof;
    private final BusinessClock clock;

    DayJobs(Districts districts, LedgerDays days, Proof proof, BusinessClock clock) {
        this.districts = districts;
        this.days = days;
        this.proof = proof;
        this.clock = clock;
    }

    /** A server that was off at midnight catches up when it starts. */
    @EventListener(ApplicationReadyEvent.class)
    @Scheduled(cron = "0 0 0 * * *", zone = "Asia/Shanghai")
    void beginDay() {
        districts.all().forEach(district -> Scope.run(district, () -> days.moveTo(clock.today())));
    }

    @Scheduled(cron = "0 30 2 * * *", zone = "Asia/Shanghai")
    void prove() {
        districts.all().forEach(district -> {
            List<Difference> differences = Scope.call(district, proof::differences);
            if (differences.isEmpty()) {
                LOG.info("District {}: progress is what the contributions add up to", district.code());
            }
            differences.forEach(difference -> LOG.error("District {}: {} against {}: kept {}, found {}",
                    district.code(), difference.key(), difference.against(), difference.kept(), difference.found()));
        });
    }
}
