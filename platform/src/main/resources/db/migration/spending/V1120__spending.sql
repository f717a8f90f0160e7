CREATE SCHEMA spending;

-- A category of spending as the district set it from a day on: the last row that has begun by a day is the one in force on it.
CREATE TABLE spending.category (
    district   text NOT NULL DEFAULT current_setting('jgt.district'),
    id         uuid NOT NULL,
    code       text NOT NULL CHECK (code ~ '^[a-z0-9-]{1,40}$'),
    name       text NOT NULL CHECK (name <> '' AND length(name) <= 20),
    position   int  NOT NULL,
    unit       text NOT NULL CHECK (unit IN ('NONE', 'PERSON_DAY', 'PERSON', 'LESSON', 'OCCASION')),
    ceiling    bigint CHECK (ceiling > 0),
    share      int CHECK (share BETWEEN 1 AND 100),
    from_day   date NOT NULL,
    ended      boolean NOT NULL,
    document   text NOT NULL CHECK (document <> '' AND length(document) <= 120),
    actor      uuid NOT NULL,
    actor_name text NOT NULL,
    on_day     date NOT NULL,
    PRIMARY KEY (district, id),
    -- A ceiling is one for each of something; without a unit there is nothing to multiply it by.
    CHECK (ceiling IS NULL OR unit <> 'NONE')
);
CREATE INDEX category_code ON spending.category (district, code, from_day, id);
SELECT lib.protect('spending.category');
SELECT lib.only_added('spending.category');

-- What a school means to spend in a calendar year, as a whole; of several the last one counts.
CREATE TABLE spending.budget (
    district   text NOT NULL DEFAULT current_setting('jgt.district'),
    id         uuid NOT NULL,
    school     uuid NOT NULL,
    year       int  NOT NULL CHECK (year BETWEEN 2000 AND 2999),
    document   text NOT NULL CHECK (document <> '' AND length(document) <= 120),
    actor      uuid NOT NULL,
    actor_name text NOT NULL,
    on_day     date NOT NULL,
    PRIMARY KEY (district, id)
);
CREATE INDEX budget_year ON spending.budget (district, year, school, id);
SELECT lib.protect('spending.budget');
SELECT lib.only_added('spending.budget');

CREATE TABLE spending.budget_line (
    district text   NOT NULL DEFAULT current_setting('jgt.district'),
    budget   uuid   NOT NULL,
    category text   NOT NULL,
    fen      bigint NOT NULL CHECK (fen > 0 AND fen <= 9999999999),
    PRIMARY KEY (district, budget, category),
    FOREIGN KEY (district, budget) REFERENCES spending.budget (district, id)
);
SELECT lib.protect('spending.budget_line');
SELECT lib.only_added('spending.budget_line');

-- One payment of a school, or one that takes another back (红冲). What it says never changes; only how far it has come does.
CREATE TABLE spending.expense (
    district     text    NOT NULL DEFAULT current_setting('jgt.district'),
    id           uuid    NOT NULL,
    school       uuid    NOT NULL,
    year         int     NOT NULL,
    day          date    NOT NULL,
    category     text    NOT NULL,
    fen          bigint  NOT NULL CHECK (fen <> 0 AND abs(fen) <= 9999999999),
    quantity     int     NOT NULL CHECK (quantity BETWEEN 1 AND 9999),
    source       text    NOT NULL CHECK (source IN ('OWN', 'GRANT')),
    payee        text    NOT NULL CHECK (payee IN ('COMPANY', 'INSTITUTION', 'EXPERT', 'STAFF')),
    payee_name   text    NOT NULL CHECK (length(payee_name) <= 60),
    about        text    NOT NULL CHECK (about <> '' AND length(about) <= 120),
    clause       text    NOT NULL CHECK (clause <> ''),
    duty         text    NOT NULL,
    occasion     uuid,
    invoice      text    NOT NULL CHECK (invoice ~ '^[0-9A-Z]{0,40}$'),
    over_budget  boolean NOT NULL,
    over_share   boolean NOT NULL,
    reason       text    NOT NULL CHECK (length(reason) <= 200),
    reverses     uuid,
    state        text    NOT NULL CHECK (state IN ('WAITING', 'APPROVED', 'RETURNED', 'WITHDRAWN')),
    reversed     boolean NOT NULL DEFAULT false,
    receipts     int     NOT NULL DEFAULT 0,
    actor        uuid    NOT NULL,
    actor_name   text    NOT NULL,
    on_day       date    NOT NULL,
    decider      uuid,
    decider_name text,
    decided_on   date,
    decided_word text    NOT NULL DEFAULT '' CHECK (length(decided_word) <= 200),
    PRIMARY KEY (district, id),
    FOREIGN KEY (district, reverses) REFERENCES spending.expense (district, id),
    CONSTRAINT calendar_year CHECK (year = extract(year FROM day)),
    CONSTRAINT persons_have_no_name CHECK (payee IN ('COMPANY', 'INSTITUTION') OR payee_name = ''),
    CONSTRAINT reversal_is_negative CHECK ((reverses IS NULL) = (fen > 0)),
    CONSTRAINT over_has_a_reason CHECK (NOT (over_budget OR over_share) OR reason <> ''),
    CONSTRAINT decided_whole CHECK ((state IN ('APPROVED', 'RETURNED')) = (decider IS NOT NULL)
        AND (decider IS NULL) = (decided_on IS NULL) AND (decider IS NULL) = (decider_name IS NULL)),
    CONSTRAINT second_person CHECK (decider IS NULL OR decider <> actor),
    CONSTRAINT reversed_was_approved CHECK (NOT reversed OR (state = 'APPROVED' AND reverses IS NULL))
);
CREATE INDEX expense_year ON spending.expense (district, school, year, day DESC, id DESC);
CREATE INDEX expense_waiting ON spending.expense (district, school) WHERE state = 'WAITING';
CREATE INDEX expense_occasion ON spending.expense (district, occasion) WHERE occasion IS NOT NULL;
-- The same invoice is spent once in the district; one that was returned, withdrawn or taken back may be entered anew.
CREATE UNIQUE INDEX expense_invoice ON spending.expense (district, invoice)
    WHERE invoice <> '' AND reverses IS NULL AND state IN ('WAITING', 'APPROVED') AND NOT reversed;
CREATE UNIQUE INDEX expense_reversal ON spending.expense (district, reverses)
    WHERE reverses IS NOT NULL AND state IN ('WAITING', 'APPROVED');
SELECT lib.protect('spending.expense');

-- What was entered stays as it was entered, and what was decided stays decided; only a receipt may come later.
CREATE FUNCTION spending.stays() RETURNS trigger
    LANGUAGE plpgsql AS
$$
DECLARE
    course CONSTANT text[] := ARRAY ['state', 'reversed', 'receipts', 'decider', 'decider_name', 'decided_on', 'decided_word'];
BEGIN
    IF to_jsonb(NEW) - course IS DISTINCT FROM to_jsonb(OLD) - course
        OR (OLD.state <> 'WAITING' AND (NEW.state, NEW.decider, NEW.decider_name, NEW.decided_on, NEW.decided_word)
            IS DISTINCT FROM (OLD.state, OLD.decider, OLD.decider_name, OLD.decided_on, OLD.decided_word))
        OR (OLD.reversed AND NOT NEW.reversed) OR NEW.receipts < OLD.receipts THEN
        RAISE EXCEPTION 'expense % stays as it was entered and decided', OLD.id
            USING HINT = 'Take it back by one of its own, and enter another.';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER stays BEFORE UPDATE ON spending.expense FOR EACH ROW EXECUTE FUNCTION spending.stays();
REVOKE DELETE, TRUNCATE ON spending.expense FROM jgt_app;

-- What expenses come to: a row for each school, year, category and source, moved in the transaction that moves an expense, so
-- that a page of all schools reads a few rows of each and not their expenses.
CREATE TABLE spending.total (
    district  text   NOT NULL DEFAULT current_setting('jgt.district'),
    school    uuid   NOT NULL,
    year      int    NOT NULL,
    category  text   NOT NULL,
    source    text   NOT NULL CHECK (source IN ('OWN', 'GRANT')),
    approved  bigint NOT NULL,
    waiting   bigint NOT NULL,
    entries   int    NOT NULL,
    reversals int    NOT NULL,
    bare      int    NOT NULL,
    reasoned  int    NOT NULL,
    queued    int    NOT NULL,
    PRIMARY KEY (district, school, year, category, source)
);
SELECT lib.protect('spending.total');

-- 拨付: what the bureau paid out of a decided year's payment list, and after a correction what was paid or taken back beside it.
CREATE TABLE spending.payout (
    district   text NOT NULL DEFAULT current_setting('jgt.district'),
    id         uuid NOT NULL,
    appraisal  text NOT NULL CHECK (appraisal <> ''),
    version    int  NOT NULL CHECK (version >= 1),
    day        date NOT NULL,
    document   text NOT NULL CHECK (document <> '' AND length(document) <= 120),
    actor      uuid NOT NULL,
    actor_name text NOT NULL,
    on_day     date NOT NULL,
    PRIMARY KEY (district, id),
    UNIQUE (district, appraisal, version)
);
SELECT lib.protect('spending.payout');
SELECT lib.only_added('spending.payout');

CREATE TABLE spending.payout_line (
    district text   NOT NULL DEFAULT current_setting('jgt.district'),
    payout   uuid   NOT NULL,
    school   uuid   NOT NULL,
    year     int    NOT NULL,
    fen      bigint NOT NULL CHECK (fen <> 0),
    PRIMARY KEY (district, payout, school),
    FOREIGN KEY (district, payout) REFERENCES spending.payout (district, id)
);
CREATE INDEX payout_line_school ON spending.payout_line (district, school, year);
SELECT lib.protect('spending.payout_line');
SELECT lib.only_added('spending.payout_line');
