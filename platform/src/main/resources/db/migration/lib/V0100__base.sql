-- What every module builds on. Runs as jgt_owner; the application's role jgt_app owns nothing.

-- Whatever the owner makes from here on, the application may use; the journal takes rights away again.
ALTER DEFAULT PRIVILEGES GRANT USAGE ON SCHEMAS TO jgt_app;
ALTER DEFAULT PRIVILEGES GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO jgt_app;
ALTER DEFAULT PRIVILEGES GRANT USAGE, SELECT ON SEQUENCES TO jgt_app;
GRANT USAGE ON SCHEMA lib TO jgt_app;

CREATE EXTENSION IF NOT EXISTS pg_trgm WITH SCHEMA lib;
CREATE EXTENSION IF NOT EXISTS btree_gist WITH SCHEMA lib;

-- Puts a business table under row-level security: SELECT lib.protect('school.school');
-- Forced, so that the owner is bound as well; a transaction without a district sees nothing.
CREATE FUNCTION lib.protect(business_table regclass) RETURNS void
    LANGUAGE plpgsql AS
$$
BEGIN
    EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', business_table);
    EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', business_table);
    EXECUTE format('CREATE POLICY district ON %s USING (district = current_setting(''jgt.district'', true)) '
                       'WITH CHECK (district = current_setting(''jgt.district'', true))', business_table);
END
$$;
REVOKE ALL ON FUNCTION lib.protect(regclass) FROM PUBLIC;

-- Sessions of signed-in people (Spring Session's own layout). Opaque: the principal is an account's id.
CREATE TABLE lib.spring_session (
    primary_id            char(36) NOT NULL PRIMARY KEY,
    session_id            char(36) NOT NULL UNIQUE,
    creation_time         bigint   NOT NULL,
    last_access_time      bigint   NOT NULL,
    max_inactive_interval int      NOT NULL,
    expiry_time           bigint   NOT NULL,
    principal_name        varchar(100)
);
CREATE INDEX spring_session_expiry ON lib.spring_session (expiry_time);
CREATE INDEX spring_session_principal ON lib.spring_session (principal_name);

CREATE TABLE lib.spring_session_attributes (
    session_primary_id char(36)     NOT NULL REFERENCES lib.spring_session (primary_id) ON DELETE CASCADE,
    attribute_name     varchar(200) NOT NULL,
    attribute_bytes    bytea        NOT NULL,
    PRIMARY KEY (session_primary_id, attribute_name)
);

-- Publications of events whose listeners run after commit (Spring Modulith's own layout). Payloads hold ids only.
CREATE TABLE lib.event_publication (
    id                     uuid                     NOT NULL PRIMARY KEY,
    listener_id            text                     NOT NULL,
    event_type             text                     NOT NULL,
    serialized_event       text                     NOT NULL,
    publication_date       timestamp with time zone NOT NULL,
    completion_date        timestamp with time zone,
    status                 text,
    completion_attempts    int,
    last_resubmission_date timestamp with time zone
);
CREATE INDEX event_publication_open ON lib.event_publication (completion_date) WHERE completion_date IS NULL;
