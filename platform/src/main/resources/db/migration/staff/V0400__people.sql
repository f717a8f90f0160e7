CREATE SCHEMA staff;

CREATE TABLE staff.person (
    district text NOT NULL DEFAULT current_setting('jgt.district'),
    id       uuid NOT NULL,
    name     text NOT NULL,
    -- Pinyin that people may correct: surnames of several readings sort wrongly by themselves.
    sort_key text NOT NULL,
    PRIMARY KEY (district, id)
);
SELECT lib.protect('staff.person');

CREATE TABLE staff.posting (
    district  text NOT NULL DEFAULT current_setting('jgt.district'),
    id        uuid NOT NULL,
    person    uuid NOT NULL,
    role      text NOT NULL,
    school    uuid,
    community uuid,
    subject   text,
    from_day  date NOT NULL,
    to_day    date CHECK (to_day >= from_day),
    PRIMARY KEY (district, id),
    FOREIGN KEY (district, person) REFERENCES staff.person (district, id)
);
CREATE INDEX posting_person ON staff.posting (district, person);
CREATE INDEX posting_school ON staff.posting (district, school);
SELECT lib.protect('staff.posting');

-- The rank decides what a lesson counts for (带队人是名优骨干教师), so it is dated as well.
CREATE TABLE staff.rank (
    district text NOT NULL DEFAULT current_setting('jgt.district'),
    person   uuid NOT NULL,
    rank     text NOT NULL CHECK (rank IN ('PRINCIPAL', 'VICE_PRINCIPAL', 'CADRE', 'BACKBONE', 'TEACHER')),
    from_day date NOT NULL,
    PRIMARY KEY (district, person, from_day),
    FOREIGN KEY (district, person) REFERENCES staff.person (district, id)
);
SELECT lib.protect('staff.rank');

CREATE TABLE staff.placement (
    district    text    NOT NULL DEFAULT current_setting('jgt.district'),
    id          uuid    NOT NULL,
    person      uuid    NOT NULL,
    from_school uuid    NOT NULL,
    to_school   uuid    NOT NULL CHECK (to_school <> from_school),
    rank        text    NOT NULL,
    permanent   boolean NOT NULL,
    young       boolean NOT NULL,
    from_day    date    NOT NULL,
    to_day      date CHECK (to_day >= from_day),
    mentor      uuid,
    PRIMARY KEY (district, id),
    FOREIGN KEY (district, person) REFERENCES staff.person (district, id),
    FOREIGN KEY (district, mentor) REFERENCES staff.person (district, id)
);
CREATE INDEX placement_from ON staff.placement (district, from_school);
CREATE INDEX placement_to ON staff.placement (district, to_school);
SELECT lib.protect('staff.placement');
