CREATE SCHEMA obligation;

-- Which charter a district keeps, and with which later law beside it. A change is a new line.
CREATE TABLE obligation.charter_in_force (
    district   text        NOT NULL DEFAULT current_setting('jgt.district'),
    id         uuid        NOT NULL,
    charter    text        NOT NULL,
    overlays   text[]      NOT NULL,
    adopted_at timestamptz NOT NULL,
    adopted_by uuid,
    PRIMARY KEY (district, id)
);
SELECT lib.protect('obligation.charter_in_force');

-- One row a district. Counting holds it shared, a change of the rules or of the day holds it alone, so that no record
-- is counted by rules that are just being replaced. The version is drawn anew, never counted up: a number that was
-- rolled back must not come again with other content.
CREATE TABLE obligation.ledger (
    district   text NOT NULL DEFAULT current_setting('jgt.district'),
    version    uuid NOT NULL,
    charter    text NOT NULL,
    overlays   text[] NOT NULL,
    -- Contributions that count from this day or an earlier one are in progress.counted.
    applied_to date NOT NULL,
    PRIMARY KEY (district)
);
SELECT lib.protect('obligation.ledger');

-- One row a record, so that two changes of one record follow each other.
CREATE TABLE obligation.source (
    district text NOT NULL DEFAULT current_setting('jgt.district'),
    kind     text NOT NULL,
    id       uuid NOT NULL,
    revision int  NOT NULL,
    PRIMARY KEY (district, kind, id)
);
SELECT lib.protect('obligation.source');

CREATE TABLE obligation.fact (
    district     text        NOT NULL DEFAULT current_setting('jgt.district'),
    source_kind  text        NOT NULL,
    source_id    uuid        NOT NULL,
    part         text        NOT NULL,
    kind         text        NOT NULL,
    -- NULL for a placement, whose schools may come to belong elsewhere while it lasts.
    community    text,
    first_day    date        NOT NULL,
    last_day     date        NOT NULL,
    body         jsonb       NOT NULL,
    recorded_at  timestamptz NOT NULL,
    withdrawn_at timestamptz,
    PRIMARY KEY (district, source_kind, source_id, part),
    FOREIGN KEY (district, source_kind, source_id) REFERENCES obligation.source (district, kind, id)
);
CREATE INDEX fact_near ON obligation.fact (district, community, kind, first_day);
CREATE INDEX fact_days ON obligation.fact (district, first_day);
SELECT lib.protect('obligation.fact');

-- Append-only. A revision's lines are taken back by lines of the same revision with the opposite amount.
CREATE TABLE obligation.contribution (
    district    text        NOT NULL DEFAULT current_setting('jgt.district'),
    source_kind text        NOT NULL,
    source_id   uuid        NOT NULL,
    revision    int         NOT NULL,
    part        text        NOT NULL,
    duty        text        NOT NULL,
    bearer      text        NOT NULL,
    counterpart text        NOT NULL,
    period      text        NOT NULL,
    entry       text        NOT NULL CHECK (entry IN ('count', 'withdrawal')),
    standing    text        NOT NULL CHECK (standing IN ('HELD', 'PLANNED', 'DISPUTED')),
    amount      int         NOT NULL CHECK (amount <> 0 AND (amount > 0) = (entry = 'count')),
    counts_on   date        NOT NULL,
    recorded_at timestamptz NOT NULL,
    PRIMARY KEY (district, source_kind, source_id, revision, part, duty, bearer, counterpart, period, entry)
);
CREATE INDEX contribution_instance ON obligation.contribution (district, duty, bearer, counterpart, period);
CREATE INDEX contribution_queue ON obligation.contribution (district, counts_on);
CREATE INDEX contribution_history ON obligation.contribution (district, duty, period);
REVOKE UPDATE, DELETE ON obligation.contribution FROM jgt_app;
SELECT lib.protect('obligation.contribution');

CREATE TABLE obligation.progress (
    district      text NOT NULL DEFAULT current_setting('jgt.district'),
    duty          text NOT NULL,
    bearer        text NOT NULL,
    counterpart   text NOT NULL,
    period        text NOT NULL,
    community     text NOT NULL,
    modality      text NOT NULL,
    target        int  NOT NULL,
    first_day     date NOT NULL,
    last_day      date NOT NULL,
    exists_from   date NOT NULL,
    -- The record that brought it about (a mentor is owed only once somebody came), and whom it is about.
    derived_kind  text,
    derived_id    uuid,
    about         text,
    counted       int  NOT NULL DEFAULT 0 CHECK (counted >= 0),
    planned       int  NOT NULL DEFAULT 0 CHECK (planned >= 0),
    disputed      int  NOT NULL DEFAULT 0 CHECK (disputed >= 0),
    waiver        uuid,
    waived_on     date,
    -- NULL beside a waiver: waived wholly.
    waived_target int,
    PRIMARY KEY (district, duty, bearer, counterpart, period),
    CHECK ((waiver IS NULL) = (waived_on IS NULL))
);
CREATE INDEX progress_period ON obligation.progress (district, period);
CREATE INDEX progress_community ON obligation.progress (district, community);
CREATE INDEX progress_derived ON obligation.progress (district, derived_kind, derived_id) WHERE derived_id IS NOT NULL;
SELECT lib.protect('obligation.progress');

CREATE TABLE obligation.waiver (
    district     text        NOT NULL DEFAULT current_setting('jgt.district'),
    id           uuid        NOT NULL,
    duties       text[]      NOT NULL,
    bearer_kind  text        NOT NULL CHECK (bearer_kind IN ('SCHOOL', 'COMMUNITY', 'DISTRICT')),
    bearers      text[]      NOT NULL,
    first_day    date        NOT NULL,
    last_day     date        NOT NULL CHECK (last_day >= first_day),
    target       int CHECK (target >= 1),
    reason       text        NOT NULL,
    document     text        NOT NULL,
    decided_by   text        NOT NULL,
    decided_on   date        NOT NULL,
    recorded_by  uuid        NOT NULL,
    recorded_at  timestamptz NOT NULL,
    PRIMARY KEY (district, id)
);
SELECT lib.protect('obligation.waiver');

CREATE TABLE obligation.waiver_line (
    district    text NOT NULL DEFAULT current_setting('jgt.district'),
    waiver      uuid NOT NULL,
    duty        text NOT NULL,
    bearer      text NOT NULL,
    counterpart text NOT NULL,
    period      text NOT NULL,
    PRIMARY KEY (district, waiver, duty, bearer, counterpart, period),
    FOREIGN KEY (district, waiver) REFERENCES obligation.waiver (district, id)
);
CREATE INDEX waiver_line_instance ON obligation.waiver_line (district, duty, bearer, counterpart, period);
SELECT lib.protect('obligation.waiver_line');

CREATE TABLE obligation.waiver_revocation (
    district    text        NOT NULL DEFAULT current_setting('jgt.district'),
    waiver      uuid        NOT NULL,
    reason      text        NOT NULL,
    revoked_on  date        NOT NULL,
    recorded_by uuid        NOT NULL,
    recorded_at timestamptz NOT NULL,
    PRIMARY KEY (district, waiver),
    FOREIGN KEY (district, waiver) REFERENCES obligation.waiver (district, id)
);
SELECT lib.protect('obligation.waiver_revocation');
