CREATE SCHEMA purpose;

-- What for, which data of pupils, by what right, for whom, how long: as one person filled it in. Never changed; another wording
-- is another purpose, with its own consents.
CREATE TABLE purpose.purpose (
    district    text        NOT NULL DEFAULT current_setting('jgt.district'),
    id          uuid        NOT NULL,
    title       text        NOT NULL CHECK (title <> ''),
    wording     text        NOT NULL CHECK (wording <> ''),
    categories  text[]      NOT NULL CHECK (cardinality(categories) > 0),
    ground      text        NOT NULL CHECK (ground IN ('CONSENT', 'STATUTE')),
    clause      text        NOT NULL,
    roles       text[]      NOT NULL CHECK (cardinality(roles) > 0),
    -- Days after an event, said in words, for which data is kept.
    days        int         NOT NULL CHECK (days >= 1),
    event       text        NOT NULL CHECK (event <> ''),
    assessment  text        NOT NULL CHECK (assessment <> ''),
    assessed_on date        NOT NULL,
    notice      text        NOT NULL CHECK (notice <> ''),
    decided_by  text        NOT NULL CHECK (decided_by <> ''),
    from_day    date        NOT NULL CHECK (from_day >= assessed_on),
    to_day      date CHECK (to_day >= from_day),
    entered_by  uuid        NOT NULL,
    entered_at  timestamptz NOT NULL,
    PRIMARY KEY (district, id),
    UNIQUE (district, id, entered_by),
    CONSTRAINT statute_names_its_clause CHECK (ground <> 'STATUTE' OR clause <> '')
);
REVOKE UPDATE, DELETE, TRUNCATE ON purpose.purpose FROM jgt_app;
SELECT lib.protect('purpose.purpose');

-- How it was decided. Only somebody else confirms or turns it down; only who filled it in takes it back.
CREATE TABLE purpose.decision (
    district   text        NOT NULL DEFAULT current_setting('jgt.district'),
    purpose    uuid        NOT NULL,
    outcome    text        NOT NULL CHECK (outcome IN ('CONFIRMED', 'REFUSED', 'WITHDRAWN')),
    reason     text        NOT NULL,
    entered_by uuid        NOT NULL,
    decided_by uuid        NOT NULL,
    decided_on date        NOT NULL,
    decided_at timestamptz NOT NULL,
    PRIMARY KEY (district, purpose),
    FOREIGN KEY (district, purpose, entered_by) REFERENCES purpose.purpose (district, id, entered_by),
    CONSTRAINT purpose_needs_a_second_person CHECK ((outcome = 'WITHDRAWN') = (decided_by = entered_by))
);
REVOKE UPDATE, DELETE, TRUNCATE ON purpose.decision FROM jgt_app;
SELECT lib.protect('purpose.decision');

-- From this day on it is used no more.
CREATE TABLE purpose.stop (
    district   text        NOT NULL DEFAULT current_setting('jgt.district'),
    purpose    uuid        NOT NULL,
    stopped_on date        NOT NULL,
    reason     text        NOT NULL CHECK (reason <> ''),
    stopped_by uuid        NOT NULL,
    stopped_at timestamptz NOT NULL,
    PRIMARY KEY (district, purpose),
    FOREIGN KEY (district, purpose) REFERENCES purpose.purpose (district, id)
);
REVOKE UPDATE, DELETE, TRUNCATE ON purpose.stop FROM jgt_app;
SELECT lib.protect('purpose.stop');

-- What a family said to a version of a purpose's notice; the latest answer counts. Kept as proof, under a key that says nothing.
CREATE TABLE purpose.consent (
    district   text        NOT NULL DEFAULT current_setting('jgt.district'),
    id         uuid        NOT NULL,
    purpose    uuid        NOT NULL,
    pupil      lib.pupil   NOT NULL,
    school     uuid        NOT NULL,
    version    text        NOT NULL,
    answer     text        NOT NULL CHECK (answer IN ('GIVEN', 'REFUSED', 'WITHDRAWN')),
    on_day     date        NOT NULL,
    means      text        NOT NULL CHECK (means IN ('PAPER', 'IN_PERSON', 'BY_PHONE')),
    -- Where the school keeps the sheet.
    kept_at    text        NOT NULL,
    entered_by uuid        NOT NULL,
    entered_at timestamptz NOT NULL,
    PRIMARY KEY (district, id),
    FOREIGN KEY (district, purpose) REFERENCES purpose.purpose (district, id),
    CONSTRAINT given_on_paper CHECK (answer <> 'GIVEN' OR (means = 'PAPER' AND kept_at <> ''))
);
CREATE INDEX consent_latest ON purpose.consent (district, purpose, pupil, on_day DESC, id DESC);
REVOKE UPDATE, DELETE, TRUNCATE ON purpose.consent FROM jgt_app;
SELECT lib.protect('purpose.consent');

-- Every look at data of pupils and every giving out: the number is that of its line in the journal.
CREATE TABLE purpose.viewing (
    district     text            NOT NULL DEFAULT current_setting('jgt.district'),
    line         bigint          NOT NULL,
    purpose      uuid            NOT NULL,
    account      uuid            NOT NULL,
    kind         text            NOT NULL CHECK (kind IN ('LOOK', 'GIVE', 'ENTER')),
    -- Keyed, so that the question cannot be guessed from it.
    query_digest lib.blind_index NOT NULL,
    how_many     int             NOT NULL CHECK (how_many >= 0),
    why          text            NOT NULL CHECK (why <> ''),
    viewed_on    date            NOT NULL,
    viewed_at    timestamptz     NOT NULL,
    PRIMARY KEY (district, line),
    FOREIGN KEY (district, purpose) REFERENCES purpose.purpose (district, id)
);
REVOKE UPDATE, DELETE, TRUNCATE ON purpose.viewing FROM jgt_app;
SELECT lib.protect('purpose.viewing');

-- One clock for what is kept of a pupil for a purpose in one batch (a test, a school year). Every row of pupil data refers to
-- its clock: there is none without, and the clock goes only when the rows are gone.
CREATE TABLE purpose.retention (
    district text      NOT NULL DEFAULT current_setting('jgt.district'),
    purpose  uuid      NOT NULL,
    pupil    lib.pupil NOT NULL,
    batch    uuid      NOT NULL,
    -- Null until the event has come.
    from_day date,
    -- The day on which it must go.
    due_on   date,
    cause    text      NOT NULL CHECK (cause IN ('EVENT', 'CONSENT', 'PURPOSE')),
    PRIMARY KEY (district, purpose, pupil, batch),
    FOREIGN KEY (district, purpose) REFERENCES purpose.purpose (district, id)
);
CREATE INDEX retention_due ON purpose.retention (district, due_on);
SELECT lib.protect('purpose.retention');

-- That data was erased: what for, why, how much, and a hash by which its owner can show that it was among it.
CREATE TABLE purpose.certificate (
    district   text        NOT NULL DEFAULT current_setting('jgt.district'),
    line       bigint      NOT NULL,
    purpose    uuid        NOT NULL,
    cause      text        NOT NULL CHECK (cause IN ('EVENT', 'CONSENT', 'PURPOSE')),
    how_many   int         NOT NULL CHECK (how_many > 0),
    rows_gone  int         NOT NULL CHECK (rows_gone >= 0),
    places     text[]      NOT NULL,
    digest     bytea       NOT NULL CHECK (octet_length(digest) = 32),
    erased_on  date        NOT NULL,
    erased_at  timestamptz NOT NULL,
    account    uuid        NOT NULL,
    PRIMARY KEY (district, line),
    FOREIGN KEY (district, purpose) REFERENCES purpose.purpose (district, id)
);
REVOKE UPDATE, DELETE, TRUNCATE ON purpose.certificate FROM jgt_app;
SELECT lib.protect('purpose.certificate');
