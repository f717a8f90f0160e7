package org.jiaogongti.platform.round;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.jiaogongti.platform.access.District;
import org.jiaogongti.platform.access.Scope;
import org.jiaogongti.platform.job.Job;
import org.jiaogongti.platform.job.Job.Report;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.annotation.Async;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** Makes trials beside all other work, so that whoever ordered one may leave the page. */
@Component
class TrialWorker {

    private static final Logger LOG = LoggerFactory.getLogger(TrialWorker.class);
    private static final Duration PAUSE = Duration.ofMinutes(5);

    private final RoundPlans plans;
    private final TrialRuns trials;
    /** One at a time: a trial must not slow down those who record. */
    private final Semaphore turn = new Semaphore(1);

    TrialWorker(RoundPlans plans, TrialRuns trials) {
        this.plans = plans;
        this.trials = trials;
    }

    @Async
    @TransactionalEventListener
    void on(TrialOrdered ordered) {
        make(new District(ordered.district()), ordered.trial());
    }

    /** What a server left when it went down. */
    @Bean
    static Job makeTrials(TrialWorker worker) {
        return Job.every("make-trials", PAUSE, (district, _) -> Report.of(worker.makeWaiting(district)));
    }

    /** Called through the proxy that {@code @Async} puts before this class, whose own fields are empty. */
    int makeWaiting(District district) {
        List<UUID> waiting = Scope.call(district, trials::waiting);
        waiting.forEach(id -> make(district, id));
        return waiting.size();
    }

    private void make(District district, UUID id) {
        turn.acquireUninterruptibly();
        try {
            Scope.run(district, () -> make(id));
        } finally {
            turn.release();
        }
    }

    private void make(UUID id) {
        try {
            plans.claim(id).ifPresent(this::make);
        } catch (RuntimeException broken) {
            LOG.error("Trial {} cannot be made", id, broken);
            trials.fail(id);
        }
    }

    private void make(TrialRuns.Work work) {
        for (int done = 0; done < work.communities().size(); done++) {
            trials.tryOn(work, done);
        }
        trials.finish(work);
    }
}
