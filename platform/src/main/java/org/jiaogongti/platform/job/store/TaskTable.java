package org.jiaogongti.platform.job.store;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerBuilder;
import com.github.kagkarlsson.scheduler.jdbc.PostgreSqlJdbcCustomization;
import com.github.kagkarlsson.scheduler.task.Task;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.stereotype.Component;

/** Where schedulers keep what is to be done. What is planned inside a transaction counts from its commit. */
@Component
public class TaskTable {

    private final DataSource dataSource;

    TaskTable(DataSource dataSource) {
        this.dataSource = new TransactionAwareDataSourceProxy(dataSource);
    }

    /** A scheduler over the one table; two of them do each thing once, as every row is taken under its lock. */
    public SchedulerBuilder scheduler(List<Task<?>> tasks) {
        return Scheduler.create(dataSource, tasks).tableName("lib.scheduled_tasks")
                .jdbcCustomization(new PostgreSqlJdbcCustomization(false, false)).pollUsingLockAndFetch(0.5, 1);
    }
}
