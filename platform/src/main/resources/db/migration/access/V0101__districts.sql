CREATE SCHEMA access;

-- Shared reference: the districts of this installation. Exempt from row-level security, it holds no business.
CREATE TABLE access.district (
    code       text        NOT NULL PRIMARY KEY CHECK (code ~ '^[1-9][0-9]{5}$'),
    name       text        NOT NULL,
    created_at timestamptz NOT NULL
);
