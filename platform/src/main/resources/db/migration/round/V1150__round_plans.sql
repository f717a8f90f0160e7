CREATE SCHEMA round;

-- The next round's charter on its way; one a round.
CREATE TABLE round.plan (
    district   text NOT NULL DEFAULT current_setting('jgt.district'),
    id         uuid NOT NULL,
    round      text NOT NULL,
    base       text NOT NULL,
    begun_by   uuid NOT NULL,
    begun_name text NOT NULL,
    begun_on   date NOT NULL,
    PRIMARY KEY (district, id),
    UNIQUE (district, round)
);
SELECT lib.protect('round.plan');

-- A difference as somebody wrote it. A change is another draft; what was tried and issued stays readable.
CREATE TABLE round.draft (
    district  text NOT NULL DEFAULT current_setting('jgt.district'),
    id        uuid NOT NULL,
    plan      uuid NOT NULL,
    number    int  NOT NULL CHECK (number >= 1),
    text      text NOT NULL,
    -- The charter it was written against, as the ledger calls it.
    charter   text NOT NULL,
    made_by   uuid NOT NULL,
    made_name text NOT NULL,
    made_on   date NOT NULL,
    PRIMARY KEY (district, id),
    UNIQUE (district, plan, number),
    UNIQUE (district, id, plan, made_by),
    FOREIGN KEY (district, plan) REFERENCES round.plan (district, id)
);
REVOKE UPDATE, DELETE ON round.draft FROM jgt_app;
SELECT lib.protect('round.draft');

-- A draft tried on what the round before came to.
CREATE TABLE round.trial (
    district     text        NOT NULL DEFAULT current_setting('jgt.district'),
    id           uuid        NOT NULL,
    draft        uuid        NOT NULL,
    -- Later ones are larger, in a plan.
    turn         int         NOT NULL,
    state        text        NOT NULL CHECK (state IN ('WAITING', 'RUNNING', 'DONE', 'FAILED')),
    -- What records, decisions, schools and charter were like; another one makes it stale.
    print        text        NOT NULL,
    as_of        date        NOT NULL,
    done         int         NOT NULL,
    total        int         NOT NULL,
    ordered_by   uuid        NOT NULL,
    ordered_name text        NOT NULL,
    ordered_on   date        NOT NULL,
    beat_at      timestamptz NOT NULL,
    PRIMARY KEY (district, id),
    UNIQUE (district, id, draft),
    FOREIGN KEY (district, draft) REFERENCES round.draft (district, id)
);
CREATE INDEX trial_draft ON round.trial (district, draft);
SELECT lib.protect('round.trial');

-- A duty in one community: met, open, missed, waived, suspended, optional, disputed, owed, left.
CREATE TABLE round.line (
    district  text  NOT NULL DEFAULT current_setting('jgt.district'),
    trial     uuid  NOT NULL,
    duty      text  NOT NULL,
    community text  NOT NULL,
    was       int[] NOT NULL CHECK (array_length(was, 1) = 9),
    would     int[] NOT NULL CHECK (array_length(would, 1) = 9),
    PRIMARY KEY (district, trial, duty, community),
    FOREIGN KEY (district, trial) REFERENCES round.trial (district, id)
);
SELECT lib.protect('round.line');

-- An instance that comes out otherwise; a side is NULL where nothing is owed there.
CREATE TABLE round.shift (
    district      text NOT NULL DEFAULT current_setting('jgt.district'),
    trial         uuid NOT NULL,
    duty          text NOT NULL,
    bearer        text NOT NULL,
    counterpart   text NOT NULL,
    period        text NOT NULL,
    community     text NOT NULL,
    was_status    text,
    was_counted   int,
    was_target    int,
    would_status  text,
    would_counted int,
    would_target  int,
    fails         bool NOT NULL,
    PRIMARY KEY (district, trial, duty, bearer, counterpart, period),
    FOREIGN KEY (district, trial) REFERENCES round.trial (district, id),
    CHECK ((was_status IS NULL) = (was_target IS NULL) AND (would_status IS NULL) = (would_target IS NULL))
);
CREATE INDEX shift_failing ON round.shift (district, trial, duty, community);
SELECT lib.protect('round.shift');

-- The draft that was put into force, by somebody else than who wrote it.
CREATE TABLE round.issue (
    district    text NOT NULL DEFAULT current_setting('jgt.district'),
    plan        uuid NOT NULL,
    draft       uuid NOT NULL,
    trial       uuid NOT NULL,
    edition     uuid NOT NULL,
    from_day    date NOT NULL,
    drafted_by  uuid NOT NULL,
    issued_by   uuid NOT NULL,
    issued_name text NOT NULL,
    issued_on   date NOT NULL,
    PRIMARY KEY (district, plan),
    FOREIGN KEY (district, draft, plan, drafted_by) REFERENCES round.draft (district, id, plan, made_by),
    FOREIGN KEY (district, trial, draft) REFERENCES round.trial (district, id, draft),
    FOREIGN KEY (district, edition) REFERENCES obligation.charter_edition (district, id),
    CONSTRAINT round_needs_a_second_person CHECK (issued_by <> drafted_by)
);
REVOKE UPDATE, DELETE ON round.issue FROM jgt_app;
SELECT lib.protect('round.issue');
