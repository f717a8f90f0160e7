CREATE SCHEMA attendance;

-- 签到: one for an occasion, from when the host opens it.
CREATE TABLE attendance.roll (
    district       text        NOT NULL DEFAULT current_setting('jgt.district'),
    occasion       uuid        NOT NULL,
    -- The occasion's day when it was opened; on this day its codes are good.
    on_day         date        NOT NULL,
    -- What its codes are made with.
    secret         lib.sealed  NOT NULL,
    opened_at      timestamptz NOT NULL,
    opened_by      uuid        NOT NULL,
    opened_by_name text        NOT NULL,
    closed_at      timestamptz CHECK (closed_at >= opened_at),
    closed_by      uuid,
    closed_by_name text,
    PRIMARY KEY (district, occasion),
    CHECK ((closed_at IS NULL) = (closed_by IS NULL) AND (closed_at IS NULL) = (closed_by_name IS NULL))
);
CREATE INDEX roll_day ON attendance.roll (district, on_day) WHERE closed_at IS NULL;
SELECT lib.protect('attendance.roll');

-- That somebody came: name, time and way, and nothing else; no place, no number, no address.
CREATE TABLE attendance.arrival (
    district        text        NOT NULL DEFAULT current_setting('jgt.district'),
    -- Made by the phone that sends it, so that it is one however often it comes.
    id              uuid        NOT NULL,
    occasion        uuid        NOT NULL,
    person          uuid,
    name            text        NOT NULL CHECK (name <> ''),
    school          uuid,
    school_name     text        NOT NULL,
    way             text        NOT NULL CHECK (way IN ('SCAN', 'PIN', 'PHONE', 'ACCOUNT', 'LATER', 'PAPER', 'HOST')),
    state           text        NOT NULL CHECK (state IN ('SIGNED', 'WAITING', 'REFUSED', 'TAKEN_BACK')),
    why             text CHECK (why IN ('UNKNOWN', 'SECOND', 'QUEUE', 'CODE')),
    at              timestamptz NOT NULL,
    arrived_at      timestamptz NOT NULL,
    note            text        NOT NULL DEFAULT '',
    -- Which phone, by the hash of a random number; forgotten when it is closed.
    device          bytea CHECK (octet_length(device) = 32),
    decided_by      uuid,
    decided_by_name text        NOT NULL DEFAULT '',
    PRIMARY KEY (district, id),
    FOREIGN KEY (district, occasion) REFERENCES attendance.roll (district, occasion)
);
-- Nobody comes twice.
CREATE UNIQUE INDEX arrival_person ON attendance.arrival (district, occasion, person)
    WHERE person IS NOT NULL AND state IN ('SIGNED', 'WAITING');
CREATE UNIQUE INDEX arrival_name ON attendance.arrival (district, occasion, school_name, name)
    WHERE person IS NULL AND state IN ('SIGNED', 'WAITING');
CREATE INDEX arrival_occasion ON attendance.arrival (district, occasion, at, id);
SELECT lib.protect('attendance.arrival');

-- 记住的手机: whose phone it is, until the term ends.
CREATE TABLE attendance.phone (
    district text  NOT NULL DEFAULT current_setting('jgt.district'),
    hash     bytea NOT NULL CHECK (octet_length(hash) = 32),
    person   uuid  NOT NULL,
    last_day date  NOT NULL,
    PRIMARY KEY (district, hash)
);
CREATE INDEX phone_over ON attendance.phone (district, last_day);
SELECT lib.protect('attendance.phone');
