-- Who may sign in. A person's postings come from the organisation; granted roles are those the bureau gives to an account itself.
CREATE TABLE access.account (
    district      text        NOT NULL REFERENCES access.district (code),
    id            uuid        NOT NULL,
    login         text        NOT NULL,
    login_key     text        NOT NULL,
    name          text        NOT NULL,
    person_id     uuid,
    password_hash text,
    -- Raised by a new password and by disabling: sessions begun under an earlier number are dead.
    epoch         int         NOT NULL DEFAULT 1,
    -- Place among the one-click accounts of a demo.
    sample_order  int,
    created_at    timestamptz NOT NULL,
    created_by    uuid        NOT NULL,
    disabled_at   timestamptz,
    disabled_by   uuid,
    PRIMARY KEY (district, id),
    UNIQUE (district, login_key),
    CHECK ((disabled_at IS NULL) = (disabled_by IS NULL))
);
CREATE INDEX account_by_name ON access.account (district, name, id);
SELECT lib.protect('access.account');

CREATE TABLE access.granted_role (
    district   text        NOT NULL,
    id         uuid        NOT NULL,
    account_id uuid        NOT NULL,
    role       text        NOT NULL,
    school_id  uuid,
    community_id uuid,
    subject    text,
    granted_at timestamptz NOT NULL,
    granted_by uuid        NOT NULL,
    ended_at   timestamptz,
    ended_by   uuid,
    PRIMARY KEY (district, id),
    FOREIGN KEY (district, account_id) REFERENCES access.account (district, id),
    CHECK ((ended_at IS NULL) = (ended_by IS NULL))
);
CREATE INDEX granted_role_by_account ON access.granted_role (district, account_id) WHERE ended_at IS NULL;
SELECT lib.protect('access.granted_role');

-- One-time links. Only the hash of the token is kept.
CREATE TABLE access.link (
    district   text        NOT NULL,
    token_hash bytea       NOT NULL,
    account_id uuid        NOT NULL,
    purpose    text        NOT NULL CHECK (purpose IN ('PASSWORD', 'SIGN_IN')),
    created_at timestamptz NOT NULL,
    created_by uuid        NOT NULL,
    expires_at timestamptz NOT NULL,
    used_at    timestamptz,
    PRIMARY KEY (district, token_hash),
    FOREIGN KEY (district, account_id) REFERENCES access.account (district, id)
);
SELECT lib.protect('access.link');

-- Failed attempts by account and address, so that nobody can shut out a whole school. Names are hashed: people type passwords there.
CREATE TABLE access.sign_in_failure (
    district      text        NOT NULL,
    login_hash    bytea       NOT NULL,
    address       text        NOT NULL,
    failures      int         NOT NULL,
    last_at       timestamptz NOT NULL,
    blocked_until timestamptz,
    PRIMARY KEY (district, login_hash, address)
);
CREATE INDEX sign_in_failure_by_age ON access.sign_in_failure (district, last_at);
SELECT lib.protect('access.sign_in_failure');
