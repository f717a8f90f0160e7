CREATE SCHEMA credit;

-- 学时的算法: how the bureau counts a kind of activity, where it differs from the data file.
CREATE TABLE credit.rule (
    district text         NOT NULL DEFAULT current_setting('jgt.district'),
    kind     text         NOT NULL,
    category text         NOT NULL,
    hours    numeric(4,1) NOT NULL CHECK (hours >= 0),
    per      text         NOT NULL CHECK (per IN ('OCCASION', 'LESSON')),
    PRIMARY KEY (district, kind)
);
SELECT lib.protect('credit.rule');

-- The columns of the province's form, where the bureau has changed them.
CREATE TABLE credit.export_column (
    district text NOT NULL DEFAULT current_setting('jgt.district'),
    position int  NOT NULL,
    heading  text NOT NULL,
    field    text NOT NULL,
    PRIMARY KEY (district, position)
);
SELECT lib.protect('credit.export_column');

-- Whom somebody shows their own record to, until when. The record itself is stored nowhere.
CREATE TABLE credit.showing (
    district    text        NOT NULL DEFAULT current_setting('jgt.district'),
    id          uuid        NOT NULL,
    owner       uuid        NOT NULL,
    owner_name  text        NOT NULL,
    reader      uuid        NOT NULL CHECK (reader <> owner),
    reader_name text        NOT NULL,
    made_on     date        NOT NULL,
    last_day    date        NOT NULL CHECK (last_day >= made_on),
    ended_at    timestamptz,
    PRIMARY KEY (district, id)
);
CREATE INDEX showing_owner ON credit.showing (district, owner, made_on DESC);
CREATE INDEX showing_reader ON credit.showing (district, reader);
SELECT lib.protect('credit.showing');

-- Every look of a reader; the owner sees them.
CREATE TABLE credit.look (
    district text        NOT NULL DEFAULT current_setting('jgt.district'),
    id       uuid        NOT NULL,
    showing  uuid        NOT NULL,
    on_day   date        NOT NULL,
    at       timestamptz NOT NULL,
    PRIMARY KEY (district, id),
    FOREIGN KEY (district, showing) REFERENCES credit.showing (district, id)
);
CREATE INDEX look_showing ON credit.look (district, showing, at DESC);
SELECT lib.protect('credit.look');
