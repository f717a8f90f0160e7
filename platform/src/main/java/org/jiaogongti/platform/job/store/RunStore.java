package org.jiaogongti.platform.job.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.jiaogongti.platform.job.Job.Report;
import org.jiaogongti.platform.job.JobRun;
import org.jiaogongti.platform.job.JobRun.Failure;
import org.jiaogongti.platform.job.JobRun.Fault;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What came of runs. */
@Repository
public class RunStore {

    private final JdbcClient jdbc;

    RunStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void add(JobRun run) {
        Failure failure = run.failure();
        jdbc.sql("""
                insert into job.run (job, begun_at, took, done, wrong, fault, incident)
                values (:job, :begun, :took, :done, :wrong, :fault, :incident) on conflict do nothing
                """).param("job", run.job()).param("begun", at(run.begun())).param("took", run.took().toMillis())
                .param("done", run.report().done()).param("wrong", run.report().wrong())
                .param("fault", failure == null ? null : failure.fault().name())
                .param("incident", failure == null ? null : failure.incident()).update();
    }

    /** Moves the job's last row where that was quiet as well; false where there is none such. */
    public boolean moveQuiet(JobRun run) {
        return jdbc.sql("""
                update job.run set begun_at = :begun, took = :took
                where job = :job and done = 0 and wrong = 0 and fault is null
                  and begun_at = (select max(begun_at) from job.run where job = :job)
                """).param("job", run.job()).param("begun", at(run.begun())).param("took", run.took().toMillis())
                .update() == 1;
    }

    /** What lies before a moment is nobody's business any more. */
    public void forget(String job, Instant before) {
        jdbc.sql("delete from job.run where job = :job and begun_at < :before").param("job", job)
                .param("before", at(before)).update();
    }

    /** The last runs of each job, newest first. */
    public List<JobRun> latest(List<String> jobs, int each) {
        return jdbc.sql("""
                select r.* from unnest(:jobs::text[]) as asked (name) cross join lateral (
                    select job, begun_at, took, done, wrong, fault, incident from job.run where job = asked.name
                    order by begun_at desc limit :each) r
                order by r.begun_at desc
                """).param("jobs", jobs.toArray(String[]::new)).param("each", each).query(RunStore::run).list();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static JobRun run(ResultSet row, int n) throws SQLException {
        @Nullable
        String fault = row.getString("fault");
        return new JobRun(row.getString("job"), row.getObject("begun_at", OffsetDateTime.class).toInstant(),
                Duration.ofMillis(row.getLong("took")), new Report(row.getInt("done"), row.getInt("wrong")),
                fault == null
                        ? null
                        : new Failure(Fault.valueOf(fault), Objects.requireNonNull(row.getString("incident"))));
    }
}
