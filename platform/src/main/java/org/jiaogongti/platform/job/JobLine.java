package org.jiaogongti.platform.job;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A job as its page shows it.
 *
 * @param runs the last ones, newest first
 * @param next when it runs next; null while no server has planned it yet
 * @param running whether a server is at it
 * @param failures how often it has failed since it last went through
 */
public record JobLine(Job job, List<JobRun> runs, @Nullable Instant next, boolean running, int failures) {

    public JobLine {
        runs = List.copyOf(runs);
    }
}
