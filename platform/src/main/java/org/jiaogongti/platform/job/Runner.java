package org.jiaogongti.platform.job;

import com.github.kagkarlsson.scheduler.task.Execution;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import org.jiaogongti.platform.access.District;
import org.jiaogongti.platform.access.Scope;
import org.jiaogongti.platform.job.Job.Report;
import org.jiaogongti.platform.job.Job.Rhythm;
import org.jiaogongti.platform.job.JobRun.Failure;
import org.jiaogongti.platform.job.JobRun.Fault;
import org.jiaogongti.platform.job.model.Next;
import org.jiaogongti.platform.job.store.RunStore;
import org.jiaogongti.platform.shell.BusinessClock;
import org.jiaogongti.platform.shell.Ids;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/** Does a job in a district and notes what came of it; as a task of the scheduler's, whose instance is the district's code. */
@Component
class Runner {

    private static final Logger LOG = LoggerFactory.getLogger(Runner.class);
    private static final Duration KEPT = Duration.ofDays(30);
    /** The part of an id that is chance. */
    private static final int CHANCE = 24;

    private final RunStore runs;
    private final TransactionTemplate transaction;
    private final Ids ids;
    private final BusinessClock clock;

    Runner(RunStore runs, TransactionTemplate transaction, Ids ids, BusinessClock clock) {
        this.runs = runs;
        this.transaction = transaction;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * A job as the scheduler's task.
     *
     * @param stopping whether the server is going down: what is cut short by that is given back, and is no failure
     */
    Task<Void> task(Job job, BooleanSupplier stopping) {
        return Tasks.custom(job.name(), Void.class).onFailure((failed, operations) -> {
            Instant now = clock.now();
            operations.reschedule(failed, stopping.getAsBoolean() ? now : again(job, failed, now));
        }).onDeadExecutionRevive().execute((instance, context) -> {
            run(job, new District(instance.getId()), stopping);
            return (done, operations) -> operations.reschedule(done,
                    Next.regular(job.rhythm(), done.getTimeDone(), BusinessClock.ZONE));
        });
    }

    private static Instant again(Job job, ExecutionComplete failed, Instant now) {
        Execution execution = failed.getExecution();
        return Next.afterFailure(job.rhythm(), execution.consecutiveFailures + 1, now, BusinessClock.ZONE);
    }

    /** Once, now, on this thread; what it throws is noted and thrown on. */
    Report run(Job job, District district, BooleanSupplier stopping) {
        Instant begun = clock.now();
        try {
            Report report = Scope.call(district, () -> job.work().run(district, clock.today()));
            note(district, job, new JobRun(job.name(), begun, since(begun), report, null));
            return report;
        } catch (RuntimeException failed) {
            if (!stopping.getAsBoolean()) {
                String incident = ids.next().toString().substring(CHANCE).toUpperCase(Locale.ROOT);
                LOG.error("Job {} in district {} failed, incident {}", job.name(), district.code(), incident, failed);
                note(district, job, new JobRun(job.name(), begun, since(begun), new Report(0, 0),
                        new Failure(fault(failed), incident)));
            }
            throw failed;
        }
    }

    private Duration since(Instant begun) {
        Duration took = Duration.between(begun, clock.now());
        return took.isNegative() ? Duration.ZERO : took;
    }

    /** A run that cannot be noted was a run all the same. */
    private void note(District district, Job job, JobRun run) {
        try {
            Scope.run(district, () -> transaction.executeWithoutResult(_ -> {
                boolean looking = job.rhythm() instanceof Rhythm.Every;
                if (!looking || !run.quiet() || !runs.moveQuiet(run)) {
                    runs.add(run);
                    runs.forget(run.job(), run.begun().minus(KEPT));
                }
            }));
        } catch (RuntimeException unnoted) {
            LOG.error("Job {} in district {}: what came of it could not be noted", job.name(), district.code(),
                    unnoted);
        }
    }

    private static Fault fault(RuntimeException failed) {
        return switch (failed) {
            case DataAccessException _,TransactionException _ -> Fault.DATABASE;
            case UncheckedIOException _ -> Fault.FILES;
            default -> Fault.PRODUCT;
        };
    }
}
