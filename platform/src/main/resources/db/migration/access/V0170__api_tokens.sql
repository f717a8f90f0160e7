-- Tokens by which a person's own programs use the interface. Shown once; only the hash is kept.
CREATE TABLE access.api_token (
    district     text        NOT NULL,
    id           uuid        NOT NULL,
    account_id   uuid        NOT NULL,
    name         text        NOT NULL CHECK (length(name) BETWEEN 1 AND 40),
    token_hash   bytea       NOT NULL CHECK (length(token_hash) = 32),
    may_write    boolean     NOT NULL,
    made_at      timestamptz NOT NULL,
    expires_at   timestamptz NOT NULL CHECK (expires_at > made_at AND expires_at <= made_at + interval '366 days'),
    -- To the minute: one write a minute at most.
    last_used_at timestamptz,
    ended_at     timestamptz,
    PRIMARY KEY (district, id),
    UNIQUE (district, token_hash),
    FOREIGN KEY (district, account_id) REFERENCES access.account (district, id)
);
CREATE INDEX api_token_by_account ON access.api_token (district, account_id) WHERE ended_at IS NULL;
SELECT lib.protect('access.api_token');
