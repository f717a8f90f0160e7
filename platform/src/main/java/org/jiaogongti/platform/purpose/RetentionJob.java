package org.jiaogongti.platform.purpose;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jiaogongti.platform.access.District;
import org.jiaogongti.platform.access.Scope;
import org.jiaogongti.platform.job.Job;
import org.jiaogongti.platform.job.Job.Report;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/** Erases by night what has run out. */
@Component
public class RetentionJob {

    private static final Logger LOG = LoggerFactory.getLogger(RetentionJob.class);

    private final Retentions retentions;
    private final ObjectProvider<Erasing> owners;

    RetentionJob(Retentions retentions, ObjectProvider<Erasing> owners) {
        this.retentions = retentions;
        this.owners = owners;
    }

    @Bean
    static Job eraseOutrun(RetentionJob retention) {
        return Job.daily("erase-outrun", 3, 0, (district, day) -> {
            List<Certificate> certificates = retention.run(district, day);
            certificates.forEach(each -> LOG.info("District {}: certificate {}, {} rows of {} pupils erased",
                    district.code(), each.line(), each.rows(), each.pupils()));
            return Report.of(certificates.size());
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
