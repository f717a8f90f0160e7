CREATE SCHEMA bin;

-- 回收站: something that was deleted, kept by its owner as it was, until a day. The row goes when it is brought back or erased.
CREATE TABLE bin.entry (
    district   text        NOT NULL DEFAULT current_setting('jgt.district'),
    id         uuid        NOT NULL,
    -- Whose kind of thing, and its id there.
    kind       text        NOT NULL,
    thing      uuid        NOT NULL,
    -- What it is part of; itself where it stands alone.
    belongs_to uuid        NOT NULL,
    school     uuid,
    -- Deleted by somebody of the bureau, whose bin it is in as well.
    bureau     boolean     NOT NULL,
    title      text        NOT NULL,
    -- The day it is about.
    day        date,
    -- What its owner needs to bring it back, in the owner's words.
    before     text        NOT NULL,
    actor      uuid        NOT NULL,
    actor_name text        NOT NULL,
    on_day     date        NOT NULL,
    at         timestamptz NOT NULL,
    until_day  date        NOT NULL CHECK (until_day >= on_day),
    PRIMARY KEY (district, id),
    UNIQUE (district, kind, thing)
);
CREATE INDEX entry_school ON bin.entry (district, school, id DESC);
CREATE INDEX entry_actor ON bin.entry (district, actor, id DESC);
CREATE INDEX entry_bureau ON bin.entry (district, id DESC) WHERE bureau;
CREATE INDEX entry_until ON bin.entry (district, until_day, id);
SELECT lib.protect('bin.entry');

-- For how many days what is deleted from a day on stays there; of several rows of a day the last counts.
CREATE TABLE bin.term (
    district   text        NOT NULL DEFAULT current_setting('jgt.district'),
    id         uuid        NOT NULL,
    from_day   date        NOT NULL,
    days       int         NOT NULL CHECK (days BETWEEN 7 AND 365),
    actor      uuid        NOT NULL,
    actor_name text        NOT NULL,
    on_day     date        NOT NULL CHECK (on_day <= from_day),
    PRIMARY KEY (district, id)
);
CREATE INDEX term_from ON bin.term (district, from_day DESC, id DESC);
SELECT lib.only_added('bin.term');
SELECT lib.protect('bin.term');
