CREATE SCHEMA head;

-- The journal's head as it was given out, one a day at the most: the file, word for word as it was signed. It is no proof of
-- anything while it lies here; what somebody else keeps is.
CREATE TABLE head.sheet (
    district text        NOT NULL DEFAULT current_setting('jgt.district'),
    number   bigint      NOT NULL CHECK (number > 0),
    day      date        NOT NULL,
    lines    bigint      NOT NULL CHECK (lines > 0),
    text     text        NOT NULL,
    -- When it was written into the folder; null while that has not gone through.
    filed_at timestamptz,
    PRIMARY KEY (district, number),
    UNIQUE (district, day)
);
CREATE INDEX sheet_unfiled ON head.sheet (district, number) WHERE filed_at IS NULL;
SELECT lib.protect('head.sheet');
REVOKE UPDATE, DELETE, TRUNCATE ON head.sheet FROM jgt_app;
GRANT UPDATE (filed_at) ON head.sheet TO jgt_app;

-- Who asked to be told each day's head.
CREATE TABLE head.recipient (
    district text NOT NULL DEFAULT current_setting('jgt.district'),
    account  uuid NOT NULL,
    PRIMARY KEY (district, account)
);
SELECT lib.protect('head.recipient');
