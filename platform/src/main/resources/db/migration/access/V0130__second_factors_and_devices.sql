-- The second factor of an account (RFC 6238). The secret must be read again at every code, so it cannot be a hash.
CREATE TABLE access.second_factor (
    district     text        NOT NULL,
    account_id   uuid        NOT NULL,
    secret       bytea       NOT NULL,
    begun_at     timestamptz NOT NULL,
    -- NULL until the first right code: what was only begun protects nothing and is asked of nobody.
    confirmed_at timestamptz,
    -- The step of the last code taken: a code that was seen over a shoulder is worth nothing.
    last_step    bigint      NOT NULL DEFAULT 0,
    PRIMARY KEY (district, account_id),
    FOREIGN KEY (district, account_id) REFERENCES access.account (district, id)
);
SELECT lib.protect('access.second_factor');

-- For the day the phone is lost: each works once. Only hashes are kept.
CREATE TABLE access.recovery_code (
    district   text  NOT NULL,
    account_id uuid  NOT NULL,
    code_hash  bytea NOT NULL,
    used_at    timestamptz,
    PRIMARY KEY (district, account_id, code_hash),
    FOREIGN KEY (district, account_id) REFERENCES access.second_factor (district, account_id) ON DELETE CASCADE
);
SELECT lib.protect('access.recovery_code');

-- Phones and computers that stay signed in. A session names its device and ends with it.
CREATE TABLE access.device (
    district      text        NOT NULL,
    id            uuid        NOT NULL,
    account_id    uuid        NOT NULL,
    kind          text        NOT NULL CHECK (kind IN ('IPHONE', 'ANDROID', 'HARMONY', 'WINDOWS', 'MAC', 'OTHER')),
    remembered_at timestamptz NOT NULL,
    expires_at    timestamptz NOT NULL,
    revoked_at    timestamptz,
    PRIMARY KEY (district, id),
    FOREIGN KEY (district, account_id) REFERENCES access.account (district, id)
);
CREATE INDEX device_by_account ON access.device (district, account_id) WHERE revoked_at IS NULL;
SELECT lib.protect('access.device');
