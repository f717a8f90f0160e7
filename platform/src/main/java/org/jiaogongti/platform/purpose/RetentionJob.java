package org.jiaogongti.platform.purpose;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jiaogongti.platform.access.District;
import org.jiaogongti.platform.access.Districts;
import org.jiaogongti.platform.access.Scope;
import org.jiaogongti.platform.shell.BusinessClock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Erases by night what has run out, district by district. Two servers may both do it: the second finds it done. */
@Component
public class RetentionJob {

    private static final Logger LOG = LoggerFactory.getLogger(RetentionJob.class);

    private final Districts districts;
    private final Retentions retentions;
    private final ObjectProvider<Erasing> owners;
    private final BusinessClock clock;

    RetentionJob(Districts districts, Retentions retentions, ObjectProvider<Erasing> owners, BusinessClock clock) {
        this.districts = districts;
        this.retentions = retentions;
        this.owners = owners;
        this.clock = clock;
    }

    @Scheduled(cron = "0 0 3 * * *", zone = "Asia/Shanghai")
    void nightly() {
        districts.all().forEach(district -> {
            List<Certificate> certificates = run(district, clock.today());
            certificates.forEach(each -> LOG.info("District {}: certificate {}, {} rows of {} pupils erased",
                    district.code(), each.line(), each.rows(), each.pupils()));
        });
    }

    /** Everything that has run out in a district by a day. */
    public List<Certificate> run(District district, LocalDate day) {
        return run(district, day, owners.orderedStream().toList());
    }

    List<Certificate> run(District district, LocalDate day, List<Erasing> all) {
        return Scope.call(district, () -> {
            List<Certificate> certificates = new ArrayList<>();
            List<Certificate> some = retentions.erase(day, all);
            while (!some.isEmpty()) {
                certificates.addAll(some);
                some = retentions.erase(day, all);
            }
            return certificates;
        });
    }
}
