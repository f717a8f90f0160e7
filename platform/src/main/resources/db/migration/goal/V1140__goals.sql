CREATE SCHEMA goal;

-- That something was measured, or judged, about a goal of somebody on a day. What was found stands in its versions.
CREATE TABLE goal.outcome (
    district    text NOT NULL DEFAULT current_setting('jgt.district'),
    id          uuid NOT NULL,
    goal        text NOT NULL CHECK (goal ~ '^G[0-9]{1,3}$'),
    whose       text NOT NULL CHECK (whose IN ('DISTRICT', 'COMMUNITY', 'SCHOOL')),
    -- The community or school; none for the district itself.
    place       uuid,
    measured_on date NOT NULL,
    -- Where another module found it; empty where somebody typed it in.
    origin      text NOT NULL DEFAULT '',
    PRIMARY KEY (district, id),
    CONSTRAINT one_of_a_day UNIQUE NULLS NOT DISTINCT (district, goal, place, measured_on),
    CONSTRAINT placed CHECK ((whose = 'DISTRICT') = (place IS NULL))
);
SELECT lib.protect('goal.outcome');

-- A correction is a new version beside the old one; so is taking it back.
CREATE TABLE goal.outcome_version (
    district       text NOT NULL DEFAULT current_setting('jgt.district'),
    outcome        uuid NOT NULL,
    version        int  NOT NULL CHECK (version > 0),
    what           text NOT NULL CHECK (what IN ('GIVEN', 'TAKEN_BACK')),
    value          numeric(13, 6),
    standard_error numeric(13, 6) CHECK (standard_error >= 0),
    freedom        int CHECK (freedom > 0),
    number         int CHECK (number > 0),
    source         text NOT NULL,
    reason         text NOT NULL DEFAULT '',
    actor          uuid NOT NULL,
    actor_name     text NOT NULL,
    on_day         date NOT NULL,
    PRIMARY KEY (district, outcome, version),
    FOREIGN KEY (district, outcome) REFERENCES goal.outcome (district, id),
    -- A group of fewer than ten people could be led back to single ones: no value of it is kept at all.
    CONSTRAINT small_groups_untold CHECK (coalesce(number, 10) >= 10 OR (value IS NULL AND standard_error IS NULL)),
    CONSTRAINT value_given CHECK (what = 'TAKEN_BACK' OR value IS NOT NULL OR coalesce(number, 10) < 10),
    CONSTRAINT source_given CHECK (what = 'TAKEN_BACK' OR source <> ''),
    CONSTRAINT changed_why CHECK (version = 1 OR reason <> '')
);
SELECT lib.protect('goal.outcome_version');
SELECT lib.only_added('goal.outcome');
SELECT lib.only_added('goal.outcome_version');

-- 轮末: a round's goals against their targets, proposed by one person and signed by another; a correction is the next version.
CREATE TABLE goal.closing (
    district      text NOT NULL DEFAULT current_setting('jgt.district'),
    id            uuid NOT NULL,
    round         text NOT NULL,
    state         text NOT NULL CHECK (state IN ('PROPOSED', 'CONFIRMED', 'REFUSED', 'WITHDRAWN')),
    version       int CHECK (version > 0),
    as_of         date NOT NULL,
    words         text NOT NULL,
    sha256        text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
    proposed_by   uuid NOT NULL,
    proposed_name text NOT NULL,
    proposed_on   date NOT NULL,
    decided_by    uuid,
    decided_name  text,
    decided_on    date,
    reason        text NOT NULL DEFAULT '',
    PRIMARY KEY (district, id),
    UNIQUE (district, round, version),
    CONSTRAINT second_person CHECK (state NOT IN ('CONFIRMED', 'REFUSED') OR decided_by <> proposed_by),
    CONSTRAINT decided_whole CHECK ((state = 'PROPOSED') = (decided_by IS NULL)
        AND (decided_by IS NULL) = (decided_name IS NULL) AND (decided_by IS NULL) = (decided_on IS NULL)),
    CONSTRAINT version_whole CHECK ((state = 'CONFIRMED') = (version IS NOT NULL)),
    CONSTRAINT refused_why CHECK (state <> 'REFUSED' OR reason <> '')
);
CREATE UNIQUE INDEX closing_open ON goal.closing (district, round) WHERE state = 'PROPOSED';
SELECT lib.protect('goal.closing');

-- What was proposed stays as it was; it is decided once.
CREATE FUNCTION goal.stays() RETURNS trigger
    LANGUAGE plpgsql AS
$$
BEGIN
    IF TG_OP = 'DELETE' OR OLD.state <> 'PROPOSED'
        OR (NEW.id, NEW.round, NEW.as_of, NEW.words, NEW.sha256, NEW.proposed_by, NEW.proposed_name, NEW.proposed_on)
        IS DISTINCT FROM (OLD.id, OLD.round, OLD.as_of, OLD.words, OLD.sha256, OLD.proposed_by, OLD.proposed_name,
            OLD.proposed_on) THEN
        RAISE EXCEPTION 'closing % stays as it is', OLD.id USING HINT = 'Propose a correction as the next version.';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER stays BEFORE UPDATE OR DELETE ON goal.closing
    FOR EACH ROW EXECUTE FUNCTION goal.stays();

-- One goal of one place as it stood when it was proposed.
CREATE TABLE goal.closing_line (
    district       text NOT NULL DEFAULT current_setting('jgt.district'),
    closing        uuid NOT NULL,
    position       int  NOT NULL,
    goal           text NOT NULL,
    clause         text NOT NULL,
    quote          text NOT NULL,
    name           text NOT NULL,
    unit           text NOT NULL,
    whose          text NOT NULL CHECK (whose IN ('DISTRICT', 'COMMUNITY', 'SCHOOL')),
    place          uuid,
    place_name     text NOT NULL,
    baseline       numeric(13, 6),
    baseline_on    date,
    baseline_error numeric(13, 6),
    least          numeric(13, 6),
    greatest       numeric(13, 6),
    margin         numeric(13, 6) NOT NULL,
    basis          text NOT NULL,
    measured_on    date,
    value          numeric(13, 6),
    standard_error numeric(13, 6),
    freedom        int,
    ground         text NOT NULL,
    low            numeric(13, 6),
    high           numeric(13, 6),
    probability    numeric(7, 6) CHECK (probability BETWEEN 0 AND 1),
    source         text NOT NULL,
    PRIMARY KEY (district, closing, position),
    FOREIGN KEY (district, closing) REFERENCES goal.closing (district, id)
);
SELECT lib.protect('goal.closing_line');
SELECT lib.only_added('goal.closing_line');
