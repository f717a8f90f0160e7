-- More that may happen to an occasion.
ALTER TABLE activity.step DROP CONSTRAINT step_what_check;
ALTER TABLE activity.step ADD CONSTRAINT step_what_check CHECK (what IN ('RECORDED', 'CHANGED', 'AMENDED', 'HELD', 'CANCELLED',
    'WITHDRAWN', 'UNDONE', 'CAME', 'NOT_SO', 'STANDS', 'FALLS', 'REOPENED', 'JOINED', 'PARTED', 'ANNOUNCED', 'UNANNOUNCED',
    'MOVED', 'MINUTED', 'CLOSED'));

-- How a planned occasion was announced (公布). The latest row holds; one that was taken back repeats the terms before it.
CREATE TABLE activity.announcement (
    district   text        NOT NULL DEFAULT current_setting('jgt.district'),
    occasion   uuid        NOT NULL,
    number     int         NOT NULL CHECK (number > 0),
    what       text        NOT NULL CHECK (what IN ('ANNOUNCED', 'TAKEN_BACK')),
    entry      text        NOT NULL CHECK (entry IN ('OPEN', 'INVITED')),
    audience   text        NOT NULL CHECK (audience IN ('COMMUNITY', 'SUBJECT')),
    -- For those who sign up; the invited take none.
    places     int CHECK (places BETWEEN 1 AND 2000),
    -- The last day of signing up.
    until_day  date        NOT NULL,
    words      text        NOT NULL,
    actor      uuid        NOT NULL,
    actor_name text        NOT NULL,
    on_day     date        NOT NULL,
    at         timestamptz NOT NULL,
    PRIMARY KEY (district, occasion, number),
    FOREIGN KEY (district, occasion) REFERENCES activity.occasion (district, id)
);
REVOKE UPDATE, DELETE ON activity.announcement FROM jgt_app;
SELECT lib.protect('activity.announcement');

-- 改期: a planned occasion goes to another day or place. The reason stands with the step.
CREATE TABLE activity.moving (
    district  text NOT NULL DEFAULT current_setting('jgt.district'),
    step      uuid NOT NULL,
    occasion  uuid NOT NULL,
    from_day  date NOT NULL,
    from_part text NOT NULL,
    from_host uuid,
    from_site text NOT NULL,
    to_day    date NOT NULL,
    to_part   text NOT NULL,
    to_host   uuid,
    to_site   text NOT NULL,
    PRIMARY KEY (district, step),
    FOREIGN KEY (district, step) REFERENCES activity.step (district, id),
    FOREIGN KEY (district, occasion) REFERENCES activity.occasion (district, id)
);
CREATE INDEX moving_occasion ON activity.moving (district, occasion);
REVOKE UPDATE, DELETE ON activity.moving FROM jgt_app;
SELECT lib.protect('activity.moving');

-- 会议记录、活动纪要: what came of it, in words. A text is never changed; another one comes on top of it.
CREATE TABLE activity.minutes (
    district    text        NOT NULL DEFAULT current_setting('jgt.district'),
    occasion    uuid        NOT NULL,
    number      int         NOT NULL CHECK (number > 0),
    text        text        NOT NULL CHECK (text <> ''),
    -- What was wrong before, for a text after the minutes were closed.
    correction  text        NOT NULL,
    author      uuid        NOT NULL,
    author_name text        NOT NULL,
    on_day      date        NOT NULL,
    at          timestamptz NOT NULL,
    PRIMARY KEY (district, occasion, number),
    FOREIGN KEY (district, occasion) REFERENCES activity.occasion (district, id)
);
REVOKE UPDATE, DELETE ON activity.minutes FROM jgt_app;
SELECT lib.protect('activity.minutes');
