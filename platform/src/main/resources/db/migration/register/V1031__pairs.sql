-- 结对: two schools, or a class of each, that have synchronous lessons with one another from a day to a day.
CREATE TABLE register.pair (
    district    text NOT NULL DEFAULT current_setting('jgt.district'),
    id          uuid NOT NULL,
    -- The school that gives and the one that receives.
    giver       uuid NOT NULL,
    receiver    uuid NOT NULL CHECK (receiver <> giver),
    -- Empty where the schools as a whole are paired.
    giver_class text NOT NULL,
    receiver_class text NOT NULL CHECK ((receiver_class = '') = (giver_class = '')),
    forms       text[] NOT NULL CHECK (cardinality(forms) > 0
        AND forms <@ ARRAY['SYNCHRONOUS', 'DELIVERED', 'TRAINING', 'MASTER']),
    agreement   text NOT NULL CHECK (agreement <> ''),
    from_day    date NOT NULL,
    to_day      date CHECK (to_day >= from_day),
    -- Ended before its time: the last day then, and why.
    ended_on    date CHECK (ended_on >= from_day AND (to_day IS NULL OR ended_on <= to_day)),
    reason      text CHECK ((reason IS NULL) = (ended_on IS NULL)),
    PRIMARY KEY (district, id),
    CONSTRAINT one_pair_a_day EXCLUDE USING gist (district WITH =, giver WITH =, receiver WITH =, giver_class WITH =,
        receiver_class WITH =, daterange(from_day, least(to_day, ended_on), '[]') WITH &&)
);
CREATE INDEX pair_order ON register.pair (district, from_day DESC, id DESC);
SELECT lib.protect('register.pair');

-- The term's plan: what is to be taught together in which week, by whom at both ends. What was held is a recorded occasion.
CREATE TABLE register.planned_lesson (
    district         text NOT NULL DEFAULT current_setting('jgt.district'),
    id               uuid NOT NULL,
    pair             uuid NOT NULL,
    term             text NOT NULL,
    week             int  NOT NULL CHECK (week BETWEEN 1 AND 30),
    subject          text NOT NULL,
    topic            text NOT NULL,
    giver_teacher    uuid,
    receiver_teacher uuid,
    PRIMARY KEY (district, id),
    UNIQUE (district, pair, term, week, subject),
    FOREIGN KEY (district, pair) REFERENCES register.pair (district, id)
);
SELECT lib.protect('register.planned_lesson');
