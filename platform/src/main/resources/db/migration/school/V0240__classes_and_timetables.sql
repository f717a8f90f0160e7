-- Classes of a school from a day to a day. A teaching point counts its classes on its own, so the campus is part of the name.
CREATE TABLE school.class (
    district text NOT NULL DEFAULT current_setting('jgt.district'),
    school   uuid NOT NULL,
    -- Empty: the school's main place.
    campus   text NOT NULL,
    grade    int  NOT NULL CHECK (grade BETWEEN 1 AND 9),
    number   int  NOT NULL CHECK (number BETWEEN 1 AND 40),
    from_day date NOT NULL,
    to_day   date CHECK (to_day >= from_day),
    -- A number and nothing about anybody.
    size     int CHECK (size BETWEEN 0 AND 200),
    PRIMARY KEY (district, school, campus, grade, number, from_day),
    FOREIGN KEY (district, school) REFERENCES school.school (district, id),
    CONSTRAINT one_class_a_day EXCLUDE USING gist (district WITH =, school WITH =, campus WITH =, grade WITH =,
        number WITH =, daterange(from_day, to_day, '[]') WITH &&)
);
SELECT lib.protect('school.class');

-- What a class has in a period of a weekday, all through a term.
CREATE TABLE school.lesson (
    district text NOT NULL DEFAULT current_setting('jgt.district'),
    term     text NOT NULL,
    school   uuid NOT NULL,
    campus   text NOT NULL,
    grade    int  NOT NULL CHECK (grade BETWEEN 1 AND 9),
    number   int  NOT NULL CHECK (number BETWEEN 1 AND 40),
    weekday  int  NOT NULL CHECK (weekday BETWEEN 1 AND 7),
    period   int  NOT NULL CHECK (period BETWEEN 1 AND 12),
    subject  text NOT NULL,
    -- A person of the register.
    teacher  uuid NOT NULL,
    PRIMARY KEY (district, term, school, campus, grade, number, weekday, period),
    FOREIGN KEY (district, term) REFERENCES school.period (district, name),
    FOREIGN KEY (district, school) REFERENCES school.school (district, id),
    FOREIGN KEY (district, subject) REFERENCES school.subject (district, name)
);
CREATE INDEX lesson_teacher ON school.lesson (district, term, teacher, weekday, period);
SELECT lib.protect('school.lesson');

-- When the periods of a day begin and end at a place; summer and winter have their own.
CREATE TABLE school.bell (
    district text NOT NULL DEFAULT current_setting('jgt.district'),
    school   uuid NOT NULL,
    campus   text NOT NULL,
    period   int  NOT NULL CHECK (period BETWEEN 1 AND 12),
    from_day date NOT NULL,
    to_day   date CHECK (to_day >= from_day),
    starts   time NOT NULL,
    ends     time NOT NULL CHECK (ends > starts),
    PRIMARY KEY (district, school, campus, period, from_day),
    FOREIGN KEY (district, school) REFERENCES school.school (district, id),
    CONSTRAINT one_bell_a_day EXCLUDE USING gist (district WITH =, school WITH =, campus WITH =, period WITH =,
        daterange(from_day, to_day, '[]') WITH &&)
);
SELECT lib.protect('school.bell');
