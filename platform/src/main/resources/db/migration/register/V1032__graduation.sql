-- 毕业班: what the lead school requires of a member school in the graduation year. Rows are added and never changed.
CREATE TABLE register.requirement (
    district   text NOT NULL DEFAULT current_setting('jgt.district'),
    id         uuid NOT NULL,
    community  uuid NOT NULL,
    -- The school year in which it is due.
    year       text NOT NULL,
    school     uuid NOT NULL,
    words      text NOT NULL CHECK (words <> '' AND length(words) <= 400),
    due_day    date NOT NULL,
    actor      uuid NOT NULL,
    actor_name text NOT NULL,
    on_day     date NOT NULL CHECK (on_day <= due_day),
    PRIMARY KEY (district, id)
);
CREATE INDEX requirement_year ON register.requirement (district, community, year, due_day);
SELECT lib.protect('register.requirement');

-- What the member school answered, what the lead school found, and a withdrawal; what was said last counts.
CREATE TABLE register.requirement_step (
    district    text NOT NULL DEFAULT current_setting('jgt.district'),
    id          uuid NOT NULL,
    requirement uuid NOT NULL,
    what        text NOT NULL CHECK (what IN ('DONE', 'PARTLY', 'NOT_DONE', 'MET', 'PARTLY_MET', 'NOT_MET', 'WITHDRAWN')),
    words       text NOT NULL,
    -- The day that an answer speaks of.
    day         date NOT NULL,
    actor       uuid NOT NULL,
    actor_name  text NOT NULL,
    on_day      date NOT NULL CHECK (day <= on_day),
    PRIMARY KEY (district, id),
    FOREIGN KEY (district, requirement) REFERENCES register.requirement (district, id)
);
CREATE INDEX requirement_step_of ON register.requirement_step (district, requirement, id);
SELECT lib.protect('register.requirement_step');

-- 复习安排: of a community, term, week and subject the last row counts; without content it was taken off.
CREATE TABLE register.revision (
    district   text NOT NULL DEFAULT current_setting('jgt.district'),
    id         uuid NOT NULL,
    community  uuid NOT NULL,
    term       text NOT NULL,
    week       int  NOT NULL CHECK (week BETWEEN 1 AND 30),
    subject    text NOT NULL,
    content    text NOT NULL CHECK (length(content) <= 200),
    -- The school that leads.
    school     uuid NOT NULL,
    actor      uuid NOT NULL,
    actor_name text NOT NULL,
    on_day     date NOT NULL,
    PRIMARY KEY (district, id)
);
CREATE INDEX revision_term ON register.revision (district, community, term);
SELECT lib.protect('register.revision');

-- 复习单: shared for a week and subject of the calendar; its files are evidence held by it.
CREATE TABLE register.sheet (
    district   text NOT NULL DEFAULT current_setting('jgt.district'),
    id         uuid NOT NULL,
    community  uuid NOT NULL,
    term       text NOT NULL,
    week       int  NOT NULL CHECK (week BETWEEN 1 AND 30),
    subject    text NOT NULL,
    title      text NOT NULL CHECK (title <> '' AND length(title) <= 120),
    actor      uuid NOT NULL,
    actor_name text NOT NULL,
    on_day     date NOT NULL,
    PRIMARY KEY (district, id)
);
CREATE INDEX sheet_term ON register.sheet (district, community, term);
SELECT lib.protect('register.sheet');

-- That a school took it, or not after all; or, of no school, that it was withdrawn.
CREATE TABLE register.sheet_step (
    district   text NOT NULL DEFAULT current_setting('jgt.district'),
    id         uuid NOT NULL,
    sheet      uuid NOT NULL,
    school     uuid CHECK ((school IS NULL) = (what = 'WITHDRAWN')),
    what       text NOT NULL CHECK (what IN ('TAKEN', 'TAKEN_BACK', 'WITHDRAWN')),
    actor      uuid NOT NULL,
    actor_name text NOT NULL,
    on_day     date NOT NULL,
    PRIMARY KEY (district, id),
    FOREIGN KEY (district, sheet) REFERENCES register.sheet (district, id)
);
CREATE INDEX sheet_step_of ON register.sheet_step (district, sheet, id);
SELECT lib.protect('register.sheet_step');
