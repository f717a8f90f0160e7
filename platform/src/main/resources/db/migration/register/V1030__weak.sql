CREATE SCHEMA register;

-- 薄弱学科 and 薄弱学校. Which subject is weak at which school from when to when stands in community.weak_subject, which
-- schools in school.supported: duties are derived from there. Here is what the register says of such an entry, under the same
-- school, subject and first day; the subject is empty for the school as a whole. Rows are added and never changed.
CREATE TABLE register.weak_ground (
    district   text NOT NULL DEFAULT current_setting('jgt.district'),
    id         uuid NOT NULL,
    school     uuid NOT NULL,
    subject    text NOT NULL,
    from_day   date NOT NULL,
    kind       text NOT NULL CHECK (kind IN ('DATA', 'DECISION')),
    source     text NOT NULL CHECK (source <> ''),
    document   text NOT NULL DEFAULT '',
    decider    text NOT NULL DEFAULT '',
    decided_on date,
    actor      uuid NOT NULL,
    actor_name text NOT NULL,
    on_day     date NOT NULL,
    PRIMARY KEY (district, id)
);
CREATE INDEX weak_ground_entry ON register.weak_ground (district, school, subject, from_day);
SELECT lib.protect('register.weak_ground');

CREATE TABLE register.weak_closing (
    district   text NOT NULL DEFAULT current_setting('jgt.district'),
    id         uuid NOT NULL,
    school     uuid NOT NULL,
    subject    text NOT NULL,
    from_day   date NOT NULL,
    what       text NOT NULL CHECK (what IN ('CLOSED', 'TAKEN_BACK')),
    last_day   date NOT NULL CHECK (last_day >= from_day),
    words      text NOT NULL,
    actor      uuid NOT NULL,
    actor_name text NOT NULL,
    on_day     date NOT NULL,
    PRIMARY KEY (district, id)
);
CREATE INDEX weak_closing_entry ON register.weak_closing (district, school, subject, from_day);
SELECT lib.protect('register.weak_closing');

CREATE TABLE register.measure (
    district   text NOT NULL DEFAULT current_setting('jgt.district'),
    id         uuid NOT NULL,
    school     uuid NOT NULL,
    subject    text NOT NULL,
    from_day   date NOT NULL,
    words      text NOT NULL CHECK (words <> ''),
    person     uuid,
    until_day  date NOT NULL,
    set_on     date NOT NULL,
    PRIMARY KEY (district, id)
);
CREATE INDEX measure_entry ON register.measure (district, school, subject, from_day);
SELECT lib.protect('register.measure');

CREATE TABLE register.measure_step (
    district   text NOT NULL DEFAULT current_setting('jgt.district'),
    id         uuid NOT NULL,
    measure    uuid NOT NULL,
    what       text NOT NULL CHECK (what IN ('STARTED', 'DONE', 'DROPPED', 'TAKEN_BACK')),
    words      text NOT NULL,
    actor      uuid NOT NULL,
    actor_name text NOT NULL,
    on_day     date NOT NULL,
    PRIMARY KEY (district, id),
    FOREIGN KEY (district, measure) REFERENCES register.measure (district, id)
);
CREATE INDEX measure_step_measure ON register.measure_step (district, measure);
SELECT lib.protect('register.measure_step');

-- Occasions that were said to serve an entry, or not to; what was said last counts.
CREATE TABLE register.joint_work (
    district   text NOT NULL DEFAULT current_setting('jgt.district'),
    id         uuid NOT NULL,
    school     uuid NOT NULL,
    subject    text NOT NULL,
    from_day   date NOT NULL,
    occasion   uuid NOT NULL,
    what       text NOT NULL CHECK (what IN ('ADDED', 'LEFT_OUT')),
    actor      uuid NOT NULL,
    actor_name text NOT NULL,
    on_day     date NOT NULL,
    PRIMARY KEY (district, id)
);
CREATE INDEX joint_work_entry ON register.joint_work (district, school, subject, from_day);
SELECT lib.protect('register.joint_work');

-- What became of it in a term; a later row of the same term takes the place of an earlier one.
CREATE TABLE register.review (
    district   text NOT NULL DEFAULT current_setting('jgt.district'),
    id         uuid NOT NULL,
    school     uuid NOT NULL,
    subject    text NOT NULL,
    from_day   date NOT NULL,
    term       text NOT NULL,
    became     text NOT NULL CHECK (became IN ('BETTER', 'SAME', 'WORSE')),
    words      text NOT NULL CHECK (words <> ''),
    actor      uuid NOT NULL,
    actor_name text NOT NULL,
    on_day     date NOT NULL,
    PRIMARY KEY (district, id)
);
CREATE INDEX review_entry ON register.review (district, school, subject, from_day);
SELECT lib.protect('register.review');
