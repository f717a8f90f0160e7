CREATE SCHEMA job;

-- What came of each run, for the administrator's page. A job that looks every few seconds and finds nothing moves its last row.
CREATE TABLE job.run (
    district text        NOT NULL DEFAULT current_setting('jgt.district'),
    job      text        NOT NULL,
    begun_at timestamptz NOT NULL,
    -- Milliseconds.
    took     bigint      NOT NULL CHECK (took >= 0),
    done     int         NOT NULL DEFAULT 0,
    -- What was found to be wrong, though the run itself went through.
    wrong    int         NOT NULL DEFAULT 0,
    -- What the run failed of, and the number to find it by in the server's log.
    fault    text,
    incident text,
    PRIMARY KEY (district, job, begun_at),
    CHECK ((fault IS NULL) = (incident IS NULL))
);
SELECT lib.protect('job.run');
