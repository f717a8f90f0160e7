-- Years of service stand in for an age: nobody's birth date is kept.
ALTER TABLE staff.person ADD COLUMN teaching_since date;
CREATE INDEX person_order ON staff.person (district, sort_key, name, id);

-- 名优骨干: who bears which title, from when to when, by which document.
CREATE TABLE staff.title (
    district text NOT NULL DEFAULT current_setting('jgt.district'),
    person   uuid NOT NULL,
    name     text NOT NULL,
    level    text NOT NULL CHECK (level IN ('SCHOOL', 'DISTRICT', 'CITY', 'PROVINCE', 'NATION')),
    document text,
    from_day date NOT NULL,
    to_day   date CHECK (to_day >= from_day),
    PRIMARY KEY (district, person, name, level, from_day),
    FOREIGN KEY (district, person) REFERENCES staff.person (district, id)
);
SELECT lib.protect('staff.title');

CREATE TABLE staff.taught_subject (
    district text NOT NULL DEFAULT current_setting('jgt.district'),
    person   uuid NOT NULL,
    subject  text NOT NULL,
    from_day date NOT NULL,
    to_day   date CHECK (to_day >= from_day),
    PRIMARY KEY (district, person, subject, from_day),
    FOREIGN KEY (district, person) REFERENCES staff.person (district, id)
);
SELECT lib.protect('staff.taught_subject');

-- 在编、专任, from a day on until the next line.
CREATE TABLE staff.employment (
    district  text    NOT NULL DEFAULT current_setting('jgt.district'),
    person    uuid    NOT NULL,
    from_day  date    NOT NULL,
    permanent boolean NOT NULL,
    full_time boolean NOT NULL,
    PRIMARY KEY (district, person, from_day),
    FOREIGN KEY (district, person) REFERENCES staff.person (district, id)
);
SELECT lib.protect('staff.employment');

-- Whom the bureau calls an early-career teacher, from a day on: with fewer years of service than these.
CREATE TABLE staff.young_rule (
    district text NOT NULL DEFAULT current_setting('jgt.district'),
    from_day date NOT NULL,
    years    int  NOT NULL CHECK (years BETWEEN 1 AND 20),
    document text NOT NULL,
    PRIMARY KEY (district, from_day)
);
SELECT lib.protect('staff.young_rule');
