-- What is done by itself, and when next (db-scheduler's own layout). A row is a job of a district: two words, no data.
CREATE TABLE lib.scheduled_tasks (
    task_name            text        NOT NULL,
    task_instance        text        NOT NULL,
    task_data            bytea,
    execution_time       timestamptz NOT NULL,
    picked               boolean     NOT NULL,
    picked_by            text,
    last_success         timestamptz,
    last_failure         timestamptz,
    consecutive_failures int,
    last_heartbeat       timestamptz,
    version              bigint      NOT NULL,
    priority             smallint,
    PRIMARY KEY (task_name, task_instance)
);
CREATE INDEX scheduled_tasks_due ON lib.scheduled_tasks (execution_time);
CREATE INDEX scheduled_tasks_heartbeat ON lib.scheduled_tasks (last_heartbeat);
