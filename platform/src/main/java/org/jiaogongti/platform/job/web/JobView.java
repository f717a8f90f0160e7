package org.jiaogongti.platform.job.web;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jiaogongti.platform.job.Job.Rhythm;
import org.jiaogongti.platform.job.JobLine;
import org.jiaogongti.platform.job.JobRun;
import org.jiaogongti.platform.job.JobRun.Failure;
import org.jiaogongti.platform.shell.BusinessClock;
import org.jiaogongti.platform.shell.Messages;
import org.jspecify.annotations.Nullable;

/** The jobs of the district, those in trouble first. */
public record JobView(List<JobLine> jobs) {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("MM-dd HH:mm");
    private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("MM-dd HH:mm:ss");
    private static final int MINUTES = 60;

    public long failing() {
        return jobs.stream().filter(line -> line.failures() > 0).count();
    }

    /** The shape in front of a job. */
    public String mark(JobLine line) {
        if (line.failures() > 0) {
            return "late";
        }
        if (line.running() || line.runs().isEmpty()) {
            return "todo";
        }
        return line.runs().getFirst().report().wrong() > 0 ? "soon" : "done";
    }

    public String rhythm(JobLine line, Messages m) {
        return switch (line.job().rhythm()) {
            case Rhythm.Daily daily -> m.t("job.daily", daily.at().toString());
            case Rhythm.Every every -> every.pause().toSeconds() < MINUTES
                    ? m.t("job.every.seconds", every.pause().toSeconds())
                    : m.t("job.every.minutes", every.pause().toMinutes());
        };
    }

    /** When it runs next, in words. */
    public String next(JobLine line, Messages m) {
        Instant next = line.next();
        if (line.running()) {
            return m.t("job.running");
        }
        if (next == null) {
            return m.t("job.unplanned");
        }
        return m.t(line.failures() > 0 ? "job.next.again" : "job.next", minute(next));
    }

    public @Nullable JobRun last(JobLine line) {
        return line.runs().isEmpty() ? null : line.runs().getFirst();
    }

    public String when(JobRun run) {
        return SECOND.format(run.begun().atZone(BusinessClock.ZONE));
    }

    public String took(JobRun run, Messages m) {
        Duration took = run.took();
        return took.toSeconds() < MINUTES
                ? m.t("job.took.seconds", String.format(Locale.ROOT, "%.1f", took.toMillis() / 1000.0))
                : m.t("job.took.minutes", took.toMinutes(), took.toSecondsPart());
    }

    /** What came of a run, in words. */
    public String outcome(JobRun run, Messages m) {
        Failure failure = run.failure();
        if (failure != null) {
            return m.t("job.fault." + failure.fault(), failure.incident());
        }
        if (run.report().wrong() > 0) {
            return m.t("job.wrong", run.report().wrong());
        }
        return run.quiet() ? m.t("job.quiet") : m.t("job." + run.job() + ".done", run.report().done());
    }

    private static String minute(Instant instant) {
        return MINUTE.format(instant.atZone(BusinessClock.ZONE));
    }
}
