-- 青蓝工程: who guides whom, by which agreement, from when to when.
CREATE TABLE staff.mentoring_pair (
    district      text NOT NULL DEFAULT current_setting('jgt.district'),
    id            uuid NOT NULL,
    mentor        uuid NOT NULL,
    mentee        uuid NOT NULL CHECK (mentee <> mentor),
    -- Where each was in post when they agreed; these schools keep the pair.
    mentor_school uuid NOT NULL,
    mentee_school uuid NOT NULL,
    agreement     text NOT NULL,
    agreed_on     date NOT NULL,
    -- How many weeks lie between two meetings at most, where the agreement says so.
    weeks         int  CHECK (weeks BETWEEN 1 AND 26),
    from_day      date NOT NULL,
    to_day        date CHECK (to_day >= from_day),
    -- Ended before its time: the last day then, and why.
    ended_on      date CHECK (ended_on >= from_day AND (to_day IS NULL OR ended_on <= to_day)),
    reason        text CHECK ((reason IS NULL) = (ended_on IS NULL)),
    -- Placements that got their mentor from this pair; taking the pair back takes them back.
    named         uuid[] NOT NULL DEFAULT '{}',
    PRIMARY KEY (district, id),
    UNIQUE (district, mentor, mentee, from_day),
    FOREIGN KEY (district, mentor) REFERENCES staff.person (district, id),
    FOREIGN KEY (district, mentee) REFERENCES staff.person (district, id),
    CONSTRAINT one_pair_of_two_a_day EXCLUDE USING gist (district WITH =, mentor WITH =, mentee WITH =,
        daterange(from_day, least(to_day, ended_on), '[]') WITH &&)
);
CREATE INDEX mentoring_pair_order ON staff.mentoring_pair (district, from_day DESC, id DESC);
CREATE INDEX mentoring_pair_mentee ON staff.mentoring_pair (district, mentee);
SELECT lib.protect('staff.mentoring_pair');

CREATE TABLE staff.mentoring_meeting (
    district text NOT NULL DEFAULT current_setting('jgt.district'),
    id       uuid NOT NULL,
    pair     uuid NOT NULL,
    held_on  date NOT NULL,
    topic    text NOT NULL,
    minutes  int  NOT NULL CHECK (minutes BETWEEN 5 AND 600),
    PRIMARY KEY (district, id),
    UNIQUE (district, pair, held_on, topic),
    FOREIGN KEY (district, pair) REFERENCES staff.mentoring_pair (district, id)
);
SELECT lib.protect('staff.mentoring_meeting');
