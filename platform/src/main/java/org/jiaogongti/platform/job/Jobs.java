package org.jiaogongti.platform.job;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.access.District;
import org.jiaogongti.platform.access.Role;
import org.jiaogongti.platform.access.Scope;
import org.jiaogongti.platform.job.JobClock.Planned;
import org.jiaogongti.platform.job.store.RunStore;
import org.jiaogongti.platform.journal.Journal;
import org.jiaogongti.platform.shell.BusinessClock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** What the platform does by itself in the current district. */
@Service
public class Jobs {

    private static final int SHOWN = 5;

    private final List<Job> jobs;
    private final RunStore runs;
    private final JobClock jobClock;
    private final Journal journal;
    private final BusinessClock clock;

    Jobs(RunStore runs, JobClock jobClock, Journal journal, BusinessClock clock) {
        this.jobs = jobClock.jobs().stream().sorted(Comparator.comparing(Job::name)).toList();
        this.runs = runs;
        this.jobClock = jobClock;
        this.journal = journal;
        this.clock = clock;
    }

    /** What came of asking for a run. */
    public enum Asked {
        /** It runs within seconds. */
        SOON,
        /** A server is at it just now. */
        RUNNING,
        /** There is no such job, or it is not for this person. */
        ABSENT
    }

    /** Every job with its last runs; those in trouble first. */
    @Transactional(readOnly = true)
    public List<JobLine> all() {
        District district = Scope.required();
        Map<String, List<JobRun>> latest = runs.latest(jobs.stream().map(Job::name).toList(), SHOWN).stream()
                .collect(Collectors.groupingBy(JobRun::job));
        return jobs.stream().map(job -> {
            Optional<Planned> planned = jobClock.planned(job, district);
            return new JobLine(job, latest.getOrDefault(job.name(), List.of()),
                    planned.map(Planned::next).orElse(null), planned.map(Planned::running).orElse(false),
                    planned.map(Planned::failures).orElse(0));
        }).sorted(Comparator.comparing((JobLine line) -> line.failures() == 0)).toList();
    }

    /** Runs a job of the district as soon as a server can. */
    @Transactional
    public Asked ask(Actor actor, String name) {
        Optional<Job> asked = jobs.stream().filter(job -> job.name().equals(name)).findFirst();
        if (asked.isEmpty() || !actor.has(Role.BUREAU_ADMIN, Role.TECHNICIAN)) {
            return Asked.ABSENT;
        }
        if (!jobClock.sooner(asked.get(), Scope.required(), clock.now())) {
            return Asked.RUNNING;
        }
        journal.write(actor, "JobAskedFor", "job", null, Map.of("job", name));
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                jobClock.look();
            }
        });
        return Asked.SOON;
    }
}
