CREATE SCHEMA api;

-- Where other systems want to be told. What happened is read from the journal, from line to line; nothing is written when
-- people save.
CREATE TABLE api.webhook (
    district text        NOT NULL DEFAULT current_setting('jgt.district'),
    id       uuid        NOT NULL,
    name     text        NOT NULL CHECK (length(name) BETWEEN 1 AND 40),
    url      text        NOT NULL CHECK (length(url) <= 400),
    topics   text[]      NOT NULL CHECK (cardinality(topics) > 0),
    secret   lib.sealed  NOT NULL,
    made_by  uuid        NOT NULL,
    made_at  timestamptz NOT NULL,
    -- The last line of the journal that was looked at.
    seen     bigint      NOT NULL,
    ended_at timestamptz,
    -- The receiver said 410 Gone, or a person ended it.
    gone     boolean     NOT NULL DEFAULT false,
    PRIMARY KEY (district, id)
);
SELECT lib.protect('api.webhook');

CREATE TABLE api.delivery (
    district text        NOT NULL DEFAULT current_setting('jgt.district'),
    webhook  uuid        NOT NULL,
    -- The line of the journal it tells of.
    line     bigint      NOT NULL,
    id       uuid        NOT NULL,
    body     text        NOT NULL,
    made_at  timestamptz NOT NULL,
    tries    int         NOT NULL DEFAULT 0,
    -- When it is sent next; null once it has arrived or was given up.
    due_at   timestamptz,
    -- What the receiver answered last; null where there was no answer.
    status   int,
    done_at  timestamptz,
    PRIMARY KEY (district, webhook, line),
    UNIQUE (district, id),
    FOREIGN KEY (district, webhook) REFERENCES api.webhook (district, id)
);
CREATE INDEX delivery_due ON api.delivery (district, due_at) WHERE due_at IS NOT NULL;
SELECT lib.protect('api.delivery');
