package org.jiaogongti.platform.job;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jiaogongti.platform.access.District;
import org.jiaogongti.platform.access.DistrictAdded;
import org.jiaogongti.platform.access.Districts;
import org.jiaogongti.platform.job.model.Next;
import org.jiaogongti.platform.job.store.TaskTable;
import org.jiaogongti.platform.shell.BusinessClock;
import org.jiaogongti.platform.shell.Ids;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Keeps every job of every district planned, and runs what is due while the server is up. It begins after the first page can
 * be answered, and ends before anything else: what is not finished by then is given back to whoever comes next.
 */
@Component
class JobClock implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(JobClock.class);
    private static final Duration POLL = Duration.ofSeconds(10);
    /** Six missed ones, so two minutes, and another server takes over. */
    private static final Duration HEARTBEAT = Duration.ofSeconds(20);
    private static final Duration LAST_WORDS = Duration.ofSeconds(4);
    private static final int AT_ONCE = 4;

    private final List<Job> jobs;
    private final Districts districts;
    private final JobSettings settings;
    private final BusinessClock clock;
    private final Scheduler scheduler;
    private final AtomicBoolean running = new AtomicBoolean();
    private final AtomicBoolean stopping = new AtomicBoolean();

    JobClock(List<Job> jobs, Districts districts, JobSettings settings, BusinessClock clock, Ids ids, Runner runner,
            TaskTable table) {
        this.jobs = List.copyOf(jobs);
        this.districts = districts;
        this.settings = settings;
        this.clock = clock;
        this.scheduler = table
                .scheduler(jobs.stream().<Task<?>>map(job -> runner.task(job, stopping::get)).toList())
                .schedulerName(new SchedulerName.Fixed(ids.next().toString())).clock(clock::now).threads(AT_ONCE)
                .executorService(Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("job-", 0).factory()))
                .pollingInterval(POLL).heartbeatInterval(HEARTBEAT).shutdownMaxWait(LAST_WORDS).build();
    }

    /** What the scheduler has about a job in a district. */
    record Planned(Instant next, boolean running, int failures) {}

    @EventListener(ApplicationReadyEvent.class)
    void ready() {
        if (settings.on()) {
            start();
        }
    }

    /** Planning reads and writes, and the first pages need not wait for it. */
    @Override
    public void start() {
        if (!running.getAndSet(true)) {
            Thread.ofVirtual().name("jobs-begin").start(this::begin);
        }
    }

    private void begin() {
        try {
            districts.all().forEach(district -> plan(district, true));
        } catch (RuntimeException unplanned) {
            LOG.error("jobs of districts that came since the last start are not planned; the next start tries again",
                    unplanned);
        }
        synchronized (scheduler) {
            if (!stopping.get()) {
                scheduler.start();
            }
        }
    }

    @Override
    public void stop() {
        stopping.set(true);
        synchronized (scheduler) {
            scheduler.stop();
        }
        running.set(false);
    }

    @Override
    public boolean isRunning() {
        return running.get();
    }

    @Override
    public boolean isAutoStartup() {
        return false;
    }

    @EventListener
    void added(DistrictAdded event) {
        plan(event.district(), false);
    }

    List<Job> jobs() {
        return jobs;
    }

    /** What is planned already stays as it is: what it missed it makes up for. */
    void plan(District district, boolean starting) {
        Instant now = clock.now();
        for (Job job : jobs) {
            Instant first = job.atStart() ? now : Next.regular(job.rhythm(), now, BusinessClock.ZONE);
            boolean added = scheduler.scheduleIfNotExists(new TaskInstance<>(job.name(), district.code()), first);
            if (!added && starting && job.atStart()) {
                sooner(job, district, now);
            }
        }
    }

    /** False where a server is at it, or it is not planned. */
    boolean sooner(Job job, District district, Instant when) {
        Optional<Planned> planned = planned(job, district);
        if (planned.isEmpty() || planned.get().running()) {
            return false;
        }
        return planned.get().next().isBefore(when) || scheduler.reschedule(id(job, district), when);
    }

    /** Looks at once for what is due. */
    void look() {
        if (running.get()) {
            scheduler.triggerCheckForDueExecutions();
        }
    }

    Optional<Planned> planned(Job job, District district) {
        return scheduler.getScheduledExecution(id(job, district)).map(found -> new Planned(found.getExecutionTime(),
                found.isPicked(), found.getConsecutiveFailures()));
    }

    private static TaskInstanceId id(Job job, District district) {
        return TaskInstanceId.of(job.name(), district.code());
    }
}
