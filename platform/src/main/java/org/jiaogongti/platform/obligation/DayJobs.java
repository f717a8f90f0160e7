package org.jiaogongti.platform.obligation;

import java.util.List;
import org.jiaogongti.platform.job.Job;
import org.jiaogongti.platform.job.Job.Report;
import org.jiaogongti.platform.obligation.Proof.Difference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What happens to the ledger by itself. */
@Configuration(proxyBeanMethods = false)
class DayJobs {

    private static final Logger LOG = LoggerFactory.getLogger(DayJobs.class);

    /** At the start as well: a demo may be started at another date. */
    @Bean
    Job beginDay(LedgerDays days) {
        return Job.daily("begin-day", 0, 0, (_, day) -> Report.of(days.moveTo(day) ? 1 : 0)).andAtStart();
    }

    @Bean
    Job proveProgress(Proof proof) {
        return Job.daily("prove-progress", 2, 30, (district, _) -> {
            List<Difference> differences = proof.differences();
            differences.forEach(difference -> LOG.error("District {}: {} against {}: kept {}, found {}",
                    district.code(), difference.key(), difference.against(), difference.kept(), difference.found()));
            return new Report(0, differences.size());
        });
    }
}
