-- Passkeys: the public halves of keys that people's phones and computers keep.
CREATE TABLE access.passkey (
    district       text        NOT NULL,
    id             uuid        NOT NULL,
    account_id     uuid        NOT NULL,
    name           text        NOT NULL CHECK (length(name) BETWEEN 1 AND 40),
    -- The host name for which it was made; a browser shows it to no other.
    host           text        NOT NULL,
    credential_id  bytea       NOT NULL CHECK (length(credential_id) BETWEEN 16 AND 1023),
    key            bytea       NOT NULL,
    -- Goes up at every use where the device counts; 0 for ever where it does not.
    sign_count     bigint      NOT NULL,
    synced         boolean     NOT NULL,
    -- Hash of the challenge answered last: the same answer does not count twice.
    last_challenge bytea,
    made_at        timestamptz NOT NULL,
    last_used_at   timestamptz,
    ended_at       timestamptz,
    PRIMARY KEY (district, id),
    UNIQUE (district, credential_id),
    FOREIGN KEY (district, account_id) REFERENCES access.account (district, id)
);
CREATE INDEX passkey_by_account ON access.passkey (district, account_id) WHERE ended_at IS NULL;
SELECT lib.protect('access.passkey');
