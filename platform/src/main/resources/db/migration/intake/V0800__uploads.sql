CREATE SCHEMA intake;

CREATE TABLE intake.upload (
    district  text        NOT NULL DEFAULT current_setting('jgt.district'),
    id        uuid        NOT NULL,
    kind      text        NOT NULL,
    file_name text        NOT NULL,
    sheet     text        NOT NULL,
    headings  text[]      NOT NULL,
    -- Heading number by column code.
    mapping   jsonb       NOT NULL,
    sent_by   uuid        NOT NULL,
    sent_at   timestamptz NOT NULL,
    PRIMARY KEY (district, id)
);
CREATE INDEX upload_sent ON intake.upload (district, sent_at);
SELECT lib.protect('intake.upload');

-- What was done with an upload; each at most once.
CREATE TABLE intake.step (
    district text        NOT NULL DEFAULT current_setting('jgt.district'),
    upload   uuid        NOT NULL,
    step     text        NOT NULL CHECK (step IN ('COMMITTED', 'UNDONE')),
    actor    uuid        NOT NULL,
    at       timestamptz NOT NULL,
    PRIMARY KEY (district, upload, step),
    FOREIGN KEY (district, upload) REFERENCES intake.upload (district, id) ON DELETE CASCADE
);
SELECT lib.protect('intake.step');

CREATE TABLE intake.line (
    district   text   NOT NULL DEFAULT current_setting('jgt.district'),
    upload     uuid   NOT NULL,
    number     int    NOT NULL,
    cells      text[] NOT NULL,
    verdict    text   NOT NULL CHECK (verdict IN ('NEW', 'CHANGED', 'SAME', 'REPEATED', 'BAD')),
    -- The row as it goes in, and what the table held before: by these an import is taken back.
    entry      jsonb,
    before     jsonb,
    problems   jsonb,
    PRIMARY KEY (district, upload, number),
    FOREIGN KEY (district, upload) REFERENCES intake.upload (district, id) ON DELETE CASCADE
);
CREATE INDEX line_verdict ON intake.line (district, upload, verdict, number);
SELECT lib.protect('intake.line');

-- A heading that somebody has mapped is understood the next time.
CREATE TABLE intake.heading (
    district    text NOT NULL DEFAULT current_setting('jgt.district'),
    kind        text NOT NULL,
    heading     text NOT NULL,
    column_code text NOT NULL,
    PRIMARY KEY (district, kind, heading)
);
SELECT lib.protect('intake.heading');
