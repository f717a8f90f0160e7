CREATE SCHEMA agenda;

-- 日历订阅: a calendar that a program fetches by a secret address, as far as the person who made it may see it at that moment.
CREATE TABLE agenda.feed (
    district   text        NOT NULL DEFAULT current_setting('jgt.district'),
    id         uuid        NOT NULL,
    -- Whose rights it has.
    account    uuid        NOT NULL,
    token_hash bytea       NOT NULL CHECK (octet_length(token_hash) = 32),
    -- What it shows: of one person, school or community, or all that may be seen; of one subject where one is named.
    person     uuid,
    school     uuid,
    community  uuid,
    subject    text        NOT NULL,
    made_at    timestamptz NOT NULL,
    used_at    timestamptz,
    revoked_at timestamptz,
    PRIMARY KEY (district, id),
    UNIQUE (district, token_hash),
    CHECK (num_nonnulls(person, school, community) <= 1)
);
CREATE INDEX feed_account ON agenda.feed (district, account, made_at);
SELECT lib.protect('agenda.feed');
