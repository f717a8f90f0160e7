-- One of somebody's roles in another's hands for some days. It gives nothing by itself: it counts on its days only, and only while
-- the absent one still holds the role.
CREATE TABLE access.delegation (
    district     text        NOT NULL,
    id           uuid        NOT NULL,
    absent       uuid        NOT NULL,
    deputy       uuid        NOT NULL CHECK (deputy <> absent),
    role         text        NOT NULL,
    school_id    uuid,
    community_id uuid,
    subject      text,
    first_day    date        NOT NULL,
    last_day     date        NOT NULL CHECK (last_day >= first_day),
    made_at      timestamptz NOT NULL,
    made_by      uuid        NOT NULL,
    ended_at     timestamptz,
    ended_by     uuid,
    PRIMARY KEY (district, id),
    FOREIGN KEY (district, absent) REFERENCES access.account (district, id),
    FOREIGN KEY (district, deputy) REFERENCES access.account (district, id),
    CHECK ((ended_at IS NULL) = (ended_by IS NULL))
);
-- The same twice is once.
CREATE UNIQUE INDEX delegation_once ON access.delegation (district, absent, deputy, role, school_id, community_id, subject, first_day)
    NULLS NOT DISTINCT WHERE ended_at IS NULL;
CREATE INDEX delegation_by_deputy ON access.delegation (district, deputy) WHERE ended_at IS NULL;
SELECT lib.protect('access.delegation');

-- Who stands in for whom, for other modules' constraints.
CREATE VIEW access.standing_in WITH (security_invoker = true) AS
SELECT district, deputy, absent, first_day, last_day FROM access.delegation WHERE ended_at IS NULL;
