package org.jiaogongti.platform.activity;

import java.util.List;
import java.util.UUID;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.access.District;
import org.jiaogongti.platform.access.Scope;
import org.jiaogongti.platform.activity.store.OccasionStore;
import org.jiaogongti.platform.job.Job;
import org.jiaogongti.platform.job.Job.Report;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Hands occasions to the duties again that a migration has marked, because an earlier build told less of them. In batches of
 * one transaction each, so that it goes on where a server stopped; where nothing is marked it is one select.
 */
@Component
class RecountJob {

    private static final int BATCH = 200;

    private final OccasionStore store;
    private final Recounting recounting;
    private final TransactionTemplate transaction;

    RecountJob(OccasionStore store, Recounting recounting, TransactionTemplate transaction) {
        this.store = store;
        this.recounting = recounting;
        this.transaction = transaction;
    }

    @Bean
    static Job recountOccasions(RecountJob job) {
        return Job.daily("recount-occasions", 3, 20, (district, _) -> Report.of(job.recount(district))).andAtStart();
    }

    /** How many occasions of a district were marked. */
    int recount(District district) {
        return Scope.call(district, () -> {
            int all = 0;
            for (int done = batch(); done > 0; done = batch()) {
                all += done;
            }
            return all;
        });
    }

    private int batch() {
        return transaction.execute(_ -> {
            List<UUID> marked = store.marked(BATCH);
            if (!marked.isEmpty()) {
                recounting.again(Actor.system(), marked);
            }
            return marked.size();
        });
    }
}
