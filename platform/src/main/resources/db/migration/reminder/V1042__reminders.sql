CREATE SCHEMA reminder;

-- The bureau's rules; no row is the usual ones.
CREATE TABLE reminder.rules (
    district text  NOT NULL DEFAULT current_setting('jgt.district'),
    usual    int[] NOT NULL CHECK (cardinality(usual) <= 5),
    delay    int   NOT NULL CHECK (delay BETWEEN 1 AND 30),
    ceiling  int   NOT NULL CHECK (ceiling BETWEEN 1 AND 30),
    PRIMARY KEY (district)
);
SELECT lib.protect('reminder.rules');

-- Working days before the last day, where they differ from the usual ones.
CREATE TABLE reminder.lead (
    district text  NOT NULL DEFAULT current_setting('jgt.district'),
    sort     text  NOT NULL,
    days     int[] NOT NULL CHECK (cardinality(days) <= 5),
    PRIMARY KEY (district, sort)
);
SELECT lib.protect('reminder.lead');

-- The bureau's way out by mail.
CREATE TABLE reminder.mail_server (
    district text NOT NULL DEFAULT current_setting('jgt.district'),
    host     text NOT NULL CHECK (length(host) BETWEEN 1 AND 200),
    port     int  NOT NULL CHECK (port BETWEEN 1 AND 65535),
    security text NOT NULL CHECK (security IN ('TLS', 'STARTTLS', 'PLAIN')),
    login    text NOT NULL CHECK (length(login) <= 200),
    secret   lib.sealed,
    sender   text NOT NULL CHECK (length(sender) BETWEEN 3 AND 200),
    PRIMARY KEY (district)
);
SELECT lib.protect('reminder.mail_server');

-- A robot in a group chat. Its address lets anybody speak there, so it is sealed like the secret.
CREATE TABLE reminder.robot (
    district       text        NOT NULL DEFAULT current_setting('jgt.district'),
    id             uuid        NOT NULL,
    name           text        NOT NULL CHECK (length(name) BETWEEN 1 AND 40),
    kind           text        NOT NULL CHECK (kind IN ('DINGTALK', 'WECOM')),
    address_secret lib.sealed  NOT NULL,
    secret         lib.sealed,
    -- The school whose matters it tells of; null is the whole district.
    school         uuid,
    tells_at       time        NOT NULL,
    made_by        uuid        NOT NULL,
    made_at        timestamptz NOT NULL,
    ended_at       timestamptz,
    PRIMARY KEY (district, id)
);
SELECT lib.protect('reminder.robot');

-- How somebody wants to be told outside of the app; no row is not at all.
CREATE TABLE reminder.habit (
    district   text    NOT NULL DEFAULT current_setting('jgt.district'),
    account    uuid    NOT NULL,
    email      lib.sealed,
    mail       boolean NOT NULL,
    digest     time    NOT NULL,
    quiet_from time    NOT NULL,
    quiet_to   time    NOT NULL,
    PRIMARY KEY (district, account),
    CHECK (email IS NOT NULL OR NOT mail)
);
SELECT lib.protect('reminder.habit');

-- What was told, once for each stage of a matter, however many people hold the post; a school's week is counted in it.
CREATE TABLE reminder.told (
    district text        NOT NULL DEFAULT current_setting('jgt.district'),
    kind     text        NOT NULL,
    matter   text        NOT NULL,
    stage    text        NOT NULL,
    school   uuid,
    monday   date        NOT NULL,
    at       timestamptz NOT NULL,
    PRIMARY KEY (district, kind, matter, stage)
);
CREATE INDEX told_week ON reminder.told (district, monday, school);
SELECT lib.protect('reminder.told');

-- The button was pressed: once in three days for a matter, also of two who press at one moment.
CREATE TABLE reminder.press (
    district   text        NOT NULL DEFAULT current_setting('jgt.district'),
    id         uuid        NOT NULL,
    kind       text        NOT NULL,
    matter     text        NOT NULL,
    pressed_by uuid        NOT NULL,
    pressed_at timestamptz NOT NULL,
    again_at   timestamptz NOT NULL CHECK (again_at > pressed_at),
    PRIMARY KEY (district, id),
    EXCLUDE USING gist (district WITH =, kind WITH =, matter WITH =, tstzrange(pressed_at, again_at) WITH &&)
);
SELECT lib.protect('reminder.press');

-- A person's messages.
CREATE TABLE reminder.reminder (
    district   text        NOT NULL DEFAULT current_setting('jgt.district'),
    id         uuid        NOT NULL,
    account    uuid        NOT NULL,
    kind       text        NOT NULL,
    matter     text        NOT NULL,
    stage      text        NOT NULL,
    title      text        NOT NULL,
    path       text        NOT NULL,
    due        date        NOT NULL,
    -- Who pressed the button; null where the clock did.
    pressed_by uuid,
    at         timestamptz NOT NULL,
    read_at    timestamptz,
    -- It was done meanwhile.
    settled_at timestamptz,
    -- The letter that carries it.
    letter     uuid,
    PRIMARY KEY (district, id)
);
CREATE INDEX reminder_account ON reminder.reminder (district, account, at DESC, id DESC);
CREATE INDEX reminder_unread ON reminder.reminder (district, account) WHERE read_at IS NULL AND settled_at IS NULL;
CREATE INDEX reminder_open ON reminder.reminder (district, kind, matter) WHERE settled_at IS NULL;
SELECT lib.protect('reminder.reminder');

-- What goes out: one letter a person and a day, one message a robot and a day. Its words are put together when it is sent, so
-- that nothing is said of what was done meanwhile.
CREATE TABLE reminder.delivery (
    district text        NOT NULL DEFAULT current_setting('jgt.district'),
    id       uuid        NOT NULL,
    way      text        NOT NULL CHECK (way IN ('MAIL', 'ROBOT')),
    target   uuid        NOT NULL,
    day      date        NOT NULL,
    made_at  timestamptz NOT NULL,
    tries    int         NOT NULL DEFAULT 0,
    -- When it is sent next; null once it is over.
    due_at   timestamptz,
    -- What came of the last try, as the page says it.
    outcome  text CHECK (outcome IN ('SENT', 'NOTHING', 'REFUSED', 'SILENT', 'FORBIDDEN', 'UNSET')),
    detail   text        NOT NULL DEFAULT '',
    PRIMARY KEY (district, id),
    UNIQUE (district, way, target, day)
);
CREATE INDEX delivery_due ON reminder.delivery (district, due_at) WHERE due_at IS NOT NULL;
SELECT lib.protect('reminder.delivery');
