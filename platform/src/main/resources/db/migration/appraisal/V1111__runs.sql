-- One appraisal of a year. Everything below it hangs on it; rows are added and never changed.
CREATE TABLE appraisal.run (
    district   text        NOT NULL DEFAULT current_setting('jgt.district'),
    id         uuid        NOT NULL,
    year       text        NOT NULL,
    edition    uuid        NOT NULL,
    self_until date        NOT NULL,
    actor      uuid        NOT NULL,
    actor_name text        NOT NULL,
    on_day     date        NOT NULL CHECK (on_day <= self_until),
    at         timestamptz NOT NULL,
    PRIMARY KEY (district, id),
    UNIQUE (district, year),
    FOREIGN KEY (district, edition) REFERENCES appraisal.scheme_edition (district, id)
);
-- To lock a row is allowed to whoever may change it; that nobody changes one is the trigger's.
REVOKE DELETE ON appraisal.run FROM jgt_app;
SELECT lib.protect('appraisal.run');

-- A result with the archive it can be computed from again. A correction is signed by somebody else than who proposed it.
CREATE TABLE appraisal.version (
    district      text        NOT NULL DEFAULT current_setting('jgt.district'),
    id            uuid        NOT NULL,
    run           uuid        NOT NULL,
    number        int         NOT NULL CHECK (number >= 1),
    kind          text        NOT NULL CHECK (kind IN ('FROZEN', 'DISPUTE', 'CORRECTION')),
    archive       bytea       NOT NULL,
    sha256        text        NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
    code          text        NOT NULL,
    journal_head  text        NOT NULL,
    program       text        NOT NULL,
    words         text        NOT NULL,
    proposer      uuid,
    proposer_name text,
    actor         uuid        NOT NULL,
    actor_name    text        NOT NULL,
    on_day        date        NOT NULL,
    at            timestamptz NOT NULL,
    PRIMARY KEY (district, id),
    UNIQUE (district, run, number),
    FOREIGN KEY (district, run) REFERENCES appraisal.run (district, id),
    CHECK ((kind = 'FROZEN') = (number = 1)),
    CHECK ((kind = 'CORRECTION') = (proposer IS NOT NULL) AND (proposer IS NULL) = (proposer_name IS NULL)),
    CHECK (proposer <> actor)
);
ALTER TABLE appraisal.version ALTER COLUMN archive SET STORAGE EXTENDED;
REVOKE UPDATE, DELETE ON appraisal.version FROM jgt_app;
SELECT lib.protect('appraisal.version');

-- Schools and communities of a run by the names that its archives know them by.
CREATE TABLE appraisal.place (
    district text NOT NULL DEFAULT current_setting('jgt.district'),
    run      uuid NOT NULL,
    id       uuid NOT NULL,
    name     text NOT NULL,
    PRIMARY KEY (district, run, id),
    UNIQUE (district, run, name),
    FOREIGN KEY (district, run) REFERENCES appraisal.run (district, id)
);
REVOKE UPDATE, DELETE ON appraisal.place FROM jgt_app;
SELECT lib.protect('appraisal.place');

-- The result that is proposed, and until when schools are heard on it.
CREATE TABLE appraisal.proposal (
    district   text        NOT NULL DEFAULT current_setting('jgt.district'),
    id         uuid        NOT NULL,
    run        uuid        NOT NULL,
    version    uuid        NOT NULL,
    until_day  date        NOT NULL,
    words      text        NOT NULL CHECK (length(words) <= 1000),
    actor      uuid        NOT NULL,
    actor_name text        NOT NULL,
    on_day     date        NOT NULL CHECK (on_day <= until_day),
    at         timestamptz NOT NULL,
    PRIMARY KEY (district, id),
    UNIQUE (district, run),
    UNIQUE (district, id, actor),
    FOREIGN KEY (district, run) REFERENCES appraisal.run (district, id),
    FOREIGN KEY (district, version) REFERENCES appraisal.version (district, id)
);
REVOKE UPDATE, DELETE ON appraisal.proposal FROM jgt_app;
SELECT lib.protect('appraisal.proposal');

-- How far it has come. Whoever decides is not who proposed.
CREATE TABLE appraisal.step (
    district   text        NOT NULL DEFAULT current_setting('jgt.district'),
    id         uuid        NOT NULL,
    run        uuid        NOT NULL,
    what       text        NOT NULL CHECK (what IN ('REVIEW', 'FINAL', 'PUBLISHED')),
    words      text        NOT NULL CHECK (length(words) <= 1000),
    proposal   uuid,
    proposer   uuid,
    actor      uuid        NOT NULL,
    actor_name text        NOT NULL,
    on_day     date        NOT NULL,
    at         timestamptz NOT NULL,
    PRIMARY KEY (district, id),
    UNIQUE (district, run, what),
    FOREIGN KEY (district, run) REFERENCES appraisal.run (district, id),
    FOREIGN KEY (district, proposal, proposer) REFERENCES appraisal.proposal (district, id, actor),
    CHECK ((what = 'FINAL') = (proposal IS NOT NULL) AND (proposal IS NULL) = (proposer IS NULL)),
    CHECK (proposer <> actor)
);
REVOKE UPDATE, DELETE ON appraisal.step FROM jgt_app;
SELECT lib.protect('appraisal.step');

-- What a school says of its own year: a remark for a section, that it has checked, what it says when it is heard.
CREATE TABLE appraisal.school_word (
    district   text        NOT NULL DEFAULT current_setting('jgt.district'),
    id         uuid        NOT NULL,
    run        uuid        NOT NULL,
    school     uuid        NOT NULL,
    what       text        NOT NULL CHECK (what IN ('REMARK', 'CHECKED', 'STATEMENT')),
    section    text        NOT NULL,
    words      text        NOT NULL CHECK (length(words) <= 500),
    actor      uuid        NOT NULL,
    actor_name text        NOT NULL,
    on_day     date        NOT NULL,
    at         timestamptz NOT NULL,
    PRIMARY KEY (district, id),
    FOREIGN KEY (district, run) REFERENCES appraisal.run (district, id),
    CHECK (what <> 'STATEMENT' OR words <> '')
);
CREATE INDEX school_word_run ON appraisal.school_word (district, run, school);
REVOKE UPDATE, DELETE ON appraisal.school_word FROM jgt_app;
SELECT lib.protect('appraisal.school_word');

-- A frozen record that a school says is wrong; of no school, a correction that is proposed after the decision.
CREATE TABLE appraisal.dispute (
    district   text        NOT NULL DEFAULT current_setting('jgt.district'),
    id         uuid        NOT NULL,
    run        uuid        NOT NULL,
    school     uuid,
    source     text        NOT NULL CHECK (source <> ''),
    label      text        NOT NULL,
    wanted     text        NOT NULL CHECK (wanted IN ('COUNT', 'NOT_COUNT')),
    words      text        NOT NULL CHECK (words <> '' AND length(words) <= 500),
    actor      uuid        NOT NULL,
    actor_name text        NOT NULL,
    on_day     date        NOT NULL,
    at         timestamptz NOT NULL,
    PRIMARY KEY (district, id),
    UNIQUE (district, id, actor),
    FOREIGN KEY (district, run) REFERENCES appraisal.run (district, id)
);
CREATE INDEX dispute_run ON appraisal.dispute (district, run);
REVOKE UPDATE, DELETE ON appraisal.dispute FROM jgt_app;
SELECT lib.protect('appraisal.dispute');

-- The answer to it. Whoever judges is not who disputed: assessor and assessed are two people.
CREATE TABLE appraisal.ruling (
    district    text        NOT NULL DEFAULT current_setting('jgt.district'),
    dispute     uuid        NOT NULL,
    disputed_by uuid        NOT NULL,
    outcome     text        NOT NULL CHECK (outcome IN ('UPHELD', 'DENIED')),
    words       text        NOT NULL CHECK (words <> '' AND length(words) <= 500),
    version     uuid,
    actor       uuid        NOT NULL CHECK (actor <> disputed_by),
    actor_name  text        NOT NULL,
    on_day      date        NOT NULL,
    at          timestamptz NOT NULL,
    PRIMARY KEY (district, dispute),
    FOREIGN KEY (district, dispute, disputed_by) REFERENCES appraisal.dispute (district, id, actor),
    FOREIGN KEY (district, version) REFERENCES appraisal.version (district, id),
    CHECK ((outcome = 'UPHELD') = (version IS NOT NULL))
);
REVOKE UPDATE, DELETE ON appraisal.ruling FROM jgt_app;
SELECT lib.protect('appraisal.ruling');

-- A year that is decided cannot be written: by no page, program or statement. What may follow is that it is published, and
-- a correction beside it, which is proposed by one person and signed by another.
CREATE FUNCTION appraisal.still_open() RETURNS trigger
    LANGUAGE plpgsql AS
$$
DECLARE
    of_run uuid;
    closed boolean;
BEGIN
    -- A district that moves in brings its rows in another order; only the owner of the tables can do that.
    IF TG_OP = 'INSERT' AND current_user <> 'jgt_app' THEN
        RETURN NEW;
    END IF;
    IF TG_OP <> 'INSERT' THEN
        RAISE EXCEPTION 'rows of an appraisal are never changed' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    IF TG_TABLE_NAME = 'ruling' THEN
        SELECT d.run INTO of_run FROM appraisal.dispute d WHERE d.district = NEW.district AND d.id = NEW.dispute;
    ELSIF TG_TABLE_NAME = 'budget' THEN
        SELECT r.id INTO of_run FROM appraisal.run r WHERE r.district = NEW.district AND r.year = NEW.year;
    ELSE
        of_run := NEW.run;
    END IF;
    SELECT EXISTS (SELECT FROM appraisal.step s WHERE s.district = NEW.district AND s.run = of_run AND s.what = 'FINAL')
    INTO closed;
    IF NOT closed THEN
        RETURN NEW;
    END IF;
    IF TG_TABLE_NAME = 'step' THEN
        IF NEW.what = 'PUBLISHED' THEN RETURN NEW; END IF;
    ELSIF TG_TABLE_NAME = 'version' THEN
        IF NEW.kind = 'CORRECTION' THEN RETURN NEW; END IF;
    ELSIF TG_TABLE_NAME = 'dispute' THEN
        IF NEW.school IS NULL THEN RETURN NEW; END IF;
    ELSIF TG_TABLE_NAME = 'ruling' THEN
        IF EXISTS (SELECT FROM appraisal.dispute d
                   WHERE d.district = NEW.district AND d.id = NEW.dispute AND d.school IS NULL) THEN
            RETURN NEW;
        END IF;
    END IF;
    RAISE EXCEPTION 'the appraisal of this year is decided' USING ERRCODE = 'integrity_constraint_violation';
END
$$;

CREATE TRIGGER still_open BEFORE UPDATE OR DELETE ON appraisal.run
    FOR EACH ROW EXECUTE FUNCTION appraisal.still_open();
CREATE TRIGGER still_open BEFORE INSERT OR UPDATE OR DELETE ON appraisal.version
    FOR EACH ROW EXECUTE FUNCTION appraisal.still_open();
CREATE TRIGGER still_open BEFORE INSERT OR UPDATE OR DELETE ON appraisal.step
    FOR EACH ROW EXECUTE FUNCTION appraisal.still_open();
CREATE TRIGGER still_open BEFORE INSERT OR UPDATE OR DELETE ON appraisal.proposal
    FOR EACH ROW EXECUTE FUNCTION appraisal.still_open();
CREATE TRIGGER still_open BEFORE INSERT OR UPDATE OR DELETE ON appraisal.place
    FOR EACH ROW EXECUTE FUNCTION appraisal.still_open();
CREATE TRIGGER still_open BEFORE INSERT OR UPDATE OR DELETE ON appraisal.school_word
    FOR EACH ROW EXECUTE FUNCTION appraisal.still_open();
CREATE TRIGGER still_open BEFORE INSERT OR UPDATE OR DELETE ON appraisal.dispute
    FOR EACH ROW EXECUTE FUNCTION appraisal.still_open();
CREATE TRIGGER still_open BEFORE INSERT OR UPDATE OR DELETE ON appraisal.ruling
    FOR EACH ROW EXECUTE FUNCTION appraisal.still_open();
CREATE TRIGGER still_open BEFORE INSERT OR UPDATE OR DELETE ON appraisal.budget
    FOR EACH ROW EXECUTE FUNCTION appraisal.still_open();
