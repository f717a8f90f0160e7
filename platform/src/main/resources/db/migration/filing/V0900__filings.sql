CREATE SCHEMA filing;

-- What was handed in about one occasion: filed with the training department (报备), or a plan for the subject's researcher to
-- check (审核), which is filed once it is approved. The row says where it stands; its steps say who did what.
CREATE TABLE filing.filing (
    district       text NOT NULL DEFAULT current_setting('jgt.district'),
    id             uuid NOT NULL,
    -- The form it was sent with: sent twice, it is still one.
    token          uuid NOT NULL,
    occasion       uuid NOT NULL,
    gate           text NOT NULL CHECK (gate IN ('FILED', 'CHECKED_AND_FILED')),
    state          text NOT NULL CHECK (state IN ('CHECKING', 'RETURNED', 'FILED', 'ASKED', 'ANSWERED', 'ACCEPTED', 'TAKEN_BACK')),
    title          text NOT NULL,
    -- As the occasion has them: whose it is, for whom it waits, and by when.
    community      uuid NOT NULL,
    school         uuid NOT NULL,
    subject        text,
    held_on        date NOT NULL,
    submitter      uuid NOT NULL,
    submitter_name text NOT NULL,
    -- The latest version of its text.
    latest         int  NOT NULL CHECK (latest > 0),
    filed_on       date,
    approved_on    date,
    -- What exactly was approved: the version, and the SHA-256 of its text.
    approved       int,
    approved_hash  text,
    moved_at       timestamptz NOT NULL,
    PRIMARY KEY (district, id),
    UNIQUE (district, token),
    UNIQUE (district, occasion),
    CHECK ((approved IS NULL) = (approved_hash IS NULL) AND (approved IS NULL) = (approved_on IS NULL)),
    -- An approval is of the latest text or of none: a later text needs another one.
    CHECK (approved IS NULL OR approved = latest)
);
CREATE INDEX filing_tray ON filing.filing (district, state, held_on, id);
CREATE INDEX filing_school ON filing.filing (district, school, state);
CREATE INDEX filing_submitter ON filing.filing (district, submitter, state);
SELECT lib.protect('filing.filing');

-- Its text as it was at one time; none is ever changed.
CREATE TABLE filing.version (
    district    text        NOT NULL DEFAULT current_setting('jgt.district'),
    filing      uuid        NOT NULL,
    number      int         NOT NULL CHECK (number > 0),
    title       text        NOT NULL,
    time_place  text        NOT NULL,
    theme       text        NOT NULL,
    agenda      text        NOT NULL,
    people      text        NOT NULL,
    hash        text        NOT NULL,
    author      uuid        NOT NULL,
    author_name text        NOT NULL,
    on_day      date        NOT NULL,
    at          timestamptz NOT NULL,
    PRIMARY KEY (district, filing, number),
    FOREIGN KEY (district, filing) REFERENCES filing.filing (district, id)
);
REVOKE UPDATE, DELETE ON filing.version FROM jgt_app;
SELECT lib.protect('filing.version');

-- What happened to it, about which version, who did it and when.
CREATE TABLE filing.step (
    district   text        NOT NULL DEFAULT current_setting('jgt.district'),
    id         uuid        NOT NULL,
    filing     uuid        NOT NULL,
    number     int         NOT NULL,
    what       text        NOT NULL CHECK (what IN ('SUBMITTED', 'FILED', 'RESUBMITTED', 'APPROVED', 'ADVISED', 'RETURNED', 'ASKED',
                                                    'ANSWERED', 'ACCEPTED', 'TAKEN_BACK', 'ENDED')),
    words      text        NOT NULL,
    actor      uuid        NOT NULL,
    actor_name text        NOT NULL,
    on_day     date        NOT NULL,
    at         timestamptz NOT NULL,
    PRIMARY KEY (district, id),
    FOREIGN KEY (district, filing) REFERENCES filing.filing (district, id),
    FOREIGN KEY (district, filing, number) REFERENCES filing.version (district, filing, number)
);
CREATE INDEX step_filing ON filing.step (district, filing, at);
CREATE INDEX step_actor ON filing.step (district, actor);
REVOKE UPDATE, DELETE ON filing.step FROM jgt_app;
SELECT lib.protect('filing.step');

-- Nobody decides about what they handed in, nor about what one wrote in whose absence they act: the facade says so in words,
-- and here it cannot be done at all.
CREATE FUNCTION filing.nobody_decides_their_own() RETURNS trigger
    LANGUAGE plpgsql AS
$$
BEGIN
    IF EXISTS (SELECT FROM filing.version v
               WHERE v.district = NEW.district AND v.filing = NEW.filing
                 AND (v.author = NEW.actor
                      OR EXISTS (SELECT FROM access.standing_in s
                                 WHERE s.district = NEW.district AND s.deputy = NEW.actor AND s.absent = v.author
                                   AND NEW.on_day BETWEEN s.first_day AND s.last_day))) THEN
        RAISE EXCEPTION 'account % decides about its own filing %', NEW.actor, NEW.filing
            USING ERRCODE = 'check_violation', CONSTRAINT = 'step_nobody_decides_their_own';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER step_nobody_decides_their_own BEFORE INSERT ON filing.step
    FOR EACH ROW WHEN (NEW.what IN ('APPROVED', 'ADVISED', 'RETURNED', 'ASKED', 'ACCEPTED'))
EXECUTE FUNCTION filing.nobody_decides_their_own();
