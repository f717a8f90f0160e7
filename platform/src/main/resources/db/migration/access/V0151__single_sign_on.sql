-- Which account a person of the identity provider signs in to. Somebody has tied them together by hand; nothing that merely looks alike
-- does.
CREATE TABLE access.provider_identity (
    district   text        NOT NULL,
    id         uuid        NOT NULL,
    account_id uuid        NOT NULL,
    issuer     text        NOT NULL,
    subject    text        NOT NULL CHECK (length(subject) BETWEEN 1 AND 255),
    linked_at  timestamptz NOT NULL,
    linked_by  uuid        NOT NULL,
    ended_at   timestamptz,
    ended_by   uuid,
    PRIMARY KEY (district, id),
    FOREIGN KEY (district, account_id) REFERENCES access.account (district, id),
    CHECK ((ended_at IS NULL) = (ended_by IS NULL))
);
CREATE UNIQUE INDEX provider_identity_of_one ON access.provider_identity (district, issuer, subject) WHERE ended_at IS NULL;
CREATE UNIQUE INDEX provider_identity_by_account ON access.provider_identity (district, account_id, issuer) WHERE ended_at IS NULL;
SELECT lib.protect('access.provider_identity');
