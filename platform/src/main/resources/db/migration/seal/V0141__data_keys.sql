CREATE SCHEMA seal;

-- A district's own keys, each wrapped by a key of the installation's key file. Number 0 makes blind indexes.
CREATE TABLE seal.data_key (
    district   text        NOT NULL DEFAULT current_setting('jgt.district'),
    number     int         NOT NULL CHECK (number >= 0),
    wrapped    lib.sealed  NOT NULL,
    wrapped_by text        NOT NULL,
    made_at    timestamptz NOT NULL,
    PRIMARY KEY (district, number)
);
SELECT lib.protect('seal.data_key');
-- Losing a data key loses everything it sealed: the application can add and rewrap, not delete.
REVOKE DELETE, TRUNCATE ON seal.data_key FROM jgt_app;
