CREATE SCHEMA school;

CREATE TABLE school.school (
    district   text NOT NULL DEFAULT current_setting('jgt.district'),
    id         uuid NOT NULL,
    name       text NOT NULL,
    short_name text NOT NULL,
    -- 学校(机构)标识码
    code       text CHECK (code ~ '^[0-9]{10}$'),
    kind       text NOT NULL CHECK (kind IN ('PRIMARY', 'NINE_YEAR', 'TEACHING_POINT')),
    setting    text NOT NULL CHECK (setting IN ('URBAN', 'TOWNSHIP', 'RURAL')),
    position   int  NOT NULL,
    PRIMARY KEY (district, id),
    UNIQUE (district, name),
    UNIQUE (district, code)
);
SELECT lib.protect('school.school');

CREATE TABLE school.staff_count (
    district text NOT NULL DEFAULT current_setting('jgt.district'),
    school   uuid NOT NULL,
    from_day date NOT NULL,
    teachers int  NOT NULL CHECK (teachers >= 0),
    PRIMARY KEY (district, school, from_day),
    FOREIGN KEY (district, school) REFERENCES school.school (district, id)
);
SELECT lib.protect('school.staff_count');

CREATE TABLE school.subject (
    district text NOT NULL DEFAULT current_setting('jgt.district'),
    name     text NOT NULL,
    position int  NOT NULL,
    PRIMARY KEY (district, name)
);
SELECT lib.protect('school.subject');

CREATE TABLE school.period (
    district       text NOT NULL DEFAULT current_setting('jgt.district'),
    name           text NOT NULL,
    kind           text NOT NULL CHECK (kind IN ('TERM', 'SCHOOL_YEAR', 'CALENDAR_YEAR', 'ROUND')),
    first_day      date NOT NULL,
    last_day       date NOT NULL CHECK (last_day >= first_day),
    midterm_monday date CHECK (extract(isodow FROM midterm_monday) = 1),
    PRIMARY KEY (district, name),
    CHECK (midterm_monday IS NULL OR kind = 'TERM')
);
SELECT lib.protect('school.period');

CREATE TABLE school.phase (
    district  text NOT NULL DEFAULT current_setting('jgt.district'),
    round     text NOT NULL,
    name      text NOT NULL,
    first_day date NOT NULL,
    last_day  date NOT NULL CHECK (last_day >= first_day),
    PRIMARY KEY (district, round, name),
    FOREIGN KEY (district, round) REFERENCES school.period (district, name)
);
SELECT lib.protect('school.phase');

CREATE TABLE school.closed_day (
    district text NOT NULL DEFAULT current_setting('jgt.district'),
    day      date NOT NULL,
    name     text NOT NULL,
    PRIMARY KEY (district, day)
);
SELECT lib.protect('school.closed_day');
