CREATE SCHEMA appraisal;

-- 考核方案 as the district adopted it: the file's own text, in force from a year on until another of the same kind of year.
-- Rows are added and never changed; that one is adopted before its year begins is a rule in Java with one exception, the first.
CREATE TABLE appraisal.scheme_edition (
    district   text        NOT NULL DEFAULT current_setting('jgt.district'),
    id         uuid        NOT NULL,
    year_kind  text        NOT NULL CHECK (year_kind IN ('SCHOOL_YEAR', 'CALENDAR_YEAR')),
    first_year text        NOT NULL CHECK (first_year ~ '^[0-9]{4}(-[0-9]{4})?$'),
    body       text        NOT NULL CHECK (body <> '' AND length(body) <= 20000),
    sha256     text        NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
    document   text        NOT NULL CHECK (document <> '' AND length(document) <= 120),
    actor      uuid        NOT NULL,
    actor_name text        NOT NULL,
    on_day     date        NOT NULL,
    at         timestamptz NOT NULL,
    PRIMARY KEY (district, id)
);
CREATE INDEX scheme_edition_year ON appraisal.scheme_edition (district, year_kind, first_year);
REVOKE UPDATE, DELETE ON appraisal.scheme_edition FROM jgt_app;
SELECT lib.protect('appraisal.scheme_edition');

-- 以奖代补 of a year: of several rows the last counts.
CREATE TABLE appraisal.budget (
    district   text        NOT NULL DEFAULT current_setting('jgt.district'),
    id         uuid        NOT NULL,
    year       text        NOT NULL,
    fen        bigint      NOT NULL CHECK (fen BETWEEN 0 AND 100000000000000),
    document   text        NOT NULL CHECK (document <> '' AND length(document) <= 120),
    actor      uuid        NOT NULL,
    actor_name text        NOT NULL,
    on_day     date        NOT NULL,
    at         timestamptz NOT NULL,
    PRIMARY KEY (district, id)
);
CREATE INDEX budget_year ON appraisal.budget (district, year, id);
REVOKE UPDATE, DELETE ON appraisal.budget FROM jgt_app;
SELECT lib.protect('appraisal.budget');
