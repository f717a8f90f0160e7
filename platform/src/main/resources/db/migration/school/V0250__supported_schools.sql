-- Which schools are listed as weak (薄弱学校), since when and on what ground. Which community works on one follows from its
-- membership on the day. No duty looks at it.
CREATE TABLE school.supported (
    district text NOT NULL DEFAULT current_setting('jgt.district'),
    school   uuid NOT NULL,
    from_day date NOT NULL,
    to_day   date CHECK (to_day >= from_day),
    basis    text NOT NULL CHECK (basis <> ''),
    document text NOT NULL,
    PRIMARY KEY (district, school, from_day),
    FOREIGN KEY (district, school) REFERENCES school.school (district, id),
    CONSTRAINT supported_once_a_day EXCLUDE USING gist
        (district WITH =, school WITH =, daterange(from_day, to_day, '[]') WITH &&)
);
SELECT lib.protect('school.supported');
