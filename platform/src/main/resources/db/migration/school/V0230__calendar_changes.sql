-- Every change of the calendar with what was there before, so that the latest one can be taken back.
CREATE TABLE school.calendar_change (
    district   text        NOT NULL DEFAULT current_setting('jgt.district'),
    id         uuid        NOT NULL,
    actor      uuid        NOT NULL,
    actor_name text        NOT NULL,
    on_day     date        NOT NULL,
    at         timestamptz NOT NULL,
    how        text        NOT NULL CHECK (how IN ('PAGE', 'TABLE', 'TAKEN_BACK')),
    reason     text        NOT NULL,
    takes_back uuid CHECK ((takes_back IS NOT NULL) = (how = 'TAKEN_BACK')),
    PRIMARY KEY (district, id),
    UNIQUE (district, takes_back),
    FOREIGN KEY (district, takes_back) REFERENCES school.calendar_change (district, id)
);
CREATE INDEX calendar_change_latest ON school.calendar_change (district, at DESC, id DESC);
SELECT lib.protect('school.calendar_change');

CREATE TABLE school.calendar_line (
    district       text NOT NULL DEFAULT current_setting('jgt.district'),
    change         uuid NOT NULL,
    position       int  NOT NULL,
    what           text NOT NULL CHECK (what IN ('PERIOD', 'PHASE', 'CLOSED')),
    -- A period's kind, a phase's round.
    kind_of        text NOT NULL,
    name           text NOT NULL,
    first_before   date,
    last_before    date,
    midterm_before date,
    first_after    date,
    last_after     date,
    midterm_after  date,
    PRIMARY KEY (district, change, position),
    FOREIGN KEY (district, change) REFERENCES school.calendar_change (district, id),
    CHECK ((first_before IS NULL) = (last_before IS NULL) AND (first_after IS NULL) = (last_after IS NULL)),
    CHECK (first_before IS NOT NULL OR first_after IS NOT NULL)
);
SELECT lib.protect('school.calendar_line');
