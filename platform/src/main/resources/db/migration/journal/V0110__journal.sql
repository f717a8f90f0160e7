CREATE SCHEMA journal;

-- Who did what, one chain per district. Holds ids and hashes; what was said lies in journal.payload.
CREATE TABLE journal.entry (
    district        text        NOT NULL,
    number          bigint      NOT NULL CHECK (number > 0),
    at              timestamptz NOT NULL,
    account         uuid        NOT NULL,
    action          text        NOT NULL,
    object_kind     text        NOT NULL,
    object_id       uuid,
    erases          bigint      NOT NULL DEFAULT 0,
    payload_sm3     bytea       NOT NULL,
    payload_sha256  bytea       NOT NULL,
    previous_sm3    bytea       NOT NULL,
    previous_sha256 bytea       NOT NULL,
    sm3             bytea       NOT NULL,
    sha256          bytea       NOT NULL,
    PRIMARY KEY (district, number)
);
CREATE INDEX entry_object ON journal.entry (district, object_kind, object_id);
SELECT lib.protect('journal.entry');

CREATE TABLE journal.payload (
    district text   NOT NULL,
    number   bigint NOT NULL,
    salt     bytea  NOT NULL,
    body     text   NOT NULL,
    PRIMARY KEY (district, number),
    FOREIGN KEY (district, number) REFERENCES journal.entry (district, number)
);
SELECT lib.protect('journal.payload');

-- The end of each chain; its row is what writers of one district wait for.
CREATE TABLE journal.head (
    district text   NOT NULL PRIMARY KEY,
    number   bigint NOT NULL,
    sm3      bytea  NOT NULL,
    sha256   bytea  NOT NULL
);
SELECT lib.protect('journal.head');

REVOKE UPDATE, DELETE, TRUNCATE ON journal.entry, journal.payload FROM jgt_app;
REVOKE DELETE, TRUNCATE ON journal.head FROM jgt_app;

-- The only way for the application to remove a payload; the journal writes a line about it in the same transaction.
CREATE FUNCTION journal.erase(line bigint) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS
$$
BEGIN
    DELETE FROM journal.payload WHERE district = current_setting('jgt.district', true) AND number = line;
    RETURN FOUND;
END
$$;
REVOKE ALL ON FUNCTION journal.erase(bigint) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION journal.erase(bigint) TO jgt_app;
