CREATE SCHEMA activity;

-- Something held or planned. Its parts are what counts; filing, evidence, answers and withdrawal belong to it as a whole.
CREATE TABLE activity.occasion (
    district      text        NOT NULL,
    id            uuid        NOT NULL,
    -- The form it was sent with: sent twice, it is still one occasion.
    token         uuid        NOT NULL,
    version       int         NOT NULL CHECK (version > 0),
    held_on       date        NOT NULL,
    day_part      text        NOT NULL,
    community     uuid        NOT NULL,
    -- The side whose record it is.
    school        uuid        NOT NULL,
    host          uuid,
    leader        uuid,
    leader_rank   text CHECK (leader_rank IN ('PRINCIPAL', 'VICE_PRINCIPAL', 'CADRE', 'BACKBONE', 'TEACHER')),
    main_kind     text        NOT NULL,
    subject       text,
    class_name    text        NOT NULL,
    topic         text        NOT NULL,
    -- The first person named, for sorting.
    lead_name     text        NOT NULL,
    state         text        NOT NULL CHECK (state IN ('PLANNED', 'HELD', 'CANCELLED', 'WITHDRAWN')),
    -- What the other school's answers and the bureau's decisions come to; the steps say how.
    standing      text        NOT NULL CHECK (standing IN ('UNDISPUTED', 'DISPUTED')),
    recorder      uuid        NOT NULL,
    recorder_name text        NOT NULL,
    -- Real time for the ten minutes of undo; the business day for late entries and the seven days of the answer.
    recorded_at   timestamptz NOT NULL,
    entered_on    date        NOT NULL,
    answer_from   date        NOT NULL,
    -- Everything a search looks at, in one text.
    words         text        NOT NULL,
    PRIMARY KEY (district, id),
    UNIQUE (district, token)
);
CREATE INDEX occasion_latest ON activity.occasion (district, held_on DESC, id DESC);
CREATE INDEX occasion_same ON activity.occasion (district, held_on, host, leader, main_kind);
CREATE INDEX occasion_school ON activity.occasion (district, school, held_on DESC);
CREATE INDEX occasion_person ON activity.occasion (district, lead_name, id);
CREATE INDEX occasion_disputed ON activity.occasion (district, held_on) WHERE standing = 'DISPUTED';
CREATE INDEX occasion_recorder ON activity.occasion (district, recorder, recorded_at DESC);
CREATE INDEX occasion_words ON activity.occasion USING gin (words lib.gin_trgm_ops);
SELECT lib.protect('activity.occasion');

-- One main part and what was done besides it; a kind once.
CREATE TABLE activity.part (
    district text     NOT NULL,
    occasion uuid     NOT NULL,
    kind     text     NOT NULL,
    position int      NOT NULL,
    lessons  int      NOT NULL CHECK (lessons BETWEEN 1 AND 40),
    PRIMARY KEY (district, occasion, kind),
    FOREIGN KEY (district, occasion) REFERENCES activity.occasion (district, id)
);
SELECT lib.protect('activity.part');

CREATE TABLE activity.grade (
    district text NOT NULL,
    occasion uuid NOT NULL,
    grade    text NOT NULL,
    PRIMARY KEY (district, occasion, grade),
    FOREIGN KEY (district, occasion) REFERENCES activity.occasion (district, id)
);
SELECT lib.protect('activity.grade');

-- How many people of a school took part.
CREATE TABLE activity.participant (
    district text NOT NULL,
    occasion uuid NOT NULL,
    school   uuid NOT NULL,
    people   int  NOT NULL CHECK (people BETWEEN 1 AND 5000),
    PRIMARY KEY (district, occasion, school),
    FOREIGN KEY (district, occasion) REFERENCES activity.occasion (district, id)
);
CREATE INDEX participant_school ON activity.participant (district, school);
SELECT lib.protect('activity.participant');

-- People named in a record, in the order given.
CREATE TABLE activity.person (
    district text NOT NULL,
    occasion uuid NOT NULL,
    position int  NOT NULL,
    name     text NOT NULL,
    PRIMARY KEY (district, occasion, position),
    FOREIGN KEY (district, occasion) REFERENCES activity.occasion (district, id)
);
SELECT lib.protect('activity.person');

-- What happened to it, who did it and when; the state in the occasion's row is the last of these.
CREATE TABLE activity.step (
    district   text        NOT NULL,
    id         uuid        NOT NULL,
    occasion   uuid        NOT NULL,
    what       text        NOT NULL CHECK (what IN ('RECORDED', 'CHANGED', 'AMENDED', 'HELD', 'CANCELLED', 'WITHDRAWN', 'UNDONE',
                                                    'CAME', 'NOT_SO', 'STANDS', 'FALLS', 'REOPENED', 'JOINED', 'PARTED')),
    school     uuid,
    words      text        NOT NULL,
    actor      uuid        NOT NULL,
    actor_name text        NOT NULL,
    on_day     date        NOT NULL,
    at         timestamptz NOT NULL,
    PRIMARY KEY (district, id),
    FOREIGN KEY (district, occasion) REFERENCES activity.occasion (district, id)
);
CREATE INDEX step_occasion ON activity.step (district, occasion, at);
SELECT lib.protect('activity.step');

-- The schools that may answer 来过 or 不对.
CREATE TABLE activity.asked (
    district text NOT NULL,
    occasion uuid NOT NULL,
    school   uuid NOT NULL,
    PRIMARY KEY (district, occasion, school),
    FOREIGN KEY (district, occasion) REFERENCES activity.occasion (district, id)
);
CREATE INDEX asked_school ON activity.asked (district, school);
SELECT lib.protect('activity.asked');

-- Two schools recorded the same thing: both entries stay, the first one counts.
CREATE TABLE activity.joined (
    district text        NOT NULL,
    occasion uuid        NOT NULL,
    into_one uuid        NOT NULL CHECK (into_one <> occasion),
    actor    uuid        NOT NULL,
    at       timestamptz NOT NULL,
    PRIMARY KEY (district, occasion),
    FOREIGN KEY (district, occasion) REFERENCES activity.occasion (district, id),
    FOREIGN KEY (district, into_one) REFERENCES activity.occasion (district, id)
);
CREATE INDEX joined_into ON activity.joined (district, into_one);
SELECT lib.protect('activity.joined');

-- Entered by somebody else than the school (代录).
CREATE TABLE activity.behalf (
    district text NOT NULL,
    occasion uuid NOT NULL,
    school   uuid NOT NULL,
    role     text NOT NULL,
    PRIMARY KEY (district, occasion),
    FOREIGN KEY (district, occasion) REFERENCES activity.occasion (district, id)
);
CREATE INDEX behalf_school ON activity.behalf (district, school);
SELECT lib.protect('activity.behalf');

-- A pasted row by what it says: pasted twice, even at once, it is one occasion.
CREATE TABLE activity.pasted (
    district    text NOT NULL,
    natural_key text NOT NULL,
    occasion    uuid NOT NULL,
    PRIMARY KEY (district, natural_key),
    FOREIGN KEY (district, occasion) REFERENCES activity.occasion (district, id) DEFERRABLE INITIALLY DEFERRED
);
SELECT lib.protect('activity.pasted');
