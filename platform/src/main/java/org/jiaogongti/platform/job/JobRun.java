package org.jiaogongti.platform.job;

import java.time.Duration;
import java.time.Instant;
import org.jiaogongti.platform.job.Job.Report;
import org.jspecify.annotations.Nullable;

/**
 * One run of a job in a district.
 *
 * @param failure null where it went through
 */
public record JobRun(String job, Instant begun, Duration took, Report report, @Nullable Failure failure) {

    /**
     * Why it did not go through.
     *
     * @param incident to find it by in the server's log
     */
    public record Failure(Fault fault, String incident) {}

    /** What a run can fail of, as far as it tells somebody what to do. */
    public enum Fault {
        /** The database did not answer, or refused. */
        DATABASE,
        /** A file could not be read or written. */
        FILES,
        /** Everything else is a fault of the product. */
        PRODUCT
    }

    /** Whether nothing came of it: looked, and there was nothing to do. */
    public boolean quiet() {
        return failure == null && report.done() == 0 && report.wrong() == 0;
    }
}
