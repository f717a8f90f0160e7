-- Fields that a bureau asks besides those of the notice.
CREATE TABLE activity.own_field (
    district text NOT NULL DEFAULT current_setting('jgt.district'),
    id       uuid NOT NULL,
    code     text NOT NULL CHECK (code ~ '^own-[0-9a-f]{8}$'),
    name     text NOT NULL,
    type     text NOT NULL CHECK (type IN ('YES_NO', 'WHOLE', 'TEXT', 'LINK', 'DAY', 'CHOICE', 'BY_SCHOOL')),
    unit     text NOT NULL,
    most     int  NOT NULL,
    hint     text NOT NULL,
    position int  NOT NULL,
    PRIMARY KEY (district, id),
    UNIQUE (district, code),
    UNIQUE (district, name)
);
SELECT lib.protect('activity.own_field');

-- The words to choose from.
CREATE TABLE activity.own_field_word (
    district text NOT NULL DEFAULT current_setting('jgt.district'),
    field    uuid NOT NULL,
    position int  NOT NULL,
    word     text NOT NULL,
    PRIMARY KEY (district, field, position),
    FOREIGN KEY (district, field) REFERENCES activity.own_field (district, id)
);
SELECT lib.protect('activity.own_field_word');

-- A bureau's own kinds of activity. One that is no longer used stays readable: its last day is set, nothing is deleted.
CREATE TABLE activity.own_kind (
    district   text        NOT NULL DEFAULT current_setting('jgt.district'),
    id         uuid        NOT NULL,
    version    int         NOT NULL CHECK (version > 0),
    code       text        NOT NULL CHECK (code ~ '^own-[0-9a-f]{8}$'),
    name       text        NOT NULL,
    short_name text        NOT NULL,
    unit       text        NOT NULL CHECK (unit IN ('节', '次')),
    holder     text        NOT NULL CHECK (holder IN ('ANY_SCHOOL', 'LEAD_SCHOOL', 'MEMBER_SCHOOL')),
    gate       text        NOT NULL CHECK (gate IN ('NONE', 'FILED', 'CHECKED_AND_FILED')),
    answer     text        NOT NULL CHECK (answer IN ('ANSWERED', 'NOT_ASKED')),
    from_day   date        NOT NULL,
    to_day     date CHECK (to_day >= from_day),
    made_by    uuid        NOT NULL,
    made_at    timestamptz NOT NULL,
    PRIMARY KEY (district, id),
    UNIQUE (district, code),
    UNIQUE (district, name)
);
SELECT lib.protect('activity.own_kind');

-- What a kind asks: of its own everything, of the notice's kinds what the bureau added, which nobody has to fill in.
CREATE TABLE activity.kind_ask (
    district text NOT NULL DEFAULT current_setting('jgt.district'),
    kind     text NOT NULL,
    asks     text NOT NULL,
    need     text NOT NULL CHECK (need IN ('REQUIRED', 'OPTIONAL')),
    position int  NOT NULL,
    PRIMARY KEY (district, kind, asks),
    CHECK (need = 'OPTIONAL' OR kind LIKE 'own-%')
);
SELECT lib.protect('activity.kind_ask');
